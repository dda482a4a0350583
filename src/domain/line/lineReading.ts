import { fitsField } from '../plan/fitsField.ts'
import { problemsOf } from '../plan/checks.ts'
import type { Answers, Field, Form, Value } from '../plan/form.ts'
import type { Span } from './line.ts'

/** What a line says of one form, by field. */
export interface LineAnswers {
  readonly given: Answers
  /** Read, but to be confirmed. */
  readonly doubtful: Answers
}

/** A value, and the words that tell it. */
export interface Told<V extends Value = Value> {
  readonly value: V
  readonly sure: boolean
  readonly spans: readonly Span[]
}

export interface Reading {
  put(field: Field | undefined, told: Told): void
  /** A sure number comes before one that only may be meant. */
  number(field: Field | undefined, told: Told<number>): void
  settled(): LineAnswers
  /** The words of all that is read. */
  spans(): readonly Span[]
}

/** Gathers what is read of each field; what is said twice and differently is not read at all. */
export function makeReading(form: Form): Reading {
  const read = new Map<string, Told>()
  const torn = new Set<string>()
  function put(field: Field | undefined, told: Told): void {
    if (field === undefined || !fitsField(field, told.value)) return
    const before = read.get(field.id)
    if (before !== undefined && JSON.stringify(before.value) !== JSON.stringify(told.value)) torn.add(field.id)
    else read.set(field.id, { ...told, spans: [...(before?.spans ?? []), ...told.spans] })
  }
  return {
    put,
    number(field, told) {
      const before = field === undefined ? undefined : read.get(field.id)
      if (before?.sure === true && !told.sure) return
      if (field !== undefined && before !== undefined && told.sure && !before.sure) read.delete(field.id)
      put(field, told)
    },
    spans: () => [...read].flatMap(([id, one]) => (torn.has(id) ? [] : one.spans)),
    settled: () => {
      const doubted = tiedTo(form, torn)
      return settledIn(
        form,
        [...read].flatMap(([id, one]) => (torn.has(id) ? [] : [[id, { ...one, sure: one.sure && !doubted.has(id) }]])),
      )
    },
  }
}

/** The numbers that a check ties to one of these: where one could not be read, another may be what was meant. */
function tiedTo(form: Form, torn: ReadonlySet<string>): ReadonlySet<string> {
  const ties = form.checks.map((check) =>
    check.kind === 'atMost'
      ? [check.field, check.than]
      : check.kind === 'sumEquals'
        ? [check.total, ...check.parts]
        : [],
  )
  return new Set(ties.filter((ids) => ids.some((id) => torn.has(id))).flat())
}

/** What breaks a check of the form is asked, all that take part in it. */
function settledIn(
  form: Form,
  kept: readonly (readonly [string, { readonly value: Value; readonly sure: boolean }])[],
): LineAnswers {
  const all = Object.fromEntries(kept.map(([id, one]) => [id, one.value]))
  const wrong = new Set(
    problemsOf(form.checks, all)
      .filter((one) => one.kind !== 'requiredWhen' && one.kind !== 'oneOf')
      .flatMap((one) => [one.field, ...one.others]),
  )
  const pick = (sure: boolean): Answers =>
    Object.fromEntries(
      kept.filter(([id, one]) => (one.sure && !wrong.has(id)) === sure).map(([id, one]) => [id, one.value]),
    )
  return { given: pick(true), doubtful: pick(false) }
}
