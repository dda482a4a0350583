import type { Field, Form } from '../plan/form.ts'
import { numbersIn } from '../words/numbers.ts'
import type { Named, Vocabulary } from '../words/vocabulary.ts'
import { clauseEnd, freeNames, isWithin, type Line, type Span, spanOf } from './line.ts'
import { type Meaning, namesOf } from './lineNames.ts'

export interface LineChoice {
  readonly field: Field
  readonly options: readonly string[]
  readonly sure: boolean
  readonly spans: readonly Span[]
}

/** How far behind its word ('phối hợp với') a choice may stand, in letters. */
const REACH = 60
const LINK = /^[\s,]*(?:(?:và|va|với|voi|cùng|cung|&|\+|,|\/)\s*)?$/i
const SENT_TO = /(?:^|\s)(?:chuyển|chuyen|gửi|gui|sang|đến|den|lên|len|tới|toi|mời|moi)\s*$/iu
/** Another item of the list, which is no choice of ours. */
const MORE_AFTER =
  /^\s*(?:,|(?:và|va)(?=\s)|&|\+|;|\/)\s*(?:luật|luat|nghị định|phòng|phong|pháp luật|quyền|kỹ năng|\p{L}+)/iu
const MORE_BEFORE = /(?:luật|luat)\s[\p{L}\s]{2,30}(?:,|và|va|&|\+|;|\/)\s*(?:(?:luật|luat)\s*)?$/iu

/** A line, and where the name of its activity stands. */
export interface Read {
  readonly line: Line
  readonly name: Span
}

/** Choices that a line names: first those behind a word of their own, then those that stand free. */
export function choicesIn(read: Read, form: Form, taken: readonly Span[]): readonly LineChoice[] {
  const { line } = read
  const names = namesOf(form)
  const fields = form.fields.filter((one) => (one.kind === 'choice' || one.kind === 'many') && one.stage === undefined)
  const led: LineChoice[] = []
  for (const field of fields.filter((one) => one.words !== undefined)) {
    const found = ledChoice(read, field, form, taken)
    if (found !== undefined) led.push(found)
  }
  const away = [...taken, ...led.flatMap((one) => one.spans)]
  const free = fields
    .filter((one) => one.words === undefined)
    .flatMap((field) => {
      const options = names.options.get(field.id)
      return options === undefined ? [] : (settle(field, freeNames(line, options, away), read) ?? [])
    })
  return [...led, ...free]
}

/** 'phối hợp với công an, tư pháp': options one after another behind the word. */
function ledChoice(read: Read, field: Field, form: Form, taken: readonly Span[]): LineChoice | undefined {
  const { line } = read
  const { leads, options } = namesOf(form)
  const [lead, names] = [leads.get(field.id), options.get(field.id)]
  if (lead === undefined || names === undefined) return undefined
  for (const word of freeNames(line, lead, taken)) {
    const { start, end } = spanOf(line.words, word)
    const run: Named<Meaning>[] = []
    let last = end
    for (const one of freeNames(line, names, taken)) {
      const span = spanOf(line.words, one)
      if (span.start < last) continue
      const gap = line.text.slice(last, span.start)
      const near = run.length === 0 ? gap.length <= REACH && clauseEnd(gap, 0) === gap.length : LINK.test(gap)
      if (!near) break
      run.push(one)
      last = span.end
    }
    const settled = run.length === 0 ? undefined : settle(field, run, read)
    if (settled !== undefined) return { ...settled, spans: [{ start, end: last }] }
  }
  return undefined
}

/** One option of a choice; all of several. What contradicts itself is not read. */
function settle(field: Field, found: readonly Named<Meaning>[], { line, name }: Read): LineChoice | undefined {
  const clear = found.filter((one) => one.values.length === 1)
  const sure = clear.filter((one) => one.values[0]?.sure === true)
  const used = sure.length > 0 ? sure : clear
  const ids = [...new Set(used.flatMap((one) => one.values.map(({ id }) => id)))]
  if (ids.length === 0) return undefined
  if (field.kind === 'choice' && ids.length > 1) return undefined
  const spans = used.map((one) => spanOf(line.words, one))
  // 'chuyển trung tâm trợ giúp pháp lý' is not who did it.
  // 'góp ý … luật': another choice that only may be meant.
  const isTorn =
    field.kind === 'choice' &&
    clear.some((one) => !ids.includes(one.values[0]?.id ?? '') && !isWithin([name], spanOf(line.words, one)))
  const isSent = field.words === undefined && spans.some(({ start }) => SENT_TO.test(line.text.slice(0, start)))
  const whole =
    field.kind === 'choice' || (clear.length === found.length && used.length === clear.length && !hasMore(line, spans))
  const options = (field.options ?? []).map((one) => one.id).filter((id) => ids.includes(id))
  return { field, options, sure: sure.length > 0 && whole && !isSent && !isTorn, spans }
}

