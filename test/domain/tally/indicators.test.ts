import { describe, expect, test } from 'vitest'
import type { Indicator, Rule } from '../../../src/domain/plan/plan.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { anAlso, anIndicator, aReport, aTree, aUnit, PROVINCE, type ReportGiven } from '../../support/builders.ts'
import { levelOf, rowOf, standingIn } from '../../support/tallies.ts'

const CARRIED_OUT = { in: { role: ['lead', 'co_lead'] }, set: ['conducted_on'] }
const supervision = (given: ReportGiven & { readonly role?: string } = {}): Report =>
  aReport({
    form: 'F-SUP',
    ...given,
    answers: { role: given.role ?? 'lead', conducted_on: given.on ?? '2022-03-12', ...given.answers },
  })

describe('I.1: the province supervises at least one policy', () => {
  const indicator = anIndicator({
    id: 'I.1',
    levels: ['province'],
    sources: [{ form: 'F-SUP', where: CARRIED_OUT }],
    rule: { kind: 'count' },
    target: { atLeast: 1 },
  })

  test('two are 2 of 1: met', () => {
    const row = rowOf(indicator, [supervision({ unit: 't' }), supervision({ unit: 't', state: 'approved' })])
    expect(row.figures).toMatchObject({ kind: 'count', sent: 2, approved: 1 })
    expect(row.verdict).toBe('met')
  })

  test('those of a commune are never the province’s (A14)', () => {
    const row = rowOf(indicator, [supervision({ unit: 'x1' }), supervision({ unit: 'h1' })], {
      asOf: '2023-01-01',
    })
    expect(row.figures).toMatchObject({ sent: 0, subtree: { sent: 0 } })
    expect(row.verdict).toBe('notMet')
  })

  test('taking part in another’s delegation is not enough (A8), yet something was sent', () => {
    const row = rowOf(indicator, [supervision({ unit: 't', role: 'participant' })], { asOf: '2023-01-01' })
    expect(row.verdict).toBe('notMet')
    expect(standingIn(row, 't').standing).toBe('notMet')
  })

  test('while the year runs it is open', () => {
    expect(rowOf(indicator, [], { asOf: '2022-12-30' }).verdict).toBe('open')
    expect(rowOf(indicator, [], { asOf: '2022-12-31' }).verdict).toBe('open')
    expect(rowOf(indicator, [], { asOf: '2023-01-01' }).verdict).toBe('notMet')
  })

  test('asks nothing of a district', () => {
    const row = rowOf(indicator, [supervision({ unit: 'h1' })], { unit: 'h1' })
    expect(row.levels).toEqual([])
    expect(row.verdict).toBe('none')
  })
})

