import { checkValues, ofKind } from './checkGuard.ts'
import type { Field, FieldKind, Form } from './form.ts'
import type { Filter, Indicator, Plan, Rule, Source } from './plan.ts'
import type { PlanPath, PlanProblem } from './schemaParts.ts'

const CHOSEN: readonly FieldKind[] = ['choice', 'many']
const SUMMED: readonly FieldKind[] = ['number', 'countsByOption', 'recordList', 'textList']
const SPLIT: readonly FieldKind[] = ['choice', 'many', 'countsByOption', 'yesNo']
const SHARES: readonly Rule['kind'][] = ['coverage', 'cadence', 'onTime', 'inForce']
const FIGURES: readonly Rule['kind'][] = ['count', 'sum', 'distinct']

/** A row against the forms it counts from. */
export function checkRow(plan: Plan, row: Indicator): readonly PlanProblem[] {
  const path: PlanPath = ['indicators', row.id]
  const forms = formsOf(plan, row.sources)
  return [
    ...checkSources(plan, row.sources, [...path, 'sources']),
    ...checkCounted(row, path),
    ...checkRule(row.rule, forms, [...path, 'rule']),
    ...row.also.flatMap((also) => {
      const at = [...path, 'also', also.id]
      const own = also.sources === undefined ? forms : formsOf(plan, also.sources)
      return [
        ...(also.sources === undefined ? [] : checkSources(plan, also.sources, [...at, 'sources'])),
        ...own.flatMap((form) => checkFilter(also.where, form.fields, [...at, 'where'])),
        ...checkRule(also.rule, own, [...at, 'rule']),
      ]
    }),
    ...(row.by === undefined ? [] : inEach(forms, row.by, [...path, 'by'], SPLIT)),
    ...checkLevels(row, forms, [...path, 'levels']),
    ...checkTarget(row, [...path, 'target']),
    ...checkWindow(plan, row, [...path, 'window']),
  ]
}

function formsOf(plan: Plan, sources: readonly Source[]): readonly Form[] {
  return sources.flatMap((source) => plan.forms.find((form) => form.id === source.form) ?? [])
}

function checkSources(plan: Plan, sources: readonly Source[], path: PlanPath): readonly PlanProblem[] {
  return sources.flatMap((source, index) => {
    const at = [...path, index]
    const form = plan.forms.find((one) => one.id === source.form)
    if (form === undefined) return [{ path: [...at, 'form'], reason: `no such form "${source.form}"` }]
    return checkFilter(source.where, form.fields, [...at, 'where'])
  })
}

export function checkFilter(
  filter: Filter | undefined,
  fields: readonly Field[],
  path: PlanPath,
): readonly PlanProblem[] {
  if (filter === undefined) return []
  const present = (member: 'set' | 'notSet' | 'past', kinds?: readonly FieldKind[]): readonly PlanProblem[] =>
    (filter[member] ?? []).flatMap((id, index) => ofKind(id, fields, [...path, member, index], kinds))
  return [
    ...Object.entries(filter.in ?? {}).flatMap(([id, values]) => {
      const wrong = ofKind(id, fields, [...path, 'in', id], CHOSEN)
      return wrong.length > 0 ? wrong : checkValues(id, values, fields, [...path, 'in', id])
    }),
    ...present('set'),
    ...present('notSet'),
    ...present('past', ['date']),
    ...Object.keys(filter.is ?? {}).flatMap((id) => ofKind(id, fields, [...path, 'is', id], ['yesNo'])),
    ...Object.entries(filter.some ?? {}).flatMap(([list, inner]) =>
      checkSome(list, inner, fields, [...path, 'some', list]),
    ),
    ...Object.entries(filter.less ?? {}).flatMap(([id, than]) =>
      [id, than].flatMap((one) => ofKind(one, fields, [...path, 'less', id], ['number'])),
    ),
  ]
}

function checkSome(
  list: string,
  inner: Readonly<Record<string, readonly string[]>>,
  fields: readonly Field[],
  path: PlanPath,
): readonly PlanProblem[] {
  const wrong = ofKind(list, fields, path, ['recordList'])
  if (wrong.length > 0) return wrong
  const subs = fields.find((field) => field.id === list)?.fields ?? []
  return Object.entries(inner).flatMap(([id, values]) => [
    ...ofKind(id, subs, [...path, id], CHOSEN),
    ...checkValues(id, values, subs, [...path, id]),
  ])
}

