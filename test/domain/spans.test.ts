import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportsOfRow } from '../../src/domain/report/rowReports.ts'
import { aYearBefore, back, compareTallies, inSpan } from '../../src/domain/spans.ts'
import { anIndicator, aPlan, aReport, aTree, day, PROVINCE, unit } from '../support/builders.ts'
import { tally } from '../../src/domain/tally/tally.ts'

const tree = aTree(PROVINCE)
const row = anIndicator({ id: 'I.2', target: { percent: 100 } })
const plan = aPlan([row, anIndicator({ id: 'L', window: { from: day('2022-10-01'), to: day('2022-12-31') } })])
const q2 = { from: day('2022-04-01'), to: day('2022-06-30') }

describe('a part of the year', () => {
  test('counts what was done in it, without a verdict, and leaves out rows of other days', () => {
    const reports = [aReport({ unit: 'x1', on: '2022-03-31' }), aReport({ unit: 'x2', on: '2022-04-01' })]
    const made = tally({ plan: inSpan(plan, q2), tree, reports, unit: unit('t'), asOf: day('2022-06-30') })
    expect(made.rows.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([['I.2', 'none']])
    expect(made.rows[0]?.figures).toMatchObject({ met: 1, of: 5 })
  })

  test('that holds all the time of a row keeps what is aimed at, and its verdict', () => {
    const year = { from: day('2022-01-01'), to: day('2022-12-31') }
    const made = tally({ plan: inSpan(plan, year), tree, reports: [], unit: unit('t'), asOf: day('2023-02-01') })
    expect(made.rows[0]).toMatchObject({ indicator: 'I.2', verdict: 'notMet', target: { percent: 100 } })
  })

  test('the quarters of a year add up to the year', () => {
    const anyDay = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(anyDay, { maxLength: 30 }), (days) => {
        const reports = days.map((on) => aReport({ unit: 'x1', on }))
        const events = (from: string, to: string): number => {
          const cut = inSpan(plan, { from: day(from), to: day(to) })
          const [made] = tally({ plan: cut, tree, reports, unit: unit('t'), asOf: day('2022-12-31') }).rows
          return made?.figures.kind === 'coverage' ? made.figures.events.sent : 0
        }
        const quarters = [
          events('2022-01-01', '2022-03-31'),
          events('2022-04-01', '2022-06-30'),
          events('2022-07-01', '2022-09-30'),
          events('2022-10-01', '2022-12-31'),
        ]
        expect(quarters.reduce((sum, one) => sum + one, 0)).toBe(events('2022-01-01', '2022-12-31'))
      }),
    )
  })
})

describe('the year before', () => {
  test('the same day, or the last of its month', () => {
    expect(back(day('2024-02-29'))).toBe('2023-02-28')
    expect(back(day('2022-06-15'))).toBe('2021-06-15')
  })

  test('is measured by the same rules, and set beside this year’s row by row', () => {
    const earlier = aYearBefore(plan)
    const reports = [
      aReport({ unit: 'x1', on: '2021-05-01' }),
      aReport({ unit: 'x1', on: '2022-05-01' }),
      aReport({ unit: 'x2', on: '2022-05-02' }),
    ]
    const now = tally({ plan, tree, reports, unit: unit('t'), asOf: day('2022-06-15') })
    const then = tally({ plan: earlier, tree, reports, unit: unit('t'), asOf: day('2021-06-15') })
    expect(compareTallies(now, then)[0]).toMatchObject({
      indicator: 'I.2',
      now: { value: 2, of: 5 },
      before: { value: 1, of: 5 },
    })
  })
})

test('the reports that a row is counted from: of the unit, of its forms, in its days, newest first', () => {
  const reports = [
    aReport({ id: 'a', unit: 'x1', on: '2022-02-01' }),
    aReport({ id: 'b', unit: 'x2', joint: ['x1'], on: '2022-03-01' }),
    aReport({ id: 'c', unit: 'x1', on: '2022-05-01', state: 'returned' }),
    aReport({ id: 'd', unit: 'x1', on: '2022-07-01' }),
    aReport({ id: 'e', unit: 'x1', on: '2021-12-31' }),
    aReport({ id: 'f', unit: 'x1', form: 'F-SUP', on: '2022-02-01' }),
    aReport({ id: 'g', unit: 'x2', on: '2022-02-01' }),
  ]
  const found = reportsOfRow(row, reports, { unit: unit('x1'), asOf: day('2022-06-15') })
  expect(found.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})
