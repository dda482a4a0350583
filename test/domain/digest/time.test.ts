import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  at,
  DAY,
  HOUR,
  instant,
  localDate,
  MINUTE,
  timeOf,
  dateOf,
  weekday,
} from '../../../src/domain/calendar.ts'
import {
  type DigestTime,
  MONDAY_SEVEN,
  nextSlot,
  slotOf,
  WEEKDAYS,
  weeksBetween,
} from '../../../src/domain/digest/time.ts'

const FIRST = localDate('2022-01-03')
const WEEKS = Array.from({ length: 520 }, (_, n) => addDays(FIRST, 7 * n))
const LAST = WEEKS.at(-1) ?? FIRST

const anyTime: fc.Arbitrary<DigestTime> = fc.record({
  weekday: fc.constantFrom(...WEEKDAYS),
  hour: fc.integer({ min: 0, max: 23 }),
})
const between = (time: DigestTime, from: number, to: number) => weeksBetween(time, instant(from), instant(to))

describe('seven o’clock on a Monday', () => {
  const seven = at(localDate('2026-11-23'), 7)

  test.each([
    ['a millisecond before', seven - 2, seven - 1, []],
    ['at the very moment', seven - 1, seven, ['2026-11-23']],
    ['looked at again', seven, seven + 1, []],
    ['after a night of sleep', seven - 8 * HOUR, seven + 3 * HOUR, ['2026-11-23']],
    ['in the middle of the week', seven + DAY, seven + 5 * DAY, []],
    ['after two weeks', seven - 1, seven + 14 * DAY, ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['the clock stands still', seven, seven, []],
    ['the clock was put back', seven + HOUR, seven - HOUR, []],
  ])('%s', (_when, from, to, weeks) => {
    expect(between(MONDAY_SEVEN, from, to)).toEqual(weeks)
  })
})

test('any other hour stands on its day of the week, in Vietnam', () => {
  fc.assert(
    fc.property(anyTime, fc.constantFrom(...WEEKS), (time, week) => {
      const slot = slotOf(week, time)
      expect(timeOf(slot)).toEqual({ hour: time.hour, minute: 0 })
      expect(weekday(dateOf(slot))).toBe(time.weekday)
    }),
  )
})

test('in 520 weeks each comes exactly once, at whatever hour, however often and unevenly one looks', () => {
  const anyLooks = fc.tuple(
    anyTime,
    fc.array(fc.nat({ max: 520 * 7 * DAY }), { minLength: 1, maxLength: 2000, size: 'max' }),
  )
  fc.assert(
    fc.property(anyLooks, ([time, after]) => {
      const begin = slotOf(FIRST, time) - 1
      const end = slotOf(LAST, time)
      const moments = after.map((ms) => Math.min(begin + ms, end)).toSorted((a, b) => a - b)
      const looks = [begin, ...moments, end]
      expect(looks.slice(1).flatMap((to, index) => between(time, looks[index] ?? to, to))).toEqual(WEEKS)
    }),
    { numRuns: 20 },
  )
})

test('with a clock that jumps back and forth no week is missed; a key for each week keeps it to once', () => {
  const jumps = fc.array(fc.tuple(fc.integer({ min: MINUTE, max: 9 * DAY }), fc.integer({ min: 0, max: 2 * DAY })), {
    minLength: 800,
    maxLength: 900,
  })
  fc.assert(
    fc.property(anyTime, jumps, (time, steps) => {
      const begin = slotOf(FIRST, time) - 1
      let last = begin
      let furthest = begin
      const seen: string[] = []
      for (const [ahead, back] of steps) {
        for (const now of [furthest + ahead, furthest + ahead - back]) {
          if (now >= last) seen.push(...between(time, last, now))
          last = now
          furthest = Math.max(furthest, now)
        }
      }
      expect([...new Set(seen)]).toEqual(between(time, begin, furthest))
    }),
    { numRuns: 10 },
  )
})

test('the next one lies after the moment, and at most a week on', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: at(FIRST, 0), max: at(LAST, 0) }), (time, ms) => {
      const next = nextSlot(time, instant(ms))
      expect(next).toBeGreaterThan(ms)
      expect(next - ms).toBeLessThanOrEqual(7 * DAY)
      expect(between(time, ms, next)).toHaveLength(1)
    }),
  )
})
