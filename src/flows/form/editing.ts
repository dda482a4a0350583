import type { Form } from '../../domain/plan/form.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import type { Draft } from './draft.ts'
import { showList } from './listEditing.ts'
import { askAgain } from './question.ts'

/** Opens the question of one field again, from the summary. Nothing is dropped until she answers. */
export function editField(form: Form, draft: Draft, fieldId: string, ctx: Ctx): UnionDecision {
  const field = form.fields.find((one) => one.id === fieldId)
  const isList = field?.kind === 'recordList' || field?.kind === 'countsByOption'
  return showList(form, draft, isList ? fieldId : '', ctx) ?? askAgain(form, draft, fieldId, ctx)
}
