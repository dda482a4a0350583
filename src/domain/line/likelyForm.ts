import { readPoints } from '../words/points.ts'
import type { Word } from '../words/vocabulary.ts'
import { FORM_POINTS } from './likelyFormWeights.ts'

/** Answers that were learned: forms of the plan of 2022 by their ids, and `talk`, which is no report. */
export const LIKELY = [
  'F-SUP',
  'F-FBK',
  'F-COM',
  'F-MTG',
  'F-DLG',
  'F-CNS',
  'F-PET',
  'F-MED',
  'F-AGR',
  'F-EXM',
  'F-SUM',
  'F-DIR',
  'F-OPN',
  'F-ISS',
  'F-PLN',
  'F-RPT',
  'talk',
] as const

const learned = readPoints(FORM_POINTS, LIKELY.length)
const TALK = LIKELY.indexOf('talk')
/** So much more than the likeliest form must speak for talk, or she is asked. */
const MARGIN = 2
/** A form so far behind the likeliest is not worth asking for. */
const REACH = 4
const MOST = 3

/**
 * Forms that a line may be a report of when no word of the plan names one, the likeliest first; none where it is likely to be
 * talk. Never taken without asking. A plan whose forms have other ids has none of these.
 */
export function likelyForms(words: readonly Word[]): readonly string[] {
  const signs = lineSigns(words)
  const sums = learned.sum([signs], lineShare(signs.length))
  const ranked = LIKELY.map((id, at) => ({ id, points: sums[at] ?? 0 }))
    .filter(({ id }) => id !== 'talk')
    .toSorted((a, b) => b.points - a.points)
  const best = ranked[0]?.points ?? 0
  if ((sums[TALK] ?? 0) > best + MARGIN) return []
  return ranked
    .filter(({ points }) => points > best - REACH)
    .slice(0, MOST)
    .map(({ id }) => id)
}

/** Words without accents, numbers alike, with their neighbours. */
export function lineSigns(words: readonly Word[]): readonly string[] {
  const plain = ['^', ...words.map(({ plain }) => (/\d/.test(plain) ? '#' : plain))]
  const signs = new Set<string>()
  for (const [at, word] of plain.entries()) {
    const [last, before] = [plain[at - 1], plain[at - 2]]
    signs.add(word)
    if (last !== undefined) signs.add(`${last}_${word}`)
    if (before !== undefined) signs.add(`${before}_${last}_${word}`)
  }
  return [...signs]
}

export const lineShare = (signs: number): number => 3 / Math.sqrt(Math.max(signs, SHORT))
const SHORT = 30
