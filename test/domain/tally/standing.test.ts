import { describe, expect, test } from 'vitest'
import type { Filter } from '../../../src/domain/plan/plan.ts'
import type { Answers } from '../../../src/domain/plan/form.ts'
import { matchesFilter } from '../../../src/domain/tally/filter.ts'
import { anIndicator, aReport, aTree, day, MERGER, REORGANISED, type ReportGiven } from '../../support/builders.ts'
import { levelOf, rowOf, standingIn, tallyOf } from '../../support/tallies.ts'

const coverage = anIndicator({
  levels: ['commune'],
  sources: [{ form: 'F-COM', where: { in: { kind: ['law_day'] } } }],
  target: { percent: 100 },
})
const lawDay = (given: ReportGiven = {}) => aReport({ ...given, answers: { kind: 'law_day' } })

describe('a unit stands in one of six ways', () => {
  const OPEN = '2022-12-31'
  const OVER = '2023-01-01'
  test.each([
    ['met', 'one that counts', [lawDay()], OPEN],
    ['met', 'one that counts, after a "kỳ này không có"', [aReport({ none: true }), lawDay()], OPEN],
    ['open', 'nothing, and time left', [], OPEN],
    ['open', 'something that does not count, and time left', [aReport()], OPEN],
    ['reportedZero', 'only "kỳ này không có"', [aReport({ none: true })], OPEN],
    ['reportedZero', 'only "kỳ này không có", and time is up', [aReport({ none: true })], OVER],
    ['notMet', 'something that does not count, and time is up', [aReport()], OVER],
    ['noReport', 'nothing, and time is up', [], OVER],
    [
      'noReport',
      'only what was returned or withdrawn',
      [lawDay({ state: 'returned' }), lawDay({ state: 'withdrawn' })],
      OVER,
    ],
    [
      'noReport',
      'only what lies outside the window',
      [lawDay({ on: '2021-12-31' }), lawDay({ on: '2023-01-01' })],
      OVER,
    ],
  ])('%s: %s', (standing, _what, reports, asOf) => {
    const row = rowOf(coverage, reports, { asOf })
    expect(standingIn(row, 'x1').standing).toBe(standing)
    expect(levelOf(row, 'commune').of).toBe(3)
  })

  test('reports of days after the as-of day do not count yet', () => {
    expect(standingIn(rowOf(coverage, [lawDay({ on: '2022-11-09' })], { asOf: '2022-11-08' }), 'x1').standing).toBe(
      'open',
    )
    expect(standingIn(rowOf(coverage, [lawDay({ on: '2022-11-09' })], { asOf: '2022-11-09' }), 'x1').standing).toBe(
      'met',
    )
  })

  test('what can still be met has a last day', () => {
    expect(standingIn(rowOf(coverage, [], { asOf: '2022-06-01' }), 'x1').due).toBe('2022-12-31')
    expect(standingIn(rowOf(coverage, [], { asOf: '2023-06-01' }), 'x1').due).toBeUndefined()
    expect(standingIn(rowOf(coverage, [lawDay()], { asOf: '2022-06-01' }), 'x1').due).toBeUndefined()
  })
})

describe('the last day of the year, asked about later', () => {
  const asked = { asOf: '2022-12-31', askedOn: '2023-01-04' }

  test('is over: nothing is open any more, and the row is not met', () => {
    const row = rowOf(coverage, [lawDay(), aReport({ unit: 'x2' })], asked)
    expect(row.verdict).toBe('notMet')
    expect(['x1', 'x2', 'x3'].map((one) => standingIn(row, one))).toMatchObject([
      { standing: 'met' },
      { standing: 'notMet' },
      { standing: 'noReport' },
    ])
    expect(standingIn(row, 'x3').due).toBeUndefined()
  })

  test('is open while it runs, and a day in the middle of the year stays as it was', () => {
    expect(rowOf(coverage, [], { ...asked, askedOn: '2022-12-31' }).verdict).toBe('open')
    expect(rowOf(coverage, [], { ...asked, asOf: '2022-12-30' }).verdict).toBe('open')
    expect(rowOf(coverage, [], { ...asked, asOf: '2022-12-30' }).levels[0]?.units[0]?.due).toBe('2022-12-31')
  })

  test('misses the last interval of a cadence, and leaves a count below its number', () => {
    const meetings = anIndicator({
      levels: ['commune'],
      rule: { kind: 'cadence', every: 'quarter', atLeast: 1, graceDays: 0 },
      target: { percent: 100 },
    })
    expect(standingIn(rowOf(meetings, [], asked), 'x1').missing).toMatchObject({
      intervals: [{ state: 'missed' }, { state: 'missed' }, { state: 'missed' }, { state: 'missed' }],
    })
    const once = anIndicator({ levels: ['province'], rule: { kind: 'count' }, target: { atLeast: 1 } })
    expect(rowOf(once, [], asked).verdict).toBe('notMet')
    expect(rowOf(once, [], { asOf: '2022-12-31' }).verdict).toBe('open')
  })
})

