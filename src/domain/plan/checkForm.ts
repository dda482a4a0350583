import { fold } from '../words/fold.ts'
import { checkCheck, checkCondition } from './checkGuard.ts'
import type { Field, FieldKind, Form } from './form.ts'
import type { PlanPath, PlanProblem } from './schemaParts.ts'

const DATED: readonly FieldKind[] = ['date', 'period']
const CHOSEN: readonly FieldKind[] = ['choice', 'many', 'countsByOption']
const LIMITED: readonly FieldKind[] = [
  'text',
  'number',
  'many',
  'units',
  'evidence',
  'countsByOption',
  'textList',
  'recordList',
]
const NAMING: readonly FieldKind[] = ['text', 'choice', 'many', 'docRef', 'period', 'unit', 'textList', 'date']

/** A form by itself: its fields, guards, checks and stages. */
export function checkForm(form: Form): readonly PlanProblem[] {
  const path: PlanPath = ['forms', form.id]
  return [
    ...checkDates(form, path),
    ...named(form, form.mainText, [...path, 'mainText'], NAMING),
    ...(form.closes === undefined ? [] : named(form, form.closes, [...path, 'closes'], ['period'])),
    ...checkStages(form, path),
    ...checkFields(form.fields, [...path, 'fields'], form),
    ...form.checks.flatMap((check, index) => checkCheck(check, form.fields, [...path, 'checks', index])),
  ]
}

function checkDates(form: Form, path: PlanPath): readonly PlanProblem[] {
  const others = form.eventDateOr ?? []
  const wrong = [
    ...named(form, form.eventDate, [...path, 'eventDate'], DATED),
    ...others.flatMap((id, index) => named(form, id, [...path, 'eventDateOr', index], DATED)),
  ]
  if (wrong.length > 0) return wrong
  const isSure = [form.eventDate, ...others].some((id) =>
    form.fields.some((field) => field.id === id && !field.optional && field.when === undefined),
  )
  return isSure ? [] : [{ path: [...path, 'eventDate'], reason: 'a report could be sent without this date' }]
}

function checkStages(form: Form, path: PlanPath): readonly PlanProblem[] {
  const wrong: PlanProblem[] = []
  if (form.dossier !== form.stages.length > 0) {
    wrong.push({ path: [...path, 'dossier'], reason: 'a dossier has stages, and nothing else has' })
  }
  for (const stage of form.stages) {
    stage.asks?.forEach((id, index) => wrong.push(...named(form, id, [...path, 'stages', stage.id, 'asks', index])))
  }
  if (form.reached !== undefined) {
    wrong.push(...named(form, form.reached, [...path, 'reached'], ['choice']))
    const options = form.fields.find((field) => field.id === form.reached)?.options
    const ids = form.stages.map((stage) => stage.id).join(', ')
    // What came of it after the last step is a stage, and no step.
    if (options !== undefined && !`${ids}, `.startsWith(`${options.map((option) => option.id).join(', ')}, `)) {
      wrong.push({ path: [...path, 'reached'], reason: `its options must be the stages, in order: ${ids}` })
    }
  }
  return wrong
}

/** The problem of a name that leads to no field, or to one of another kind. */
function named(form: Form, id: string, path: PlanPath, kinds?: readonly FieldKind[]): readonly PlanProblem[] {
  const field = form.fields.find((one) => one.id === id)
  if (field === undefined) return [{ path, reason: `no such field "${id}"` }]
  if (kinds === undefined || kinds.includes(field.kind)) return []
  return [{ path, reason: `"${id}" is a ${field.kind}, not a ${kinds.join(' or ')}` }]
}

/** `form` is absent inside a record of a list. */
function checkFields(fields: readonly Field[], path: PlanPath, form: Form | undefined): readonly PlanProblem[] {
  if (fields.length === 0) return [{ path, reason: 'has no fields' }]
  return fields.flatMap((field, index) => {
    const at = [...path, field.id]
    return [
      ...checkMembers(field, at, form),
      ...checkLists(field, at, form),
      ...(field.when === undefined ? [] : checkCondition(field.when, fields.slice(0, index), [...at, 'when'])),
    ]
  })
}

function checkMembers(field: Field, path: PlanPath, form: Form | undefined): readonly PlanProblem[] {
  const wrong: PlanProblem[] = []
  const only = (member: keyof Field, kinds: readonly FieldKind[]): void => {
    if (field[member] !== undefined && !kinds.includes(field.kind)) {
      wrong.push({ path: [...path, member], reason: `a ${field.kind} has no ${member}` })
    }
  }
  only('options', CHOSEN)
  only('fields', ['recordList'])
  only('checks', ['recordList'])
  only('min', LIMITED)
  only('max', LIMITED)
  only('levels', ['unit', 'units'])
  only('future', ['date', 'period', 'docRef'])
  only('noNames', ['text', 'textList'])
  only('maybe', ['number'])
  only('bare', ['text', 'date'])
  only('place', ['text'])
  if (field.unasked === true && !field.optional) wrong.push({ path: [...path, 'unasked'], reason: 'must be optional' })
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    wrong.push({ path: [...path, 'min'], reason: 'min is above max' })
  }
  if (field.stage !== undefined && !form?.stages.some((stage) => stage.id === field.stage)) {
    wrong.push({ path: [...path, 'stage'], reason: `no such stage "${field.stage}"` })
  }
  return wrong
}

function checkLists(field: Field, path: PlanPath, form: Form | undefined): readonly PlanProblem[] {
  if (CHOSEN.includes(field.kind)) return checkOptions(field, path)
  if (field.kind !== 'recordList') return []
  if (form === undefined) return [{ path, reason: 'a record holds no further list of records' }]
  const fields = field.fields ?? []
  return [
    ...checkFields(fields, [...path, 'fields'], undefined),
    ...(field.checks ?? []).flatMap((check, index) => checkCheck(check, fields, [...path, 'checks', index])),
  ]
}

/** Every option can be typed, so no two may read alike without accents. */
function checkOptions(field: Field, path: PlanPath): readonly PlanProblem[] {
  const options = field.options ?? []
  if (options.length < 2) return [{ path: [...path, 'options'], reason: 'needs two options or more' }]
  const seen = new Map<string, string>()
  return options.flatMap((option) => {
    const words = [option.label.vi, ...(option.aliases ?? [])].map(fold)
    const twin = words.map((word) => seen.get(word)).find((id) => id !== undefined && id !== option.id)
    for (const word of words) seen.set(word, option.id)
    const reason = `cannot be told from "${twin}" without accents`
    return twin === undefined ? [] : [{ path: [...path, 'options', option.id], reason }]
  })
}
