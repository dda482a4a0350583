import { describe, expect, test } from 'vitest'
import { demoRegister } from '../../../src/bot/install/demoProvince.ts'
import { at, HOUR, instant, localDate } from '../../../src/domain/calendar.ts'
import { nextWakingMoment, writingUntil } from '../../../src/domain/report/gentle.ts'
import { unitId } from '../../../src/domain/ids.ts'
import { workingDaysBefore } from '../../../src/domain/case/promise.ts'
import { reviewedBy, reviewerOf, unitsAbove } from '../../../src/domain/report/review.ts'
import { makeUnitTree } from '../../../src/domain/unit/tree.ts'

const tree = makeUnitTree(demoRegister())
const [commune, district, province] = [unitId('xa-1'), unitId('huyen-1'), unitId('tinh')]
const both = new Set([district, province])
const before = localDate('2025-06-30')
const after = localDate('2025-07-01')

describe('who looks at a report', () => {
  test('the district of a commune until 30/06/2025, then the province', () => {
    expect([reviewerOf(tree, commune, both, before), reviewerOf(tree, commune, both, after)]).toEqual([
      district,
      province,
    ])
  })
  test('where the district has no leader, the province', () => {
    expect(reviewerOf(tree, commune, new Set([province]), before)).toBe(province)
  })
  test('a district that has ended is still looked at by the province', () => {
    expect(unitsAbove(tree, district, after)).toEqual([province])
  })
  test('the province, which has none above it, is its own', () => {
    expect(reviewerOf(tree, province, both, before)).toBe(province)
  })
  test('every unit waits in exactly one queue', () => {
    const [ofDistrict, ofProvince] = [
      reviewedBy(tree, district, both, before),
      reviewedBy(tree, province, both, before),
    ]
    const all = tree.inForce(before).map((one) => one.unit)
    expect(ofDistrict.filter((one) => ofProvince.includes(one))).toEqual([])
    expect([...ofDistrict, ...ofProvince].toSorted()).toEqual(all.toSorted())
    expect(ofDistrict).toHaveLength(9)
  })
})

describe('when she may be written to', () => {
  const day = localDate('2022-03-15')
  test.each([
    ['before 07:30 it waits for 07:30', at(day, 5), at(day, 7, 30)],
    ['within waking hours it goes at once', at(day, 19, 59), at(day, 19, 59)],
    ['from 20:00 on it waits for the next morning', at(day, 20), at(localDate('2022-03-16'), 7, 30)],
  ])('%s', (_, now, then) => {
    expect(nextWakingMoment(now)).toBe(then)
  })
  test('one who wrote a minute ago is writing, one who wrote an hour ago is not', () => {
    const now = at(day, 9)
    expect([writingUntil(instant(now - 60_000), now), writingUntil(at(day, 8), now)]).toEqual([
      instant(now + 59 * 60_000),
      undefined,
    ])
  })
  test('a reminder waits for a report that stands open until it rested for a day', () => {
    const now = at(day, 9)
    const heard = [instant(now - 23 * HOUR), instant(now - 24 * HOUR)]
    expect(heard.map((one) => writingUntil(one, now, 'reminder'))).toEqual([instant(now + HOUR), undefined])
  })
})

test('five working days before a Wednesday after a holiday skip the weekend and the holiday', () => {
  const calendar = { off: [localDate('2022-04-11')], half: [], extra: [] }
  expect(workingDaysBefore(localDate('2022-04-13'), 5, calendar)).toBe('2022-04-05')
})
