import { checkForm } from './checkForm.ts'
import { checkLoop } from './checkLoop.ts'
import { checkRow } from './checkRow.ts'
import type { Plan } from './plan.ts'
import type { PlanProblem } from './schemaParts.ts'

/** What the parts of a plan say to each other and do not mean: names that lead nowhere, rules over the wrong kind of field. */
export function checkPlan(plan: Plan): readonly PlanProblem[] {
  return [
    ...(plan.from > plan.to ? [{ path: ['to'], reason: 'the plan ends before it starts' }] : []),
    ...twins(plan.forms.map((form) => ({ id: form.id, words: form.short.vi }))).map((id) => ({
      path: ['forms', id, 'short'],
      reason: 'another form has the same short title',
    })),
    ...plan.forms.flatMap(checkForm),
    ...plan.loops.flatMap((loop) => checkLoop(plan, loop)),
    ...plan.indicators.flatMap((row) => checkRow(plan, row)),
  ]
}

function twins(items: readonly { readonly id: string; readonly words: string }[]): readonly string[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, words }) => {
    if (seen.has(words)) return [id]
    seen.add(words)
    return []
  })
}