describe('I.2: every district and commune supervises', () => {
  const steps = ['selected_on', 'agreed_on', 'conducted_on'].map((field) => ({
    id: field,
    label: { vi: field },
    field,
  }))
  const indicator = anIndicator({
    id: 'I.2',
    levels: ['district', 'commune', 'affiliated'],
    affiliatedByFlag: true,
    sources: [{ form: 'F-SUP', where: CARRIED_OUT }],
    also: [
      anAlso({ kind: 'stages', steps }, { id: 'steps', sources: [{ form: 'F-SUP' }] }),
      anAlso({ kind: 'coverage', atLeast: 1 }, { id: 'all', where: { set: ['selected_on', 'agreed_on'] } }),
    ],
    target: { percent: 100 },
  })
  const reports = [
    supervision({ unit: 'h1', state: 'approved', answers: { selected_on: '2022-01-05', agreed_on: '2022-02-01' } }),
    supervision({ unit: 'x1', answers: { selected_on: '2022-01-07' } }),
    supervision({ unit: 'x2', answers: { selected_on: '2022-01-07', conducted_on: undefined } }),
  ]

  test('raw figures by level, the approved beside, and who is missing', () => {
    const row = rowOf(indicator, reports, { asOf: '2023-02-01' })
    expect(row.figures).toMatchObject({ kind: 'coverage', met: 2, of: 5, approvedMet: 1 })
    expect(levelOf(row, 'district')).toMatchObject({ met: 1, of: 2, approvedMet: 1 })
    expect(levelOf(row, 'commune')).toMatchObject({ met: 1, of: 3, approvedMet: 0 })
    expect(row.levels.flatMap(({ units }) => units.map((one) => [one.unit, one.standing]))).toEqual([
      ['h1', 'met'],
      ['h2', 'noReport'],
      ['x1', 'met'],
      ['x2', 'notMet'],
      ['x3', 'noReport'],
      ['ca', 'notApplicable'],
    ])
    expect(standingIn(row, 'x3').missing).toEqual({ kind: 'short', need: 1 })
    expect(row.verdict).toBe('notMet')
  })

  test('an affiliated unit that is flagged as grassroots is in the denominator (A9)', () => {
    const tree = aTree([...PROVINCE, aUnit('bd', 'affiliated', { parent: 't', grassroots: true })])
    expect(levelOf(rowOf(indicator, [], { tree }), 'affiliated')).toMatchObject({ met: 0, of: 1 })
  })

  test('the funnel says how many stand at each step, past the filter of the row', () => {
    const [funnel] = rowOf(indicator, reports).also
    expect(funnel?.figures).toMatchObject({
      kind: 'stages',
      met: 1,
      of: 5,
      steps: [
        { id: 'selected_on', reached: { sent: 3, approved: 1 }, furthest: { sent: 1, approved: 0 } },
        { id: 'agreed_on', reached: { sent: 1, approved: 1 }, furthest: { sent: 0, approved: 0 } },
        { id: 'conducted_on', reached: { sent: 2, approved: 1 }, furthest: { sent: 2, approved: 1 } },
      ],
    })
    expect(funnel && standingIn(funnel, 'x1').missing).toEqual({ kind: 'steps', steps: ['agreed_on'] })
  })

  test('halves of two dossiers do not make one with all steps', () => {
    const halves = [
      supervision({ unit: 'x3', answers: { selected_on: '2022-01-05' } }),
      supervision({ unit: 'x3', answers: { agreed_on: '2022-01-05' } }),
    ]
    const [funnel] = rowOf(indicator, halves).also
    expect(funnel && standingIn(funnel, 'x3')).toMatchObject({ value: 2, standing: 'open' })
  })

  test('a step dated after the as-of day has not been taken', () => {
    const early = supervision({
      unit: 'x1',
      on: '2022-02-01',
      answers: { selected_on: '2022-02-01', conducted_on: '2022-09-09' },
    })
    const [funnel] = rowOf(indicator, [early], { asOf: '2022-03-01' }).also
    expect(funnel && standingIn(funnel, 'x1').value).toBe(1)
  })

  test('a further figure narrows the sources of its row', () => {
    expect(rowOf(indicator, reports).also[1]?.figures).toMatchObject({ met: 1, of: 5 })
  })
})

test('I.3a: the province is asked as well, and the drafts stand beside', () => {
  const indicator = anIndicator({
    levels: ['province', 'district', 'commune'],
    sources: [{ form: 'F-FBK', where: { in: { body_kind: ['party_committee'] } } }],
    also: [anAlso({ kind: 'count', below: true })],
    target: { percent: 100 },
  })
  const draft = (id: string, body: string): Report => aReport({ form: 'F-FBK', unit: id, answers: { body_kind: body } })
  const row = rowOf(indicator, [
    draft('t', 'party_committee'),
    draft('x1', 'party_committee'),
    draft('x1', 'party_committee'),
    draft('h1', 'central'),
  ])
  expect(row.levels.map(({ level, met, of }) => [level, met, of])).toEqual([
    ['province', 1, 1],
    ['district', 0, 2],
    ['commune', 1, 3],
    ['affiliated', 0, 0],
  ])
  expect(row.also[0]?.figures).toMatchObject({ kind: 'count', sent: 3 })
})

