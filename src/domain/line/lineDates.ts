import type { LocalDate } from '../calendar.ts'
import { daysBetween, monthOf, periodKey, yearOf } from '../calendar.ts'
import { LONG_AGO, readDate, readPeriod } from '../words/dates.ts'
import { fold } from '../words/fold.ts'
import { blank, type Line, type Span } from './line.ts'

export interface LineDay {
  readonly date: LocalDate
  readonly sure: boolean
  readonly spans: readonly Span[]
}

/** A holiday that is the occasion, not the day: 'nhân dịp 8/3', 'chào mừng 20/10'. */
const OCCASION =
  /\b(?:nhan (?:dip|ngay)|dip|ky niem|chao mung|huong ung|ngay quoc te|quoc te phu nu|ngay phu nu)[^,;]{0,25}?\b\d{1,2}\s?[/.-]\s?\d{1,2}(?![\d/])/g
/** '10/12 thôn', '5-7 người': so many of so many, not a day. */
const SHARE =
  /\b\d{1,4}\s?[/-]\s?\d{1,4}\s+(?=(?:thon|xom|ho|xa|phuong|chi hoi|nguoi|ng|nu|dong chi|dc|vu|viec|don|kien nghi|y kien|hoi vien|hv|dai bieu|co so|don vi|to|khu|%|lop|cuoc|buoi|ca)\b)/g
/** Just over, but not said on which day. */
const JUST = /\bvua xong\b/g
/** Up to now, from some day on: no day of its own. */
const SO_FAR =
  /\b(?:(?:den|toi|cho den|tinh den) (?:(?:hom|ngay) )?(?:nay|gio)|tu (?:tet|dau nam|dau thang|dau quy)(?: (?:den|toi) (?:(?:hom|ngay) )?(?:nay|gio))?)\b/g
const HOUR = /\b\d{1,2}\s?(?:h|gio|g)(?:\s?\d{2})?\b/g

/** The one day that a line tells, and where; 'several' where it tells more than one. */
export function dayIn(line: Line, today: LocalDate, taken: readonly Span[]): LineDay | 'several' | undefined {
  const plain = fold(line.text)
  if (plain.length !== line.text.length) return undefined
  const occasions = matches(OCCASION, plain)
  const text = blank(line.text, [
    ...taken,
    ...occasions,
    ...sharesIn(line.text, plain),
    ...matches(HOUR, plain),
    ...matches(JUST, plain),
    ...matches(SO_FAR, plain),
    ...takenIn(line),
  ])
  const found = cut(text, (part) => {
    const reading = readDate(part, today)
    return reading.kind === 'unreadable' ? undefined : reading
  })
  if (found !== undefined) {
    const { value, spans } = found
    return {
      date: ahead(value.value, text, today) ?? value.value,
      sure:
        value.kind === 'read' && !isLongAgo(value.value, today) && !spans.every((one) => isMonthToo(text, one, today)),
      spans: [...spans, ...occasions],
    }
  }
  const whole = readDate(text, today)
  if (whole.kind === 'unreadable' && whole.why === 'several') return 'several'
  const feast = occasions.length === 1 ? readDate(blank(line.text, taken), today) : undefined
  return feast?.kind === 'read' ? { date: feast.value, sure: false, spans: occasions } : undefined
}

/** 't5' in a line is Thursday or, once it has begun, May; 'sáng t5' and 't5 tuần trước' are days. */
function isMonthToo(text: string, { start, end }: Span, today: LocalDate): boolean {
  const n = /^\W*t([2-7])\W*$/i.exec(text.slice(start, end))?.[1]
  if (n === undefined || Number(n) > monthOf(today)) return false
  const [before, after] = [fold(text.slice(0, start)), fold(text.slice(end))]
  return !/\b(?:sang|chieu|toi|trua|hom|ngay)\s*$/.test(before) && !/^\W*(?:tuan|vua|roi|qua|truoc|nay)\b/.test(after)
}

