import { checkFilter } from './checkRow.ts'
import { ofKind } from './checkGuard.ts'
import type { Loop, Plan } from './plan.ts'
import type { PlanPath, PlanProblem } from './schemaParts.ts'

/** A loop against the form that opens it. */
export function checkLoop(plan: Plan, loop: Loop): readonly PlanProblem[] {
  const path: PlanPath = ['loops', loop.id]
  const form = plan.forms.find((one) => one.id === loop.form)
  if (form === undefined) return [{ path: [...path, 'form'], reason: `no such form "${loop.form}"` }]
  const stage = form.stages.some((one) => one.id === loop.stage)
    ? []
    : [{ path: [...path, 'stage'], reason: `${form.id} has no stage "${loop.stage}"` }]
  const day = (member: 'after' | 'before'): readonly PlanProblem[] => {
    const given = loop[member]
    return given === undefined ? [] : ofKind(given.field, form.fields, [...path, member, 'field'], ['date'])
  }
  return [...stage, ...day('after'), ...day('before'), ...checkFilter(loop.when, form.fields, [...path, 'when'])]
}
