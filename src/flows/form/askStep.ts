import { addDays, formatDate, type LocalDate, periodKey, periodOf } from '../../domain/calendar.ts'
import type { Field, Form, Option } from '../../domain/plan/form.ts'
import { unitId } from '../../domain/ids.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { unitLabels } from '../../domain/unit/labels.ts'
import { ask, type Choice, choice, type Line, type Say, t, words } from '../say.ts'
import { type Answered, answeredHere, type Draft, isAnswered, oldMark, standingAt } from './draft.ts'
import { plainText, showPeriod, showValue } from './showValue.ts'
import { askedFields, onlyOptionalLeft, type Step } from './steps.ts'

export interface AskInput {
  readonly form: Form
  readonly draft: Draft
  readonly step: Step
  readonly today: LocalDate
  readonly tree: UnitTree
  readonly picked: readonly string[]
  readonly old?: Answered
  readonly editing: boolean
  /** Units of one name, to choose from. */
  readonly units?: readonly string[]
}

/** Is a typed number the answer itself at this question, and not the number of a choice? */
export const isTypedValue = (step: Step): boolean =>
  step.kind === 'count' ||
  (step.kind === 'field' && !['choice', 'many', 'yesNo', 'unit', 'units'].includes(step.field.kind))

/** The card of one question: where she is, the question, its help, what she can tap. */
export function askStep(input: AskInput): Say {
  const { step } = input
  const lines: readonly Line[] = [progress(input), ...recordLines(input), question(step), ...helpLines(input)]
  return ask(lines, [...answerChoices(input), ...navChoices(input)])
}

function progress({ form, draft, step }: AskInput): Line {
  const fields = askedFields(form, draft)
  const owner = step.kind === 'field' && step.record !== undefined ? ownerOf(form, step) : step.field.id
  const n = fields.findIndex((one) => one.id === owner) + 1
  const values = { form: words(form.short), n: Math.max(n, 1), of: Math.max(fields.length, n, 1) }
  return step.kind === 'field' && step.record !== undefined
    ? t('form.progressRecord', { ...values, record: step.record + 1 })
    : t('form.progress', values)
}

/** Which record a question is about, once it has a name. */
function recordLines({ form, draft, step, tree }: AskInput): readonly Line[] {
  if (step.kind !== 'field' || step.record === undefined) return []
  const list = form.fields.find((one) => one.id === ownerOf(form, step))
  const first = list?.fields?.[0]
  const name = first === undefined ? undefined : standingAt(draft, `${list?.id}.${step.record}.${first.id}`)
  return first === undefined || name === undefined || first.id === step.field.id
    ? []
    : [t('form.about', { name: showValue(first, name, tree) })]
}

function ownerOf(form: Form, step: Step): string {
  const head = step.path.split('.')[0] ?? ''
  return form.fields.find((one) => one.id === head)?.id ?? head
}

function question(step: Step): Line {
  switch (step.kind) {
    case 'field':
    case 'pick':
      return step.field.optional && step.kind === 'field'
        ? t('form.optionalQuestion', { ask: words(step.field.ask) })
        : words(step.field.ask)
    case 'more':
      return step.count === 0
        ? words(step.field.ask)
        : t('form.anotherRecord', { label: words(step.field.label), n: step.count })
    case 'count':
      return t('form.howMany', { label: words(labelOf(step.field, step.option)) })
  }
}

function helpLines({ step, picked }: AskInput): readonly Line[] {
  if (step.kind === 'count' || step.kind === 'more') return []
  const { field } = step
  const isMany = step.kind === 'pick' || field.kind === 'many'
  const many = isMany ? [t(picked.length > 0 ? 'form.helpTicked' : 'form.helpMany')] : []
  return [...(field.help === undefined ? [] : [words(field.help)]), ...many]
}

const labelOf = (field: Field, id: string): Option['label'] =>
  field.options?.find((one) => one.id === id)?.label ?? { vi: id }

