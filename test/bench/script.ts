/** The work that every engine is given: a form of n questions, what its scripted officer does, and what must come of it. */
export interface Question {
  readonly id: string
  readonly kind: 'choice' | 'number' | 'text' | 'date'
  readonly ask: string
}

/** `press` names the button by a part of its label, as a person finds it on her screen. */
export type Step = { readonly kind: 'type'; readonly text: string } | { readonly kind: 'press'; readonly label: string }

export type Answer = string | number
export type AnswersById = Readonly<Record<string, Answer>>

export const START = '/phieu'
export const CONFIRM = 'Gửi'
export const OPTIONS = ['Mỹ Phước', 'Tân Lập', 'Bình Hòa', 'Phú Thạnh', 'Long Điền', 'An Nhơn']

const KINDS = ['choice', 'number', 'text', 'date'] as const

const ASKS = {
  choice: 'Chị chọn xã, phường báo cáo:',
  number: 'Số hội viên tham gia (0–10.000)?',
  text: 'Nội dung hoạt động (5–300 ký tự)?',
  date: 'Ngày tổ chức (dd/mm/yyyy)?',
}

export const questions = (count: number): readonly Question[] =>
  Array.from({ length: count }, (_, i) => {
    const kind = KINDS[i % KINDS.length] ?? 'text'
    return { id: `q${i}`, kind, ask: ASKS[kind] }
  })

/** One wrong answer before every fourth question: a day in the future, or no day at all, to each engine's own reader. */
export const script = (asked: readonly Question[]): readonly Step[] => [
  { kind: 'type', text: START },
  ...asked.flatMap(({ kind }, i): readonly Step[] => [
    ...(i % 4 === 3 ? [{ kind: 'type' as const, text: 'ngày mai' }] : []),
    kind === 'choice' ? { kind: 'press', label: optionOf(i) } : { kind: 'type', text: textOf(kind, i) },
  ]),
  { kind: 'press', label: CONFIRM },
]

export const expected = (asked: readonly Question[]): AnswersById =>
  Object.fromEntries(asked.map(({ id, kind }, i) => [id, valueOf(kind, i)]))

const optionOf = (i: number): string => OPTIONS[i % OPTIONS.length] ?? ''

function textOf(kind: Exclude<Question['kind'], 'choice'>, i: number): string {
  if (kind === 'number') return String(120 + i)
  return kind === 'date' ? '5/11/2026' : `Tập huấn kỹ năng chăm sóc trẻ em lần ${i}`
}

function valueOf(kind: Question['kind'], i: number): Answer {
  if (kind === 'choice') return optionOf(i)
  if (kind === 'number') return 120 + i
  return kind === 'date' ? '2026-11-05' : textOf(kind, i)
}
