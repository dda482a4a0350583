import { daysBetween, isLocalDate, localDate, yearOf, type LocalDate } from '../calendar.ts'
import { applies, hasValue } from './conditions.ts'
import type { Answers, Check, Severity } from './form.ts'

/** What is wrong between fields; `field` is the one to ask again, `others` are named in the reason. */
export interface Problem {
  readonly kind: Check['kind']
  readonly field: string
  readonly others: readonly string[]
  readonly severity: Severity
}

/** The checks that do not hold for these answers; a check whose fields have no value yet is silent. */
export function problemsOf(checks: readonly Check[], answers: Answers): readonly Problem[] {
  return checks.flatMap((check) => problemOf(check, answers) ?? [])
}

function problemOf(check: Check, answers: Answers): Problem | undefined {
  const bad = (field: string, ...others: readonly string[]): Problem => ({
    kind: check.kind,
    field,
    others,
    severity: check.severity,
  })
  switch (check.kind) {
    case 'atMost': {
      const [value, limit] = [answers[check.field], answers[check.than]]
      return typeof value === 'number' && typeof limit === 'number' && value > limit
        ? bad(check.field, check.than)
        : undefined
    }
    case 'sumEquals': {
      const total = answers[check.total]
      const parts = check.parts.map((part) => answers[part])
      if (typeof total !== 'number' || !parts.every((part) => typeof part === 'number')) return undefined
      const sum = parts.reduce<number>((acc, part) => acc + (typeof part === 'number' ? part : 0), 0)
      return sum === total
        ? undefined
        : bad(check.parts.at(-1) ?? check.total, check.total, ...check.parts.slice(0, -1))
    }
    case 'requiredWhen':
      return applies(check.when, answers) && !hasValue(answers[check.field]) ? bad(check.field) : undefined
    case 'oneOf':
      return applies(check.when, answers) && !check.fields.some((field) => hasValue(answers[field]))
        ? bad(check.fields[0] ?? '', ...check.fields.slice(1))
        : undefined
    case 'ordered':
      return outOfOrder(check.fields, answers, bad)
    case 'onOrAfter': {
      const [value, than] = [dateIn(answers, check.field), dateIn(answers, check.than)]
      return value !== undefined && than !== undefined && value < than ? bad(check.field, check.than) : undefined
    }
    case 'nearDay': {
      const value = dateIn(answers, check.field)
      if (value === undefined || !applies(check.when, answers)) return undefined
      const near = [-1, 0, 1].some((n) => {
        const day = localDate(`${yearOf(value) + n}-${check.day}`)
        return Math.abs(daysBetween(day, value)) <= check.days
      })
      return near ? undefined : bad(check.field)
    }
  }
}

function outOfOrder(
  fields: readonly string[],
  answers: Answers,
  bad: (field: string, ...others: readonly string[]) => Problem,
): Problem | undefined {
  let last: { field: string; date: LocalDate } | undefined
  for (const field of fields) {
    const date = dateIn(answers, field)
    if (date === undefined) continue
    if (last !== undefined && date < last.date) return bad(field, last.field)
    last = { field, date }
  }
  return undefined
}

function dateIn(answers: Answers, field: string): LocalDate | undefined {
  const value = answers[field]
  return typeof value === 'string' && isLocalDate(value) ? value : undefined
}
