import type { DraftId } from '../../domain/ids.ts'
import { eventDateOf } from '../../domain/plan/eventDate.ts'
import type { Form } from '../../domain/plan/form.ts'
import type { Say } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, theDraft } from '../union/needs.ts'
import { answersOf, type Draft } from './draft.ts'
import { moveToForm, tellMove } from './moveToForm.ts'

export interface Opened {
  readonly form: Form
  readonly draft: Draft
  /** The form has a new version: what is told about it and done, before anything else. */
  readonly moved?: { readonly said: Say; readonly effects: readonly Effect[] }
}

/** A draft with its form, moved to the version that counts now; undefined when either is gone. */
export function* openDraft(id: DraftId, ctx: Ctx): Asking<Opened | undefined> {
  const draft = yield* theDraft(id)
  return draft === undefined ? undefined : openedDraft(draft, ctx)
}

export function openedDraft(draft: Draft, ctx: Ctx): Opened | undefined {
  const old = ctx.plans.form(draft.form, draft.formVersion)
  const form = formNow(draft, old, ctx)
  if (form === undefined) return undefined
  if (form.version === draft.formVersion) return { form, draft }
  const move = moveToForm(draft, form, old)
  const effect: Effect = { do: 'moveDraft', draft: draft.id, formVersion: form.version, drop: move.drop }
  return { form, draft: move.draft, moved: { said: tellMove(form, move), effects: [effect] } }
}

/** A report keeps the version in which it was sent; anything else follows the plan of its day, or of today. */
function formNow(draft: Draft, old: Form | undefined, ctx: Ctx): Form | undefined {
  if (draft.report !== undefined) return old
  const day = old === undefined ? undefined : eventDateOf(old, answersOf(old, draft), ctx.today)
  return ctx.plans.formOn(day ?? ctx.today, draft.form) ?? old ?? ctx.plans.form(draft.form)
}
