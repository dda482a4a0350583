import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import { type Bundle, bundlesOf, cutsOf, nextTurnOf } from '../../../src/domain/tally/bundles.ts'
import { slotsOf } from '../../../src/domain/tally/slots.ts'
import { makeTally, shownDay, tally, type TallyQuestion } from '../../../src/domain/tally/tally.ts'
import { anyDay, anyTree, anyUnit, INDICATORS, reportOf, WINDOW } from '../../support/anyTally.ts'
import { anIndicator, aPlan, unit } from '../../support/builders.ts'
import { many, patience } from '../../support/many.ts'

/** With figures that change when a day has come, or is past. */
const PLAN = aPlan([
  ...INDICATORS,
  anIndicator({ id: 'late', sources: [{ form: 'F-COM', where: { past: ['s1'] } }], window: WINDOW }),
  anIndicator({ id: 'ends', rule: { kind: 'inForce', from: 's1', to: 's2' }, window: WINDOW }),
])
const anyReport = reportOf(['submitted', 'approved', 'returned', 'withdrawn'], 3)
const anyReports = fc.array(anyReport, { maxLength: 40 })
const anyQuestion = fc
  .record({ tree: anyTree, unit: anyUnit.map(unit), asOf: anyDay })
  .map((asked): TallyQuestion => ({ plan: PLAN, ...asked }))

/** The bundles of each unit made from what is credited to it alone; those that several units have are the same. */
const bundlesByUnit = (question: TallyQuestion, reports: readonly Report[]): readonly Bundle[] => {
  const asOf = shownDay(question)
  const asked = { slots: slotsOf(PLAN, asOf), cuts: cutsOf(question.tree), asOf }
  const units = new Set(reports.flatMap((report) => [report.unit, ...report.jointUnits]))
  const creditedTo = (one: string) =>
    reports.filter((report) => [report.unit, ...report.jointUnits].some((u) => u === one))
  return [
    ...new Map(
      [...units]
        .flatMap((one) => bundlesOf(creditedTo(one), asked).filter(({ crew }) => crew.includes(one)))
        .map((bundle) => [bundle.key, bundle]),
    ).values(),
  ]
}

test(
  'the bundles of each unit, put together, are the tally of all reports',
  () => {
    fc.assert(
      fc.property(anyQuestion, anyReports, (question, reports) => {
        const counted = makeTally(question, slotsOf(PLAN, shownDay(question)))(bundlesByUnit(question, reports))
        expect(counted).toEqual(tally({ ...question, reports }))
      }),
      { numRuns: many(150, 5000) },
    )
  },
  patience(60_000),
)

test(
  'asked again after any change, it says what a first count says',
  () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyReports, { minLength: 2, maxLength: 4 }), (question, lists) => {
        const asked = makeTally(question, slotsOf(PLAN, shownDay(question)))
        for (const reports of lists) {
          expect(asked(bundlesByUnit(question, reports))).toEqual(tally({ ...question, reports }))
        }
      }),
      { numRuns: many(50, 2000) },
    )
  },
  patience(60_000),
)

test('bundles stay as they are until a day that an answer names', () => {
  fc.assert(
    fc.property(anyTree, fc.array(anyReport, { maxLength: 3 }), anyDay, fc.nat(400), (tree, reports, asOf, later) => {
      const bundles = (day: typeof asOf) =>
        bundlesOf(reports, { slots: slotsOf(PLAN, day), cuts: cutsOf(tree), asOf: day })
      const turn = nextTurnOf(reports, asOf)
      const last = turn === undefined ? addDays(asOf, later) : addDays(turn, -1)
      expect(bundles(last)).toEqual(bundles(asOf))
    }),
    { numRuns: many(500, 20_000) },
  )
})
