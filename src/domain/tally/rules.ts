import type { Rule, Target } from '../plan/plan.ts'
import { cadence } from './cadence.ts'
import { count } from './count.ts'
import { coverage } from './coverage.ts'
import { distinct } from './distinct.ts'
import { inForce } from './inForce.ts'
import { onTime } from './onTime.ts'
import type { Frame, RuleWork } from './rule.ts'
import { stages } from './stages.ts'
import { sum } from './sum.ts'
import { uptake } from './uptake.ts'

/** The target's `atLeast` is asked of a node's own count; where the plan states none, one deed is something done. */
export function workFor(rule: Rule, target: Target | undefined, frame: Frame): RuleWork {
  switch (rule.kind) {
    case 'coverage':
      return coverage(rule.atLeast, frame)
    case 'cadence':
      return cadence(rule, frame)
    case 'count':
      return count({ below: rule.below ?? false, atLeast: rule.below ? 1 : (target?.atLeast ?? 1) }, frame)
    case 'sum':
      return sum(rule.field, frame)
    case 'stages':
      return stages(rule.steps, frame)
    case 'distinct':
      return distinct(rule, target?.atLeast, frame)
    case 'inForce':
      return inForce(rule, frame)
    case 'uptake':
      return uptake(rule, frame)
    case 'onTime':
      return onTime(rule, frame)
  }
}