describe('I.4: the regular meeting with the People’s Committee', () => {
  const cadence = (given: Partial<Extract<Rule, { kind: 'cadence' }>> = {}): Indicator =>
    anIndicator({
      levels: ['province', 'district', 'commune'],
      sources: [{ form: 'F-MTG' }],
      rule: { kind: 'cadence', every: 'half', atLeast: 1, graceDays: 10, ...given },
      target: { percent: 100 },
    })
  const meeting = (on: string, id = 'x1'): Report => aReport({ form: 'F-MTG', unit: id, on })

  test('needs one in each half of the year', () => {
    const row = rowOf(cadence(), [meeting('2022-02-01'), meeting('2022-11-01'), meeting('2022-03-01', 'x2')], {
      asOf: '2023-01-15',
    })
    expect(standingIn(row, 'x1')).toMatchObject({ standing: 'met', value: 2 })
    expect(standingIn(row, 'x2')).toMatchObject({ standing: 'notMet', value: 1 })
    expect(standingIn(row, 'x2').missing).toMatchObject({
      kind: 'intervals',
      intervals: [{ key: '2022-H2', have: 0, need: 1, state: 'missed' }],
    })
    expect(row.figures).toMatchObject({
      kind: 'cadence',
      met: 1,
      of: 6,
      intervals: [
        { key: '2022-H1', met: 2, of: 6 },
        { key: '2022-H2', met: 1, of: 6 },
      ],
    })
  })

  test('says how many days are left, and what lies ahead', () => {
    const row = rowOf(cadence(), [], { asOf: '2022-06-25' })
    expect(standingIn(row, 'x1')).toMatchObject({
      standing: 'open',
      due: '2022-07-10',
      missing: {
        intervals: [
          { key: '2022-H1', state: 'open', daysLeft: 15 },
          { key: '2022-H2', state: 'ahead' },
        ],
      },
    })
  })

  test('a half that was missed cannot be made good: not met, or no report, before the year is over', () => {
    const row = rowOf(cadence(), [meeting('2022-07-20')], { asOf: '2022-07-31' })
    expect(standingIn(row, 'x1').standing).toBe('notMet')
    expect(standingIn(row, 'x2').standing).toBe('noReport')
    expect(row.verdict).toBe('notMet')
  })

  test('a meeting in the days of grace serves the half that needs it, once', () => {
    const row = rowOf(cadence(), [meeting('2022-07-05')], { asOf: '2022-12-31' })
    expect(standingIn(row, 'x1')).toMatchObject({
      value: 1,
      missing: { intervals: [{ key: '2022-H2', state: 'open' }] },
    })
    const both = rowOf(cadence(), [meeting('2022-07-05'), meeting('2022-05-05')], { asOf: '2022-12-31' })
    expect(standingIn(both, 'x1').standing).toBe('met')
    const late = rowOf(cadence(), [meeting('2022-07-11')], { asOf: '2022-12-31' })
    expect(standingIn(late, 'x1').missing).toMatchObject({ intervals: [{ key: '2022-H1', state: 'missed' }] })
  })

  test('is not applicable to affiliated units, which have no People’s Committee', () => {
    expect(standingIn(rowOf(cadence(), []), 'ca').standing).toBe('notApplicable')
  })

  test.each([
    ['year', 1],
    ['quarter', 4],
    ['month', 12],
  ] as const)('every %s is %i intervals', (every, length) => {
    expect(rowOf(cadence({ every }), []).figures).toMatchObject({ intervals: { length } })
  })

  test('a commune founded in the second half owes nothing for the first', () => {
    const tree = aTree([...PROVINCE, aUnit('x4', 'commune', { parent: 'h2', from: '2022-08-01' })])
    const row = rowOf(cadence(), [meeting('2022-09-09', 'x4')], { tree })
    expect(standingIn(row, 'x4').standing).toBe('met')
    expect(row.figures).toMatchObject({ intervals: [{ of: 6 }, { of: 7 }] })
  })
})
