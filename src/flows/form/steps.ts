import { applies } from '../../domain/plan/conditions.ts'
import type { Field, Form } from '../../domain/plan/form.ts'
import {
  answersOf,
  doneMark,
  doubtMark,
  type Draft,
  isAnswered,
  oldMark,
  pickMark,
  recordAt,
  recordCount,
  REST,
  valueAt,
} from './draft.ts'

/** One question of a form, by its path. */
export type Step =
  | { readonly kind: 'field'; readonly path: string; readonly field: Field; readonly record?: number }
  /** "Add another?" at the end of a record, or "is there any?" before the first of an optional list. */
  | { readonly kind: 'more'; readonly path: string; readonly field: Field; readonly count: number }
  | { readonly kind: 'pick'; readonly path: string; readonly field: Field }
  | { readonly kind: 'count'; readonly path: string; readonly field: Field; readonly option: string }

/** The next question: the first field that applies and has no value. Undefined: everything is there. */
export function nextStep(form: Form, draft: Draft): Step | undefined {
  const answers = answersOf(form, draft)
  for (const field of form.fields) {
    if (!isAsked(form, field, draft) || !applies(field.when, answers)) continue
    const step = stepIn(field, draft)
    if (step !== undefined) return step
  }
  return undefined
}

/** The fields that this draft will ask in all, for "câu 3/8". */
export function askedFields(form: Form, draft: Draft): readonly Field[] {
  const answers = answersOf(form, draft)
  return form.fields.filter(
    (field) =>
      (isInStage(form, field, draft) || isTouched(draft, field)) &&
      applies(field.when, answers) &&
      (!isAnswered(draft, REST) || !field.optional || isTouched(draft, field)),
  )
}

/** What is never asked by itself and nobody has told yet: offered where answers are changed. */
export function unaskedFields(form: Form, draft: Draft): readonly Field[] {
  const answers = answersOf(form, draft)
  return form.fields.filter(
    (field) => field.unasked === true && !isTouched(draft, field) && applies(field.when, answers),
  )
}

/** Is every question that is left optional? Then the rest can be left out in one tap. */
export function onlyOptionalLeft(form: Form, draft: Draft): boolean {
  const answers = answersOf(form, draft)
  return form.fields.every(
    (field) =>
      field.optional ||
      !isAsked(form, field, draft) ||
      !applies(field.when, answers) ||
      stepIn(field, draft) === undefined,
  )
}

/** The question at a path, also when it has been answered: for "back" and for editing. */
export function stepAt(form: Form, draft: Draft, path: string): Step | undefined {
  const [head = '', second, third] = path.split('.')
  const field = form.fields.find((one) => one.id === head)
  if (field === undefined) return undefined
  if (field.kind === 'recordList') {
    if (second === '$done') return { kind: 'more', path, field, count: recordCount(draft, field) }
    const sub = field.fields?.find((one) => one.id === third)
    const index = Number(second ?? '0')
    return sub === undefined
      ? { kind: 'more', path: doneMark(field.id), field, count: recordCount(draft, field) }
      : { kind: 'field', path, field: sub, record: index }
  }
  if (field.kind === 'countsByOption') {
    return second === undefined || second === '$pick'
      ? { kind: 'pick', path: pickMark(field.id), field }
      : { kind: 'count', path, field, option: second }
  }
  return { kind: 'field', path: field.id, field }
}

/** The paths that belong to a field: dropping them asks it again. */
export const pathsOf = (draft: Draft, fieldId: string): readonly string[] =>
  draft.order.filter((path) => path === fieldId || path.startsWith(`${fieldId}.`))

/** Adding a stage asks that stage's fields; a first report all that belong to none. */
function isInStage(form: Form, field: Field, draft: Draft): boolean {
  if (draft.stage === undefined) return (field.stage === undefined && field.unasked !== true) || isTouched(draft, field)
  const stage = form.stages.find((one) => one.id === draft.stage)
  return field.stage === draft.stage || (stage?.asks ?? []).includes(field.id)
}

const isAsked = (form: Form, field: Field, draft: Draft): boolean =>
  isInStage(form, field, draft) && !(field.optional && isAnswered(draft, REST) && !isTouched(draft, field))

const isTouched = (draft: Draft, field: Field): boolean =>
  pathsOf(draft, field.id).length > 0 ||
  pathsOf(draft, doubtMark(field.id)).length > 0 ||
  (draft.report === undefined && field.keep !== true && wasAnswered(draft, field))

/** Was it answered before she went back from it? */
export const wasAnswered = (draft: Draft, field: Field): boolean => pathsOf(draft, oldMark(field.id)).length > 0

function stepIn(field: Field, draft: Draft): Step | undefined {
  if (isAnswered(draft, field.id)) return undefined
  if (field.kind === 'recordList') return stepInRecords(field, draft)
  if (field.kind === 'countsByOption') return stepInCounts(field, draft)
  return { kind: 'field', path: field.id, field }
}

function stepInRecords(field: Field, draft: Draft): Step | undefined {
  const count = recordCount(draft, field)
  for (let index = 0; index < count; index++) {
    const step = stepInRecord(field, draft, index)
    if (step !== undefined) return step
  }
  if (count === 0 && !field.optional) return firstOfRecord(field, 0)
  if (isAnswered(draft, doneMark(field.id)) || (field.max !== undefined && count >= field.max)) return undefined
  return { kind: 'more', path: doneMark(field.id), field, count }
}

function stepInRecord(field: Field, draft: Draft, index: number): Step | undefined {
  const record = recordAt(draft, field, index)
  const sub = field.fields?.find(
    (one) => applies(one.when, record) && !isAnswered(draft, `${field.id}.${index}.${one.id}`),
  )
  return sub === undefined
    ? undefined
    : { kind: 'field', path: `${field.id}.${index}.${sub.id}`, field: sub, record: index }
}

/** The first question of a new record of a list. */
export function firstOfRecord(field: Field, index: number): Step | undefined {
  const sub = field.fields?.[0]
  return sub === undefined
    ? undefined
    : { kind: 'field', path: `${field.id}.${index}.${sub.id}`, field: sub, record: index }
}

function stepInCounts(field: Field, draft: Draft): Step | undefined {
  const picked = valueAt(draft, pickMark(field.id))
  if (!Array.isArray(picked)) return { kind: 'pick', path: pickMark(field.id), field }
  for (const option of picked) {
    if (typeof option === 'string' && !isAnswered(draft, `${field.id}.${option}`)) {
      return { kind: 'count', path: `${field.id}.${option}`, field, option }
    }
  }
  return undefined
}
