import { applies } from '../../domain/plan/conditions.ts'
import type { Field, Form } from '../../domain/plan/form.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Choice, say, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { type Draft, isAnswered, pickMark, recordAt, recordCount, valueAt, withAnswer, withoutAnswer } from './draft.ts'
import { limitProblem } from './limits.ts'
import type { Opened } from './openDraft.ts'
import { askAgain, show } from './question.ts'
import { showValue } from './showValue.ts'
import { firstOfRecord } from './steps.ts'
import { showSummary } from './summary.ts'

type EditingPlace = Extract<Place, { at: 'editing' }>

/** A list of the form, item by item: change one, add one, take one away. Undefined where there is no such list. */
export function showList(form: Form, draft: Draft, id: string, ctx: Ctx): UnionDecision | undefined {
  const field = form.fields.find((one) => one.id === id)
  if (field === undefined) return undefined
  const items = field.kind === 'recordList' ? recordChoices(field, draft, ctx) : countChoices(field, draft)
  if (items.length === 0) return undefined
  const isFull = field.max !== undefined && items.length >= field.max
  const more =
    field.kind === 'recordList'
      ? isFull
        ? []
        : [choice('add', t('form.addAnother'))]
      : [choice('pick', t('list.pickAgain'))]
  return {
    place: { at: 'editing', draft: draft.id, list: id },
    says: [
      ask(
        [t('list.whichItem', { label: words(field.label) })],
        [...items, ...more, choice('summary', t('form.toSummary'))],
      ),
    ],
    effects: [],
  }
}

function recordChoices(field: Field, draft: Draft, ctx: Ctx): readonly Choice[] {
  const first = field.fields?.[0]
  return Array.from({ length: recordCount(draft, field) }, (_, index) => {
    const name = first === undefined ? undefined : recordAt(draft, field, index)[first.id]
    const label = first === undefined || name === undefined ? words('–') : showValue(first, name, ctx.tree)
    return choice(`r:${index}`, t('list.item', { n: index + 1, name: label }))
  })
}

function countChoices(field: Field, draft: Draft): readonly Choice[] {
  const picked = valueAt(draft, pickMark(field.id))
  return (field.options ?? [])
    .filter((one) => Array.isArray(picked) && picked.some((id) => id === one.id))
    .map((one) => {
      const n = valueAt(draft, `${field.id}.${one.id}`)
      return choice(`c:${one.id}`, t('value.pair', { label: words(one.label), n: typeof n === 'number' ? n : '–' }))
    })
}

interface AtList {
  readonly form: Form
  readonly draft: Draft
  readonly field: Field
  readonly ctx: Ctx
}

/** What she does with a list, or with one record of it. */
export function editList(place: EditingPlace, input: Input, { form, draft }: Opened, ctx: Ctx): UnionDecision {
  const field = form.fields.find((one) => one.id === place.list)
  const list = (): UnionDecision => showList(form, draft, place.list ?? '', ctx) ?? showSummary(form, draft, ctx)
  if (field === undefined) return showSummary(form, draft, ctx)
  const { record } = place
  const at: AtList = { form, draft, field, ctx }
  if (input.kind !== 'picked') return record === undefined ? list() : showRecord(at, record)
  const [what = '', which = ''] = input.id.split(':')
  switch (what) {
    case 'r':
      return showRecord(at, Number(which))
    case 'c':
      return askAgain(form, draft, `${field.id}.${which}`, ctx)
    case 's':
      return askAgain(form, draft, `${field.id}.${record ?? 0}.${which}`, ctx)
    case 'pick':
      return askAgain(form, draft, pickMark(field.id), ctx)
    case 'add':
      return addRecord(at)
    case 'take':
      return record === undefined ? list() : askTake(place)
    case 'takeYes':
      return record === undefined ? list() : takeRecord(at, record)
    default:
      return list()
  }
}

function showRecord({ draft, field, ctx }: AtList, record: number): UnionDecision {
  const answers = recordAt(draft, field, record)
  const parts = (field.fields ?? []).filter((one) => applies(one.when, answers))
  const choices = parts.map((one) => {
    const value = answers[one.id]
    const shown = value === undefined ? words('–') : showValue(one, value, ctx.tree)
    return choice(`s:${one.id}`, t('list.part', { label: words(one.label), value: shown }))
  })
  return {
    place: { at: 'editing', draft: draft.id, list: field.id, record },
    says: [
      ask(
        [t('list.whichPart', { label: words(field.label), n: record + 1 })],
        [...choices, choice('take', t('list.take'), 'danger'), choice('list', t('page.back'))],
      ),
    ],
    effects: [],
  }
}

const askTake = (place: EditingPlace): UnionDecision => ({
  place,
  says: [ask([t('list.takeSure')], [choice('takeYes', t('list.take'), 'danger'), choice('list', t('summary.dropNo'))])],
  effects: [],
})

function addRecord({ form, draft, field, ctx }: AtList): UnionDecision {
  const step = firstOfRecord(field, recordCount(draft, field))
  if (step === undefined) return showSummary(form, draft, ctx)
  return show({ place: { at: 'form', draft: draft.id, path: step.path, editing: true }, form, draft, step, ctx })
}

/** One record goes, those behind it move up. */
function takeRecord(at: AtList, record: number): UnionDecision {
  const { form, draft, field, ctx } = at
  const count = recordCount(draft, field)
  const least = limitProblem(field, count - 1)
  if (least !== undefined && (count > 1 || !field.optional)) {
    const shown = showRecord(at, record)
    return { ...shown, says: [say(least), ...shown.says] }
  }
  const subs = (field.fields ?? []).map((one) => one.id)
  const paths = (index: number): readonly string[] => subs.map((id) => `${field.id}.${index}.${id}`)
  const behind = Array.from({ length: count - record - 1 }, (_, n) => record + n)
  const put = behind.flatMap((index) =>
    subs.flatMap((id) => {
      const answered = draft.answers[`${field.id}.${index + 1}.${id}`]
      return answered === undefined ? [] : [{ path: `${field.id}.${index}.${id}`, answered }]
    }),
  )
  const drop = Array.from({ length: count - record }, (_, n) => paths(record + n))
    .flat()
    .filter((path) => isAnswered(draft, path))
  const after = put.reduce(
    (one, { path, answered }) => withAnswer(one, path, answered),
    drop.reduce(withoutAnswer, draft),
  )
  const shown = showList(form, after, field.id, ctx) ?? showSummary(form, after, ctx)
  return {
    ...shown,
    effects: [
      { do: 'dropAnswers', draft: draft.id, paths: drop },
      ...put.map((one) => ({ do: 'putAnswer' as const, draft: draft.id, ...one })),
    ],
  }
}
