import { bySign } from '../words/points.ts'
import { CALLS, LIKENESS } from './likenessWeights.ts'
import type { Scene } from './scene.ts'
import type { Danger } from './types.ts'

/** How sure a message is danger, from 0 to 1. */
export interface Likeness {
  readonly immediate: number
  /** Any danger, immediate or not. */
  readonly any: number
}

/** What the rules said; the learned layer hears them as one voice among others. */
export interface Ruled {
  readonly danger: Danger
  /** How many rules of that level fired. */
  readonly count: number
}

const HUNDREDTHS = 100
const LONGEST = 6
const MOST_RULES = 3

/** Points shrink with the root of the length: a long message is not suspect for its length, nor a short one for one word. */
export const likenessShare = (signs: number): number => 3 / Math.sqrt(Math.max(signs, SHORT))
const SHORT = 20

const known = bySign(LIKENESS)

function weightOf(sign: string): Likeness | undefined {
  const told = known.get(sign)
  if (told === undefined) return undefined
  const colon = told.indexOf(':')
  return { immediate: Number(told.slice(0, colon)) / HUNDREDTHS, any: Number(told.slice(colon + 1)) / HUNDREDTHS }
}

/** Name under which the starting points are kept. */
export const START = '*'

/** The message's words alone, in points: below 0 calm, above 0 like those labelled as danger. */
export function likenessPoints(signs: ReadonlySet<string>): Likeness {
  const share = likenessShare(signs.size)
  const start = weightOf(START)
  let immediate = start?.immediate ?? 0
  let any = start?.any ?? 0
  for (const sign of signs) {
    const weight = weightOf(sign)
    if (weight === undefined) continue
    immediate += weight.immediate * share
    any += weight.any * share
  }
  return { immediate, any }
}

/** Words and rules together, learned from messages that no rule had been made for. */
export function likeness(points: Likeness, ruled: Ruled): Likeness {
  const heard = heardSigns(points, ruled)
  const sum = (call: readonly number[]): number =>
    heard.reduce((points, sign, at) => points + sign * (call[at] ?? 0), 0)
  return { immediate: toShare(sum(CALLS.immediate)), any: toShare(sum(CALLS.any)) }
}

/** In the order of CALLS: points for immediate and any danger, what the rules said, how many, and 1. */
export const heardSigns = ({ immediate, any }: Likeness, { danger, count }: Ruled): readonly number[] => [
  bounded(immediate),
  bounded(any),
  danger === 'immediate' ? 1 : 0,
  danger === 'violence' ? 1 : 0,
  Math.min(count, MOST_RULES),
  1,
]

const bounded = (points: number): number => Math.max(-LONGEST, Math.min(LONGEST, points))
const toShare = (points: number): number => 1 / (1 + Math.exp(-points))

/**
 * What the learned layer sees: words without accents, pairs of neighbours, words as accented, and `@` the concepts of the
 * lexicons, which let a way of saying it that was never learned count as its relatives do.
 */
export function likenessSigns({ telling, hits, learned }: Scene): ReadonlySet<string> {
  const signs = new Set<string>()
  let last = ''
  for (const { folded, key, certain, opens } of telling) {
    signs.add(folded)
    if (last !== '' && !opens) signs.add(`${last}_${folded}`)
    if (certain && key !== folded) signs.add(`=${key}`)
    last = folded
  }
  for (const concept of hits.all.keys()) if (learned.has(concept)) signs.add(`@${concept}`)
  return signs
}
