import { describe, expect, test } from 'vitest'
import { isAlike } from '../../../src/domain/alike.ts'
import { addDays, at, startOfWeek } from '../../../src/domain/calendar.ts'
import { type Digest, makeDigest } from '../../../src/domain/digest/digest.ts'
import type { CounsellingTold } from '../../../src/domain/case/disclosure.ts'
import { effect, owed } from '../../../src/domain/report/owed.ts'
import type { Indicator } from '../../../src/domain/plan/plan.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { tally } from '../../../src/domain/tally/tally.ts'
import { aForm, anIndicator, aPlan, aReport, aTree, day, PROVINCE, unit } from '../../support/builders.ts'
import { tallyOf } from '../../support/tallies.ts'

const tree = aTree(PROVINCE)
const supervise = anIndicator({
  id: 'I.2',
  focus: true,
  sources: [{ form: 'F-SUP' }],
  target: { percent: 100 },
})
const meet = anIndicator({
  id: 'I.4',
  sources: [{ form: 'F-MTG' }],
  rule: { kind: 'cadence', every: 'half', atLeast: 1, graceDays: 0 },
  target: { percent: 100 },
})
const lawDay = anIndicator({ id: 'T2.3.2', sources: [{ form: 'F-COM', where: { in: { kind: ['law_day'] } } }] })
const people = anIndicator({ id: 'T2.3.1', rule: { kind: 'sum', field: 'participants' } })
const summary = anIndicator({ id: 'T2.2.4', sources: [{ form: 'F-SUM' }], rule: { kind: 'onTime', sentOn: 'sent_on' } })

const plan = aPlan([supervise, meet, lawDay, people, summary], {
  forms: [
    aForm('F-COM', {
      checks: [
        {
          kind: 'nearDay',
          field: 'held_on',
          day: '11-09',
          days: 15,
          when: { field: 'kind', in: ['law_day'] },
          severity: 'warn',
        },
      ],
    }),
  ],
})

const sup = (id: string, on = '2022-02-01'): Report => aReport({ form: 'F-SUP', unit: id, on })
const mtg = (id: string, on = '2022-02-01'): Report => aReport({ form: 'F-MTG', unit: id, on })
const everywhere = (make: (id: string) => Report): readonly Report[] =>
  ['h1', 'h2', 'x1', 'x2', 'x3'].map((id) => make(id))

interface Given {
  readonly previous?: Digest
  readonly number?: number
}

function digestOf(reports: readonly Report[], today: string, { previous, number }: Given = {}): Digest {
  const asOf = day(today)
  const made = (on: typeof asOf) => tally({ plan, tree, reports, unit: unit('t'), asOf: on })
  return makeDigest({
    number: number ?? 1,
    week: startOfWeek(asOf),
    tally: made(asOf),
    plan,
    tree,
    reports,
    knownAt: at(asOf, 7),
    ...(previous ? { previous, restated: made(previous.asOf) } : {}),
  })
}

test('the first digest has moved nothing and corrects nothing', () => {
  const digest = digestOf([sup('x1')], '2022-03-07')
  expect(digest).toMatchObject({ number: 1, week: '2022-03-07', unit: 't', moved: [], corrections: [] })
  expect(digest.headline).toEqual([
    { kind: 'verdicts', met: 0, open: 2, notMet: 0 },
    { kind: 'week', reports: 0, units: 0, moved: 0, waiting: 1, sincePrevious: false },
    { kind: 'units', owing: 5, late: 0, of: 6 },
  ])
})

test('it is plain JSON: frozen and read again it is the same', () => {
  const digest = digestOf([sup('x1'), mtg('x2')], '2022-10-31')
  expect(JSON.parse(JSON.stringify(digest))).toStrictEqual(digest)
})

test('what moved since the last one is told with both figures', () => {
  const previous = digestOf([sup('x1')], '2022-03-07')
  const digest = digestOf([sup('x1'), sup('x2', '2022-03-09')], '2022-03-14', { previous, number: 2 })
  expect(digest.moved).toMatchObject([{ indicator: 'I.2', from: { value: 1, of: 5 }, to: { value: 2, of: 5 } }])
  expect(digest.corrections).toEqual([])
})

test('a late or withdrawn report is a correction of the last one, which stays as it was', () => {
  const previous = digestOf([sup('x1'), sup('x2')], '2022-03-07')
  const kept = JSON.stringify(previous)
  const withdrawn: Report = { ...sup('x1'), state: 'withdrawn' }
  const digest = digestOf([withdrawn, sup('x2')], '2022-03-14', { previous })
  expect(digest.corrections).toMatchObject([{ indicator: 'I.2', from: { value: 2 }, to: { value: 1 } }])
  expect(JSON.stringify(previous)).toBe(kept)
})

