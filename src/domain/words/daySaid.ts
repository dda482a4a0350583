/** What the matched words of a day mean, seen from today. The patterns are in dates.ts. */

import { addDays, addMonths, dayOf, type LocalDate, monthOf, startOfWeek, yearOf } from '../calendar.ts'
import { isNearTet, lunarOf, solarOf } from './lunar.ts'
import type { DoubtKey } from './numbers.ts'

interface Day {
  readonly kind: 'day'
  readonly date: LocalDate
  readonly why?: DoubtKey
  /** Without its month ('ngày 8'): worth nothing beside 'tháng 3'. */
  readonly loose?: boolean
}

export interface Setting {
  readonly today: LocalDate
  readonly calendar: 'moon' | 'sun' | 'unsaid'
  /** What is left out is that of the first such day from today on; otherwise of the nearest past. */
  readonly coming: boolean
}

export type Found =
  | Day
  | { readonly kind: 'weekday'; readonly date: LocalDate; readonly n: number; readonly why?: DoubtKey }
  | { readonly kind: 'noSuchDay' | 'vague' | 'several' }

export type Groups = Readonly<Record<string, string | undefined>>

const NO_SUCH_DAY: Found = { kind: 'noSuchDay' }

export function readDayMonth(groups: Groups, setting: Setting): Found | undefined {
  const isMoonMonth = groups.month === 'gieng' || groups.month === 'chap'
  const month = groups.month === 'gieng' ? 1 : groups.month === 'chap' ? 12 : Number(groups.month)
  const year = yearSaid(groups, setting.today)
  if (setting.calendar === 'moon' || isMoonMonth || groups.leap) {
    return moonDay({ day: Number(groups.day), month, leap: groups.leap !== undefined }, year, setting)
  }
  const date = sunDay(Number(groups.day), month, year, setting)
  return date ? maybeMoon(date, groups, setting) : NO_SUCH_DAY
}

export function readDayOfNearMonth(groups: Groups, setting: Setting): Found | undefined {
  const before = groups.again ? -2 : -1
  const shift = groups.which === 'nay' ? 0 : groups.which === 'sau' || groups.which === 'toi' ? 1 : before
  const month = addMonths(setting.today, shift)
  if (setting.calendar === 'moon') return { kind: 'vague' }
  const date = dayOf(yearOf(month), monthOf(month), Number(groups.day))
  return date ? maybeMoon(date, groups, setting) : NO_SUCH_DAY
}

export function readDayAlone(groups: Groups, setting: Setting): Found | undefined {
  const n = Number(groups.day)
  if (setting.calendar === 'moon') return nearestMoonDay(n, setting)
  for (let away = 0; away < 3; away += 1) {
    const month = addMonths(setting.today, setting.coming ? away : -away)
    const date = dayOf(yearOf(month), monthOf(month), n)
    if (date && isOnSide(date, setting))
      return { ...maybeMoon(date, { ...groups, alone: 'yes' }, setting), loose: true }
  }
  return NO_SUCH_DAY
}

export function readTet(groups: Groups, setting: Setting): Found | undefined {
  const n = Number(groups.day)
  const year = yearSaid(groups, setting.today)
  // The 29th and 30th of Tết are the last days of the year before.
  if (n > 20) return moonDay({ day: n, month: 12, leap: false }, year === undefined ? undefined : year - 1, setting)
  return moonDay({ day: n, month: 1, leap: false }, year, setting)
}

export function readFullMoon(groups: Groups, setting: Setting): Found | undefined {
  const found = groups.month ? readDayMonth({ ...groups, day: '15' }, { ...setting, calendar: 'moon' }) : undefined
  const day = found ?? nearestMoonDay(15, setting)
  return day.kind === 'day' ? { ...day, why: 'lunar' } : day
}

export function readWeekday(groups: Groups, { today, coming }: Setting): Found | undefined {
  const n = groups.sunday ? 7 : Number(groups.n ?? groups.short) - 1
  const inThisWeek = addDays(startOfWeek(today), n - 1)
  const found = (date: LocalDate): Found => ({ kind: 'weekday', date, n })
  if (groups.when === 'tuan nay' || groups.when === 'nay') return found(inThisWeek)
  if (groups.when === 'tuan sau' || groups.when === 'tuan toi') return found(addDays(inThisWeek, 7))
  if (groups.when?.startsWith('tuan ')) return found(addDays(inThisWeek, groups.again ? -14 : -7))
  if (coming && !groups.when) return found(inThisWeek < today ? addDays(inThisWeek, 7) : inThisWeek)
  if (inThisWeek < today) return found(inThisWeek)
  if (inThisWeek > today || groups.when) return found(addDays(inThisWeek, -7))
  return { kind: 'weekday', date: today, n, why: 'weekday' }
}

export function readAgo(groups: Groups, { today }: Setting): Found {
  return day(addDays(today, -Number(groups.ago ?? groups.since)))
}

/** 'mùng 8' may be counted by the moon when Tết or the full moon is near; 'mùng 1' always may. */
function maybeMoon(date: LocalDate, groups: Groups, { today, calendar }: Setting): Day {
  if (calendar === 'sun' || (groups.prefix !== 'mung' && groups.prefix !== 'mong')) return day(date)
  const age = lunarOf(today).day
  const isMoonTalk = groups.alone !== undefined && (Number(groups.day) === 1 || (age >= 13 && age <= 17))
  return isMoonTalk || isNearTet(today) || isNearTet(date) ? { kind: 'day', date, why: 'lunar' } : day(date)
}

function sunDay(d: number, month: number, year: number | undefined, setting: Setting): LocalDate | undefined {
  if (year !== undefined) return year >= 1900 && year <= 2100 ? dayOf(year, month, d) : undefined
  // Eight years away, for 29 February around a century that has no leap day.
  for (let away = 0; away <= 8; away += 1) {
    const date = dayOf(yearOf(setting.today) + (setting.coming ? away : -away), month, d)
    if (date && isOnSide(date, setting)) return date
  }
  return undefined
}

function moonDay(
  said: { readonly day: number; readonly month: number; readonly leap: boolean },
  year: number | undefined,
  setting: Setting,
): Found {
  if (said.day < 1 || said.day > 30 || said.month < 1 || said.month > 12) return NO_SUCH_DAY
  const thisYear = lunarOf(setting.today).year
  const step = setting.coming ? 1 : -1
  const years = year === undefined ? Array.from({ length: said.leap ? 20 : 3 }, (_, i) => thisYear + i * step) : [year]
  for (const one of years) {
    const date = one >= 1900 && one <= 2100 ? solarOf({ ...said, year: one }) : undefined
    if (date && (year !== undefined || isOnSide(date, setting))) return day(date)
  }
  return NO_SUCH_DAY
}

function nearestMoonDay(n: number, { today, coming }: Setting): Found {
  for (let away = 0; away < 62; away += 1) {
    const date = addDays(today, coming ? away : -away)
    if (lunarOf(date).day === n) return day(date)
  }
  return NO_SUCH_DAY
}

const isOnSide = (date: LocalDate, { today, coming }: Setting): boolean => (coming ? date >= today : date <= today)

function yearSaid({ year, near }: Groups, today: LocalDate): number | undefined {
  if (near) return yearOf(today) - (near === 'nam nay' ? 0 : near === 'nam kia' ? 2 : 1)
  if (year === undefined || year.length === 4) return year === undefined ? undefined : Number(year)
  const full = 2000 + Number(year)
  return full > yearOf(today) + 10 ? full - 100 : full
}

export const day = (date: LocalDate): Day => ({ kind: 'day', date })
