import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCalendar } from '../../../src/bot/sources/workingDays.ts'
import {
  addDays,
  dateOf,
  formatDate,
  type Instant,
  instant,
  localDate,
  MINUTE,
  parseInstant,
  timeOf,
} from '../../../src/domain/calendar.ts'
import { requestClocks } from '../../../src/domain/case/requestClocks.ts'
import { isWorkingDay, promiseFor, type WorkingCalendar } from '../../../src/domain/case/promise.ts'

const NONE: WorkingCalendar = { off: [], half: [], extra: [] }
const days = (...texts: readonly string[]) => texts.map((text) => localDate(text))
/** The days of Tết 2022, the year of the plan, as the working calendar has them. */
const TET: WorkingCalendar = {
  ...NONE,
  off: days('2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'),
}

function moment(text: string): Instant {
  const parsed = parseInstant(text)
  if (parsed === undefined) throw new Error(`no moment: ${text}`)
  return parsed
}

function said(promised: Instant): string {
  const { hour, minute } = timeOf(promised)
  return `${formatDate(dateOf(promised))} ${hour}:${String(minute).padStart(2, '0')}`
}

describe('a question without danger is answered by the end of the next working day', () => {
  test.each([
    ['on a Wednesday morning', '2022-03-09T09:00', '10/03/2022 17:00'],
    ['before the office opens', '2022-03-09T05:59', '10/03/2022 17:00'],
    ['a minute before midnight', '2022-03-09T23:59', '10/03/2022 17:00'],
    ['on a Friday evening', '2022-03-11T20:00', '14/03/2022 17:00'],
    ['on a Saturday', '2022-03-12T10:00', '14/03/2022 17:00'],
    ['on a Sunday night', '2022-03-13T23:00', '14/03/2022 17:00'],
    ['on the last working day before Tết', '2022-01-28T16:00', '07/02/2022 17:00'],
    ['on the first day of Tết', '2022-02-01T00:05', '07/02/2022 17:00'],
  ])('%s', (_when, now, due) => {
    expect(said(promiseFor('none', moment(now), TET))).toBe(due)
  })
})

describe('violence is answered the same working day while two hours are left, else by ten of the next', () => {
  test.each([
    ['in the morning', '2022-03-09T08:00', '09/03/2022 17:00'],
    ['a minute before the last two hours', '2022-03-09T14:59', '09/03/2022 17:00'],
    ['within the last two hours', '2022-03-09T15:01', '10/03/2022 10:00'],
    ['at night', '2022-03-09T22:00', '10/03/2022 10:00'],
    ['early, before the office opens', '2022-03-10T04:00', '10/03/2022 17:00'],
    ['on a Friday evening', '2022-03-11T18:30', '14/03/2022 10:00'],
    ['on a Saturday morning', '2022-03-12T08:00', '14/03/2022 10:00'],
    ['during Tết', '2022-02-02T09:00', '07/02/2022 10:00'],
  ])('%s', (_when, now, due) => {
    expect(said(promiseFor('violence', moment(now), TET))).toBe(due)
  })
})

describe('half days and days that are worked for others', () => {
  const half: WorkingCalendar = { ...NONE, half: days('2022-03-09', '2022-03-10') }

  test('a half day ends at noon', () => {
    expect(said(promiseFor('violence', moment('2022-03-09T09:59'), half))).toBe('09/03/2022 12:00')
  })
  test('from ten o’clock a half day has less than two hours', () => {
    expect(said(promiseFor('violence', moment('2022-03-09T10:01'), half))).toBe('10/03/2022 10:00')
  })
  test('when the next working day is a half day, its end is noon', () => {
    expect(said(promiseFor('none', moment('2022-03-09T09:00'), half))).toBe('10/03/2022 12:00')
  })
  test('a Saturday that is worked counts', () => {
    const extra: WorkingCalendar = { ...NONE, extra: days('2022-03-12') }
    expect(said(promiseFor('none', moment('2022-03-11T09:00'), extra))).toBe('12/03/2022 17:00')
  })
  test('a holiday in the middle of the week is skipped', () => {
    const off: WorkingCalendar = { ...NONE, off: days('2022-03-09') }
    expect(said(promiseFor('violence', moment('2022-03-09T09:00'), off))).toBe('10/03/2022 10:00')
  })
})

