import type { Form } from '../plan/form.ts'
import type { Named } from '../words/vocabulary.ts'
import { formNamesIn, isSure } from './lineFormNames.ts'
import { isWithin, type Line, type Span, spanOf } from './line.ts'
import { formNames, type Meaning } from './lineNames.ts'
import { namesIn } from '../words/vocabulary.ts'

export interface FormFound {
  /** One when it is sure; several, or one that only may be meant, are asked. */
  readonly forms: readonly string[]
  readonly sure: boolean
  /** Where the name of the activity stands. */
  readonly span: Span
}

/** Words before the name of the activity that say nothing of what it is. */
export const OPENING: ReadonlySet<string> = new Set(
  (
    'bao cao bc bcao bcáo gui em chi c a ah da vang oi xin cho hoi hpn lhpn phu nu pn ph xa phuong p thi tran huyen tinh don vi minh ben ' +
    'da vua moi co to chuc tc thuc hien tien hanh trien khai hoan thanh xong ket qua hoat dong hd cong tac viec mot 1 buoi cuoc ' +
    'lop hoi nghi hn dot ca su thong tin nhanh tin ban chi hoi cs co so duoc nay ngay sang chieu toi hom qua tham gia phoi hop ' +
    'mo dien ra chu tri dong ghi nhan thang quy nam vao tai luc hqua hnay kia'
  ).split(' '),
)
/** Two kinds of activity in one line. */
const JOIN = /^[\s,]*(?:và|va|kết hợp|ket hop|lồng ghép|long ghep|cùng|cung|với|voi|\+|&|,)[\s]*$/i
const MOST = 3

/** Which kind of activity a line reports. */
export function formIn(
  line: Line,
  forms: readonly Form[],
  allowed: ReadonlySet<string>,
  taken: readonly Span[],
): FormFound | undefined {
  const found = formNamesIn(line, { forms, allowed, taken })
  const strong = found.filter(isSure)
  const [first] = strong.length > 0 ? strong : found
  if (first === undefined) return undefined
  const ids = (some: readonly Named<Meaning>[]): readonly string[] =>
    [...new Set(some.flatMap((one) => one.values.map(({ id }) => id)))].slice(0, MOST)
  const span = spanOf(line.words, first)
  if (strong.length === 0) return { forms: ids(found), sure: false, span }
  const own = first.values.filter(({ sure }) => sure).map(({ id }) => id)
  const others = strong.slice(1).filter((one) => one.values.every(({ id }) => !own.includes(id)))
  if (own.length > 1 || joins(line, first, others[0])) return { forms: ids(strong), sure: false, span }
  if (others.length === 0 || isOpening(line, first.from, taken)) return { forms: own, sure: true, span }
  return { forms: ids(strong), sure: false, span }
}

function joins(line: Line, first: Named<Meaning>, other: Named<Meaning> | undefined): boolean {
  if (other === undefined) return false
  return JOIN.test(line.text.slice(spanOf(line.words, first).end, spanOf(line.words, other).start))
}

const isOpening = (line: Line, to: number, taken: readonly Span[]): boolean =>
  line.words.slice(0, to).every((word) => OPENING.has(word.plain) || /^\d+$/.test(word.plain) || isWithin(taken, word))

/** Nothing but the name of an activity, its day and polite words: she wants the form, not to fill it. */
export function isBareName(line: Line, form: string, forms: readonly Form[], days: readonly Span[]): boolean {
  const named = namesIn(formNames(forms), line.words)
    .filter((one) => one.values.some((value) => value.id === form))
    .map((one) => spanOf(line.words, one))
    .concat(days)
  return line.words.every((word) => isWithin(named, word) || OPENING.has(word.plain) || POLITE.test(word.plain))
}

const POLITE = /^(?:muon|can|lam|nhap|giup|di|nhe|nha|ve|a)$/
