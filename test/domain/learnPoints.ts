import { START_SIGN } from '../../src/domain/words/points.ts'
import { descend, type Example } from './descent.ts'

/** One text with its answer. */
export interface Read<T extends string> {
  readonly signs: readonly string[]
  readonly meant: T
  readonly weight: number
}

export interface Learning<T extends string> {
  readonly answers: readonly T[]
  /** What a sign counts in a text of so many. */
  readonly share: (signs: number) => number
  readonly rounds: number
  readonly decay: number
}

const FEWEST = 2
const SMALLEST = 8

/** One question for each answer, plain logistic regression: points in hundredths by sign, an answer's at its place. */
export function learnPoints<T extends string>(
  reads: readonly Read<T>[],
  { answers, share, rounds, decay }: Learning<T>,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number>()
  for (const { signs } of reads) for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1)
  const kept = [...times].filter(([, count]) => count >= FEWEST).map(([sign]) => sign)
  const places = new Map(kept.map((sign, at) => [sign, at]))
  const placed = reads.map(({ signs }) => {
    const counted = share(signs.length)
    return signs.flatMap((sign) => {
      const place = places.get(sign)
      return place === undefined ? [] : [[place, counted] as const]
    })
  })
  const models = answers.map((answer) =>
    descend(
      reads.map(
        (read, at): Example => ({ signs: placed[at] ?? [], meant: read.meant === answer, weight: read.weight }),
      ),
      { size: kept.length, rounds, decay },
    ),
  )
  const named = [...kept.entries(), [kept.length, START_SIGN] as const]
  return new Map(named.map(([at, sign]) => [sign, models.map((model) => Math.round((model[at] ?? 0) * 100))]))
}

export interface Source {
  /** Who made it. */
  readonly by: string
  /** The name of the constant. */
  readonly name: string
  /** Of a line. */
  readonly width: number
}

/** The points as a file that `readPoints` reads. */
export function pointsSource(points: ReadonlyMap<string, readonly number[]>, { by, name, width }: Source): string {
  const lines: string[] = []
  let line = ' '
  for (const [sign, values] of [...points].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const told = values.flatMap((value, at) =>
      Math.abs(value) < SMALLEST ? [] : [`${String.fromCharCode(97 + at)}${value}`],
    )
    if (told.length === 0) continue
    const entry = ` ${sign}:${told.join('')}`
    if (line.length + entry.length > width) {
      lines.push(line)
      line = ' '
    }
    line += entry
  }
  lines.push(line)
  return [
    `/** Made by ${by}, not by hand: signs with their points in hundredths, a letter for each answer. */`,
    `export const ${name} = \``,
    ...lines,
    '`',
    '',
  ].join('\n')
}