const anyMoment = fc
  .integer({ min: moment('2022-01-01T00:00'), max: moment('2022-12-31T23:59') })
  .map((ms) => instant(ms))
const anyCalendar = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 40 }), fc.array(fc.integer({ min: 0, max: 364 })))
  .map(
    ([off, half]): WorkingCalendar => ({
      off: off.map((n) => addDays(localDate('2022-01-01'), n)),
      half: half.map((n) => addDays(localDate('2022-01-01'), n)),
      extra: [],
    }),
  )

test('danger is answered in five minutes, on any day at any hour', () => {
  fc.assert(
    fc.property(anyMoment, anyCalendar, (now, calendar) => {
      expect(promiseFor('immediate', now, calendar) - now).toBe(5 * MINUTE)
    }),
  )
})

test('a promise lies ahead, on a working day, between ten and five', () => {
  fc.assert(
    fc.property(
      anyMoment,
      anyCalendar,
      fc.constantFrom('none' as const, 'violence' as const),
      (now, calendar, kind) => {
        const promised = promiseFor(kind, now, calendar)
        expect(promised).toBeGreaterThan(now)
        expect(isWorkingDay(dateOf(promised), calendar)).toBe(true)
        expect([10, 12, 17]).toContain(timeOf(promised).hour)
      },
    ),
  )
})

test('violence is never promised later than a question without danger', () => {
  fc.assert(
    fc.property(anyMoment, anyCalendar, (now, calendar) => {
      expect(promiseFor('violence', now, calendar)).toBeLessThanOrEqual(promiseFor('none', now, calendar))
    }),
  )
})

test('the calendar that comes with the bot has Tết, 30/4, 1/5 and 2/9 of 2026 off', async () => {
  const calendar = await loadCalendar('plans/calendar')
  const holidays = ['2026-02-17', '2026-02-18', '2026-02-19', '2026-04-30', '2026-05-01', '2026-09-02']
  expect(holidays.filter((day) => isWorkingDay(localDate(day), calendar))).toEqual([])
})

test('a Friday exchanged for a Saturday is off, and the Saturday is worked', async () => {
  const calendar = await loadCalendar('plans/calendar')
  expect(['2026-01-02', '2026-01-10'].map((day) => isWorkingDay(localDate(day), calendar))).toEqual([false, true])
  expect(said(promiseFor('none', moment('2026-01-09T09:00'), calendar))).toBe('10/01/2026 17:00')
})

test.each([
  ['on a Tuesday', '2026-11-24T10:00', '26/11/2026 17:00'],
  ['on a Friday', '2026-11-20T10:00', '24/11/2026 17:00'],
  ['before Tết', '2026-02-13T16:00', '24/02/2026 17:00'],
])('a request about her data made %s is answered within two working days', async (_when, now, answerBy) => {
  expect(said(requestClocks('stop', moment(now), await loadCalendar('plans/calendar')).answerBy)).toBe(answerBy)
})

test.each([
  ['access', '04/12/2026 17:00'],
  ['copy', '04/12/2026 17:00'],
  ['correct', '04/12/2026 17:00'],
  ['stop', '09/12/2026 17:00'],
  ['erase', '14/12/2026 17:00'],
  ['other', '04/12/2026 17:00'],
] as const)('a request «%s» is carried out in the days that the law gives it', (kind, doneBy) => {
  expect(said(requestClocks(kind, moment('2026-11-24T10:00'), NONE).doneBy)).toBe(doneBy)
})
