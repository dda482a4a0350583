import type { Form, Value } from '../../domain/plan/form.ts'
import { ask, choice, type Line, type Say, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import type { FormPlace } from '../union/place.ts'
import { askStep, isTypedValue } from './askStep.ts'
import { type Answered, type Draft, doubtMark, oldMark, valueAt } from './draft.ts'
import { isStrings, optionLabel, plainText, showValue } from './showValue.ts'
import { nextStep, type Step, stepAt } from './steps.ts'
import { showSummary } from './summary.ts'
import { tellsOf } from './tellsOf.ts'

/** A question, with all that deciding about it needs. */
export interface At {
  readonly place: FormPlace
  readonly form: Form
  readonly draft: Draft
  readonly step: Step
  readonly ctx: Ctx
}

/** The draft goes on: to its next question, or to the summary. */
export function goOn(form: Form, draft: Draft, ctx: Ctx): UnionDecision {
  const step = nextStep(form, draft)
  if (step === undefined) return showSummary(form, draft, ctx)
  const at: At = { place: placeAt(draft, step), form, draft, step, ctx }
  const told = valueAt(draft, doubtMark(step.path))
  if (told === undefined) return show(at)
  const doubt = { value: told, why: 'line' }
  return showDoubt({ ...at, place: { ...at.place, doubt } }, doubt)
}

/** Where this question is asked, with what she had ticked there before she was led away. */
export const placeAt = (draft: Draft, { path, field }: Step): FormPlace => ({
  at: 'form',
  draft: draft.id,
  path,
  ...(draft.report === undefined && field.keep !== true ? tickedIn(draft.answers[oldMark(path)], field.kind) : {}),
})

/** The question on the screen, after what is said before it. */
export function show(at: At, before: readonly Say[] = [], units?: readonly string[]): UnionDecision {
  const { place, form, draft, step, ctx } = at
  const card = askStep({
    form,
    draft,
    step,
    today: ctx.today,
    tree: ctx.tree,
    picked: place.picked ?? [],
    editing: place.editing === true,
    ...(place.old === undefined ? {} : { old: place.old }),
    ...(units === undefined ? {} : { units }),
  })
  const typed = isTypedValue(step) ? 'value' : 'choices'
  return { place, says: [...before, card], effects: [], typed }
}

/** Asks one question again, wherever it stands, offering what was answered. */
export function askAgain(form: Form, draft: Draft, path: string, ctx: Ctx): UnionDecision {
  const step = stepAt(form, draft, path)
  if (step === undefined) return showSummary(form, draft, ctx)
  const old = draft.answers[step.path]
  const place: FormPlace = {
    at: 'form',
    draft: draft.id,
    path: step.path,
    editing: true,
    ...(old === undefined ? {} : { old, ...tickedIn(old, step.field.kind) }),
  }
  return show({ place, form, draft, step, ctx })
}

/** Several choices come with those ticked that she chose before. */
const tickedIn = (old: Answered | undefined, kind: string): { readonly picked?: readonly string[] } =>
  (kind === 'many' || kind === 'countsByOption') && old?.kind === 'value' && isStrings(old.value)
    ? { picked: old.value }
    : {}

/** What was read, to be confirmed or typed again. */
export function showDoubt(at: At, doubt: { readonly value: Value; readonly why: string }, line?: Line): UnionDecision {
  const value = doubted(at, doubt.value)
  const why = line ?? whyLine(at, doubt.why, value)
  const card = ask(
    [why, ...alsoDoubted(at, doubt)],
    [choice('sure', t('form.sure'), 'go'), choice('again', t('form.again'))],
  )
  return { place: at.place, says: [card], effects: [] }
}

/** What was read from a line is asked about anyway: once for both. */
function alsoDoubted(at: At, { value, why }: { readonly value: Value; readonly why: string }): readonly Line[] {
  const { field } = at.step
  if (why !== 'line' || field.kind !== 'text' || typeof value !== 'string') return []
  const also = tellsOf(value, field.noNames)
  return also === undefined ? [] : [whyLine(at, also, words(value))]
}

function whyLine({ step }: At, why: string, value: Line): Line {
  if (why === 'personal') return t('doubt.personal', { value })
  if (why === 'number') return t('doubt.number')
  if (why === 'question') return t('doubt.question', { value })
  if (why === 'yearBefore') return t('doubt.yearBefore', { value })
  if (why === 'document') return t('doubt.document', { value })
  const label = step.kind === 'count' ? optionLabel(step.field, step.option) : step.field.label
  return why === 'line' ? t('doubt.line', { label: words(label), value }) : t('doubt.read', { value })
}

function doubted({ step, ctx }: At, value: Value): Line {
  if (step.kind === 'field') return showValue(step.field, value, ctx.tree)
  if (step.kind === 'pick') return showValue({ ...step.field, kind: 'many' }, value, ctx.tree)
  return words(plainText(value))
}