test('a correction is told once: nothing has moved by it', () => {
  const previous = digestOf([sup('x1'), sup('x2')], '2022-03-07')
  const withdrawn: Report = { ...sup('x1'), state: 'withdrawn' }
  const digest = digestOf([withdrawn, sup('x2'), sup('x3', '2022-03-09')], '2022-03-14', { previous })
  expect(digest.corrections).toMatchObject([{ indicator: 'I.2', from: { value: 2 }, to: { value: 1 } }])
  expect(digest.moved).toMatchObject([{ indicator: 'I.2', from: { value: 1 }, to: { value: 2 } }])
  const returned = digestOf([withdrawn, sup('x2')], '2022-03-14', { previous })
  expect(returned.moved).toEqual([])
  expect(returned.headline[1]).toMatchObject({ moved: 0 })
})

test('the day of the one it is compared with is told when that is not last week’s', () => {
  const previous = digestOf([sup('x1')], '2022-03-07')
  expect(digestOf([sup('x1')], '2022-03-14', { previous }).since).toBeUndefined()
  expect(digestOf([sup('x1')], '2022-03-28', { previous }).since).toBe('2022-03-07')
})

describe('who is behind', () => {
  test('nobody in January, even where others have begun: there is time', () => {
    expect(digestOf([], '2022-01-10').behind).toEqual([])
    expect(digestOf([sup('x1', '2022-01-05'), mtg('x1', '2022-01-05')], '2022-01-10').behind).toEqual([])
  })

  test('those who owe more than the others, when the day draws near', () => {
    const reports = [...everywhere(sup).slice(1), ...everywhere(mtg)]
    expect(digestOf(reports, '2022-10-31').behind).toEqual([])
    const digest = digestOf(reports, '2022-11-07')
    expect(digest.behind.map((one) => [one.unit, one.owed.map(({ row }) => row)])).toEqual([['h1', ['I.2', 'I.4']]])
  })

  test('those too late first, at most five, the asked unit and the boards never', () => {
    const digest = digestOf([mtg('x2'), sup('x3')], '2022-08-01')
    expect(digest.behind.map((one) => [one.unit, one.late, one.owed.length])).toEqual([
      ['h1', 1, 2],
      ['h2', 1, 2],
      ['x1', 1, 2],
      ['x3', 1, 1],
    ])
  })

  test('a task without a target puts nobody behind, even after the plan’s end', () => {
    expect(
      digestOf([...everywhere(sup), ...everywhere(mtg), ...everywhere((id) => mtg(id, '2022-09-01'))], '2023-02-01')
        .behind,
    ).toEqual([])
  })
})

describe('what is due in the next 14 days', () => {
  test('the law day of 09/11, read from the form', () => {
    expect(digestOf([], '2022-10-26').due).toEqual([
      { kind: 'day', on: '2022-11-09', rows: [{ row: 'T2.3.2', owing: 5 }] },
    ])
    expect(digestOf([], '2022-10-25').due).toEqual([])
    expect(digestOf([], '2022-11-10').due).toEqual([])
  })

  test('the end of an interval, with how many still owe it', () => {
    expect(digestOf([mtg('x1')], '2022-06-20').due).toEqual([
      { kind: 'interval', on: '2022-06-30', rows: [{ row: 'I.4', owing: 4 }] },
    ])
  })

  test('the end of the plan, in one line for all its rows', () => {
    const due = digestOf(everywhere(mtg), '2022-12-19').due
    expect(due.map(({ kind, on, rows }) => [kind, on, rows.map(({ row }) => row)])).toEqual([
      ['interval', '2022-12-31', ['I.4']],
      ['window', '2022-12-31', ['I.2', 'T2.3.2', 'T2.2.4']],
    ])
  })
})

describe('the one thing to decide', () => {
  test('is first to remind the one who is latest', () => {
    expect(digestOf([mtg('x2')], '2022-08-01').decide).toEqual({
      kind: 'remind',
      unit: 'h1',
      name: 'h1',
      rows: ['I.2', 'I.4'],
    })
  })

  test('is another than last week’s where there is one', () => {
    const previous = digestOf([mtg('x2')], '2022-08-01')
    expect(digestOf([mtg('x2')], '2022-08-08', { previous }).decide).toMatchObject({ kind: 'remind', unit: 'h2' })
  })

  test('is the due date that the plan does not give, when nothing else presses', () => {
    expect(digestOf([], '2022-01-10').decide).toEqual({ kind: 'setDue', row: 'T2.2.4' })
  })
})

describe('an officer’s own unit', () => {
  const rows: readonly Indicator[] = [people, supervise, meet, anIndicator({ id: 'I.1', levels: ['province'] })]

  test('sees what it has done and owes: targets first, the nearest due first, plain figures only when done', () => {
    const owing = owed(tallyOf(rows, [], { unit: 'x1', asOf: '2022-06-01' }), unit('x1'))
    expect(owing).toEqual([
      { row: 'I.4', standing: 'open', value: 0, approved: 0, asked: true, settled: false, due: '2022-06-30' },
      { row: 'I.2', standing: 'open', value: 0, approved: 0, asked: true, settled: false, due: '2022-12-31' },
    ])
    const talk = aReport({ answers: { participants: 45 } })
    expect(owed(tallyOf(rows, [talk], { unit: 'x1' }), unit('x1'))).toContainEqual({
      row: 'T2.3.1',
      standing: 'met',
      value: 45,
      approved: 0,
      asked: false,
      settled: true,
    })
  })

  test('is told what a report did to its indicators', () => {
    const before = tallyOf(rows, [], { unit: 'x1', asOf: '2022-06-01' })
    const after = tallyOf(rows, [sup('x1')], { unit: 'x1', asOf: '2022-06-01' })
    expect(effect(before, after, unit('x1'))).toEqual([
      { indicator: 'I.2', from: 0, to: 1, was: 'open', is: 'met', settled: true, approved: 0 },
    ])
    expect(effect(after, after, unit('x1'))).toEqual([])
  })
})

