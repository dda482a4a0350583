/** Makes what people type about days uniform, so that dates.ts and periods.ts can match plain patterns. */

import { digitOf, phraseAt } from './numberWords.ts'
import { shortText, type Token, tokensOf } from './tokens.ts'

/** Words that are another word without their accent; the others may lose theirs. */
const KEPT: Readonly<Record<string, string>> = { kìa: 'kiaa', sáu: 'sau', tôi: 'toii', tới: 'toi' }
/** 'âm' but not 'ấm', 'rằm' but not 'rầm', 'mai' but not 'mái'. */
const EXACT: Readonly<Record<string, string>> = {
  am: 'âm',
  ram: 'rằm',
  mai: 'mai',
  qua: 'qua',
  tet: 'tết',
  duong: 'dương',
}
const BEFORE_NUMBER = new Set(['ngay', 'mung', 'mong', 'thang', 'thu', 'quy', 'ram'])

/** Folded text with 'tháng ba', 'thứ tư', 'hai ngày trước' in digits; undefined when too long to be an answer. */
export function dateText(text: string): string | undefined {
  const short = shortText(text)
  if (short === undefined) return undefined
  const tokens = tokensOf(short)
  const parts: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const number = numberIn(tokens, at)
    if (tokens[at]?.glued === false) parts.push(' ')
    parts.push(number ? String(number.value) : plainOf(tokens[at]))
    at = number?.next ?? at + 1
  }
  return parts.join('').trim()
}

function numberIn(tokens: readonly Token[], at: number): { readonly value: number; readonly next: number } | undefined {
  const before = tokens[at - 1]?.plain ?? ''
  const token = tokens[at]
  if (!token || token.literal) return undefined
  if (before === 'thu' || before === 'thang') {
    if (token.plain === 'tu' && /^tư?$|^tu$/.test(token.raw)) return { value: 4, next: at + 1 }
    // 'thang sau' is next month far more often than June.
    if (before === 'thang' && token.raw === 'sau') return undefined
    const digit = before === 'thu' ? digitOf(token) : undefined
    if (digit !== undefined) return { value: digit, next: at + 1 }
  }
  const phrase = phraseAt(tokens, at)
  if (!phrase || phrase.vague || phrase.bare || phrase.value > 31) return undefined
  const isAgo = /^(?:ngay|hom|thang)$/.test(tokens[phrase.next]?.plain ?? '')
  return BEFORE_NUMBER.has(before) || isAgo ? phrase : undefined
}

function plainOf(token: Token | undefined): string {
  if (!token) return ''
  const exact = EXACT[token.plain]
  if (exact !== undefined && token.raw !== exact && token.raw !== token.plain) return `${token.plain}x`
  return KEPT[token.raw] ?? token.plain
}
