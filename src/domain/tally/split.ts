import type { Indicator, Plan } from '../plan/plan.ts'
import type { Text } from '../text.ts'
import { compare } from '../unit/tree.ts'
import { type Deeds, NO_DEEDS } from './bag.ts'
import type { Part } from './figures.ts'
import { amountOf, eventsOf } from './totals.ts'

/** A row by the values of a field. A report with two values stands in both parts, so parts may exceed the whole. */
export function splitBy(
  field: string,
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  counting: ReadonlyMap<string, Deeds>,
): readonly Part[] {
  const filters = indicator.sources.flatMap(({ where }) => where?.in?.[field] ?? [])
  const listed = filters.length > 0 ? new Set(filters) : undefined
  const labels = labelsOf(field, plan, indicator)
  const ids = listed ? [...listed] : [...counting.keys()].sort(compare)
  return ids.map((id) => {
    const deeds = counting.get(id) ?? NO_DEEDS
    const label = labels.get(id)
    return { id, ...(label ? { label } : {}), ...amountOf(deeds), events: eventsOf(deeds) }
  })
}

const labelsOf = (field: string, plan: Plan, indicator: Indicator): ReadonlyMap<string, Text> => {
  const forms = new Set(indicator.sources.map(({ form }) => form))
  const options = plan.forms
    .filter(({ id }) => forms.has(id))
    .flatMap(({ fields }) => fields.filter(({ id }) => id === field))
    .flatMap(({ options }) => options ?? [])
  return new Map([
    ...plan.documents.map(({ id, name }): [string, Text] => [id, name]),
    ...options.map(({ id, label }): [string, Text] => [id, label]),
  ])
}
