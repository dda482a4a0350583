import { addDays, at, dateOf, instant, type Instant, type LocalDate, MINUTE, timeOf, weekday } from '../calendar.ts'
import type { Danger } from './case.ts'

/** Days off and half days as data; Saturdays and Sundays are off unless they compensate another day. */
export interface WorkingCalendar {
  readonly off: readonly LocalDate[]
  readonly half: readonly LocalDate[]
  /** Weekend days that are worked. */
  readonly extra: readonly LocalDate[]
}

const OPENS = 8
const CLOSES = 17
const HALF_CLOSES = 12

export function isWorkingDay(day: LocalDate, calendar: WorkingCalendar): boolean {
  if (calendar.extra.includes(day)) return true
  return weekday(day) <= 5 && !calendar.off.includes(day)
}

const closing = (day: LocalDate, calendar: WorkingCalendar): number =>
  calendar.half.includes(day) ? HALF_CLOSES : CLOSES

/**
 * The moment by which she is promised an answer, which is the clock that escalates: 5 minutes in danger; for violence the end
 * of this working day, or 10:00 of the next when less than two hours are left; otherwise the end of the next working day.
 */
export function promiseFor(severity: Danger, now: Instant, calendar: WorkingCalendar): Instant {
  if (severity === 'immediate') return instant(now + 5 * MINUTE)
  const today = dateOf(now)
  const next = nextWorkingDay(today, calendar)
  if (severity === 'none') return at(next, closing(next, calendar))
  const inTime = isWorkingDay(today, calendar) && timeOf(now).hour < closing(today, calendar) - 2
  return inTime ? at(today, closing(today, calendar)) : at(next, OPENS + 2)
}

/** The end of the nth working day after this one. */
export function endOfWorkingDay(day: LocalDate, n: number, calendar: WorkingCalendar): Instant {
  let end = day
  for (let left = n; left > 0; left--) end = nextWorkingDay(end, calendar)
  return at(end, closing(end, calendar))
}

function nextWorkingDay(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  let next = addDays(day, 1)
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1)
  return next
}

/** The n-th working day before a day. */
export function workingDaysBefore(day: LocalDate, n: number, calendar: WorkingCalendar): LocalDate {
  let before = day
  for (let left = n; left > 0; ) {
    before = addDays(before, -1)
    if (isWorkingDay(before, calendar)) left--
  }
  return before
}