describe('a year cut on 30/06/2025', () => {
  const tree = aTree(REORGANISED, MERGER)
  const window = { from: day('2025-01-01'), to: day('2025-12-31') }
  const indicator = anIndicator({ levels: ['province', 'district', 'commune'], window, target: { percent: 100 } })
  const early = aReport({ unit: 'x1', on: '2025-03-01' })
  const asOf = '2025-12-31'

  test('the denominator is the units of the as-of day', () => {
    const before = rowOf(indicator, [], { tree, asOf: '2025-06-30' })
    expect(before.levels.map(({ level, of }) => [level, of])).toEqual([
      ['province', 1],
      ['district', 2],
      ['commune', 3],
    ])
    const after = rowOf(indicator, [], { tree, asOf: '2025-07-01' })
    expect(after.levels.map(({ level, of }) => [level, of])).toEqual([
      ['province', 1],
      ['district', 0],
      ['commune', 2],
    ])
  })

  test('units that ended stand apart, with what they had reached', () => {
    const row = rowOf(indicator, [early], { tree, asOf })
    expect(levelOf(row, 'commune').formerUnits.map((one) => [one.unit, one.standing])).toEqual([
      ['x1', 'met'],
      ['x2', 'noReport'],
    ])
    expect(levelOf(row, 'district').formerUnits.map((one) => one.standing)).toEqual(['noReport', 'noReport'])
    expect(row.figures).toMatchObject({ met: 1, of: 3 })
  })

  test('a unit that ended before the window is in no statement', () => {
    const row = rowOf(anIndicator({ ...indicator, window: { from: day('2025-07-01'), to: day('2025-12-31') } }), [], {
      tree,
      asOf,
    })
    expect(row.levels.flatMap(({ formerUnits }) => formerUnits)).toEqual([])
  })

  test('a successor is met by what one of those before it did, and says so', () => {
    expect(standingIn(rowOf(indicator, [early], { tree, asOf }), 'xm')).toMatchObject({
      standing: 'met',
      carriedFrom: ['x1'],
    })
  })

  test('what it does itself needs no label', () => {
    const own = aReport({ unit: 'xm', on: '2025-09-01' })
    expect(standingIn(rowOf(indicator, [early, own], { tree, asOf }), 'xm').carriedFrom).toBeUndefined()
  })

  test('what a predecessor is said to have done after its end carries nothing', () => {
    const late = aReport({ unit: 'x1', on: '2025-08-01' })
    expect(standingIn(rowOf(indicator, [late], { tree, asOf }), 'xm').standing).toBe('open')
  })

  test.each([
    ['any', ['x1'], 'met'],
    ['all', ['x1'], 'open'],
    ['all', ['x1', 'x2'], 'met'],
    ['reset', ['x1', 'x2'], 'open'],
  ] as const)('carried by %s, after deeds of %j, it is %s', (carry, units, standing) => {
    const reports = units.map((one) => aReport({ unit: one, on: '2025-03-01' }))
    expect(standingIn(rowOf(anIndicator({ ...indicator, carry }), reports, { tree, asOf }), 'xm').standing).toBe(
      standing,
    )
  })

  test.each([
    ['any', 1, 'open'],
    ['sum', 2, 'met'],
  ] as const)('two that each did one of two are carried by %s as %i', (carry, value, standing) => {
    const two = anIndicator({ ...indicator, carry, rule: { kind: 'coverage', atLeast: 2 } })
    const reports = [early, aReport({ unit: 'x2', on: '2025-04-01' })]
    expect(standingIn(rowOf(two, reports, { tree, asOf }), 'xm')).toMatchObject({ value, standing })
  })

  test('a deed that both predecessors held together is summed once', () => {
    const sum = anIndicator({ ...indicator, carry: 'sum', rule: { kind: 'sum', field: 'participants' } })
    const both = aReport({ unit: 'x1', joint: ['x2'], on: '2025-03-01', answers: { participants: 50 } })
    const row = rowOf(sum, [both], { tree, asOf })
    expect(standingIn(row, 'xm').value).toBe(50)
    expect(row.figures).toMatchObject({ sent: 50 })
  })

  test('totals lose nothing of the units that ended', () => {
    const sum = anIndicator({ ...indicator, carry: 'reset', rule: { kind: 'sum', field: 'participants' } })
    const ofDistrict = aReport({ unit: 'h1', on: '2025-03-01', answers: { participants: 7 } })
    const ofCommune = aReport({ unit: 'x2', on: '2025-03-01', answers: { participants: 20 } })
    const reports = [ofDistrict, ofCommune]
    expect(rowOf(sum, reports, { tree, asOf }).figures).toMatchObject({ sent: 27 })
    expect(rowOf(sum, reports, { tree, asOf, unit: 'xm' }).figures).toMatchObject({ sent: 0 })
    const carried = anIndicator({ ...sum, carry: 'sum' })
    expect(rowOf(carried, reports, { tree, asOf, unit: 'xm' }).figures).toMatchObject({ sent: 20 })
  })

  test('a district that ended is shown as it stood on its last day', () => {
    const row = rowOf(indicator, [early, aReport({ unit: 'x3', on: '2025-08-01' })], { tree, asOf, unit: 'h1' })
    expect(row.day).toBe('2025-06-30')
    expect(levelOf(row, 'commune')).toMatchObject({ met: 1, of: 2 })
    expect(standingIn(row, 'h1').standing).toBe('noReport')
    expect(row.verdict).toBe('notMet')
  })

  test('after the window the units of its last day count', () => {
    const first = anIndicator({ ...indicator, window: { from: day('2025-01-01'), to: day('2025-06-30') } })
    expect(levelOf(rowOf(first, [], { tree, asOf }), 'commune').of).toBe(3)
  })
})

