import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, instant, localDate, MINUTE } from '../../../src/domain/calendar.ts'
import { Cause, isStale } from '../../../src/domain/case/contact.ts'

const HEARD = at(localDate('2026-11-23'), 9)
const after = (ms: number) => instant(HEARD + ms)
const today = (hour: number, minute = 0) => at(localDate('2026-11-23'), hour, minute)

describe('her last message is a cause for half an hour', () => {
  test.each([
    ['at once', 0, 'justWrote'],
    ['after 29 minutes', 29 * MINUTE, 'justWrote'],
    ['at 30 minutes exactly', 30 * MINUTE, 'justWrote'],
    ['a millisecond later', 30 * MINUTE + 1, undefined],
    ['the next day', 24 * 60 * MINUTE, undefined],
    ['from a clock that was put back', -1, undefined],
  ])('%s', (_when, ms, kind) => {
    expect(Cause.ofLastMessage(HEARD, after(ms))?.kind).toBe(kind)
  })

  test('one who never wrote gives none', () => {
    expect(Cause.ofLastMessage(undefined, HEARD)).toBeUndefined()
  })
})

describe('hours that she allowed', () => {
  const hours = { fromHour: 19, toHour: 21 }

  test.each([
    ['a minute before', today(18, 59), undefined],
    ['at the first minute', today(19), 'herHours'],
    ['at the last minute', today(20, 59), 'herHours'],
    ['when they end', today(21), undefined],
  ])('%s', (_when, now, kind) => {
    expect(Cause.ofHours(hours, now)?.kind).toBe(kind)
  })

  test('without hours of hers there is no cause, at any hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), (hour) => {
        expect(Cause.ofHours(undefined, today(hour))).toBeUndefined()
      }),
    )
  })
})

test('the answer to her own words needs no clock', () => {
  expect(Cause.reply().kind).toBe('reply')
})

test('a cause cannot be constructed: each of its kinds has its own maker', () => {
  // @ts-expect-error the constructor is private; were it not, the type check would complain of this line
  const made = () => new Cause('herHours')
  expect(made().kind).toBe('herHours')
})

test('a talk is stale exactly when her last message is no cause any more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 * MINUTE }), (ms) => {
      expect(isStale(HEARD, after(ms))).toBe(Cause.ofLastMessage(HEARD, after(ms)) === undefined)
    }),
  )
  expect([isStale(HEARD, after(30 * MINUTE)), isStale(HEARD, after(30 * MINUTE + 1))]).toEqual([false, true])
  expect(isStale(undefined, HEARD)).toBe(true)
})
