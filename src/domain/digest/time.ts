import { addDays, at, dateOf, type Instant, type LocalDate, startOfWeek, type Weekday } from '../calendar.ts'

/** When a leader wants her digest: the same hour of the same day every week, in Vietnam. */
export interface DigestTime {
  readonly weekday: Weekday
  /** A whole hour. */
  readonly hour: number
}

export const MONDAY_SEVEN: DigestTime = { weekday: 1, hour: 7 }
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
export const weekdayOf = (n: number): Weekday => WEEKDAYS.find((one) => one === n) ?? MONDAY_SEVEN.weekday
export const DIGEST_HOURS: readonly number[] = [6, 7, 8, 9, 11, 14, 16, 17, 19, 20]

export const dayInWeek = (week: LocalDate, time: DigestTime): LocalDate => addDays(week, time.weekday - 1)

export const slotOf = (week: LocalDate, time: DigestTime): Instant => at(dayInWeek(week, time), time.hour)

/** Weeks, by their Mondays, whose slot lies after `from` and not after `to`. */
export function weeksBetween(time: DigestTime, from: Instant, to: Instant): readonly LocalDate[] {
  const weeks: LocalDate[] = []
  for (let week = startOfWeek(dateOf(from)); slotOf(week, time) <= to; week = addDays(week, 7)) {
    if (slotOf(week, time) > from) weeks.push(week)
  }
  return weeks
}

/** The next one after a moment. */
export function nextSlot(time: DigestTime, now: Instant): Instant {
  const week = startOfWeek(dateOf(now))
  const slot = slotOf(week, time)
  return slot > now ? slot : slotOf(addDays(week, 7), time)
}
