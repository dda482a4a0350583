import * as fc from 'fast-check'
import { addDays } from '../../src/domain/calendar.ts'
import type { Rule } from '../../src/domain/plan/plan.ts'
import type { Report } from '../../src/domain/report/report.ts'
import { anAlso, anIndicator, aReport, aTree, aUnit, day, MERGER, PROVINCE, REORGANISED } from './builders.ts'

/** Reports of any kind in a province that stays as it is, or is reorganised, for a plan with a row of each rule. */

const LEVELS = ['province', 'district', 'commune'] as const
export const WINDOW = { from: day('2025-01-01'), to: day('2025-12-31') }

const RULES: readonly Rule[] = [
  { kind: 'coverage', atLeast: 2 },
  { kind: 'cadence', every: 'quarter', atLeast: 1, graceDays: 15 },
  { kind: 'count' },
  { kind: 'count', below: true },
  { kind: 'sum', field: 'participants' },
  { kind: 'stages', steps: ['s1', 's2'].map((field) => ({ id: field, label: { vi: field }, field })) },
  { kind: 'distinct', field: 'kind' },
  { kind: 'inForce', from: 's1' },
  {
    kind: 'uptake',
    list: 'issues',
    status: 'status',
    accepted: ['full'],
    part: ['part'],
    rejected: ['rejected'],
    noReply: ['noReply'],
  },
  { kind: 'onTime', sentOn: 's1', due: day('2025-09-30') },
]

/** One row of each rule, each with coverage printed below it, and one for communes alone. */
export const INDICATORS = [
  ...RULES.map((rule, index) =>
    anIndicator({
      id: `r${index}`,
      levels: LEVELS,
      rule,
      by: 'kind',
      window: WINDOW,
      target: { percent: 100 },
      carry: index % 2 === 0 ? 'any' : 'sum',
      also: [anAlso({ kind: 'coverage', atLeast: 1 }, { where: { in: { kind: ['talk'] } } })],
    }),
  ),
  anIndicator({ id: 'reset', levels: ['commune'], window: WINDOW, carry: 'reset' }),
  anIndicator({ id: 'all', levels: ['commune', 'affiliated'], window: WINDOW, carry: 'all', affiliatedByFlag: true }),
]

export const stable = aTree(PROVINCE)
export const reorganised = aTree(
  [
    ...REORGANISED,
    aUnit('ca', 'affiliated', { parent: 't', grassroots: true }),
    aUnit('ban', 'board', { parent: 't' }),
  ],
  MERGER,
)
export const anyTree = fc.constantFrom(stable, reorganised)
/** One unit reports much, so that intervals and thresholds are really reached. */
export const anyUnit = fc.oneof(
  { weight: 2, arbitrary: fc.constant('x1') },
  { weight: 3, arbitrary: fc.constantFrom('t', 'h1', 'h2', 'x1', 'x2', 'x3', 'xm', 'ca', 'ban', 'zz') },
)
export const anyDay = fc.integer({ min: -20, max: 380 }).map((n) => addDays(WINDOW.from, n))
const anyIssues = fc.array(fc.record({ status: fc.constantFrom('full', 'part', 'rejected', 'noReply', 'pending') }), {
  maxLength: 3,
})

export const reportOf = (states: readonly Report['state'][], jointMax: number): fc.Arbitrary<Report> =>
  fc
    .record({
      id: fc.uuid(),
      unit: anyUnit,
      joint: fc.array(anyUnit, { maxLength: jointMax }),
      on: anyDay,
      state: fc.constantFrom(...states),
      none: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      participants: fc.nat(200),
      kind: fc.constantFrom('talk', 'group'),
      issues: anyIssues,
      s1: fc.option(anyDay, { nil: undefined }),
      s2: fc.option(anyDay, { nil: undefined }),
    })
    .map(({ participants, kind, issues, s1, s2, ...given }) =>
      aReport({ ...given, answers: { participants, kind, issues, s1, s2 } }),
    )

const SENT: readonly Report['state'][] = ['submitted', 'approved']
export const anyReports = fc.array(reportOf(SENT, 2), { maxLength: 25 })
export const soloReports = fc.array(reportOf(SENT, 0), { maxLength: 25 })
