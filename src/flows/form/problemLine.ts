import type { Problem } from '../../domain/plan/checks.ts'
import type { Field, Form } from '../../domain/plan/form.ts'
import { type Line, t, words } from '../say.ts'
import { problemKey } from './problemKey.ts'
import type { Step } from './steps.ts'

/** What was read, what is wrong, and one right example. */
export function problemLine(step: Step, why: string, values: Readonly<Record<string, number>> = {}): Line {
  const key = problemKey(why)
  const example = exampleOf(step)
  return example === undefined ? t(key, values) : t('problem.withExample', { problem: t(key, values), example })
}

const exampleOf = (step: Step): string | Line | undefined => {
  if (step.kind === 'count') return EXAMPLES.number
  return step.kind === 'field' ? (step.field.example ?? EXAMPLES[step.field.kind]) : undefined
}

/** One right example of each kind, where the plan gives none. */
const EXAMPLES: Readonly<Partial<Record<Field['kind'], string | Line>>> = {
  number: '45',
  date: '12/3',
  period: t('problem.examplePeriod'),
  docRef: t('problem.exampleDocument'),
  evidence: 'https://…',
}

export function checkLine(problem: Problem, form: Form, step?: Step): Line {
  const list = step === undefined ? undefined : form.fields.find((one) => one.id === step.path.split('.')[0])
  const fields = [...form.fields, ...(list?.fields ?? []), ...form.fields.flatMap((one) => one.fields ?? [])]
  const label = (id: string): Line => words(fields.find((one) => one.id === id)?.label ?? id)
  return t(CHECKS[problem.kind], { field: label(problem.field), other: label(problem.others[0] ?? problem.field) })
}

const CHECKS = {
  atMost: 'check.atMost',
  sumEquals: 'check.sumEquals',
  requiredWhen: 'check.required',
  oneOf: 'check.oneOf',
  ordered: 'check.ordered',
  onOrAfter: 'check.onOrAfter',
  nearDay: 'check.nearDay',
} as const satisfies Record<Problem['kind'], string>
