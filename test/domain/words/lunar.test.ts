import { expect, test } from 'vitest'
import { addDays, localDate } from '../../../src/domain/calendar.ts'
import { isNearTet, lunarOf, solarOf } from '../../../src/domain/words/lunar.ts'

/** Tết as it was kept; in 1985 Vietnam kept it a month before China, in 2007 and 2030 a day before. */
test.each([
  '1985-01-21',
  '2007-02-17',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-02',
])('Tết is on %s', (date) => {
  const year = Number(date.slice(0, 4))
  expect(lunarOf(localDate(date))).toEqual({ day: 1, month: 1, year, leap: false })
  expect(solarOf({ day: 1, month: 1, year, leap: false })).toBe(date)
})

test.each([
  ['2020-05-23', { day: 1, month: 4, year: 2020, leap: true }],
  ['2023-03-22', { day: 1, month: 2, year: 2023, leap: true }],
  ['2025-07-25', { day: 1, month: 6, year: 2025, leap: true }],
  ['2028-06-23', { day: 1, month: 5, year: 2028, leap: true }],
  ['2025-10-06', { day: 15, month: 8, year: 2025, leap: false }],
  ['2026-02-16', { day: 29, month: 12, year: 2025, leap: false }],
  ['2026-01-01', { day: 13, month: 11, year: 2025, leap: false }],
  ['2033-12-22', { day: 1, month: 11, year: 2033, leap: true }],
])('%s', (date, lunar) => {
  expect(lunarOf(localDate(date))).toEqual(lunar)
})

test('every day of 2000–2049 comes back from its lunar date', () => {
  let date = localDate('2000-01-01')
  for (let i = 0; i < 18_262; i += 1) {
    expect(solarOf(lunarOf(date))).toBe(date)
    date = addDays(date, 1)
  }
})

test('a day that the lunar month does not have is none', () => {
  expect(solarOf({ day: 30, month: 12, year: 2025, leap: false })).toBeUndefined()
  expect(solarOf({ day: 1, month: 5, year: 2026, leap: true })).toBeUndefined()
})

test('Tết is near from 20 December to 20 January', () => {
  expect(isNearTet(localDate('2026-02-07'))).toBe(true)
  expect(isNearTet(localDate('2026-03-08'))).toBe(true)
  expect(isNearTet(localDate('2026-03-09'))).toBe(false)
  expect(isNearTet(localDate('2026-02-06'))).toBe(false)
})
