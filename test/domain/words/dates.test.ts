import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate, monthOf, weekday, yearOf } from '../../../src/domain/calendar.ts'
import { readDate } from '../../../src/domain/words/dates.ts'
import { fold } from '../../../src/domain/words/fold.ts'

/** A Wednesday in June. */
const june = localDate('2026-06-10')
/** A Wednesday in March. */
const march = localDate('2026-03-18')

const read = (value: string) => ({ kind: 'read', value })
const doubtful = (value: string, why: string) => ({ kind: 'doubtful', value, why })
const unreadable = (why: string) => ({ kind: 'unreadable', why })

describe('a day and a month', () => {
  test.each([
    '12/3',
    '12-3',
    '12.3',
    '12 / 3',
    '12/03',
    '12/3/2026',
    '12/3/26',
    '12-3-2026',
    '12.3.2026',
    '2026-03-12',
    '12032026',
    'ngày 12/3',
    'hôm 12/3 ạ',
    'ngày 12-3',
    'ngày 12 tháng 3',
    'ngay 12 thang 3',
    'Ngày 12 tháng 3 năm 2026',
    '12 tháng 3',
    '12 thang 3 2026',
    'ngày 12 tháng ba',
    'ngày mười hai tháng ba',
    'tháng 3 ngày 12',
    'ngày 12/3 năm nay',
    '8h30 ngày 12/3',
    'thứ 5, 12/3',
    'thứ năm 12/3/2026',
    'T5 (12/3)',
    'dạ họp hôm 12/3, 45 chị dự',
    '12/3 dương lịch',
    '１２/３',
  ])('%s', (text) => {
    expect(readDate(text, march)).toEqual(read('2026-03-12'))
  })

  test.each([
    ['20/10', '2025-10-20'],
    ['8/3', '2026-03-08'],
    ['18/3', '2026-03-18'],
    ['19/3', '2025-03-19'],
    ['9/11', '2025-11-09'],
    ['31/12', '2025-12-31'],
    ['29/2', '2024-02-29'],
    ['12/3 năm ngoái', '2025-03-12'],
    ['ngày 5 tháng sáu', '2025-06-05'],
    ['ngày 5 tháng tư', '2025-04-05'],
    ['12/3/98', '1998-03-12'],
    ['20/4/2026', '2026-04-20'],
  ])('%s without a year is that of the nearest past; a stated day may be in the future', (text, date) => {
    expect(readDate(text, march)).toEqual(read(date))
  })

  test.each(['30/2', '31/4/2025', '29/2/2025', '32/1', '0/5', '12/13', 'ngày 31 tháng 6', 'ngày 40', '12/3/1500'])(
    '%s is no day',
    (text) => {
      expect(readDate(text, march)).toEqual(unreadable('noSuchDay'))
    },
  )

  test.each([
    '12/3 và 15/3',
    '12-15/3',
    'từ 12/3 đến 14/3',
    'ngày 12, 13/3',
    '12 và 13 tháng 3',
    'hôm qua 16/3',
    '30/2, 15/3',
  ])('%s is more than one', (text) => {
    expect(readDate(text, march)).toEqual(unreadable('several'))
  })

  test('a weekday that does not fit its date is read back', () => {
    expect(readDate('thứ sáu 12/3', march)).toEqual(doubtful('2026-03-12', 'weekday'))
  })
})

describe('seen from today', () => {
  test.each([
    ['hôm nay', '2026-06-10'],
    ['hom nay', '2026-06-10'],
    ['nay', '2026-06-10'],
    ['hnay', '2026-06-10'],
    ['sáng nay', '2026-06-10'],
    ['hôm qua', '2026-06-09'],
    ['hom qua', '2026-06-09'],
    ['hqua', '2026-06-09'],
    ['qua', '2026-06-09'],
    ['tối qua', '2026-06-09'],
    ['hôm qua họp ở thôn', '2026-06-09'],
    ['hôm kia', '2026-06-08'],
    ['hom kia', '2026-06-08'],
    ['hôm kìa', '2026-06-07'],
    ['3 ngày trước', '2026-06-07'],
    ['ba ngày trước', '2026-06-07'],
    ['cách đây 10 ngày', '2026-05-31'],
    ['ngày mai', '2026-06-11'],
    ['hôm qua 9/6', '2026-06-09'],
  ])('%s', (text, date) => {
    expect(readDate(text, june)).toEqual(read(date))
  })

  test.each([
    ['thứ 2', '2026-06-08'],
    ['thu 2', '2026-06-08'],
    ['t2', '2026-06-08'],
    ['T2', '2026-06-08'],
    ['thứ hai', '2026-06-08'],
    ['hôm thứ 3', '2026-06-09'],
    ['thứ ba', '2026-06-09'],
    ['thứ 5', '2026-06-04'],
    ['thứ 6', '2026-06-05'],
    ['thứ bảy', '2026-06-06'],
    ['cn', '2026-06-07'],
    ['chủ nhật', '2026-06-07'],
    ['chu nhat', '2026-06-07'],
    ['t7 vừa rồi', '2026-06-06'],
    ['thứ 2 vừa rồi', '2026-06-08'],
    ['thứ 4 vừa rồi', '2026-06-03'],
    ['thứ 2 tuần trước', '2026-06-01'],
    ['thu 2 tuan truoc', '2026-06-01'],
    ['t2 tuần rồi', '2026-06-01'],
    ['thứ tư tuần trước', '2026-06-03'],
    ['chủ nhật tuần trước', '2026-06-07'],
    ['thứ 2 tuần trước nữa', '2026-05-25'],
    ['thứ 4 tuần này', '2026-06-10'],
    ['thứ 6 tuần này', '2026-06-12'],
    ['thứ 2 tuần sau', '2026-06-15'],
    ['thu 2 tuan truoc doi thoai voi bi thu, nam muoi chi em du', '2026-06-01'],
  ])('%s', (text, date) => {
    expect(readDate(text, june)).toEqual(read(date))
  })

  test('the weekday of today may be a week ago, so it is read back', () => {
    expect(readDate('thứ 4', june)).toEqual(doubtful('2026-06-10', 'weekday'))
  })

  test.each([
    'đầu tháng',
    'giữa tháng',
    'cuối quý',
    'cuoi tuan',
    'đầu tuần',
    'tuần trước',
    'tháng trước',
    'tuần này',
    'tháng 3',
    '12/2025',
    'đầu tháng 3',
    'hôm trước',
    'hôm nọ',
    'mấy hôm nay',
    'mấy ngày qua',
    'gần đây',
    'thứ 2 đầu tháng',
    'ngày 8, tháng trước',
    '12 t7',
    '3 tháng trước',
    'năm ngoái',
  ])('%s is vague', (text) => {
    expect(readDate(text, june)).toEqual(unreadable('vague'))
  })

  test.each([
    '',
    '  ',
    'không nhớ',
    '45 người',
    'chị Mai',
    'họp rồi ạ',
    '1.200',
    '🙏',
    'mỗi ngày 3 buổi',
    'quả',
    'ầm ĩ',
  ])('%s is no date', (text) => {
    expect(readDate(text, june)).toEqual(unreadable('notADate'))
  })
})

