import type { Form } from '../../domain/plan/form.ts'
import { fold } from '../../domain/words/fold.ts'
import { correct, hearPlace } from '../form/correct.ts'
import { type Draft, valueAt, withAnswer } from '../form/draft.ts'
import { editField } from '../form/editing.ts'
import type { At } from '../form/question.ts'
import { askedFields, stepAt } from '../form/steps.ts'
import { leftParts, NOTE, showSummary } from '../form/summary.ts'
import { awayMeant, gathers, showLess, takeAway } from '../form/takeAway.ts'
import { readSaid, take } from '../form/takeAnswer.ts'
import { type Say, say, t } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'

const AGREES =
  /^(?:(?:da|vang|uh?|em|roi) )*(?:ok|oke|okay|oki|dung|chuan|duoc|xong|du|het|bo qua|khong sua|dong y|chinh xac|on|da|vang|uh?)(?: (?:roi|a|em|nhe|het|vay|day|ca|phan con lai))*$/

/** What is written where all is answered: what puts an answer right, a link of evidence; nothing is passed over in silence. */
export function hearAtSummary(form: Form, draft: Draft, text: string, ctx: Ctx): UnionDecision {
  const stay = (said: Say): UnionDecision => withSaid(showSummary(form, draft, ctx), said)
  const number = /^(?:(?:sua|edit)\s*)?(?:(?:cau|so)\s*)?(\d{1,2})$/.exec(fold(text))?.[1]
  const numbered = number === undefined ? undefined : askedFields(form, draft)[Number(number) - 1]
  if (numbered !== undefined) return editField(form, draft, numbered.id, ctx)
  const away = hearAway(form, draft, text, ctx)
  if (away !== undefined) return away
  const corrected = hearCorrection(form, draft, text, ctx) ?? hearPlace({ form, draft, ctx, editing: true, stay }, text)
  if (corrected !== undefined) return corrected
  if (/https?:\/\//i.test(text)) return takeLink(form, draft, text, ctx) ?? stay(say(t('summary.notUnderstood')))
  return stay(say(t(AGREES.test(fold(text)) ? 'summary.notSentYet' : 'summary.notUnderstood')))
}

/** Words that put one answer right, or lead to its question; undefined where they name none. */
export function hearCorrection(form: Form, draft: Draft, text: string, ctx: Ctx): UnionDecision | undefined {
  const stay = (said: Say): UnionDecision => withSaid(showSummary(form, draft, ctx), said)
  return correct({ form, draft, ctx, editing: true, listed: true, stay }, text)
}

/** What a line told beside becomes the note of the report, read as any note is. */
export function keepLeft(form: Form, draft: Draft, ctx: Ctx): UnionDecision {
  const left = leftParts(draft)
  const step = stepAt(form, draft, NOTE)
  if (left.length === 0 || step === undefined) return showSummary(form, draft, ctx)
  const at: At = { place: { at: 'form', draft: draft.id, path: step.path, editing: true }, form, draft, step, ctx }
  return take(at, readSaid(at, left.join('; ')))
}

/** 'xóa ảnh 1', 'bỏ xã Đại Lộc': of what has been gathered one is taken away. */
function hearAway(form: Form, draft: Draft, text: string, ctx: Ctx): UnionDecision | undefined {
  for (const field of form.fields.filter(gathers)) {
    const step = stepAt(form, draft, field.id)
    if (step === undefined || valueAt(draft, field.id) === undefined) continue
    const at: At = { place: { at: 'form', draft: draft.id, path: step.path, editing: true }, form, draft, step, ctx }
    const away = awayMeant(at, text)
    if (away === 'which' && field.kind === 'evidence') return showLess(at)
    if (typeof away === 'number') return takeAway(at, away, (after) => showSummary(form, after.draft, ctx))
  }
  return undefined
}

/** A link at the summary can only be meant as evidence. */
function takeLink(form: Form, draft: Draft, text: string, ctx: Ctx): UnionDecision | undefined {
  const field = form.fields.find((one) => one.kind === 'evidence' && one.stage === undefined)
  const step = field === undefined ? undefined : stepAt(form, draft, field.id)
  if (step === undefined) return undefined
  const at: At = { place: { at: 'form', draft: draft.id, path: step.path, editing: true }, form, draft, step, ctx }
  const decision = take(at, readSaid(at, text))
  const put = decision.effects.find((one) => one.do === 'putAnswer')
  if (put === undefined) return decision
  const shown = showSummary(form, withAnswer(draft, put.path, put.answered), ctx)
  return { ...withSaid(shown, say(t('summary.linkAdded'))), effects: decision.effects }
}

const withSaid = (decision: UnionDecision, said: Say): UnionDecision => ({
  ...decision,
  says: [said, ...decision.says],
})