/** Does something of the same list stand beside what was read, and was not read? */
function hasMore(line: Line, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => {
    const rest = line.text.slice(end)
    const more = MORE_AFTER.exec(rest)
    const next = more === null ? undefined : end + more[0].length
    const read = next !== undefined && spans.some((one) => one.start < next + 12 && one.start > end)
    const isList =
      (more !== null && /^\s*(?:và|va|&|\+)/i.test(more[0])) || /^\s*,\s*\d{2,3}(?=\s*(?:,|ngày|ngay|$))/i.test(rest)
    return (isList && !read) || (MORE_BEFORE.test(line.text.slice(0, start)) && !spans.some((one) => one.end <= start))
  })
}

export interface LineCounts {
  readonly field: Field
  readonly counts: Readonly<Record<string, number>>
  readonly sure: boolean
  readonly spans: readonly Span[]
}

/** Between a number and what it counts: '3 ca về ly hôn'. */
const COUNTED =
  /^\s*(?:(?:ca|vụ|vu|lượt|luot|trường hợp|truong hop|th|việc|viec|người|nguoi|ng|chị|chi|chị em|chi em|cuộc|cuoc|đơn|don|lượt người|luot nguoi|vụ việc|vu viec|hv|hội viên|pn|phụ nữ)\s+)*(?:(?:về|ve|tư vấn|tu van|vì|vi|hỏi|hoi)\s+)*(?:về\s+|ve\s+)?$/i
const COLON = /^\s*(?:[:=]\s*)?(?:(?:là|la)\s*)?$/i

/** '3 ca ly hôn, 2 đất đai': figures by option. */
export function countsIn(line: Line, form: Form, taken: readonly Span[]): LineCounts | undefined {
  const field = form.fields.find((one) => one.kind === 'countsByOption')
  const vocabulary: Vocabulary<Meaning> | undefined =
    field === undefined ? undefined : namesOf(form).options.get(field.id)
  if (field === undefined || vocabulary === undefined) return undefined
  const numbers = numbersIn(line.tokens)
    .map((one) => ({ ...one, start: line.tokens[one.from]?.start ?? 0, end: line.tokens[one.to - 1]?.end ?? 0 }))
    .filter((one) => !isWithin(taken, one) && Number.isInteger(one.value) && one.value > 0)
  const counts: Record<string, number> = {}
  const spans: Span[] = []
  let sure = true
  for (const name of freeNames(line, vocabulary, taken)) {
    const { start, end } = spanOf(line.words, name)
    const [meaning] = name.values
    const before = numbers.find(
      (one) => one.end <= start && COUNTED.test(line.text.slice(one.end, start)) && !isWithin(spans, one),
    )
    const after = numbers.find((one) => one.start >= end && COLON.test(line.text.slice(end, one.start)))
    const number = before ?? after
    if (meaning === undefined) continue
    // A kind without its number, or said twice: the list is not whole.
    if (number === undefined || counts[meaning.id] !== undefined) {
      sure = false
      continue
    }
    counts[meaning.id] = number.value
    sure &&= meaning.sure && name.values.length === 1 && number.why === undefined && !number.vague
    spans.push({ start: Math.min(start, number.start), end: Math.max(end, number.end) })
  }
  return spans.length === 0 ? undefined : { field, counts, sure, spans }
}

/** What is counted may be cases or people. */
const CASES =
  /^\s*(?:ca|vụ|vu|lượt|luot|trường hợp|truong hop|th|việc|viec|người|nguoi|ng|chị|chi|đơn|don|hv|hội viên|pn|phụ nữ)(?!\p{L})/u

/** '2 chị bị chồng đánh, 1 ly hôn': is a number of cases left that is neither of the list nor its sum? */
export function hasUncounted(line: Line, { counts, spans }: LineCounts, taken: readonly Span[]): boolean {
  const sum = Object.values(counts).reduce((all, one) => all + one, 0)
  return numbersIn(line.tokens).some((one) => {
    const span = { start: line.tokens[one.from]?.start ?? 0, end: line.tokens[one.to - 1]?.end ?? 0 }
    return one.value !== sum && !isWithin([...taken, ...spans], span) && CASES.test(line.lower.slice(span.end))
  })
}
