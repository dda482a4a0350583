/**
 * Days, moments and reporting periods in Vietnam. The one file of the domain that may touch Date.
 *
 * Asia/Ho_Chi_Minh has been +07:00 without summer time since 1975, so the offset is a constant.
 */

/** A moment: milliseconds since 1970 (UTC). */
export type Instant = number & { readonly __brand: 'Instant' }
/** A day in Vietnam: 'YYYY-MM-DD', years 1000 to 9999; compares as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' }

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7
export type PeriodKind = 'month' | 'quarter' | 'half' | 'nineMonths' | 'year'
/** A reporting period; n counts within the year from 1 and is always 1 for nineMonths and year. */
export interface Period {
  readonly kind: PeriodKind
  readonly year: number
  readonly n: number
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const OFFSET = 7 * HOUR
const MONTHS_IN: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, nineMonths: 9, year: 12 }

const isInstant = (ms: number): ms is Instant => Number.isSafeInteger(ms) && Math.abs(ms) <= 8.64e15

export function instant(ms: number): Instant {
  if (!isInstant(ms)) throw new RangeError('not an instant')
  return ms
}

/** Days that were read before: a tally asks for the same few hundred a million times. */
const readBefore = new Set<string>()
const daysByNumber = new Map<number, LocalDate>()
const MOST_DAYS = 20_000

export function isLocalDate(text: string): text is LocalDate {
  if (readBefore.has(text)) return true
  const isDay = isDayOfCalendar(text)
  if (isDay && readBefore.size < MOST_DAYS) readBefore.add(text)
  return isDay
}

function isDayOfCalendar(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** For text the programmer knows to be a day; throws on any other. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('not a day')
  return text
}

/** The day if there is such a one: dayOf(2026, 2, 30) is undefined. */
export function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = dateText(year, month, day)
  return isLocalDate(text) ? text : undefined
}

/** The day in Vietnam. */
export function dateOf(at: Instant): LocalDate {
  const day = Math.floor((at + OFFSET) / DAY)
  const known = daysByNumber.get(day) ?? localDate(new Date(day * DAY).toISOString().slice(0, 10))
  if (daysByNumber.size < MOST_DAYS) daysByNumber.set(day, known)
  return known
}

/** The time of day in Vietnam. */
export function timeOf(at: Instant): { readonly hour: number; readonly minute: number } {
  const local = new Date(at + OFFSET)
  return { hour: local.getUTCHours(), minute: local.getUTCMinutes() }
}

/** The moment of a time of day in Vietnam. */
export function at(date: LocalDate, hour: number, minute = 0): Instant {
  return instant(midnightUtc(date) - OFFSET + hour * HOUR + minute * MINUTE)
}

export function addDays(date: LocalDate, n: number): LocalDate {
  return localDate(new Date(midnightUtc(date) + n * DAY).toISOString().slice(0, 10))
}

/** The same day n months on, or the last of that month: 31/1 + 1 = 28/2 or 29/2. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + n
  const first = firstOfMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
  const last = endOfMonth(first)
  return dayOf(yearOf(first), monthOf(first), dayOfMonth(date)) ?? last
}

/** Days from a to b; negative when b is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return (midnightUtc(b) - midnightUtc(a)) / DAY
}

/** Monday is 1, Sunday 7. */
export function weekday(date: LocalDate): Weekday {
  const days: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6]
  return days[new Date(midnightUtc(date)).getUTCDay()] ?? 7
}

/** The Monday of its week. */
export function startOfWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date))
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7))
}

export function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10))
}

export function quarterOf(date: LocalDate): number {
  return Math.ceil(monthOf(date) / 3)
}

export function endOfMonth(date: LocalDate): LocalDate {
  return localDate(new Date(Date.UTC(yearOf(date), monthOf(date), 0)).toISOString().slice(0, 10))
}

/** The period a day falls in; nineMonths is that of the year, even for a day after September. */
export function periodOf(kind: PeriodKind, date: LocalDate): Period {
  const n = kind === 'nineMonths' ? 1 : Math.ceil(monthOf(date) / MONTHS_IN[kind])
  return { kind, year: yearOf(date), n }
}

/** First and last day, both included. */
export function periodRange(period: Period): { readonly from: LocalDate; readonly to: LocalDate } {
  const last = period.n * MONTHS_IN[period.kind]
  const from = firstOfMonth(period.year, last - MONTHS_IN[period.kind] + 1)
  return { from, to: endOfMonth(firstOfMonth(period.year, last)) }
}

/** '2022-03', '2022-Q1', '2022-H1', '2022-9M', '2022'. */
export function periodKey(period: Period): string {
  switch (period.kind) {
    case 'month':
      return `${period.year}-${String(period.n).padStart(2, '0')}`
    case 'quarter':
      return `${period.year}-Q${period.n}`
    case 'half':
      return `${period.year}-H${period.n}`
    case 'nineMonths':
      return `${period.year}-9M`
    case 'year':
      return `${period.year}`
  }
}

export function parsePeriodKey(text: string): Period | undefined {
  const found = /^([1-9]\d{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|(9M)))?$/.exec(text)
  if (!found) return undefined
  const [, yearText, month, quarter, half, nine] = found
  const year = Number(yearText)
  if (month) return { kind: 'month', year, n: Number(month) }
  if (quarter) return { kind: 'quarter', year, n: Number(quarter) }
  if (half) return { kind: 'half', year, n: Number(half) }
  return nine ? { kind: 'nineMonths', year, n: 1 } : { kind: 'year', year, n: 1 }
}

/** '12/03/2026', as it is written in Vietnam. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** '2022-11-09T08:00' is Vietnam time, '2022-11-09' its midnight; a Z or an offset in the text is obeyed. */
export function parseInstant(text: string): Instant | undefined {
  const found =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?(Z|[+-][01]\d:[0-5]\d)?)?$/.exec(
      text,
    )
  const [, day, hour = '00', minute = '00', second = '00', fraction = '', zone = '+07:00'] = found ?? []
  if (day === undefined || !isLocalDate(day)) return undefined
  const ms = Date.parse(`${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${zone}`)
  return isInstant(ms) && isLocalDate(new Date(ms + OFFSET).toISOString().slice(0, 10)) ? ms : undefined
}

const dateText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const firstOfMonth = (year: number, month: number): LocalDate => localDate(dateText(year, month, 1))

const midnightUtc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`)
