import type { Report } from '../report/report.ts'
import type { Frame, RuleWork } from './rule.ts'
import { amountOf, one, total } from './totals.ts'
import { amountIn } from './values.ts'

/** A field summed over the subtree. A unit has done its part with one deed: a session on the loudspeaker has no head count. */
export function sum(field: string, { window }: Frame): RuleWork {
  const weigh = (report: Report): number => amountIn(report.answers[field])
  return {
    weigh,
    judge: (reports) => ({ value: total(reports, weigh), met: reports.length > 0, closes: window.to }),
    figures: ({ counting }) => ({
      kind: 'sum',
      field,
      ...amountOf(counting, weigh),
      events: amountOf(counting, one),
    }),
  }
}
