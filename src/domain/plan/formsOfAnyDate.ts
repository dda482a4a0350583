import type { Plan } from './plan.ts'

/** Forms of rows that count what is in force, whenever it was signed. */
export function formsOfAnyDate(plan: Plan): readonly string[] {
  const forms = plan.indicators.flatMap((row) => [
    ...(row.rule.kind === 'inForce' ? row.sources : []),
    ...row.also.filter((also) => also.rule.kind === 'inForce').flatMap((also) => also.sources ?? row.sources),
  ])
  return [...new Set(forms.map((source) => source.form))]
}
