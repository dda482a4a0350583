import { findDanger } from '../../src/domain/danger/danger.ts'
import {
  heardSigns,
  type Likeness,
  likenessShare,
  likenessSigns,
  type Ruled,
  START,
} from '../../src/domain/danger/likeness.ts'
import { readScene } from '../../src/domain/danger/scene.ts'
import { readTokens } from '../../src/domain/danger/token.ts'
import { fold } from '../../src/domain/words/fold.ts'
import { descend, type Example } from './descent.ts'
import { type Labelled, readLabelled } from './labelled.ts'

/**
 * Makes src/domain/danger/likenessWeights.ts from the labelled messages of test/data:
 * `node test/domain/likenessTrainer.ts > /tmp/weights && mv /tmp/weights src/domain/danger/likenessWeights.ts`.
 *
 * Two steps of logistic regression, plain, the same every time, and each sign's points can be read. First words and concepts
 * from all messages; then how far to trust words and rules, from messages that no rule was made for (FRESH), each told by a
 * first step that had not seen it.
 */
const FRESH_WEIGHT = 3
const UNACCENTED_WEIGHT = 0.5
const FOLDS = 6
const FEWEST = 2
const SMALLEST = 4
const WIDTH = 2000

interface Read {
  readonly signs: ReadonlySet<string>
  readonly danger: string
  readonly weight: number
  readonly ruled: Ruled
}

/** Each message twice: as it was written, and as it is typed without accents. */
function readTwice({ text, danger, fresh }: Labelled): readonly Read[] {
  const weight = fresh ? FRESH_WEIGHT : 1
  return [[text, weight] as const, [fold(text), weight * UNACCENTED_WEIGHT] as const].map(([typed, counted]) => {
    const tokens = readTokens(typed)
    return { signs: likenessSigns(readScene(tokens)), danger, weight: counted, ruled: findDanger(tokens).ruled }
  })
}

export type Points = ReadonlyMap<string, Likeness>

const MEANT = {
  immediate: (danger: string): boolean => danger === 'immediate',
  any: (danger: string): boolean => danger !== 'none',
} as const

/** First step: points per sign. */
export function trainPoints(labelled: readonly Labelled[]): Points {
  return pointsOf(labelled.flatMap(readTwice))
}

function pointsOf(reads: readonly Read[]): Points {
  const times = new Map<string, number>()
  for (const { signs } of reads) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1)
  const kept = [...times].filter(([, count]) => count >= FEWEST).map(([sign]) => sign)
  const places = new Map(kept.map((sign, at) => [sign, at]))
  const learn = (isMeant: (danger: string) => boolean): Float64Array =>
    descend(
      reads.map(({ signs, danger, weight }): Example => {
        const share = likenessShare(signs.size)
        return {
          signs: [...signs].flatMap((sign) => {
            const place = places.get(sign)
            return place === undefined ? [] : [[place, share] as const]
          }),
          meant: isMeant(danger),
          weight,
        }
      }),
      { size: kept.length, rounds: 100, decay: 0.3 },
    )
  const immediate = learn(MEANT.immediate)
  const any = learn(MEANT.any)
  const named = [...kept.entries(), [kept.length, START] as const]
  return new Map(named.map(([at, sign]) => [sign, { immediate: immediate[at] ?? 0, any: any[at] ?? 0 }]))
}

/** Second step: how far words and rules are trusted. */
export function trainCalls(labelled: readonly Labelled[]): Readonly<Record<keyof Likeness, readonly number[]>> {
  const old = labelled.filter((one) => !one.fresh).flatMap(readTwice)
  const fresh = labelled.filter((one) => one.fresh).map(readTwice)
  const told = Array.from({ length: FOLDS }, (_, fold) => {
    const points = pointsOf([...old, ...fresh.flatMap((reads, at) => (at % FOLDS === fold ? [] : reads))])
    return fresh.flatMap((reads, at) => (at % FOLDS === fold ? reads : [])).map((read) => toHeard(read, points))
  }).flat()
  const learn = (isMeant: (danger: string) => boolean): readonly number[] => {
    const examples = told.map(({ heard, danger }): Example => {
      const signs = heard.slice(0, -1).map((value, at) => [at, value] as const)
      return { signs, meant: isMeant(danger), weight: 1 }
    })
    const size = (told[0]?.heard.length ?? 1) - 1
    return [...descend(examples, { size, rounds: 600, decay: 0.5 })].map((value) => Math.round(value * 1000) / 1000)
  }
  return { immediate: learn(MEANT.immediate), any: learn(MEANT.any) }
}

function toHeard({ signs, danger, ruled }: Read, points: Points): { heard: readonly number[]; danger: string } {
  const share = likenessShare(signs.size)
  const sum = (kind: keyof Likeness): number =>
    [...signs].reduce((all, sign) => all + (points.get(sign)?.[kind] ?? 0) * share, points.get(START)?.[kind] ?? 0)
  return { heard: heardSigns({ immediate: sum('immediate'), any: sum('any') }, ruled), danger }
}

export function toSource(points: Points, calls: Readonly<Record<keyof Likeness, readonly number[]>>): string {
  const hundredths = (value: number): number => Math.round(value * 100)
  const lines: string[] = []
  let line = ' '
  for (const [sign, { immediate, any }] of [...points].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (Math.max(Math.abs(hundredths(immediate)), Math.abs(hundredths(any))) < SMALLEST) continue
    const entry = ` ${sign}:${hundredths(immediate)}:${hundredths(any)}`
    if (line.length + entry.length > WIDTH) {
      lines.push(line)
      line = ' '
    }
    line += entry
  }
  lines.push(line)
  return [
    '/** Made by test/domain/likenessTrainer.ts, not by hand. How far words and rules are trusted (see heardSigns). */',
    'export const CALLS = {',
    `  immediate: [${calls.immediate.join(', ')}],`,
    `  any: [${calls.any.join(', ')}],`,
    '}',
    '',
    '/** Signs with their points in hundredths for immediate and any danger. */',
    'export const LIKENESS = `',
    ...lines,
    '`',
    '',
  ].join('\n')
}

if (import.meta.main) {
  const labelled = readLabelled()
  process.stdout.write(toSource(trainPoints(labelled), trainCalls(labelled)))
}
