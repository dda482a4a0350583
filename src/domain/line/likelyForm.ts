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
/** So much ahead of all others a form is clear. */
const CLEAR = 2

export interface Likely {
  /** The likeliest first; none where it is likely to be talk. A plan whose forms have other ids has none of these. */
  readonly forms: readonly string[]
  /** Far ahead of every other and of talk. */
  readonly clear: string | undefined
}

/** What a line may be a report of by lines that were learned. Never taken without asking unless words of the plan say it too. */
export function likelyForms(words: readonly Word[]): Likely {
  const signs = lineSigns(words)
  const sums = learned.sum([signs], lineShare(signs.length))
  const ranked = LIKELY.map((id, at) => ({ id, points: sums[at] ?? 0 }))
    .filter(({ id }) => id !== 'talk')
    .toSorted((a, b) => b.points - a.points)
  const [first, second] = ranked
  const best = first?.points ?? 0
  const talk = sums[TALK] ?? 0
  if (talk > best + MARGIN) return { forms: [], clear: undefined }
  const forms = ranked
    .filter(({ points }) => points > best - REACH)
    .slice(0, MOST)
    .map(({ id }) => id)
  return { forms, clear: best - Math.max(talk, second?.points ?? 0) > CLEAR ? first?.id : undefined }
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