describe('a week in which nothing happened', () => {
  test('is quiet: it is told in one line', () => {
    const previous = digestOf([sup('x1')], '2022-03-07')
    expect(previous.quiet).toBe(false)
    expect(digestOf([sup('x1')], '2022-03-14', { previous, number: 2 }).quiet).toBe(true)
  })

  test('is quiet also where the database keeps keys in another order', () => {
    const previous = digestOf([mtg('x2')], '2022-08-01')
    expect(previous.behind).not.toEqual([])
    expect(digestOf([mtg('x2')], '2022-08-08', { previous: turned(previous), number: 2 }).quiet).toBe(true)
  })

  test('is not quiet when a report came in, a figure was corrected or a day draws near', () => {
    const previous = digestOf([sup('x1')], '2022-03-07')
    const came = aReport({ unit: 'x2', on: '2022-03-09' })
    expect(digestOf([sup('x1'), came], '2022-03-14', { previous }).quiet).toBe(false)
    expect(digestOf([], '2022-03-14', { previous }).quiet).toBe(false)
    expect(digestOf([sup('x1')], '2022-10-31', { previous }).quiet).toBe(false)
  })

  test('is not quiet while a day is near and units owe: the last Monday before it says so again', () => {
    const previous = digestOf([sup('x1')], '2022-10-31')
    expect(previous.due).toMatchObject([{ on: '2022-11-09' }])
    const digest = digestOf([sup('x1')], '2022-11-07', { previous })
    expect(isAlike(digest.due, previous.due)).toBe(true)
    expect(digest.quiet).toBe(false)
    const done = [...everywhere(sup), ...everywhere(mtg)]
    const talks = everywhere((id) => aReport({ unit: id, on: '2022-10-20', answers: { kind: ['law_day'] } }))
    const before = digestOf([...done, ...talks], '2022-10-31')
    expect(digestOf([...done, ...talks], '2022-11-07', { previous: before }).quiet).toBe(true)
  })
})

describe('what was released of counselling', () => {
  const quarter = { quarter: '2022-Q1', groups: { family: 10, livelihood: 'few', other: 'few' } } as const
  const week = (band: 'kept' | 'broken' | 'few') => ({ week: '2022-03-07', band })
  const made = (counselling: CounsellingTold, previous: Digest) =>
    makeDigest({
      number: 2,
      week: startOfWeek(day('2022-03-14')),
      tally: tally({ plan, tree, reports: [], unit: unit('t'), asOf: day('2022-03-14') }),
      plan,
      tree,
      reports: [],
      knownAt: at(day('2022-03-14'), 7),
      counselling,
      previous,
    })

  test('is frozen as it was released', () => {
    const digest = made({ quarter, week: week('kept') }, digestOf([], '2022-03-07'))
    expect(digest.counselling).toEqual({ quarter, week: week('kept') })
  })

  test('is news when a quarter was released or a promise was not kept, and else not', () => {
    const before = made({ quarter, week: week('kept') }, digestOf([], '2022-03-07'))
    expect(before.quiet).toBe(false)
    expect(made({ quarter, week: week('few') }, before).quiet).toBe(true)
    expect(made({ quarter, week: week('broken') }, before).quiet).toBe(false)
  })
})

test('every report is told in exactly one week', () => {
  const days = Array.from({ length: 28 }, (_, n) => addDays(day('2022-03-01'), n))
  const reports = days.map((on) => aReport({ unit: 'x1', on }))
  const weeks = ['2022-03-07', '2022-03-14', '2022-03-21', '2022-03-28', '2022-04-04']
  let previous: Digest | undefined
  let told = 0
  for (const week of weeks) {
    previous = digestOf(reports, week, previous === undefined ? {} : { previous })
    for (const one of previous.headline) if (one.kind === 'week') told += one.reports
  }
  expect(told).toBe(reports.length)
})

test('it needs nothing else to be read: names of rows and units are in it', () => {
  const digest = digestOf([mtg('x2')], '2022-08-01')
  expect(digest.name).toBe('Tỉnh')
  expect(digest.planTitle).toEqual(plan.title)
  expect(digest.figures.map(({ title }) => title)).toEqual(plan.indicators.map(({ title }) => title))
})

/** The same value with the keys of every object in the opposite order. */
function turned<T>(value: T): T {
  const turn = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(turn)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(
      Object.entries(one)
        .toReversed()
        .map(([key, inner]) => [key, turn(inner)]),
    )
  }
  const isSame = (made: unknown): made is T => isAlike(made, value)
  const made = turn(value)
  if (!isSame(made)) throw new Error('not the same')
  return made
}
