/** A whole number in an officer's answer. A vague number is never guessed; a stated one with 'khoảng' is read back. */

import { digitOf, type Phrase, phraseAt } from './numberWords.ts'
import { shortText, type Token, tokensOf } from './tokens.ts'

/** Why a value is read back before it is taken. */
export type DoubtKey =
  | 'approximate'
  | 'separator'
  | 'unit'
  | 'unaccented'
  | 'notYet'
  /** 'mùng 8', 'rằm': a day by the sun or by the moon. */
  | 'lunar'
  /** 'thứ 2' said on a Monday, or a weekday that does not fit the date beside it. */
  | 'weekday'

export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'doubtful'; readonly value: T; readonly why: DoubtKey }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }

/** 'several' is two different values in one answer; 'tooLong' is talk rather than an answer. */
export type Unreadable =
  | 'vague'
  | 'several'
  | 'tooLong'
  | 'notANumber'
  | 'negative'
  | 'notWhole'
  | 'range'
  | 'notADate'
  | 'noSuchDay'
  | 'notAPeriod'

/** A number in a longer text, at tokens [from, to). */
export interface Found {
  readonly value: number
  readonly why?: DoubtKey
  readonly vague: boolean
  readonly from: number
  readonly to: number
}

/** More than any count or sum of money in a report. */
const LARGEST = 999_999_999_999

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const NOT = words('khong ko k kg kh hk hong khum hem chang')
const VAGUE = words('dăm vài mấy nhiều ít đông hàng vai may dam nhieu hang')
const COUNTED = words(
  'nguoi ng chi em chau ba hoi vien hv pn phu nu can bo cb cuoc buoi luot vu viec don kien nghi y to cau lop dong d vnd ' +
    'ho thanh dai bieu ban cai lan ca truong hop de xuat mo hinh clb nhom thon xa phan suat bai tin',
)
const FILLERS = words(
  'a ah da vang u co la so tong cong tat ca het thoi nhe nha nhi e em c chi bc bao cao du tham gia dc duoc roi r . , ! : - ( )',
)
const NOTHING_TAIL = words('co ai nao gi het ca a da nhe nha dau thoi trong nam tham du . , ! chua phat sinh mot')
const AROUND = words('khoang chung tam hon tren duoi gan ngot xi ngoai non uoc ~ ≈ cỡ độ quá sap')
const PLACES = words('thon to ap khu doi xom thang ngay quy thu lan khoa dieu luat mung mong dot cau')
const PEOPLE = words('chị cô bà anh ông dì bác chú')

export function readNumber(text: string): Reading<number> {
  const short = shortText(text)
  if (short === undefined) return { kind: 'unreadable', why: 'tooLong' }
  const tokens = corrected(tokensOf(short))
  const nothing = readNothing(tokens)
  if (nothing) return nothing
  const found = numbersIn(tokens)
  if (found.some((one) => one.vague)) return { kind: 'unreadable', why: 'vague' }
  const [first] = found
  if (first === undefined) return { kind: 'unreadable', why: hasVagueWord(tokens) ? 'vague' : 'notANumber' }
  if (found.some((one) => !Object.is(one.value, first.value))) return { kind: 'unreadable', why: 'several' }
  const problem = problemOf(first.value)
  if (problem) return { kind: 'unreadable', why: problem }
  const why = found.find((one) => one.why)?.why ?? (hasVagueWord(tokens) ? 'approximate' : undefined)
  return why ? { kind: 'doubtful', value: first.value, why } : { kind: 'read', value: first.value }
}

/** What is neither a number nor mere politeness. */
export function wordsBeside(tokens: readonly Token[]): readonly Token[] {
  const found = numbersIn(tokens)
  return tokens.filter((token, at) => !found.some(({ from, to }) => from <= at && at < to) && !FILLERS.has(token.plain))
}

function problemOf(value: number): Unreadable | undefined {
  if (Number.isNaN(value)) return 'notANumber'
  if (value < 0) return 'negative'
  if (value > LARGEST) return 'range'
  return Number.isInteger(value) ? undefined : 'notWhole'
}

