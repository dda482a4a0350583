import { say } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { dangerHeard } from './dangerPlace.ts'

/**
 * Words that are danger only together, or as the answer to the one calm question, open a case in danger: numbers and pages as
 * for words of danger. The alarm carries the words into the case, unmasked, and its pages tell those whom the case would tell.
 */
export function* withAlarm(decision: VaultDecision, ctx: Ctx): Flow {
  const opened = decision.effects.find((one) => one.do === 'openCase')
  const told = decision.effects.find((one) => one.do === 'addWords')
  if (opened?.severity !== 'immediate' || told === undefined) return decision
  const called = yield* dangerHeard(told.text, { at: 'case', id: opened.id }, ctx, opened.child)
  return {
    ...called,
    says: [...called.says.slice(0, 1), ...decision.says.map(({ lines }) => say(...lines)), ...called.says.slice(1)],
    effects: decision.effects.flatMap((one) =>
      one.do === 'addWords' ? called.effects : one.do === 'tellDuty' ? [] : [one],
    ),
  }
}
