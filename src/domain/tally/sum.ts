import type { Frame, RuleWork } from './rule.ts'
import { amountOf, eventsOf, rounded } from './totals.ts'
import { amountIn } from './values.ts'

/** A field summed over the subtree. A unit has done its part with one deed: a session on the loudspeaker has no head count. */
export function sum(field: string, { window }: Frame): RuleWork {
  return {
    weigh: (report) => amountIn(report.answers[field]),
    judge: ({ n, weight }) => ({ value: rounded(weight), met: n > 0, closes: window.to }),
    figures: ({ counting }) => ({
      kind: 'sum',
      field,
      ...amountOf(counting),
      events: eventsOf(counting),
    }),
  }
}