/** All numbers that stand for how many, not for which: 'thôn 5', 'tháng 3' and 'chị Ba' are none. */
export function numbersIn(tokens: readonly Token[]): readonly Found[] {
  const found: Found[] = []
  let end = -1
  for (let at = 0; at < tokens.length; ) {
    const phrase = at === end && tokens[at]?.plain === 'nam' ? undefined : phraseAt(tokens, at)
    if (!phrase) {
      at += 1
      continue
    }
    const isFirst = at !== end
    if (!isOrdinal(tokens, at, phrase) && !isOtherWord(tokens, at, phrase)) {
      found.push({ ...weigh(tokens, at, phrase), from: at, to: phrase.next })
      end = phrase.next
    } else if (isFirst) end = -1
    at = phrase.next
  }
  return found
}

/** What stands around a number changes what it is worth. */
function weigh(tokens: readonly Token[], start: number, phrase: Phrase): Omit<Found, 'from' | 'to'> {
  const { vague = false, bare = false } = phrase
  const [before, after] = [tokens[start - 1], tokens[phrase.next]]
  const back = before && /^(?:la|co|duoc)$/.test(before.plain) ? 2 : 1
  const around = isAround(tokens, start - back) || isAround(tokens, start - 1)
  const value =
    tokens[start]?.literal && isPhone(tokens[start]) ? Number.POSITIVE_INFINITY : signed(tokens, start, phrase)
  if (vague || (before && VAGUE.has(before.raw)) || (bare && (around || before?.plain === 'ca')))
    return { value, vague: true }
  if (after && (/^(?:mấy|may|lẻ|mươi)$/.test(after.raw) || (after.raw === 'rưỡi' && phrase.value > 9)))
    return { value, vague: true }
  if (after?.raw === '%' || before?.plain === 'phay' || after?.raw === 'rưỡi')
    return { value: Number.NaN, vague: false }
  const negated = NOT.has(tokens[start - 2]?.plain ?? '') || tokens[start - 2]?.plain === 'chua'
  if (around || bare || negated || after?.plain === 'hon' || after?.raw === '+')
    return { value, vague, why: 'approximate' }
  if (after?.raw === 'k' && phrase.next === tokens.length - 1) return { value: value * 1000, vague, why: 'unit' }
  const why = phrase.doubt ?? spacedDoubt(tokens, start) ?? unaccentedDoubt(tokens, start, phrase)
  return why ? { value, vague, why } : { value, vague }
}

function signed(tokens: readonly Token[], start: number, phrase: Phrase): number {
  const before = tokens[start - 1]
  const minus = before !== undefined && /^[-−–]$/.test(before.raw) && tokens[start]?.glued === true
  const opensWord = !before?.glued || start < 2
  return (minus && opensWord) || /^(?:âm|trừ)$/.test(before?.raw ?? '') ? -phrase.value : phrase.value
}

/** '1 200' inside a sentence may be a house and a number. */
function spacedDoubt(tokens: readonly Token[], start: number): 'separator' | undefined {
  return tokens[start]?.raw.includes(' ') && !isBareAnswer(tokens, start, start + 1) ? 'separator' : undefined
}

/** 'nam', 'sau', 'bay' alone and without accents are more often another word. */
function unaccentedDoubt(tokens: readonly Token[], start: number, phrase: Phrase): 'unaccented' | undefined {
  if (phrase.next - start > 1 || !/^(?:nam|tu|sau|bay|tam|chin|bon)$/.test(tokens[start]?.raw ?? '')) return undefined
  return isCounted(tokens[phrase.next]) ? undefined : 'unaccented'
}

/** A single word that can be a number but more likely is not one here: 'sau khi', 'chị Ba', 'một số'. */
function isOtherWord(tokens: readonly Token[], start: number, phrase: Phrase): boolean {
  const token = tokens[start]
  if (!token || token.literal) return isStuckToLetters(tokens, start) || isHour(tokens[phrase.next])
  if (phrase.next - start > 1) return false
  if (isSome(tokens, start)) return true
  if (PEOPLE.has(tokens[start - 1]?.raw ?? '') && digitOf(token) !== undefined && start > 0) return true
  if (isCounted(tokens[phrase.next]) || isBareAnswer(tokens, start, phrase.next)) return false
  if (tokens[phrase.next]?.plain === 'noi' && tokens[phrase.next + 1]?.plain === 'dung') return false
  return token.raw === token.plain && !/^(?:hai|muoi|mot)$/.test(token.raw)
}

