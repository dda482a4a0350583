import type { Field, Form, Option, Stage } from '../../../src/domain/plan/form.ts'
import type { Plan } from '../../../src/domain/plan/plan.ts'

/** A plan as a plan file would say it: what parsePlan reads, the other way round. */
export function planToRaw(plan: Plan): unknown {
  return {
    ...plan,
    documents: toMap(plan.documents, (one) => one),
    forms: toMap(plan.forms, formToRaw),
    loops: toMap(plan.loops, (one) => one),
    indicators: toMap(plan.indicators, (row) => ({ ...row, also: toMap(row.also, (also) => also) })),
  }
}

const formToRaw = (form: Omit<Form, 'id'>): object => ({
  ...form,
  fields: toMap(form.fields, fieldToRaw),
  stages: toMap(form.stages, ({ label, ...stage }: Omit<Stage, 'id'>) => ({ ...label, ...stage })),
})

const fieldToRaw = (field: Omit<Field, 'id'>): object => ({
  ...field,
  ...(field.options && {
    options: toMap(field.options, ({ label, ...option }: Omit<Option, 'id'>) => ({ ...label, ...option })),
  }),
  ...(field.fields && { fields: toMap(field.fields, fieldToRaw) }),
})

const toMap = <T extends { readonly id: string }>(
  list: readonly T[],
  body: (one: Omit<T, 'id'>) => object,
): Readonly<Record<string, object>> =>
  Object.fromEntries(
    list.map((one) => {
      const { id, ...rest } = one
      return [id, body(rest)]
    }),
  )
