/** The pieces of a short message: words, numbers in digits, marks. Shared by the readers of numbers and dates. */

import { fold, tidy } from './fold.ts'

/** Longer messages are talk, not an answer; reading only their beginning would be guessing. */
export const MAX_READ = 300

export interface Literal {
  readonly value: number
  readonly digits: number
  readonly doubt?: 'separator'
}

export interface Token {
  /** Lower case, accents kept. */
  readonly raw: string
  /** Without accents. */
  readonly plain: string
  /** No space before it. */
  readonly glued: boolean
  /** Where it stands in the short text. */
  readonly start: number
  readonly end: number
  /** On numbers in digits only; NaN when no number can be meant (1.2.3). */
  readonly literal?: Literal
}

const PIECE =
  /(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d.,/]|\p{L})|\d{1,2}([-./])\d{1,2}\1\d{4}|\d{1,2}(?:h|g|:)\d{2}(?!\d)|(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/])|\d+(?:[.,]\d+)*|\p{L}+|\S/gu

/** Lower-case NFC text with single spaces and plain digits, or undefined when it is too long to be an answer. */
export function shortText(text: string): string | undefined {
  const clean = tidy(text.normalize('NFKC')).toLowerCase().normalize('NFC')
  return clean.length <= MAX_READ ? clean : undefined
}

/** Dates (12/3) and times (8h30) come as one word each, so that no number is seen in them. */
export function tokensOf(short: string): readonly Token[] {
  return [...short.matchAll(PIECE)].map((match) => {
    const raw = match[0]
    const glued = match.index > 0 && short[match.index - 1] !== ' '
    const literal = readLiteral(raw)
    const place = { glued, start: match.index, end: match.index + raw.length }
    return literal ? { raw, plain: raw, ...place, literal } : { raw, plain: fold(raw), ...place }
  })
}

function readLiteral(raw: string): Literal | undefined {
  if (!/^\d[\d., ]*$/.test(raw)) return undefined
  if (/^\d{1,2}([-.])\d{1,2}\1\d{4}$/.test(raw)) return undefined
  const bare = raw.replace(/[., ]/g, '')
  if (/^(?:\d+|[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3}){2,}|(?: \d{3})+))$/.test(raw)) {
    return { value: Number(bare), digits: bare.length }
  }
  if (/^[1-9]\d{0,2},\d{3}$/.test(raw)) return { value: Number(bare), digits: bare.length, doubt: 'separator' }
  const decimal = /^(\d+|\d{1,3}(?:[.,]\d{3})+)[.,](\d+)$/.exec(raw)
  if (!decimal) return { value: Number.NaN, digits: 0 }
  return { value: Number(`${decimal[1]?.replace(/[.,]/g, '')}.${decimal[2]}`), digits: bare.length }
}