/** 't7', 'q1', 'covid19'; but 'co45' is 'có 45'. */
function isStuckToLetters(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1]
  if (!tokens[start]?.glued || !before || !/^\p{L}+$/u.test(before.raw)) return false
  if (digitOf(before) !== undefined) return false
  return !/^(?:co|la|duoc|khoang|tam|hon|gan|so|tong)$/.test(before.plain)
}

/** 'thôn 5', 'tháng ba', 'năm 2026': a name, unless counted itself ('2 tổ 30 chị'). */
function isOrdinal(tokens: readonly Token[], start: number, { value, next }: Phrase): boolean {
  const before = tokens[start - 1]
  if (!before || tokens[start - 2]?.literal || digitOf(tokens[start - 2]) !== undefined) return false
  if (before.plain === 'nam') return value >= 1900 && value <= 2100
  if (before.plain === 'hoi' && tokens[start - 2]?.plain === 'chi') return value <= 99
  // 'lớp 9' is a form of a school, 'lớp 9 người' a class of nine.
  if (before.plain === 'lop')
    return value <= 12 && !/^(?:nguoi|ng|chi|hv|pn|hoc|buoi|cuoc)$/.test(tokens[next]?.plain ?? '')
  return PLACES.has(before.plain) && value <= (before.plain === 'ngay' ? 31 : 50)
}

function readNothing(tokens: readonly Token[]): Reading<number> | undefined {
  const said = tokens.filter((token) => !/^(?:da|vang|a|thua|so|\p{P}|\p{So})$/u.test(token.plain))
  const [head, ...tail] = said
  if (!head || !tail.every((token) => NOTHING_TAIL.has(token.plain) || COUNTED.has(token.plain))) return undefined
  if (NOT.has(head.plain)) return { kind: 'read', value: 0 }
  return head.plain === 'chua' ? { kind: 'doubtful', value: 0, why: 'notYet' } : undefined
}

/** The part that stands after a correction: '45 chứ không phải 54', '54 à nhầm 45', 'sửa 54 thành 45'. */
function corrected(tokens: readonly Token[]): readonly Token[] {
  const plain = tokens.map((token) => token.plain)
  const but = plain.findIndex((word, i) => word === 'chu' && NOT.has(plain[i + 1] ?? ''))
  if (but > 0) return tokens.slice(0, but)
  const not = plain.findIndex((word, i) => NOT.has(word) && plain[i + 1] === 'phai')
  if (not >= 0) {
    const rest = plain.findIndex((word, i) => i > not + 2 && (word === 'ma' || word === ','))
    return rest > 0 ? tokens.slice(rest + 1) : tokens.slice(0, not)
  }
  const into = plain.findIndex((word, i) => word === 'thanh' && plain.slice(0, i).includes('sua'))
  const wrong = tokens.findLastIndex((token, i) => token.plain === 'nham' && digitOf(tokens[i - 1]) === undefined)
  const from = Math.max(into, wrong)
  const after = tokens.slice(from + 1)
  return from >= 0 && after.some((_, i) => phraseAt(after, i)) ? after : tokens
}

function isBareAnswer(tokens: readonly Token[], start: number, end: number): boolean {
  return tokens.every((token, i) => (i >= start && i < end) || FILLERS.has(token.plain) || COUNTED.has(token.plain))
}

const isCounted = (token: Token | undefined): boolean => token !== undefined && COUNTED.has(token.plain)

const isAround = (tokens: readonly Token[], at: number): boolean =>
  AROUND.has(tokens[at]?.raw ?? '') ||
  (AROUND.has(tokens[at]?.plain ?? '') && !/^(?:tám|chúng)$/.test(tokens[at]?.raw ?? ''))

const isPhone = (token: Token | undefined): boolean => /^0\d{8,}$/.test(token?.raw ?? '')

const isHour = (token: Token | undefined): boolean => token?.plain === 'gio' || (token?.raw === 'h' && token.glued)

/** 'một số chị', 'một nửa'. */
const isSome = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.plain === 'mot' && /^(?:so|nua)$/.test(tokens[at + 1]?.plain ?? '')

const hasVagueWord = (tokens: readonly Token[]): boolean =>
  tokens.some((token, i) => /^(?:dăm|vài|mấy|nhiều|vai|khoảng|chừng)$/.test(token.raw) || isSome(tokens, i))
