import { formatDate, isLocalDate, parsePeriodKey } from '../../src/domain/calendar.ts'
import type { Answers, Field, Form, Value } from '../../src/domain/plan/form.ts'
import { word } from './word.ts'

/** The words and taps by which an officer gives an answer. `id` is a button of the screen by what it stands for. */
export type Move = { readonly say: string } | { readonly tap: string }

/** What she does at a question, by its path; `before` is how often she was asked it already. */
export function moveAt(form: Form, answers: Answers, path: string, before: number): Move {
  const [head = '', second, third] = path.split('.')
  const field = form.fields.find((one) => one.id === head)
  if (field === undefined) throw new Error(`${form.id} asks ${path}, which is no question of it`)
  const value = answers[head]
  if (field.kind === 'recordList') return inList(field, recordsIn(value), { second, third, before })
  if (field.kind === 'countsByOption' && value !== undefined) return inCounts(field, value, second, before)
  if (value === undefined) return leftOut(form, answers, field)
  return plainMove(field, value, before)
}

/** Nothing more to tell: the rest is left out in one tap. */
function leftOut(form: Form, answers: Answers, field: Field): Move {
  const later = form.fields.slice(form.fields.indexOf(field))
  return later.every(({ id }) => answers[id] === undefined) ? { tap: 'rest' } : { tap: 'skip' }
}

function inList(
  field: Field,
  records: readonly Answers[],
  { second, third, before }: { second: string | undefined; third: string | undefined; before: number },
): Move {
  if (second === '$done' || second === undefined) {
    // Asked after each record; how many there are by then is how often it was asked, and once before the first of an optional one.
    const have = field.optional ? before : before + 1
    return { tap: have < records.length ? 'more' : 'enough' }
  }
  const sub = field.fields?.find((one) => one.id === third)
  const value = sub === undefined ? undefined : records[Number(second)]?.[sub.id]
  if (sub === undefined) throw new Error(`no question ${third} in ${field.id}`)
  return value === undefined ? { tap: 'skip' } : plainMove(sub, value, before)
}

function inCounts(field: Field, value: Value, option: string | undefined, before: number): Move {
  const counts = Object.entries(value)
  if (option === '$pick' || option === undefined) {
    const ids = counts.map(([id]) => (field.options ?? []).findIndex((one) => one.id === id) + 1)
    return before === 0 ? { say: ids.join(', ') } : { tap: 'done' }
  }
  return { say: word(counts.find(([id]) => id === option)?.[1] ?? 0) }
}

function plainMove(field: Field, value: Value, before: number): Move {
  switch (field.kind) {
    case 'choice':
      return { tap: `v:${word(value)}` }
    case 'yesNo':
      return { tap: value === true ? 'v:yes' : 'v:no' }
    case 'many': {
      const ids = stringsIn(value).map((id) => (field.options ?? []).findIndex((one) => one.id === id) + 1)
      return before === 0 ? { say: ids.join(', ') } : { tap: 'done' }
    }
    case 'date':
      return { say: dateText(word(value)) }
    case 'period':
      return { say: periodText(word(value)) }
    case 'docRef':
      return { say: docText(value) }
    case 'units':
    case 'textList': {
      const item = stringsIn(value)[before]
      return item === undefined ? { tap: 'done' } : { say: item }
    }
    case 'number':
    case 'text':
    case 'unit':
    case 'evidence':
    case 'countsByOption':
    case 'recordList':
      return { say: word(value) }
  }
}

const dateText = (value: string): string => (isLocalDate(value) ? formatDate(value) : value)

function periodText(key: string): string {
  const period = parsePeriodKey(key)
  if (period === undefined) return key
  return period.kind === 'quarter' ? `quý ${period.n} năm ${period.year}` : `tháng ${period.n} năm ${period.year}`
}

function docText(value: Value): string {
  if (typeof value !== 'object' || !('symbol' in value)) return word(value)
  return `${word(value.symbol)} ngày ${'date' in value ? dateText(word(value.date)) : ''}`
}

const stringsIn = (value: Value): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

const recordsIn = (value: Value | undefined): readonly Answers[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object') : []
