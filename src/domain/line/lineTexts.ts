import type { Field, Form, Value } from '../plan/form.ts'
import { clauseEnd, freeNames, type Line, type Span, spanOf } from './line.ts'
import type { LineChoice } from './lineChoices.ts'
import { namesOf } from './lineNames.ts'

export interface LineText {
  readonly field: Field
  readonly value: Value
  readonly sure: boolean
  readonly span: Span
}

/** What a text may begin with and does not need. */
const LEAD_IN =
  /^(?:[\s:,.-]|\d+\s+(?=\p{L})|(?:một|mot|về|ve|việc|viec|vào|vao|cho|nội dung|noi dung|cuộc|cuoc|buổi|buoi|được|dc)\s)+/iu
const TAIL =
  /(?<![\s:,.\-–(])[\s:,.\-–(]+(?:(?:ngày|ngay|vào|vao|hôm|hom|tại|tai|có|co|với|voi|gồm|và|va|của|do|cho)[\s:,.-]*)?$/iu

interface Around {
  readonly name: Span
  readonly taken: readonly Span[]
  readonly choices: readonly LineChoice[]
}

/** Texts are always read back: where one ends is a guess. */
export function textsIn(line: Line, form: Form, { name, taken, choices }: Around): readonly LineText[] {
  const { leads } = namesOf(form)
  const led = form.fields
    .filter((one) => one.kind === 'text' && one.words !== undefined && one.place !== true && one.stage === undefined)
    .flatMap((field) => {
      const lead = leads.get(field.id)
      const [word] = lead === undefined ? [] : freeNames(line, lead, taken)
      return word === undefined ? [] : [{ field, span: spanOf(line.words, word) }]
    })
  const yes = form.fields
    .filter((one) => one.kind === 'yesNo' && one.words !== undefined && one.stage === undefined)
    .flatMap((field) => {
      const lead = leads.get(field.id)
      const [word] = lead === undefined ? [] : freeNames(line, lead, taken)
      return word === undefined ? [] : [{ field, span: spanOf(line.words, word) }]
    })
  const stops = [...taken, ...led.map((one) => one.span), ...choices.filter(isLed).flatMap((one) => one.spans)]
  const read = (field: Field, from: number): readonly LineText[] => {
    const end = Math.min(clauseEnd(line.text, from), ...stops.map((one) => one.start).filter((start) => start >= from))
    const value = line.text.slice(from, end).replace(LEAD_IN, '').replace(TAIL, '').trim()
    return [...value].length < Math.max(field.min ?? 2, 2)
      ? []
      : [{ field, value, sure: false, span: { start: from, end } }]
  }
  const bare = form.fields.find((one) => one.kind === 'text' && one.bare === true)
  return [
    ...led.flatMap((one) =>
      read(one.field, one.span.end).map((text) => ({ ...text, span: { ...text.span, start: one.span.start } })),
    ),
    ...(bare === undefined ? [] : read(bare, name.end)),
    ...yes.map((one) => ({ ...one, value: true, sure: false })),
  ]
}

const isLed = (one: LineChoice): boolean => one.field.kind === 'choice' || one.field.words !== undefined