describe('properties', () => {
  const forms: readonly ((d: number, m: number, y: number) => string)[] = [
    (d, m, y) => `${d}/${m}/${y}`,
    (d, m, y) => `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
    (d, m, y) => `${d}-${m}-${y}`,
    (d, m, y) => `${d}.${m}.${y}`,
    (d, m, y) => `${d}/${m}/${y % 100}`,
    (d, m, y) => `ngày ${d} tháng ${m} năm ${y}`,
    (d, m, y) => `hôm ${d}/${m}/${y} ạ`,
    (d, m, y) => `${d} thang ${m} ${y}`,
    (d, m, y) => `ngay ${d}/${m} nam ${y}`,
    (d, m) => `${d}/${m}`,
    (d, m) => `${d}-${m}`,
    (d, m) => `${d}.${m}`,
    (d, m) => `ngày ${d} tháng ${m}`,
    (d, m) => `hôm ${d} thang ${m}`,
    (d) => `ngày ${d}`,
    (d) => `hôm ${d}`,
  ]

  test.each(forms.map((form) => ({ form, sample: form(12, 3, 2026) })))(
    'every day of 2020–2027 as $sample',
    ({ form }) => {
      const missed: string[] = []
      for (let date = localDate('2020-01-01'); date <= '2027-12-31'; date = addDays(date, 1)) {
        const reading = readDate(form(Number(date.slice(8)), monthOf(date), yearOf(date)), addDays(date, 5))
        if (reading.kind !== 'read' || reading.value !== date) missed.push(date)
      }
      expect(missed).toEqual([])
    },
  )

  test('a bare weekday is within the last week', () => {
    const names = ['thứ 2', 'thứ ba', 't4', 'thứ năm', 'thu 6', 'thứ bảy', 'chủ nhật']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 7 }), (n, wanted) => {
        const today = addDays(march, n)
        const reading = readDate(names[wanted - 1] ?? '', today)
        const date = reading.kind === 'unreadable' ? localDate('1900-01-01') : reading.value
        expect(weekday(date)).toBe(wanted)
        expect(date > addDays(today, -7) && date <= today).toBe(true)
      }),
    )
  })

  test('any text is read without throwing, composed or not', () => {
    const words = [
      '12/3',
      '30',
      'tháng',
      'ngày',
      'mùng',
      'rằm',
      'âm',
      'tết',
      'năm',
      '2026',
      '9999',
      'thứ',
      'tư',
      'trước',
      'tuần',
      '-',
      'hôm',
      'qua',
      'nhuận',
      '0',
    ]
    const salad = fc.array(fc.constantFrom(...words), { maxLength: 10 }).map((some) => some.join(' '))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), salad), (text) => {
        expect(readDate(text.normalize('NFD'), june)).toEqual(readDate(text.normalize('NFC'), june))
        expect(readDate(fold(text), june)).toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('a long talk is not an answer', () => {
    expect(readDate('12/3 '.repeat(20_000), june)).toEqual(unreadable('tooLong'))
  })
})

describe('of what is still to come, the nearest such day from today on', () => {
  test.each([
    ['20/6', '2026-06-20'],
    ['10/6', '2026-06-10'],
    ['9/6', '2027-06-09'],
    ['29/2', '2028-02-29'],
    ['ngày 5', '2026-07-05'],
    ['ngày 15', '2026-06-15'],
    ['thứ 6', '2026-06-12'],
    ['thứ 2', '2026-06-15'],
    ['rằm', '2026-06-29'],
    ['rằm tháng 7', '2026-08-27'],
    // What says its year, its week or how long ago is that day, wherever it lies.
    ['20/6/2025', '2025-06-20'],
    ['hôm qua', '2026-06-09'],
    ['thứ 6 tuần trước', '2026-06-05'],
  ])('%s', (text, date) => {
    expect(readDate(text, june, 'coming')).toMatchObject({ value: date })
  })
})
