import type { Span } from './pattern.ts'
import type { Hit } from './phrase.ts'
import type { Scene } from './scene.ts'

const REACH = 40
const GRAVE = ['blowCue', 'weaponCue', 'doom', 'trap'] as const
const SIGNS = ['woundCue', 'fearCue', 'nowCue', 'coerceCue'] as const
/** One bare syllable may be any of five words: only these kinds are counted from it. */
const READ_BARE: ReadonlySet<string> = new Set(['doer', 'me', 'nowCue', 'fearCue'])

/**
 * Places where several kinds of cue meet although no rule has the words: somebody who does it, something grave (a blow, a
 * weapon, a threat of death, a door or a chase), and signs that it is now, that she is hurt, afraid or forced.
 */
export function weighPeril(scene: Scene): readonly Span[] {
  const isBy = nearness(scene, [...GRAVE, ...SIGNS, 'doer'])
  return GRAVE.flatMap((grave) => countedHits(scene, grave).map(hitToSpan)).filter((span) => {
    const kinds = GRAVE.filter((kind) => isBy(kind, span)).length
    const signs = SIGNS.filter((kind) => isBy(kind, span)).length
    return signs >= 1 && kinds + signs >= 3 && isBy('doer', span)
  })
}

/** Two different words of death from one who speaks of herself. */
export function weighDespair(scene: Scene): readonly Span[] {
  const words = countedHits(scene, 'deathCue')
  const isBy = nearness(scene, ['me'])
  return words.map(hitToSpan).filter((span, at) => {
    const next = words.slice(at + 1).find((hit) => hit.from >= span.to)
    return next !== undefined && next.from - span.to <= REACH && isBy('me', span)
  })
}

const hitToSpan = (hit: Hit): Span => ({ from: hit.from, to: hit.to, starts: [hit.from], doubtful: hit.doubtful })

const countedHits = (scene: Scene, concept: string): readonly Hit[] =>
  (scene.hits.all.get(concept) ?? []).filter((hit) => !hit.doubtful || hit.to - hit.from > 1 || READ_BARE.has(concept))

/** Running sums per concept, so that a question costs the same however long the text is. */
function nearness(scene: Scene, concepts: readonly string[]): (concept: string, span: Span) => boolean {
  const sums = new Map(concepts.map((concept) => [concept, runningSum(scene, concept)]))
  return (concept, span) => {
    const sum = sums.get(concept) ?? []
    const from = Math.max(0, span.from - REACH)
    const to = Math.min(scene.tokens.length, span.to + REACH)
    return (sum[to] ?? 0) > (sum[from] ?? 0)
  }
}

function runningSum(scene: Scene, concept: string): readonly number[] {
  const starts = new Set(countedHits(scene, concept).map((hit) => hit.from))
  const sums = [0]
  for (let at = 0; at < scene.tokens.length; at++) sums.push((sums[at] ?? 0) + (starts.has(at) ? 1 : 0))
  return sums
}
