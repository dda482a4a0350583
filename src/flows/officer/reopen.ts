import { draftId } from '../../domain/ids.ts'
import type { Form } from '../../domain/plan/form.ts'
import type { Report } from '../../domain/report/report.ts'
import { answersOf, type Draft, flatten, oldMark, REST } from '../form/draft.ts'
import { editField } from '../form/editing.ts'
import { goOn } from '../form/question.ts'
import { showSummary } from '../form/summary.ts'
import { type Line, say } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, myDrafts, theDraft, theReport } from '../union/needs.ts'
import { commentIn, commentLine } from './comment.ts'
import { hearCorrection } from './hearAtSummary.ts'

/** Changes a report: its answers as a draft again, shown together. What was reported as nothing is asked from the first question. */
export function* amend(form: Form, report: Report, ctx: Ctx): Flow {
  const opened = yield* draftOfReport(form, report, ctx)
  return begun(opened, report.none ? goOn(form, opened.draft, ctx) : showSummary(form, opened.draft, ctx))
}

/** Changes a report by words that put one of its answers right; undefined where they name none. */
export function* amendBy(text: string, form: Form, report: Report, ctx: Ctx): Asking<UnionDecision | undefined> {
  const opened = yield* draftOfReport(form, report, ctx)
  const heard = hearCorrection(form, opened.draft, text, ctx)
  return heard === undefined ? undefined : begun(opened, heard)
}

/** Adds a stage to a dossier. */
export function* addStage(form: Form, report: Report, stage: string, ctx: Ctx): Flow {
  const opened = yield* draftOfReport(form, report, ctx, stage)
  return begun(opened, goOn(form, opened.draft, ctx))
}

/** Answers a comment: opens at the very question that it is about. */
export function* mend(
  form: Form,
  report: Report,
  told: { readonly field: string; readonly comment: Line },
  ctx: Ctx,
): Flow {
  const opened = yield* draftOfReport(form, report, ctx)
  const asked = form.fields.some((field) => field.id === told.field)
    ? editField(form, opened.draft, told.field, ctx)
    : report.none
      ? goOn(form, opened.draft, ctx)
      : showSummary(form, opened.draft, ctx)
  return begun(opened, { ...asked, says: [say(told.comment), ...asked.says] })
}

/** A draft that answers a comment is taken up again where it opened, until that answer is another; undefined where it answers none. */
export function* mendAgain(form: Form, draft: Draft, ctx: Ctx): Asking<UnionDecision | undefined> {
  if (draft.report === undefined || draft.stage !== undefined) return undefined
  const { report, events } = yield* theReport(draft.report)
  const comment = report === undefined ? undefined : commentIn(report, events)
  if (report === undefined || comment === undefined) return undefined
  const { field } = comment
  const isSame = JSON.stringify(answersOf(form, draft)[field]) === JSON.stringify(report.answers[field])
  const isAsked = isSame && form.fields.some((one) => one.id === field)
  const asked = isAsked ? editField(form, draft, field, ctx) : goOn(form, draft, ctx)
  return { ...asked, says: [say(commentLine(form, comment)), ...asked.says] }
}

interface Opened {
  readonly draft: Draft
  readonly effects: readonly Effect[]
}

const begun = ({ effects }: Opened, decision: UnionDecision): UnionDecision => ({
  ...decision,
  effects: [...effects, ...decision.effects],
})

/** The draft of hers that changes this report already, or a new one: a report has one such draft, however often she taps. */
function* draftOfReport(form: Form, report: Report, ctx: Ctx, stage?: string): Asking<Opened> {
  const lines = (yield* myDrafts()).filter((one) => one.report === report.id && one.formVersion === form.version)
  for (const line of lines) {
    const draft = yield* theDraft(line.id)
    if (draft !== undefined && draft.stage === stage) return { draft, effects: [] }
  }
  return reopened(form, report, ctx, stage)
}

/** The answers of a report as a draft again: an answer changed, or a stage added, whose questions are asked anew. */
function reopened(form: Form, report: Report, ctx: Ctx, stage?: string): Opened {
  const id = draftId(ctx.newId())
  const asks = stage === undefined ? [] : askedAnew(form, stage)
  const flat = flatten(form, report.answers).map(({ path, value }) => ({
    path: asks.some((one) => one(path)) ? oldMark(path) : path,
    answered: { kind: 'value' as const, value },
  }))
  const rest =
    stage === undefined && !report.none ? [{ path: REST, answered: { kind: 'value' as const, value: true } }] : []
  const answers = [
    ...flat.filter((one) => one.path !== form.reached),
    ...reachedAnswer(form, report, stage),
    // What was left out when it was sent is not asked for, and can be added.
    ...rest,
  ]
  const staged = stage === undefined ? {} : { stage }
  const draft: Draft = {
    id,
    form: form.id,
    formVersion: form.version,
    unit: report.unit,
    report: report.id,
    before: report.answers,
    ...staged,
    answers: Object.fromEntries(answers.map((one) => [one.path, one.answered])),
    order: answers.map((one) => one.path),
  }
  const effect: Effect = {
    do: 'openDraft',
    id,
    form: form.id,
    formVersion: form.version,
    unit: report.unit,
    report: report.id,
    ...staged,
    answers,
  }
  return { draft, effects: [effect] }
}

/** Which paths a stage asks anew. Of a list each record keeps its name, the first field, and is asked the rest. */
function askedAnew(form: Form, stage: string): readonly ((path: string) => boolean)[] {
  const asks = form.stages.find((one) => one.id === stage)?.asks ?? []
  return asks.map((id) => {
    const first = form.fields.find((one) => one.id === id)?.fields?.[0]?.id
    return (path: string) => {
      const [head, index, sub] = path.split('.')
      if (head !== id) return false
      return first === undefined || (index !== '$done' && sub !== first)
    }
  })
}

/** Is it a step that the dossier can be at, and not only something told of it later? */
export const isStepOf = (form: Form, stage: string): boolean =>
  form.fields.find((one) => one.id === form.reached)?.options?.some((one) => one.id === stage) === true

/** How far the dossier is: the stage that is added, unless it is already further. */
function reachedAnswer(form: Form, report: Report, stage: string | undefined) {
  if (form.reached === undefined) return []
  const isStep = stage !== undefined && isStepOf(form, stage)
  const rank = (id: unknown): number => form.stages.findIndex((one) => one.id === id)
  const before = report.answers[form.reached]
  const value = isStep && rank(stage) > rank(before) ? stage : before
  return typeof value === 'string' ? [{ path: form.reached, answered: { kind: 'value' as const, value } }] : []
}
