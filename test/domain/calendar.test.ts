import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  at,
  type Period,
  DAY,
  dateOf,
  dayOf,
  daysBetween,
  endOfMonth,
  formatDate,
  instant,
  isLocalDate,
  localDate,
  parseInstant,
  parsePeriodKey,
  periodKey,
  periodOf,
  periodRange,
  quarterOf,
  startOfWeek,
  timeOf,
  weekday,
} from '../../src/domain/calendar.ts'

const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((n) => addDays(localDate('1970-01-01'), n))

describe('days', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '', 'x', '0000-01-01'])(
    '%s is no day',
    (text) => {
      expect(isLocalDate(text)).toBe(false)
      expect(() => localDate(text)).toThrow(RangeError)
    },
  )

  test('29 February is a day of leap years', () => {
    expect(isLocalDate('2024-02-29')).toBe(true)
    expect(isLocalDate('1900-02-29')).toBe(false)
  })

  test('a day that is not in the calendar is undefined', () => {
    expect(dayOf(2026, 2, 30)).toBeUndefined()
    expect(dayOf(2026, 2, 3)).toBe('2026-02-03')
  })

  test('adding days crosses months and years', () => {
    expect(addDays(localDate('2025-12-31'), 1)).toBe('2026-01-01')
    expect(addDays(localDate('2024-03-01'), -1)).toBe('2024-02-29')
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-15', 20, '2028-01-15'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s plus %i months is %s', (date, n, expected) => {
    expect(addMonths(localDate(date), n)).toBe(expected)
  })

  test('added days are days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
      }),
    )
  })

  test('Monday is 1 and Sunday is 7', () => {
    expect(weekday(localDate('2026-03-09'))).toBe(1)
    expect(weekday(localDate('2026-03-15'))).toBe(7)
  })

  test('a week starts on its Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = startOfWeek(day)
        expect(weekday(monday)).toBe(1)
        expect(daysBetween(monday, day)).toBe(weekday(day) - 1)
      }),
    )
  })

  test.each([
    ['2026-01-31', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2026-12-31', 4],
  ])('%s is in quarter %i', (date, quarter) => {
    expect(quarterOf(localDate(date))).toBe(quarter)
  })

  test('a month ends on its last day', () => {
    expect(endOfMonth(localDate('2024-02-10'))).toBe('2024-02-29')
    expect(endOfMonth(localDate('2026-12-01'))).toBe('2026-12-31')
  })

  test('a day is written day, month, year', () => {
    expect(formatDate(localDate('2026-03-12'))).toBe('12/03/2026')
  })
})

describe('moments', () => {
  test('the day in Vietnam begins at 17:00 UTC of the day before', () => {
    expect(dateOf(instant(Date.UTC(2026, 2, 11, 16, 59)))).toBe('2026-03-11')
    expect(dateOf(instant(Date.UTC(2026, 2, 11, 17, 0)))).toBe('2026-03-12')
  })

  test('a day and a time make a moment and come back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (day, hour, minute) => {
        const moment = at(day, hour, minute)
        expect(dateOf(moment)).toBe(day)
        expect(timeOf(moment)).toEqual({ hour, minute })
      }),
    )
  })

  test('a number that is no moment throws', () => {
    expect(() => instant(Number.NaN)).toThrow(RangeError)
    expect(() => instant(0.5)).toThrow(RangeError)
  })

  test.each([
    ['2022-11-09', Date.UTC(2022, 10, 8, 17)],
    ['2022-11-09T08:00', Date.UTC(2022, 10, 9, 1)],
    ['2022-11-09 08:00', Date.UTC(2022, 10, 9, 1)],
    ['2022-11-09T08:00:30', Date.UTC(2022, 10, 9, 1, 0, 30)],
    ['2022-11-09T08:00:30.250Z', Date.UTC(2022, 10, 9, 8, 0, 30, 250)],
    ['2022-11-09T08:00Z', Date.UTC(2022, 10, 9, 8)],
    ['2022-11-09T08:00+07:00', Date.UTC(2022, 10, 9, 1)],
    ['2022-11-09T08:00-05:00', Date.UTC(2022, 10, 9, 13)],
  ])('%s is read', (text, expected) => {
    expect(parseInstant(text)).toBe(expected)
  })

  test.each(['2022-02-30', '2022-11-09T24:00', '2022-11-09T08', '9999-12-31T20:00Z', 'hôm nay', ''])(
    '%s is no moment',
    (text) => {
      expect(parseInstant(text)).toBeUndefined()
    },
  )

  test('a day of text is one day before the next', () => {
    expect(Number(parseInstant('2022-11-10')) - Number(parseInstant('2022-11-09'))).toBe(DAY)
  })
})

describe('periods', () => {
  const rows: readonly (readonly [Period, string, string, string])[] = [
    [{ kind: 'month', year: 2022, n: 3 }, '2022-03', '2022-03-01', '2022-03-31'],
    [{ kind: 'quarter', year: 2022, n: 1 }, '2022-Q1', '2022-01-01', '2022-03-31'],
    [{ kind: 'quarter', year: 2022, n: 4 }, '2022-Q4', '2022-10-01', '2022-12-31'],
    [{ kind: 'half', year: 2022, n: 2 }, '2022-H2', '2022-07-01', '2022-12-31'],
    [{ kind: 'nineMonths', year: 2022, n: 1 }, '2022-9M', '2022-01-01', '2022-09-30'],
    [{ kind: 'year', year: 2024, n: 1 }, '2024', '2024-01-01', '2024-12-31'],
  ]

  test.each(rows)('%o has its key and range', (period, key, from, to) => {
    expect(periodKey(period)).toBe(key)
    expect(parsePeriodKey(key)).toEqual(period)
    expect(periodRange(period)).toEqual({ from, to })
  })

  test.each(['2022-13', '2022-00', '2022-Q5', '2022-H3', '2022-6M', '22', '2022-', ''])('%s is no period', (key) => {
    expect(parsePeriodKey(key)).toBeUndefined()
  })

  test('a day lies in its period, and the key comes back', () => {
    const kinds = fc.constantFrom<Period['kind'][]>('month', 'quarter', 'half', 'year')
    fc.assert(
      fc.property(kinds, anyDay, (kind, day) => {
        const period = periodOf(kind, day)
        const { from, to } = periodRange(period)
        expect(from <= day && day <= to).toBe(true)
        expect(parsePeriodKey(periodKey(period))).toEqual(period)
      }),
    )
  })

  test('the nine months are those of the year', () => {
    expect(periodOf('nineMonths', localDate('2026-11-20'))).toEqual({ kind: 'nineMonths', year: 2026, n: 1 })
  })
})
