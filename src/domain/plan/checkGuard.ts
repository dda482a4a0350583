import { dayOf } from '../calendar.ts'
import type { Check, Condition, Field, FieldKind } from './form.ts'
import type { PlanPath, PlanProblem } from './schemaParts.ts'

const CHOSEN: readonly FieldKind[] = ['choice', 'many']

/** A guard over `known` fields: for the guard of a question those that are asked before it. */
export function checkCondition(condition: Condition, known: readonly Field[], path: PlanPath): readonly PlanProblem[] {
  if ('all' in condition) return condition.all.flatMap((one, i) => checkCondition(one, known, [...path, 'all', i]))
  if ('any' in condition) return condition.any.flatMap((one, i) => checkCondition(one, known, [...path, 'any', i]))
  if ('set' in condition) return ofKind(condition.field, known, [...path, 'field'])
  if ('is' in condition) return ofKind(condition.field, known, [...path, 'field'], ['yesNo'])
  if ('atLeast' in condition) return ofKind(condition.field, known, [...path, 'field'], ['number'])
  const member = 'in' in condition ? 'in' : 'notIn'
  const values = 'in' in condition ? condition.in : condition.notIn
  const wrong = ofKind(condition.field, known, [...path, 'field'], CHOSEN)
  return wrong.length > 0 ? wrong : checkValues(condition.field, values, known, [...path, member])
}

/** Values that are no options of the field; silent about fields that have none. */
export function checkValues(
  id: string,
  values: readonly string[],
  fields: readonly Field[],
  path: PlanPath,
): readonly PlanProblem[] {
  const options = fields.find((field) => field.id === id)?.options ?? []
  return values.flatMap((value, index) =>
    options.some((option) => option.id === value)
      ? []
      : [{ path: [...path, index], reason: `"${id}" has no option "${value}"` }],
  )
}

/** The problem of a name that is not among the fields, or among them with another kind. */
export function ofKind(
  id: string,
  fields: readonly Field[],
  path: PlanPath,
  kinds?: readonly FieldKind[],
): readonly PlanProblem[] {
  const field = fields.find((one) => one.id === id)
  if (field === undefined) return [{ path, reason: `no field "${id}" here, or none before` }]
  if (kinds === undefined || kinds.includes(field.kind)) return []
  return [{ path, reason: `"${id}" is a ${field.kind}, not a ${kinds.join(' or ')}` }]
}

export function checkCheck(check: Check, fields: readonly Field[], path: PlanPath): readonly PlanProblem[] {
  const one = (member: string, id: string, kinds?: readonly FieldKind[]): readonly PlanProblem[] =>
    ofKind(id, fields, [...path, member], kinds)
  const each = (member: string, ids: readonly string[], kinds?: readonly FieldKind[]): readonly PlanProblem[] =>
    ids.flatMap((id, index) => ofKind(id, fields, [...path, member, index], kinds))
  const when = (condition: Condition | undefined): readonly PlanProblem[] =>
    condition === undefined ? [] : checkCondition(condition, fields, [...path, 'when'])
  switch (check.kind) {
    case 'atMost':
      return [...one('field', check.field, ['number']), ...one('than', check.than, ['number'])]
    case 'sumEquals':
      return [...one('total', check.total, ['number']), ...each('parts', check.parts, ['number'])]
    case 'requiredWhen':
      return [...one('field', check.field), ...when(check.when)]
    case 'oneOf':
      return [...each('fields', check.fields), ...when(check.when)]
    case 'ordered':
      return each('fields', check.fields, ['date'])
    case 'onOrAfter':
      return [...one('field', check.field, ['date']), ...one('than', check.than, ['date'])]
    case 'nearDay':
      return [...one('field', check.field, ['date']), ...when(check.when), ...checkDay(check.day, [...path, 'day'])]
  }
}

/** A day that every year has. */
function checkDay(day: string, path: PlanPath): readonly PlanProblem[] {
  const [month, date] = day.split('-').map(Number)
  const exists = dayOf(2023, month ?? 0, date ?? 0) !== undefined
  return exists ? [] : [{ path, reason: `${day} is not in every year` }]
}
