import { fitsField } from '../../domain/plan/fitsField.ts'
import type { Field, Form, Value } from '../../domain/plan/form.ts'
import { type Line, type Say, say, t, words } from '../say.ts'
import { type Answered, answeredHere, type Draft, LEFT, REST, withoutAnswer } from './draft.ts'
import { joined } from './showValue.ts'

export interface Move {
  readonly draft: Draft
  /** Paths whose answers do not fit the new version. */
  readonly drop: readonly string[]
  readonly kept: number
  /** Questions of the new version whose old answer no longer fits. */
  readonly again: readonly Field[]
  readonly fresh: readonly Field[]
}

/** A draft in another version of its form: answers to the same questions that still fit are kept, the rest is asked. */
export function moveToForm(draft: Draft, form: Form, old: Form | undefined): Move {
  const fresh = old === undefined ? [] : form.fields.filter((one) => old.fields.every(({ id }) => id !== one.id))
  const drop = draft.order.filter((path) => {
    const answered = draft.answers[path]
    if (path === REST) return fresh.length > 0
    if (path === LEFT) return false
    return answered === undefined || !isKept(form, path.replace(/^\$\w+\./, ''), answered)
  })
  const after = drop.reduce(withoutAnswer, { ...draft, formVersion: form.version })
  const dropped = new Set(drop.map((path) => path.split('.')[0]))
  return {
    draft: after,
    drop,
    kept: new Set(answeredHere(after).map((path) => path.split('.')[0])).size,
    again: form.fields.filter((one) => dropped.has(one.id)),
    fresh,
  }
}

/** One message: how much is kept, what is asked again, what is new. */
export function tellMove(form: Form, { kept, again, fresh }: Move): Say {
  const labels = (fields: readonly Field[]): Line => joined(fields.map((one) => words(one.label)))
  return say(
    t('form.newVersion', { form: words(form.short) }),
    ...(kept === 0 ? [] : [t('form.newVersionKept', { kept })]),
    ...(again.length === 0 ? [] : [t('form.newVersionAgain', { fields: labels(again) })]),
    ...(fresh.length === 0 ? [] : [t('form.newVersionFresh', { fields: labels(fresh) })]),
  )
}

function isKept(form: Form, path: string, answered: Answered): boolean {
  const [head, second, third] = path.split('.')
  const field = form.fields.find((one) => one.id === head)
  if (field === undefined) return false
  if (answered.kind === 'skipped') {
    const asked = third === undefined ? field : field.fields?.find((one) => one.id === third)
    return asked?.optional === true
  }
  const { value } = answered
  if (field.kind === 'recordList') {
    if (second === '$done') return value === true
    const sub = field.fields?.find((one) => one.id === third)
    return sub !== undefined && fitsField(sub, value)
  }
  if (field.kind === 'countsByOption') return isKeptCount(field, second, value)
  return second === undefined && fitsField(field, value)
}

function isKeptCount(field: Field, option: string | undefined, value: Value): boolean {
  const ids = (field.options ?? []).map((one) => one.id)
  if (option === '$pick') return Array.isArray(value) && value.every((one) => ids.some((id) => id === one))
  return option !== undefined && ids.includes(option) && typeof value === 'number'
}