/** A day of last year said without its year is asked sooner than one of this year. */
const LAST_YEAR = 240
const isLongAgo = (date: LocalDate, today: LocalDate): boolean =>
  daysBetween(date, today) > (yearOf(date) === yearOf(today) ? LONG_AGO : LAST_YEAR)

/**
 * In a line '25/3' said on the 19th is next week, not a year ago: an answer to «ngày nào» may be. At the end of a year '12/3' was
 * in spring: what is reported is of this year's plan.
 */
const SOON = 120
/** Unless she says that she reports: what has not been is not reported. */
const REPORTS = /^\W*(?:(?:em|chi|gui) )*(?:bao cao|bcao|bc)\b/

function ahead(past: LocalDate, text: string, today: LocalDate): LocalDate | undefined {
  const next = readDate(text, today, 'coming')
  if (next.kind === 'unreadable' || next.value <= today) return undefined
  const isYearOpen = daysBetween(past, next.value) > LONG_AGO
  const isNear = daysBetween(today, next.value) <= SOON && yearOf(next.value) === yearOf(today)
  return isYearOpen && isNear && !REPORTS.test(fold(text)) ? next.value : undefined
}

/** The one period that a line tells. */
export function periodIn(line: Line, today: LocalDate, taken: readonly Span[]) {
  return cut(blank(line.text, taken), (part) => {
    const reading = readPeriod(part, today)
    return reading.kind === 'unreadable' ? undefined : { value: periodKey(reading.value), kind: reading.kind }
  })
}

interface Cut<T> {
  readonly value: T
  readonly spans: readonly Span[]
}

/** The value that a text tells, and the smallest parts of it that tell it; read again without them it tells nothing more. */
function cut<T extends { readonly value: string }>(
  text: string,
  read: (part: string) => T | undefined,
): Cut<T> | undefined {
  const value = read(text)
  if (value === undefined) return undefined
  const spans: Span[] = []
  let rest = text
  for (let turn = 0; turn < 3; turn++) {
    const again = read(rest)
    if (again === undefined) break
    const span = withWord(
      rest,
      smallest(rest, (part) => read(part)?.value === again.value),
    )
    spans.push(span)
    rest = blank(rest, [span])
  }
  return { value, spans }
}

/** 'ngày' goes with its day: alone it would make a day of the next number. */
function withWord(text: string, { start, end }: Span): Span {
  const before = /(?:(?:ngày|ngay|hôm|hom|vào|vao|lúc|luc|mùng|mồng|mung|mong|tháng|thang)\s+)+$/iu.exec(
    text.slice(0, start),
  )
  return { start: start - (before?.[0].length ?? 0), end }
}

/** Words of the longest way to say a day: 'thứ bảy ngày 12 tháng 3 năm 2022'. */
const LONGEST = 9

/** The first and shortest run of words that tells the same as the whole. */
function smallest(text: string, tells: (part: string) => boolean): Span {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const [n, { end }] of words.entries()) {
    for (let from = n; from >= Math.max(0, n - LONGEST); from--) {
      const start = words[from]?.start ?? 0
      if (tells(text.slice(start, end))) return { start, end }
    }
  }
  return { start: 0, end: text.length }
}

/** 'tiếp thu 3 ý kiến' is no Tuesday: where accents are typed, 'thu' is not 'thứ'. */
const takenIn = ({ lower }: Line): readonly Span[] =>
  matches(/[^\u0000-\u007F]/.test(lower) ? /(?<!\p{L})thu\s?\d/gu : /tiep thu\s?\d/g, lower)

/** '10/12 thôn' is a share, '28/2 thôn Cầu' and '5/6 xã Phú An' are days. */
const sharesIn = (text: string, plain: string): readonly Span[] =>
  matches(SHARE, plain).filter(({ start, end }) => {
    const [part = 0, whole = 0] = [...plain.slice(start, end).matchAll(/\d+/g)].map((one) => Number(one[0]))
    return part <= whole && !/^\p{L}+(?: \p{Ll}+)? \p{Lu}/u.test(text.slice(end))
  })

const matches = (pattern: RegExp, text: string): readonly Span[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
