import { reached } from './coverage.ts'
import type { Frame, RuleWork } from './rule.ts'
import { eventsOf, one } from './totals.ts'

/** Deeds of the node itself; those of its children are never added unless the plan says `below`. */
export function count(rule: { readonly below: boolean; readonly atLeast: number }, { window }: Frame): RuleWork {
  return {
    weigh: one,
    judge: ({ n }) => reached(n, rule.atLeast, window.to),
    figures: ({ counting, own }) => {
      const subtree = eventsOf(counting)
      return { kind: 'count', below: rule.below, ...(rule.below ? subtree : own), subtree }
    },
  }
}
