import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate, periodKey } from '../../../src/domain/calendar.ts'
import { readPeriod } from '../../../src/domain/words/dates.ts'

const today = localDate('2026-03-18')

test.each([
  ['tháng 3', '2026-03'],
  ['thang 3', '2026-03'],
  ['t3', '2026-03'],
  ['T3', '2026-03'],
  ['t3/2026', '2026-03'],
  ['3/2026', '2026-03'],
  ['tháng 3/2025', '2025-03'],
  ['tháng 3/25', '2025-03'],
  ['thang 3 nam 2025', '2025-03'],
  ['tháng ba', '2026-03'],
  ['tháng tư', '2025-04'],
  ['tháng 12', '2025-12'],
  ['tháng 3 năm ngoái', '2025-03'],
  ['tháng này', '2026-03'],
  ['tháng trước', '2026-02'],
  ['thang truoc', '2026-02'],
  ['quý 1', '2026-Q1'],
  ['Quý I', '2026-Q1'],
  ['quy I', '2026-Q1'],
  ['quý IV', '2025-Q4'],
  ['quý một', '2026-Q1'],
  ['q1', '2026-Q1'],
  ['q4', '2025-Q4'],
  ['q1/2025', '2025-Q1'],
  ['Quý 2 năm 2025', '2025-Q2'],
  ['quý này', '2026-Q1'],
  ['quý trước', '2025-Q4'],
  ['báo cáo quý 1 ạ', '2026-Q1'],
  ['6 tháng đầu năm', '2026-H1'],
  ['6 thang dau nam 2025', '2025-H1'],
  ['sáu tháng đầu năm', '2026-H1'],
  ['6 tháng', '2026-H1'],
  ['6 tháng cuối năm', '2025-H2'],
  ['6 tháng cuối năm 2024', '2024-H2'],
  ['nửa đầu năm', '2026-H1'],
  ['9 tháng', '2026-9M'],
  ['9 tháng đầu năm 2024', '2024-9M'],
  ['chín tháng', '2026-9M'],
  ['3 tháng đầu năm', '2026-Q1'],
  ['cả năm', '2026'],
  ['cả năm 2025', '2025'],
  ['năm 2025', '2025'],
  ['2025', '2025'],
  ['năm nay', '2026'],
  ['năm ngoái', '2025'],
  ['nam truoc', '2025'],
  ['2022-Q1', '2022-Q1'],
  ['2022-9M', '2022-9M'],
])('%s is %s', (text, key) => {
  const reading = readPeriod(text, today)
  expect(reading.kind === 'read' ? periodKey(reading.value) : reading).toBe(key)
})

test.each([
  ['đầu năm', 'vague'],
  ['cuối quý', 'vague'],
  ['quý 5', 'notAPeriod'],
  ['tháng 13', 'notAPeriod'],
  ['12/3', 'notAPeriod'],
  ['12/3/2026', 'notAPeriod'],
  ['ngày 12 tháng 3', 'notAPeriod'],
  ['hôm qua', 'notAPeriod'],
  ['45 người', 'notAPeriod'],
  ['', 'notAPeriod'],
  ['quý 1 và quý 2', 'several'],
  ['tháng 3, 4', 'several'],
  ['tháng 1-3', 'several'],
])('%s is refused', (text, why) => {
  expect(readPeriod(text, today)).toEqual({ kind: 'unreadable', why })
})

test('in January the month, quarter and year before are those of last year', () => {
  const january = localDate('2026-01-15')
  expect(readPeriod('tháng trước', january)).toMatchObject({ value: { kind: 'month', year: 2025, n: 12 } })
  expect(readPeriod('quý trước', january)).toMatchObject({ value: { kind: 'quarter', year: 2025, n: 4 } })
  expect(readPeriod('năm trước', january)).toMatchObject({ value: { kind: 'year', year: 2025, n: 1 } })
})

test('any text is read without throwing, composed or not', () => {
  const words = ['quý', 'tháng', 'năm', '6', '9', 'iv', '2026', '/', 'đầu', 'cuối', 'trước', 'nay', 'ngoái', 't3', '0']
  const salad = fc.array(fc.constantFrom(...words), { maxLength: 10 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), salad), (text) => {
      expect(readPeriod(text.normalize('NFD'), today)).toEqual(readPeriod(text.normalize('NFC'), today))
    }),
    { numRuns: 500 },
  )
})