function checkRule(rule: Rule, forms: readonly Form[], path: PlanPath): readonly PlanProblem[] {
  switch (rule.kind) {
    case 'coverage':
    case 'cadence':
    case 'count':
      return []
    case 'sum':
      return inEach(forms, rule.field, [...path, 'field'], SUMMED)
    case 'stages':
      return rule.steps.flatMap((step, i) => inEach(forms, step.field, [...path, 'steps', i, 'field'], ['date']))
    case 'distinct':
      return checkDistinct(rule, forms, path)
    case 'inForce':
      return [
        ...inEach(forms, rule.from, [...path, 'from'], ['date', 'docRef']),
        ...(rule.to === undefined ? [] : inEach(forms, rule.to, [...path, 'to'], ['date'])),
      ]
    case 'uptake':
      return checkUptake(rule, forms, path)
    case 'onTime':
      return inEach(forms, rule.sentOn, [...path, 'sentOn'], ['date'])
  }
}

function checkDistinct(
  rule: Extract<Rule, { kind: 'distinct' }>,
  forms: readonly Form[],
  path: PlanPath,
): readonly PlanProblem[] {
  const wrong = inEach(forms, rule.field, [...path, 'field'], ['choice', 'many', 'text'])
  if (wrong.length > 0 || rule.named === undefined) return wrong
  return forms.flatMap((form) => {
    const field = form.fields.find((one) => one.id === rule.field)
    const ids = (rule.named ?? []).map((one) => one.id)
    return field?.options === undefined ? [] : checkValues(field.id, ids, form.fields, [...path, 'named'])
  })
}

function checkUptake(
  rule: Extract<Rule, { kind: 'uptake' }>,
  forms: readonly Form[],
  path: PlanPath,
): readonly PlanProblem[] {
  const wrong = inEach(forms, rule.list, [...path, 'list'], ['recordList'])
  if (wrong.length > 0) return wrong
  return forms.flatMap((form) => {
    const subs = form.fields.find((field) => field.id === rule.list)?.fields ?? []
    const unknown = ofKind(rule.status, subs, [...path, 'status'], ['choice'])
    if (unknown.length > 0) return unknown
    const sets = ['accepted', 'part', 'rejected', 'noReply'] as const
    return sets.flatMap((set) => checkValues(rule.status, rule[set], subs, [...path, set]))
  })
}

function inEach(
  forms: readonly Form[],
  id: string,
  path: PlanPath,
  kinds: readonly FieldKind[],
): readonly PlanProblem[] {
  return forms.flatMap((form) =>
    ofKind(id, form.fields, path, kinds).map((one) => ({ ...one, reason: `${form.id}: ${one.reason}` })),
  )
}

function checkCounted(row: Indicator, path: PlanPath): readonly PlanProblem[] {
  if (row.told === (row.sources.length === 0)) return []
  const reason = row.told ? 'is only told, so it has no sources' : 'counts from no form'
  return [{ path: [...path, 'sources'], reason }]
}

/** A level that no form of the row is open to would stand as "no report" for ever. */
function checkLevels(row: Indicator, forms: readonly Form[], path: PlanPath): readonly PlanProblem[] {
  if (forms.length === 0) return []
  return row.levels.flatMap((level, index) =>
    forms.some((form) => form.levels.includes(level))
      ? []
      : [{ path: [...path, index], reason: `no form of this row is open to "${level}"` }],
  )
}

function checkTarget(row: Indicator, path: PlanPath): readonly PlanProblem[] {
  const wrong: PlanProblem[] = []
  if (row.target?.percent !== undefined && !SHARES.includes(row.rule.kind)) {
    wrong.push({ path: [...path, 'percent'], reason: `${row.rule.kind} gives no percentage` })
  }
  if (row.target?.atLeast !== undefined && !FIGURES.includes(row.rule.kind)) {
    wrong.push({ path: [...path, 'atLeast'], reason: `${row.rule.kind} gives no single figure` })
  }
  return wrong
}

function checkWindow(plan: Plan, row: Indicator, path: PlanPath): readonly PlanProblem[] {
  const { from, to } = row.window
  if (from > to) return [{ path, reason: 'ends before it starts' }]
  const isInside = plan.from <= from && to <= plan.to
  return isInside ? [] : [{ path, reason: `lies outside the plan (${plan.from} to ${plan.to})` }]
}
