import { expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { readDate } from '../../../src/domain/words/dates.ts'

/** Far from Tết and from the full moon: 25/4 by the moon. */
const june = localDate('2026-06-10')
/** The last day of the first lunar month: near Tết by the day that is told. */
const march = localDate('2026-03-18')

const read = (value: string) => ({ kind: 'read', value })
const doubtful = (value: string, why: string) => ({ kind: 'doubtful', value, why })
const unreadable = (why: string) => ({ kind: 'unreadable', why })

test.each([
  ['ngày 8', '2026-06-08'],
  ['mùng 8', '2026-06-08'],
  ['mồng 8', '2026-06-08'],
  ['mung 8', '2026-06-08'],
  ['mùng tám', '2026-06-08'],
  ['hôm mùng 8', '2026-06-08'],
  ['hôm 8', '2026-06-08'],
  ['ngày 20', '2026-05-20'],
  ['ngày 31', '2026-05-31'],
  ['hôm mùng 8 tháng trước', '2026-05-08'],
  ['ngày 8 tháng trước', '2026-05-08'],
  ['ngày 8 tháng này', '2026-06-08'],
  ['mùng 8 tháng 3 dương', '2026-03-08'],
  ['Họp định kỳ với UBND xã ngày mùng 8, có biên bản', '2026-06-08'],
])('%s is a day of the sun in June', (text, date) => {
  expect(readDate(text, june)).toEqual(read(date))
})

test.each([
  ['mùng 8', '2026-03-08'],
  ['mùng 8/3', '2026-03-08'],
  ['mồng 8 tháng 3', '2026-03-08'],
  ['hôm mùng 8 tháng trước', '2026-02-08'],
  ['ngày mùng tám tháng ba', '2026-03-08'],
])('%s near Tết is read back', (text, date) => {
  expect(readDate(text, march)).toEqual(doubtful(date, 'lunar'))
})

test('mùng 8 near the full moon and mùng 1 are read back', () => {
  expect(readDate('mùng 8', localDate('2026-06-29'))).toEqual(doubtful('2026-06-08', 'lunar'))
  expect(readDate('mùng 1', june)).toEqual(doubtful('2026-06-01', 'lunar'))
})

test.each([
  ['rằm', '2026-05-31'],
  ['ram', '2026-05-31'],
  ['hôm rằm vừa rồi', '2026-05-31'],
  ['rằm tháng 7', '2025-09-06'],
  ['rằm tháng giêng', '2026-03-03'],
  ['rằm tháng 8 năm 2024', '2024-09-17'],
])('%s is read back with its day of the sun', (text, date) => {
  expect(readDate(text, june)).toEqual(doubtful(date, 'lunar'))
})

test.each([
  ['8/3 âm', '2026-04-24'],
  ['8/3 âm lịch', '2026-04-24'],
  ['8/3 am lich', '2026-04-24'],
  ['8/3 al', '2026-04-24'],
  ['8/3/2025 âm lịch', '2025-04-05'],
  ['mùng 10 tháng 3 âm', '2026-04-26'],
  ['mùng 10 tháng giêng', '2026-02-26'],
  ['ngày 23 tháng chạp', '2026-02-10'],
  ['mùng 3 tết', '2026-02-19'],
  ['29 tết', '2026-02-16'],
  ['mùng 3 tết năm 2024', '2024-02-12'],
  ['mùng 8 âm', '2026-05-24'],
  ['1/6 nhuận âm lịch', '2025-06-25'],
  ['mùng 1 tháng 6 nhuận', '2025-07-25'],
])('%s is turned into a day of the sun', (text, date) => {
  expect(readDate(text, june)).toEqual(read(date))
})

test('the 30th of Tết is no day in a year whose December has 29', () => {
  expect(readDate('30 tết năm 2026', june)).toEqual(unreadable('noSuchDay'))
})
