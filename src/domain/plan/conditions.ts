import type { Answers, Condition, Value } from './form.ts'

/** Does a guard hold for these answers? A field without a value is in no list and is not set. */
export function applies(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true
  if ('all' in condition) return condition.all.every((one) => applies(one, answers))
  if ('any' in condition) return condition.any.some((one) => applies(one, answers))
  const value = answers[condition.field]
  if ('set' in condition) return hasValue(value) === condition.set
  if ('is' in condition) return value === condition.is
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast
  if ('in' in condition) return holdsAny(value, condition.in)
  return value !== undefined && !holdsAny(value, condition.notIn)
}

/** An empty list is no value. */
export const hasValue = (value: Value | undefined): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0)

/** A single choice that is in the list, or several choices of which one is. */
function holdsAny(value: Value | undefined, list: readonly string[]): boolean {
  if (typeof value === 'string') return list.includes(value)
  return Array.isArray(value) && value.some((one) => typeof one === 'string' && list.includes(one))
}
