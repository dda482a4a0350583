/** Which of the shown choices a person means: by number, by label, or by the beginning of a label. */

import { canonical, fold } from './fold.ts'
import { shortText } from './tokens.ts'

/** Letters of a label that must be given before its beginning is enough. */
const PREFIX = 3
/** Labels may hold commas and 'và' themselves; more of them than this in one label is not expected. */
const LONGEST_JOIN = 4

const NUMBER_WORDS = ['mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const LEAD =
  /^(?:(?:da|vang|em|e|chi|c|toi|minh|xin|chon|lay|bam|nhan|so|cau|muc|y|cai|thu|phuong an|lua chon|la|o)[\s,:]+)+/
const TAIL = /(?<![\s,.!])(?:[\s,.!]+(?:a|ah|nhe|nha|di|em|chi|c|e|oi|thoi))+$/
const NUMBER = /^[([]?(\d{1,2}|[a-z]+)[.)\]:\u20E3]*$/
const SEPARATOR = /[,;+&/]|(?<=\s)(?:va|voi|cung)(?=\s)/g

/** The index of the choice; 'several' when the words fit more than one; undefined when none. */
export function matchChoice(labels: readonly string[], said: string): number | 'several' | undefined {
  const short = shortText(said)
  if (!short) return undefined
  const exact = only(labels, (label) => shortText(label) === short)
  if (typeof exact === 'number') return exact
  const plain = fold(short)
  const stripped = plain.replace(LEAD, '').replace(TAIL, '')
  const keys = labels.map(keyOf)
  const [key, strippedKey] = [canonical(plain), canonical(stripped)]
  if (key === '') return exact
  return (
    exact ??
    only(keys, (label) => label === key) ??
    only(labels.map(withoutBrackets), (label) => label === key) ??
    numbered(stripped, labels.length) ??
    only(keys, (label) => label === strippedKey && strippedKey !== '') ??
    only(labels.map(inBrackets), (word) => word === strippedKey && strippedKey !== '') ??
    begun(labels, keys, short) ??
    begun(labels, keys, stripped)
  )
}

/** 'Góp ý (QĐ 218)' is also said without what stands in brackets. */
const withoutBrackets = (label: string): string => canonical(label.replace(/\([^()]*\)/g, ' '))

/** 'word' is enough for 'Số liệu (Word)'; a number or a day in brackets names nothing. */
const inBrackets = (label: string): string => canonical(/\(([\p{L} ]+)\)$/u.exec(label)?.[1] ?? '')

/** The indexes of all choices named, in order; undefined when a part of the answer fits none or more than one. */
export function matchChoices(labels: readonly string[], said: string): readonly number[] | undefined {
  const short = shortText(said.replaceAll('\n', ','))
  if (!short || labels.length === 0) return undefined
  const whole = matchChoice(labels, short)
  if (typeof whole === 'number') return [whole]
  const plain = fold(short).replace(TAIL, '')
  if (/^(?:(?:chon|lay) )?(?:tat ca|ca hai|het|toan bo)$/.test(plain)) {
    return plain.includes('hai') && labels.length !== 2 ? undefined : labels.map((_, index) => index)
  }
  const chosen = new Set<number>()
  const pieces = piecesOf(short)
  for (let i = 0; i < pieces.length; ) {
    const found = longestMatch(labels, short, pieces.slice(i, i + LONGEST_JOIN))
    if (!found) return undefined
    for (const index of found.indexes) chosen.add(index)
    i += found.used
  }
  return chosen.size > 0 ? [...chosen].sort((a, b) => a - b) : undefined
}

interface Piece {
  readonly start: number
  readonly end: number
}

/** Where the answer falls apart at commas and 'và'. */
function piecesOf(short: string): readonly Piece[] {
  const plain = fold(short)
  // Folding keeps the length of what people type; where it does not, positions mean nothing and the answer is one piece.
  if (plain.length !== short.length) return [{ start: 0, end: short.length }]
  const cuts = [...plain.matchAll(SEPARATOR)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const starts = [0, ...cuts.map((cut) => cut.end)]
  const ends = [...cuts.map((cut) => cut.start), short.length]
  return starts
    .map((start, i) => ({ start, end: ends[i] ?? short.length }))
    .filter((piece) => canonical(short.slice(piece.start, piece.end)) !== '')
}

function longestMatch(
  labels: readonly string[],
  short: string,
  pieces: readonly Piece[],
): { readonly indexes: readonly number[]; readonly used: number } | undefined {
  for (let used = pieces.length; used > 0; used -= 1) {
    const text = short.slice(pieces[0]?.start, pieces[used - 1]?.end).trim()
    const found = matchChoice(labels, text)
    if (typeof found === 'number') return { indexes: [found], used }
    const listed = used === 1 ? numberList(fold(text), labels.length) : undefined
    if (listed) return { indexes: listed, used }
  }
  return undefined
}

/** '1 3', '1-3', 'từ 1 đến 3'. */
function numberList(plain: string, count: number): readonly number[] | undefined {
  const bare = plain.replace(LEAD, '').replace(TAIL, '')
  const range = /^(?:tu )?(\d{1,2}) ?(?:-|–|den|toi) ?(\d{1,2})$/.exec(bare)
  const [from, to] = [Number(range?.[1]), Number(range?.[2])]
  if (range) return inRange(from, count) && inRange(to, count) && from < to ? sequence(from, to) : undefined
  if (!/^\d{1,2}[.)]?(?: \d{1,2}[.)]?)+$/.test(bare)) return undefined
  const numbers = [...bare.matchAll(/\d+/g)].map((match) => Number(match[0]))
  return numbers.every((n) => inRange(n, count)) ? numbers.map((n) => n - 1) : undefined
}

function numbered(stripped: string, count: number): number | undefined {
  const word = NUMBER.exec(stripped)?.[1]
  if (word === undefined) return undefined
  const n = /^\d/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word) + 1
  return inRange(n, count) ? n - 1 : undefined
}

/** A number alone, as it stands in a list: '2', '2.', '(2)'. */
export function bareNumber(said: string): number | undefined {
  const digits = /^\s*[([]?(\d{1,2})[.)\]:\u20E3]*\s*$/u.exec(said)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The beginning of one label; accents decide between labels that differ only in them. */
function begun(labels: readonly string[], keys: readonly string[], said: string): number | 'several' | undefined {
  const key = canonical(said)
  if (key.length < PREFIX || /^\d/.test(key)) return undefined
  const loose = only(keys, (label) => label.startsWith(key))
  if (loose !== 'several') return loose
  const strict = only(labels, (label) => shortText(label)?.startsWith(said) ?? false)
  return typeof strict === 'number' ? strict : 'several'
}

/** Letters and digits of a label, without its '1.' or keycap number. */
function keyOf(label: string): string {
  const plain = fold(label.normalize('NFKC'))
  return canonical(plain.replace(/^[^\p{L}\p{N}]*\d{1,2}[.):\u20E3]+(?![.):\u20E3])(?=\P{L}*\p{L})/u, ''))
}

function only(texts: readonly string[], fits: (text: string) => boolean): number | 'several' | undefined {
  const first = texts.findIndex(fits)
  if (first < 0) return undefined
  return texts.findLastIndex(fits) === first ? first : 'several'
}

const inRange = (n: number, count: number): boolean => n >= 1 && n <= count

const sequence = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i)
