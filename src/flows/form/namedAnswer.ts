import { toLine } from '../../domain/line/line.ts'
import { numbersInLine } from '../../domain/line/lineNumbers.ts'
import type { Field, Form, Option } from '../../domain/plan/form.ts'
import { matchChoice } from '../../domain/words/choices.ts'
import { fold, tidy } from '../../domain/words/fold.ts'
import { words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { readField } from './readField.ts'

/** A question of the form, and what is to stand there; absent: only that it is to be asked again. */
export interface NamedAnswer {
  readonly field: Field
  readonly said?: string
}

interface Named {
  readonly form: Form
  /** The questions as the summary numbers them. */
  readonly fields: readonly Field[]
  readonly ctx: Ctx
}

/** Longer messages are talk. */
const LONGEST = 80
const EDIT = /^(?:sua|doi|thay)(?: (?:lai|giup|cho|em|thanh))*$/
const INTO: ReadonlySet<string> = new Set(['thanh', 'sang'])

/** 'nữ 12', 'sửa số nữ thành 12', 'sửa 6 thành 13', 'sửa ngày thành 11/6': the question that is named, and its answer. */
export function namedAnswer(at: Named, text: string): NamedAnswer | undefined {
  const all = tidy(text).split(' ')
  if (text.length > LONGEST) return undefined
  const begun = all.findLastIndex((_, index) => EDIT.test(fold(all.slice(0, index + 1).join(' '))))
  const said = all.slice(begun + 1)
  const into = said.findIndex((one, index) => index > 0 && INTO.has(fold(one)))
  const [name, value] = [said.slice(0, into).join(' '), said.slice(into + 1).join(' ')]
  if (into > 0 && value !== '') return withField(fieldOf(at, name), value)
  const found = besideNumber(at, said.join(' ')) ?? behindName(at, said)
  return begun < 0 && found !== undefined && !isAnswer(at, found) ? undefined : found
}

/** Without a word that says so, it is a correction only where what follows the name can stand there. */
function isAnswer({ ctx }: Named, { field, said = '' }: NamedAnswer): boolean {
  if (field.kind === 'text' || field.kind === 'textList' || said === '') return false
  const label = (option: Option) => ctx.speak(words(option.label))
  return readField(field, said, { today: ctx.today, tree: ctx.tree, label }).kind !== 'problem'
}

/** '12 nữ', 'nữ 12': the one number with the word that says what it counts. */
function besideNumber({ form }: Named, said: string): NamedAnswer | undefined {
  const line = toLine(said)
  const [number, second] = line === undefined ? [] : numbersInLine(line, form, [])
  if (number === undefined || second !== undefined || number.span.end - number.span.start < said.length - 4)
    return undefined
  return withField(
    form.fields.find((one) => one.id === number.field),
    String(number.value),
  )
}

/** 'ngày 11/6', 'hình thức nói chuyện': the longest name that it begins with, and what follows. */
function behindName(at: Named, said: readonly string[]): NamedAnswer | undefined {
  for (let length = said.length; length > 0; length -= 1) {
    const field = fieldOf(at, said.slice(0, length).join(' '))
    if (field !== undefined) return withField(field, said.slice(length).join(' '))
  }
  return undefined
}

const withField = (field: Field | undefined, said: string): NamedAnswer | undefined =>
  field === undefined ? undefined : said === '' ? { field } : { field, said }

const LEAD = /^(?:(?:cau|muc|so|phan|y|cai) )+/

/** The question by its number, its label, or a word of its label that no other has. */
function fieldOf({ form, fields, ctx }: Named, name: string): Field | undefined {
  const plain = fold(name).replace(LEAD, '')
  if (/^\d{1,2}$/.test(plain)) return fields[Number(plain) - 1]
  if (plain === 'ngay') return fields.find((one) => one.id === form.eventDate)
  const labels = fields.map((one) => ctx.speak(words(one.label)))
  const index = matchChoice(labels, name)
  if (typeof index === 'number') return fields[index]
  const wanted = plain.split(' ')
  const fitting = fields.filter((one, n) => {
    const label = fold(labels[n] ?? '').split(/[^\p{L}\p{N}]+/u)
    return (one.words ?? []).some((word) => fold(word) === plain) || wanted.every((word) => label.includes(word))
  })
  return fitting.length === 1 && !/\d/.test(plain) ? fitting[0] : undefined
}
