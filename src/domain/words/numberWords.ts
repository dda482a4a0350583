/**
 * How a number is said in Vietnamese: 'một trăm linh năm', 'bốn lăm', '2tr5', 'trăm rưỡi', '5 chục'.
 *
 * An accented word must be the number's own spelling; a word typed without accents may be any that folds to it.
 */

import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

export interface Phrase {
  readonly value: number
  /** Index of the first token after it. */
  readonly next: number
  /** It starts with trăm, nghìn … without a number before. */
  readonly bare?: boolean
  /** 'bốn năm chục', 'mươi người': no one number is meant. */
  readonly vague?: boolean
  readonly doubt?: 'separator' | 'unit'
}

type Lookup = (token: Token | undefined) => number | undefined

const DIGITS = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 }
const ENDINGS = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const SCALES = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tr: 1e6, tỉ: 1e9, tỷ: 1e9, k: 1e3 }

export const digitOf = lookup(DIGITS)
const endingOf = lookup(ENDINGS)
const onlyEndingOf = lookup({ mốt: 1, tư: 4, lăm: 5, nhăm: 5 })
const scaleWord = lookup(SCALES)
const isTen = lookup({ mười: 1, mươi: 1 })
const isHundred = lookup({ trăm: 1 })
const isHalf = lookup({ rưỡi: 1, rưởi: 1 })
const isOdd = lookup({ linh: 1, lẻ: 1 })
const groupOf = lookup({ chục: 10, tá: 12 })

/** The number said from this token on, if one starts here. */
export function phraseAt(tokens: readonly Token[], start: number): Phrase | undefined {
  let part = hundreds(tokens, start) ?? bareScale(tokens, start)
  if (part === undefined) return undefined
  const { bare = false } = part
  let { vague = false, doubt } = part
  let total = 0
  let last: number | undefined
  let next = start
  while (part) {
    next = part.next
    doubt ??= part.doubt
    vague ||= part.vague ?? false
    const scale = scaleAt(tokens, next)
    if (scale !== undefined && scale < (last ?? Number.POSITIVE_INFINITY)) {
      total += times(part.value, scale)
      last = scale
      next += 1
      if (isHalf(tokens[next]))
        return { value: total + scale / 2, next: next + 1, bare: false, vague, ...withDoubt(doubt) }
      part = hundreds(tokens, next)
    } else {
      if (last === undefined) total = part.value
      else {
        const rest = afterScale(part, last, tokens)
        total += rest.value
        if (rest.doubt) doubt ??= 'separator'
      }
      return { value: total, next, bare: bare && next - start < 2, vague, ...withDoubt(doubt) }
    }
  }
  return { value: total, next, bare: bare && next - start < 2, vague, ...withDoubt(doubt) }
}

/** '1 tỉ 2' is 1.2 thousand million, '2tr500' 2.5 million; '2tr50' may mean two things. */
function afterScale(part: Part, scale: number, tokens: readonly Token[]): { value: number; doubt: boolean } {
  if (part.digits === 1) return { value: (part.value * scale) / 10, doubt: false }
  if (scale === 1e3 && (part.digits === 3 || isOdd(tokens[part.next - 2]))) return { value: part.value, doubt: false }
  if (part.digits === 3) return { value: (part.value * scale) / 1e3, doubt: false }
  return { value: times(part.value, scale / 100), doubt: true }
}

interface Part extends Phrase {
  /** How many digits it has in writing: 1 for 'hai', 2 for 'hai mươi'. */
  readonly digits: number
}

function hundreds(tokens: readonly Token[], start: number): Part | undefined {
  if (isOdd(tokens[start])) {
    const ones = start > 0 ? tens(tokens, start + 1) : undefined
    return ones?.digits === 1 ? { ...ones, digits: 3 } : undefined
  }
  const head = tens(tokens, start) ?? bareHundred(tokens, start)
  if (!head || !isHundred(tokens[head.next]) || tokens[head.next + 1]?.plain === 'y') return head
  const value = head.value * 100
  const after = head.next + 1
  const whole = { ...head, value, digits: 3 }
  if (isHalf(tokens[after])) return { ...whole, value: value + 50, next: after + 1, bare: false }
  const odd = isOdd(tokens[after]) ? tens(tokens, after + 1) : undefined
  if (odd?.digits === 1) return { ...whole, value: value + odd.value, next: odd.next, bare: false }
  const rest = tens(tokens, after)
  if (!rest || rest.digits > 2 || rest.vague) return { ...whole, next: after }
  return { ...whole, value: value + (rest.digits === 1 ? rest.value * 10 : rest.value), next: rest.next, bare: false }
}

function tens(tokens: readonly Token[], start: number): Part | undefined {
  const token = tokens[start]
  if (token === undefined) return undefined
  if (token.literal) return afterLiteral(tokens, start, token.literal)
  if (isTen(token)) {
    if (token.raw === 'mươi') return { value: 10, next: start + 1, digits: 2, vague: true }
    return withEnding(tokens, start + 1, 10)
  }
  const digit = digitOf(token)
  if (digit === undefined || isYearWord(tokens, start)) return undefined
  const follower = tokens[start + 1]
  if (isTen(follower)) return withEnding(tokens, start + 2, digit * 10)
  const grouped = grouping(tokens, start + 1, digit)
  if (grouped) return grouped
  const ending = isWordStart(tokens, start + 1) ? undefined : onlyEndingOf(follower)
  if (ending !== undefined) return { value: digit * 10 + ending, next: start + 2, digits: 2 }
  return digitPair(tokens, start, digit) ?? { value: digit, next: start + 1, digits: 1 }
}

