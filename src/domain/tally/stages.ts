import { isApproved, type Report } from '../report/report.ts'
import { hasValue } from '../plan/conditions.ts'
import type { Rule } from '../plan/plan.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn } from './values.ts'

type Steps = Extract<Rule, { readonly kind: 'stages' }>['steps']

/** How many units have taken each step. A unit is met when one dossier holds all of them; two halves do not make one. */
export function stages(steps: Steps, { window, asOf }: Frame): RuleWork {
  // A step dated after the as-of day has not been taken yet.
  const isTaken = (report: Report, field: string): boolean => {
    const day = dayIn(report.answers[field])
    return hasValue(report.answers[field]) && (day === undefined || day <= asOf)
  }
  const takenIn = (report: Report): readonly string[] =>
    steps.filter(({ field }) => isTaken(report, field)).map(({ id }) => id)
  /** Most steps; among equals the one whose steps come first in the plan, so that arrival does not matter. */
  const best = (reports: readonly Report[]): readonly string[] =>
    reports.map(takenIn).reduce((a, b) => (b.length > a.length || (b.length === a.length && isAhead(b, a)) ? b : a), [])
  const isAhead = (b: readonly string[], a: readonly string[]): boolean => {
    const first = steps.find(({ id }) => a.includes(id) !== b.includes(id))
    return first !== undefined && b.includes(first.id)
  }
  const reachedBy = (reports: readonly Report[], id: string): boolean =>
    reports.some((report) => takenIn(report).includes(id))
  const furthestOf = (reports: readonly Report[]): string | undefined =>
    steps.findLast(({ id }) => reachedBy(reports, id))?.id

  return {
    weigh: one,
    judge: (reports) => {
      const taken = best(reports)
      const left = steps.map(({ id }) => id).filter((id) => !taken.includes(id))
      return {
        value: taken.length,
        met: left.length === 0,
        closes: window.to,
        ...(left.length > 0 ? { missing: { kind: 'steps', steps: left } } : {}),
      }
    },
    figures: ({ units, levels }) => {
      const sent = units.map(({ reports }) => reports)
      const approved = sent.map((reports) => reports.filter(isApproved))
      const both = (test: (reports: readonly Report[]) => boolean) => ({
        sent: sent.filter(test).length,
        approved: approved.filter(test).length,
      })
      return {
        kind: 'stages',
        ...shareOf(levels),
        steps: steps.map(({ id, label }) => ({
          id,
          label,
          reached: both((reports) => reachedBy(reports, id)),
          furthest: both((reports) => furthestOf(reports) === id),
        })),
      }
    },
  }
}