function answerChoices(input: AskInput): readonly Choice[] {
  const { step, picked, units, tree } = input
  if (units !== undefined) {
    const ids = units.map((id) => unitId(id))
    const labels = unitLabels(tree, ids, input.today)
    return ids.map((id, index) => choice(`v:${id}`, words(labels[index] ?? id)))
  }
  const keep = keepChoice(input)
  if (step.kind === 'more') {
    return [
      choice('more', t(step.count === 0 ? 'form.hasSome' : 'form.addAnother')),
      choice('enough', t(step.count === 0 ? 'form.hasNone' : 'form.enough')),
    ]
  }
  if (step.kind === 'pick' || step.field.kind === 'many')
    return [...tickChoices(step.field, picked), ...(picked.length > 0 ? [] : keep)]
  if (step.kind === 'count') return keep
  const { field } = step
  switch (field.kind) {
    case 'choice':
      return [...(field.options ?? []).map((one) => choice(`v:${one.id}`, words(one.label))), ...keep]
    case 'yesNo':
      return [choice('v:yes', t('form.yes')), choice('v:no', t('form.no'))]
    case 'date':
      return [...keep, ...dateChoices(input.today, field.future === true)]
    case 'period':
      return [...keep, ...periodChoices(input.today)]
    case 'evidence':
    case 'units':
    case 'textList':
      return isAnswered(input.draft, step.path)
        ? [choice('done', t('form.done'), 'go'), choice('less', t('list.less'))]
        : picked.length > 0
          ? [choice('done', t('form.done'), 'go')]
          : keep
    case 'text':
    case 'number':
    case 'unit':
    case 'docRef':
    case 'countsByOption':
    case 'recordList':
    case 'many':
      return keep
  }
}

const tickChoices = (field: Field, picked: readonly string[]): readonly Choice[] => [
  ...(field.options ?? []).map((one) =>
    choice(`m:${one.id}`, picked.includes(one.id) ? t('form.ticked', { label: words(one.label) }) : words(one.label)),
  ),
  ...(picked.length > 0 ? [choice('done', t('form.doneTicking', { n: picked.length }), 'go')] : []),
]

function keepChoice({ old: before, draft, step, tree }: AskInput): readonly Choice[] {
  const old = before ?? draft.answers[oldMark(step.path)]
  if (old?.kind !== 'value') return []
  const shown =
    step.kind === 'count'
      ? words(plainText(old.value))
      : showValue(step.kind === 'pick' ? { ...step.field, kind: 'many' } : step.field, old.value, tree)
  return [choice('keep', t('form.keep', { value: shown }))]
}

const dateChoices = (today: LocalDate, future: boolean): readonly Choice[] => [
  choice(`v:${today}`, t('form.today', { date: formatDate(today) })),
  ...(future ? [] : [choice(`v:${addDays(today, -1)}`, t('form.yesterday', { date: formatDate(addDays(today, -1)) }))]),
]

const periodChoices = (today: LocalDate): readonly Choice[] =>
  (['month', 'quarter', 'half', 'year'] as const).map((kind) => {
    const key = periodKey(periodOf(kind, today))
    return choice(`v:${key}`, showPeriod(key))
  })

function navChoices({ form, draft, step, editing }: AskInput): readonly Choice[] {
  // What has been gathered is finished with "xong", never left out by mistake.
  const optional = step.kind === 'field' && step.field.optional && !isAnswered(draft, step.path)
  return [
    ...(optional ? [choice('skip', t('form.skip'))] : []),
    ...(optional && !editing && onlyOptionalLeft(form, draft) ? [choice('rest', t('form.skipRest'), 'go')] : []),
    ...(form.none && answeredHere(draft).length === 0 && draft.report === undefined
      ? [choice('none', t('form.noneThisPeriod'))]
      : []),
    ...(editing
      ? [choice('summary', t('form.toSummary'))]
      : answeredHere(draft).length > 0 || draft.report === undefined
        ? [choice('back', t('form.back'))]
        : []),
    choice('later', t('form.later')),
  ]
}
