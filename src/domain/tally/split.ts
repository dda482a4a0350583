import type { Indicator, Plan } from '../plan/plan.ts'
import type { Report } from '../report/report.ts'
import type { Text } from '../text.ts'
import { compare } from '../unit/tree.ts'
import type { Part } from './figures.ts'
import type { RuleWork } from './rule.ts'
import { amountOf, one } from './totals.ts'
import { choicesIn, countOf } from './values.ts'

/** A row by the values of a field. A report with two values stands in both parts, so parts may exceed the whole. */
export function splitBy(
  field: string,
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  counting: readonly Report[],
  work: RuleWork,
): readonly Part[] {
  const filters = indicator.sources.flatMap(({ where }) => where?.in?.[field] ?? [])
  const listed = filters.length > 0 ? new Set(filters) : undefined
  const byValue = new Map<string, Report[]>()
  for (const report of counting) {
    for (const value of choicesIn(report.answers[field])) {
      if (listed && !listed.has(value)) continue
      const list = byValue.get(value)
      if (list) list.push(report)
      else byValue.set(value, [report])
    }
  }
  const labels = labelsOf(field, plan, indicator)
  const ids = listed ? [...listed] : [...byValue.keys()].sort(compare)
  return ids.map((id) => {
    const reports = byValue.get(id) ?? []
    const label = labels.get(id)
    const weigh = (report: Report): number => countOf(report.answers[field], id) ?? work.weigh(report)
    return { id, ...(label ? { label } : {}), ...amountOf(reports, weigh), events: amountOf(reports, one) }
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
