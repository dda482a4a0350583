import type { DraftId, ReportId, UnitId } from '../../domain/ids.ts'
import { applies } from '../../domain/plan/conditions.ts'
import type { Answers, Field, Form, Value } from '../../domain/plan/form.ts'

/** An answer to one question, by its path: 'participants', 'issues.0.text', 'consultations.property_land'. */
export type Answered = { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'skipped' }

/**
 * A draft lives apart from the conversation: one row an answer, so that each step writes the same bytes however long the
 * form is. `order` holds the paths in the order in which they were answered.
 */
export interface Draft {
  readonly id: DraftId
  readonly form: string
  readonly formVersion: number
  readonly unit: UnitId
  readonly report?: ReportId
  readonly stage?: string
  /** Of a draft that changes a report: what the report says now. */
  readonly before?: Answers
  readonly answers: Readonly<Record<string, Answered>>
  readonly order: readonly string[]
}

/** Marks, kept among the answers: a list is finished, the options with figures, the optional rest is left out. */
export const doneMark = (field: string): string => `${field}.$done`
export const pickMark = (field: string): string => `${field}.$pick`
export const REST = '$rest'
/** What a line told beside: it was not understood, and can be kept as a note. */
export const LEFT = '$left'
/** What stood there before: offered again, and kept where the question is left out while adding to a report. */
export const oldMark = (path: string): string => `$old.${path}`

/** What a line told but nobody has confirmed: asked at its question. */
export const doubtMark = (path: string): string => `$doubt.${path}`

export const valueAt = (draft: Draft, path: string): Value | undefined => {
  const answered = draft.answers[path]
  return answered?.kind === 'value' ? answered.value : undefined
}

/** The answer at a path, or what stood there before where a report is being added to. */
export function standingAt(draft: Draft, path: string): Value | undefined {
  return valueAt(draft, path) ?? (draft.report === undefined ? undefined : valueAt(draft, oldMark(path)))
}

export const isAnswered = (draft: Draft, path: string): boolean => draft.answers[path] !== undefined

export const withAnswer = (draft: Draft, path: string, answered: Answered): Draft => ({
  ...draft,
  answers: { ...draft.answers, [path]: answered },
  order: [...draft.order.filter((one) => one !== path), path],
})

export function withoutAnswer(draft: Draft, path: string): Draft {
  const { [path]: _gone, ...answers } = draft.answers
  return { ...draft, answers, order: draft.order.filter((one) => one !== path) }
}

/** How many records of a list have been begun. */
export function recordCount(draft: Draft, field: Field): number {
  let count = 0
  while ((field.fields ?? []).some((sub) => isAnswered(draft, `${field.id}.${count}.${sub.id}`))) count++
  return count
}

/** The answers of a draft as the form nests them; questions that were skipped have no value. */
export function answersOf(form: Form, draft: Draft): Answers {
  const answers: Record<string, Value> = {}
  for (const field of form.fields) {
    // What its guard no longer asks for is not sent, whatever was answered before.
    if (!applies(field.when, answers)) continue
    const value = fieldValue(draft, field)
    if (value !== undefined) answers[field.id] = value
  }
  return answers
}

export function recordAt(draft: Draft, field: Field, index: number): Answers {
  const record: Record<string, Value> = {}
  for (const sub of field.fields ?? []) {
    if (!applies(sub.when, record)) continue
    const value = standingAt(draft, `${field.id}.${index}.${sub.id}`)
    if (value !== undefined) record[sub.id] = value
  }
  return record
}

function fieldValue(draft: Draft, field: Field): Value | undefined {
  if (field.kind === 'recordList') {
    const count = recordCount(draft, field)
    return count === 0 ? undefined : Array.from({ length: count }, (_, index) => recordAt(draft, field, index))
  }
  if (field.kind === 'countsByOption') {
    const counts: Record<string, number> = {}
    const picked = valueAt(draft, pickMark(field.id))
    for (const option of field.options ?? []) {
      // What was unticked later no longer counts.
      if (Array.isArray(picked) && picked.every((one) => one !== option.id)) continue
      const count = valueAt(draft, `${field.id}.${option.id}`)
      if (typeof count === 'number') counts[option.id] = count
    }
    return Object.keys(counts).length === 0 ? undefined : counts
  }
  return standingAt(draft, field.id)
}

/** Answers of a report, flattened again so that it can be amended like any draft. */
export function flatten(form: Form, answers: Answers): readonly { readonly path: string; readonly value: Value }[] {
  return form.fields.flatMap((field) => {
    const value = answers[field.id]
    if (value === undefined) return []
    if (field.kind === 'recordList' && Array.isArray(value)) {
      const records = value.flatMap((record, index) => flattenRecord(`${field.id}.${index}`, record))
      return [...records, { path: doneMark(field.id), value: true }]
    }
    if (field.kind === 'countsByOption' && isCounts(value)) {
      const picked = Object.keys(value)
      return [
        { path: pickMark(field.id), value: picked },
        ...Object.entries(value).map(([option, count]) => ({ path: `${field.id}.${option}`, value: count })),
      ]
    }
    return [{ path: field.id, value }]
  })
}

function flattenRecord(prefix: string, record: unknown): readonly { path: string; value: Value }[] {
  if (!isAnswers(record)) return []
  return Object.entries(record).flatMap(([id, value]) =>
    value === undefined ? [] : [{ path: `${prefix}.${id}`, value }],
  )
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isCounts = (value: Value): value is Readonly<Record<string, number>> =>
  isAnswers(value) && Object.values(value).every((one) => typeof one === 'number')

/** What she answered in this draft, in order: not what was offered, not the mark that the rest is left out. */
export const answeredHere = (draft: Draft): readonly string[] => draft.order.filter((path) => !path.startsWith('$'))