describe('a filter', () => {
  const matches = (where: Filter, answers: Answers): boolean =>
    matchesFilter(aReport({ answers }), { form: 'F-COM', where }, day('2022-06-01'))
  test.each<[string, Filter, Answers, boolean]>([
    ['in, one choice', { in: { role: ['lead'] } }, { role: 'lead' }, true],
    ['in, none', { in: { role: ['lead'] } }, {}, false],
    ['in, one of many', { in: { topics: ['land'] } }, { topics: ['dv', 'land'] }, true],
    ['in, all fields', { in: { a: ['1'], b: ['2'] } }, { a: '1', b: '3' }, false],
    ['set', { set: ['on'] }, { on: '2022-01-01' }, true],
    ['set, empty list', { set: ['on'] }, { on: [] }, false],
    ['notSet', { notSet: ['on'] }, { on: '2022-01-01' }, false],
    ['past', { past: ['due'] }, { due: '2022-05-31' }, true],
    ['past, today', { past: ['due'] }, { due: '2022-06-01' }, false],
    ['past, no date', { past: ['due'] }, {}, false],
    ['is', { is: { ok: false } }, { ok: false }, true],
    ['is, unanswered', { is: { ok: false } }, {}, false],
    ['some', { some: { issues: { status: ['full'] } } }, { issues: [{ status: 'none' }, { status: 'full' }] }, true],
    ['some, none', { some: { issues: { status: ['full'] } } }, { issues: [] }, false],
    ['some, of one record', { some: { i: { a: ['1'], b: ['1'] } } }, { i: [{ a: '1' }, { b: '1' }] }, false],
  ])('%s', (_name, where, answers, expected) => {
    expect(matches(where, answers)).toBe(expected)
  })
})

test('a tally carries the mark and the version of its plan', () => {
  expect(tallyOf([coverage], [])).toMatchObject({ plan: 'plan-2022', planVersion: 1, unit: 't', asOf: '2022-12-31' })
})