/** 'ba tám' is 38; but 'ba bốn' and 'năm bảy' are loose talk, and 'ba năm' is three years. */
function digitPair(tokens: readonly Token[], start: number, first: number): Part | undefined {
  const second = digitOf(tokens[start + 1])
  if (second === undefined || isYearWord(tokens, start + 1)) return undefined
  const value = first * 10 + second
  if (second === first + 1 || value === 57 || value === 53) return { value, next: start + 2, digits: 2, vague: true }
  if (second === 5) return undefined
  return { value, next: start + 2, digits: 2, ...(first === 1 ? { doubt: 'separator' } : {}) }
}

function afterLiteral(tokens: readonly Token[], start: number, literal: NonNullable<Token['literal']>): Part {
  if (isTen(tokens[start + 1]) && literal.digits === 1) return withEnding(tokens, start + 2, literal.value * 10)
  const ending = /^(?:lăm|nhăm|mốt)$/.test(tokens[start + 1]?.raw ?? '') ? onlyEndingOf(tokens[start + 1]) : undefined
  if (ending !== undefined && literal.digits === 1) {
    return { value: literal.value * 10 + ending, next: start + 2, digits: 2 }
  }
  const doubt = withDoubt(literal.doubt)
  return grouping(tokens, start + 1, literal.value) ?? { ...literal, ...doubt, next: start + 1 }
}

function grouping(tokens: readonly Token[], at: number, count: number): Part | undefined {
  const size = groupOf(tokens[at])
  if (size !== undefined) {
    const half = isHalf(tokens[at + 1]) ? 1 : 0
    return { value: times(count, size) + (half * size) / 2, next: at + 1 + half, digits: 2 }
  }
  const isPair = tokens[at]?.raw === 'cặp' || tokens[at]?.raw === 'đôi'
  return isPair ? { value: count * 2, next: at + 1, digits: 2, doubt: 'unit' } : undefined
}

function withEnding(tokens: readonly Token[], at: number, value: number): Part {
  const ending = isWordStart(tokens, at) ? undefined : endingOf(tokens[at])
  return { value: value + (ending ?? 0), next: ending === undefined ? at : at + 1, digits: 2 }
}

/** 'bốn tư vấn viên' are four, 'hai lam viec' two. */
function isWordStart(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.plain ?? ''
  const first = tokens[at]?.plain
  return (
    (first === 'tu' && /^(?:van|nhan|phap|lieu|lenh|thuc)$/.test(next)) ||
    (first === 'lam' && /^(?:viec|gi|sao|an)$/.test(next))
  )
}

/** 'trăm rưỡi', 'chục người': one of it; without accents only when rưỡi follows. */
function bareHundred(tokens: readonly Token[], start: number): Part | undefined {
  const token = tokens[start]
  if (!token || (token.raw === token.plain && !isHalf(tokens[start + 1]))) return undefined
  if (isHundred(token)) return { value: 1, next: start, digits: 1, bare: true }
  const group = grouping(tokens, start, 1)
  return group && token.raw !== 'đôi' ? { ...group, bare: group.value % 10 === 0 } : undefined
}

function bareScale(tokens: readonly Token[], start: number): Part | undefined {
  const token = tokens[start]
  if (scaleWord(token) === undefined || token?.raw === 'k' || token?.raw === 'tr') return undefined
  if (token?.raw === token?.plain && !isHalf(tokens[start + 1])) return undefined
  return { value: 1, next: start, digits: 1, bare: true }
}

/** k and tr are scales only after digits; k only glued to them ('12 k' may be 'không'). */
function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  if (token?.raw === 'k') return token.glued && tokens[at - 1]?.literal ? SCALES.k : undefined
  if (token?.raw === 'tr') return tokens[at - 1]?.literal ? SCALES.tr : undefined
  return scaleWord(token)
}

/** 'năm 2026', 'năm nay', '3 năm': a year, not a five. */
function isYearWord(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.plain !== 'nam') return false
  const next = tokens[at + 1]
  if (next?.literal) return next.literal.value > 99
  if (tokens[at - 1]?.literal) return !isTen(next) && !isHundred(next) && groupOf(next) === undefined
  if (tokens[at]?.raw === 'năm' && next?.raw === 'sau') return true
  const [before, after] = [tokens[at - 1]?.plain ?? '', next?.plain ?? '']
  return /^(?:nay|ngoai|truoc|qua|hoc)$/.test(after) || /^(?:cuoi|dau|trong|ca|moi|hang|tung|giua)$/.test(before)
}

function lookup(words: Readonly<Record<string, number>>): Lookup {
  const exact = new Map(Object.entries(words))
  const plain = new Map(Object.entries(words).map(([word, value]) => [fold(word), value]))
  return (token) => token && (exact.get(token.raw) ?? (token.raw === token.plain ? plain.get(token.plain) : undefined))
}

const times = (a: number, b: number): number => Math.round(a * b * 1e6) / 1e6

const withDoubt = <D extends string>(doubt: D | undefined): { readonly doubt?: D } => (doubt ? { doubt } : {})
