/**
 * The Vietnamese lunar calendar, after Hồ Ngọc Đức's algorithm (Meeus' new moons and sun longitude, time zone +07:00).
 * https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html
 */

import { addDays, daysBetween, type LocalDate, localDate, yearOf } from '../calendar.ts'

export interface LunarDate {
  readonly day: number
  readonly month: number
  /** The year that began at Tết. */
  readonly year: number
  readonly leap: boolean
}

const EPOCH = localDate('2000-01-01')
const EPOCH_JULIAN = 2_451_545
const ZONE = 7 / 24
const SYNODIC = 29.530588853
const RADIAN = Math.PI / 180

export function lunarOf(date: LocalDate): LunarDate {
  const julian = julianOf(date)
  const start = monthStart(julian)
  const thisWinter = monthEleven(yearOf(date))
  const winter = thisWinter > start ? monthEleven(yearOf(date) - 1) : thisWinter
  const nextWinter = thisWinter > start ? thisWinter : monthEleven(yearOf(date) + 1)
  const after = Math.floor((start - winter) / 29)
  const leapAfter = nextWinter - winter > 365 ? leapOffset(winter) : 99
  const count = after >= leapAfter ? after - 1 : after
  const month = ((count + 10) % 12) + 1
  const winterYear = thisWinter > start ? yearOf(date) : yearOf(date) + 1
  const year = month >= 11 && after < 4 ? winterYear - 1 : winterYear
  return { day: julian - start + 1, month, year, leap: after === leapAfter }
}

/** The solar day, if that month has such a day and, for a leap month, if that year has it. */
export function solarOf(lunar: LunarDate): LocalDate | undefined {
  const winterYear = lunar.month < 11 ? lunar.year - 1 : lunar.year
  const winter = monthEleven(winterYear)
  const nextWinter = monthEleven(winterYear + 1)
  const leapAfter = nextWinter - winter > 365 ? leapOffset(winter) : 99
  const plain = (lunar.month + 1) % 12
  const after = plain >= leapAfter || (lunar.leap && plain === leapAfter - 1) ? plain + 1 : plain
  const k = Math.floor(0.5 + (winter - 2_415_021.076998695) / SYNODIC)
  const date = addDays(EPOCH, newMoonDay(k + after) + lunar.day - 1 - EPOCH_JULIAN)
  const back = lunarOf(date)
  return back.day === lunar.day && back.month === lunar.month && back.leap === lunar.leap ? date : undefined
}

/** From 20 December to 20 January of the lunar year, when people count days by the moon. */
export function isNearTet(date: LocalDate): boolean {
  const { day, month } = lunarOf(date)
  return (month === 12 && day >= 20) || (month === 1 && day <= 20)
}

const julianOf = (date: LocalDate): number => EPOCH_JULIAN + daysBetween(EPOCH, date)

function monthStart(julian: number): number {
  const k = Math.floor((julian - 2_415_021.076998695) / SYNODIC)
  const next = newMoonDay(k + 1)
  return next > julian ? newMoonDay(k) : next
}

/** The day that holds the k-th new moon since 1 January 1900 (Julian day number, in Vietnam). */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const [t2, t3] = [t * t, t * t * t]
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIAN)
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIAN
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIAN
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIAN
  const shift =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  const deltaT =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + shift - deltaT + 0.5 + ZONE)
}

/** Which twelfth of its path the sun is in at the start of that day. */
function sunSector(julian: number): number {
  const t = (julian - 2_451_545.5 - ZONE) / 36_525
  const t2 = t * t
  const mean = (357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIAN
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(mean) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * mean) +
    0.00029 * Math.sin(3 * mean)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** The first day of the eleventh month, the one that holds the winter solstice. */
function monthEleven(year: number): number {
  const december = julianOf(localDate(`${year}-12-31`))
  const k = Math.floor((december - 2_415_021) / SYNODIC)
  const start = newMoonDay(k)
  return sunSector(start) >= 9 ? newMoonDay(k - 1) : start
}

/** How many months after the eleventh the leap month comes: the first without a change of sector. */
function leapOffset(winter: number): number {
  const k = Math.floor((winter - 2_415_021.076998695) / SYNODIC + 0.5)
  for (let i = 1; i < 14; i += 1) {
    if (sunSector(newMoonDay(k + i)) === sunSector(newMoonDay(k + i + 1))) return i
  }
  return 13
}
