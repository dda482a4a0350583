import type { LocalDate } from '../calendar.ts'
import type { Field, Form, Value } from '../plan/form.ts'
import { readDocRef, symbolsIn } from '../words/docRef.ts'
import { askedForms, isTelling } from './askedForms.ts'
import { choicesIn, countsIn, hasUncounted } from './lineChoices.ts'
import { dayIn, periodIn } from './lineDates.ts'
import { type FormFound, formIn, isBareName } from './lineForm.ts'
import { blank, freeNames, type Line, type Span, spanOf, toLine } from './line.ts'
import { namesOf } from './lineNames.ts'
import { numbersInLine } from './lineNumbers.ts'
import { likelyForms } from './likelyForm.ts'
import { isTalk } from './lineTalk.ts'
import { leftIn } from './lineLeft.ts'
import { type LinePlace, placesIn } from './linePlaces.ts'
import { type LineAnswers, makeReading, type Reading } from './lineReading.ts'
import { textsIn } from './lineTexts.ts'

export type LineReading =
  | { readonly kind: 'none' }
  /** Only the name of an activity. */
  | { readonly kind: 'name'; readonly form: string }
  /** It may be a report, of one of these kinds: ask. */
  | { readonly kind: 'which'; readonly forms: readonly string[] }
  /** An activity on a day that is still to come: nothing to report yet. */
  | { readonly kind: 'ahead'; readonly date: LocalDate }
  | ({ readonly kind: 'report'; readonly form: string } & LineAnswers)

export interface LineSetting {
  readonly forms: readonly Form[]
  /** Ids of those that her unit may report. */
  readonly allowed: ReadonlySet<string>
  readonly today: LocalDate
}

/** One line that tells a whole activity: 'truyền thông luật PCBLGĐ 12/3, 45 người 30 nữ'. What is not a report is none. */
export function readLine(said: string, { forms, allowed, today }: LineSetting): LineReading {
  const line = toLine(said)
  if (line === undefined || isTalk(said)) return { kind: 'none' }
  const day = dayIn(line, today, symbolsIn(line.text))
  const taken = typeof day === 'object' ? day.spans : []
  const found = formIn(line, forms, allowed, taken)
  if (typeof day === 'object' && day.date > today)
    return found?.sure === true ? { kind: 'ahead', date: day.date } : { kind: 'none' }
  const likely = likelyForms(line.words)
  const which = (named: readonly string[]): LineReading => {
    const asked = askedForms(named, likely, line, allowed)
    return asked.length === 0 ? { kind: 'none' } : { kind: 'which', forms: asked }
  }
  if (found === undefined) return which([])
  // Of several that words may name, the one that such lines clearly were.
  const agreed = found.forms.find((id) => id === likely.clear)
  const [id, second] = agreed === undefined ? found.forms : [agreed]
  const form = forms.find((one) => one.id === id)
  if (form === undefined) return { kind: 'none' }
  const isBare = found.sure && isBareName(line, form.id, forms, taken)
  if (isBare && typeof day !== 'object') return { kind: 'name', form: form.id }
  const answers = answersIn(line, form, found, today)
  // 'bc tuyên truyền hôm qua': she wants the form, and has told its day.
  if (isBare) return { kind: 'report', form: form.id, ...answers }
  const told = evidenceIn(line, form, found, answers)
  // A word that only may name the activity is believed when the rest of the line fits it well.
  const fits = second === undefined && told >= 3 && answers.given[form.eventDate] !== undefined
  const isTold = found.sure || agreed !== undefined ? told >= 2 : fits
  const isOther = likely.clear !== undefined && likely.clear !== form.id && allowed.has(likely.clear)
  if (isTold && !isOther) return { kind: 'report', form: form.id, ...answers }
  const isTalking = !found.sure && told === 0 && likely.forms.length === 0
  return !isTalking && (told > 0 || found.sure || isTelling(line)) ? which(found.forms) : { kind: 'none' }
}

/**
 * How many things a line tells of its activity besides its name: a day, numbers, a document, choices, what it was about. One
 * is told by people who only talk about it, two hardly ever.
 */
function evidenceIn(line: Line, form: Form, { span }: FormFound, { given, doubtful }: LineAnswers): number {
  const named = namesOf(form).options
  return form.fields.filter((field) => {
    const value = given[field.id] ?? doubtful[field.id]
    if (value === undefined) return false
    if (field.kind === 'text') return field.bare === true && typeof value === 'string' && value.split(' ').length >= 3
    if (field.kind !== 'choice' && field.kind !== 'many') return field.kind !== 'yesNo'
    // 'tập huấn' names both the activity and its kind: that is one thing.
    const options = named.get(field.id)
    const outside = options === undefined ? [] : freeNames(line, options, [span])
    return given[field.id] !== undefined && outside.length > 0
  }).length
}

export interface WholeLine extends LineAnswers {
  /** What of it is not understood, part by part. */
  readonly left: readonly string[]
}

/** What a line says when its form is known: she chose it. The name of her unit is no news. */
export function readLineAs(said: string, form: Form, today: LocalDate, unit = ''): WholeLine {
  const line = toLine(said)
  if (line === undefined) return { given: {}, doubtful: {}, left: [] }
  const day = dayIn(line, today, symbolsIn(line.text))
  const found = formIn(line, [form], new Set([form.id]), typeof day === 'object' ? day.spans : [])
  const reading = readingOf(line, form, found ?? { forms: [form.id], sure: true, span: { start: 0, end: 0 } }, today)
  return { ...reading.settled(), left: leftIn(line, form, { read: reading.spans(), unit }) }
}

const answersIn = (line: Line, form: Form, found: FormFound, today: LocalDate): LineAnswers =>
  readingOf(line, form, found, today).settled()

function readingOf(line: Line, form: Form, found: FormFound, today: LocalDate): Reading {
  const reading = makeReading(form)
  const symbols = symbolsIn(line.text)
  const day = dayIn(line, today, symbols)
  const dates = typeof day === 'object' ? day.spans : []
  if (typeof day === 'object') {
    const other = namesOtherDay(line, form, dates)
    const sure = day.sure && day.date <= today && other === undefined && hasOneDay(form)
    reading.put(other ?? dateField(form), { value: day.date, sure, spans: dates })
  }
  const periods = readPeriods(line, form, { today, taken: [...dates, ...symbols] }, reading)
  const taken = [...dates, ...periods]
  const choices = choicesIn({ line, name: found.span }, form, taken)
  for (const one of choices) {
    const value: Value = one.field.kind === 'many' ? one.options : (one.options[0] ?? '')
    reading.put(one.field, { value, sure: one.sure, spans: one.spans })
  }
  const inChoices = choices.flatMap((one) => one.spans)
  readDocument(line, form, { symbols: symbols.filter((one) => !overlaps(inChoices, one)), today, dates }, reading)
  const places = placesIn(line, [...taken, ...symbols])
  const counted = countsIn(line, form, [...taken, ...symbols, ...places])
  const away = [...taken, ...symbols, ...(counted?.spans ?? [])]
  const numbers = numbersInLine(line, form, away)
  if (counted !== undefined) {
    const known = [...away, ...places, ...numbers.filter((one) => one.sure).map((one) => one.span)]
    const sure = counted.sure && !hasUncounted(line, counted, known)
    reading.put(counted.field, { value: counted.counts, sure, spans: counted.spans })
  }
  for (const one of numbers) {
    reading.number(
      form.fields.find(({ id }) => id === one.field),
      { value: one.value, sure: one.sure, spans: [one.span] },
    )
  }
  const used = [...away, ...numbers.map((one) => one.span)]
  const free = [found.span, ...used, ...choices.flatMap((one) => one.spans)]
  const field = form.fields.find((one) => one.place === true)
  const place = placeOf(placesIn(line, free, dates))
  if (place !== undefined) reading.put(field, { value: place.name, sure: place.sure, spans: [place] })
  for (const { field, span, ...told } of textsIn(line, form, { name: found.span, taken: used, choices }))
    reading.put(field, { ...told, spans: [span] })
  return reading
}

/** The one that is said as such, else the one that is named; of several none. */
function placeOf(places: readonly LinePlace[]): LinePlace | undefined {
  const led = places.filter((one) => one.isLed)
  const [place, second] = led.length > 0 ? led : places
  return second === undefined ? place : undefined
}

const overlaps = (spans: readonly Span[], one: Span): boolean =>
  spans.some(({ start, end }) => one.start < end && one.end > start)

/** The day that a line tells without a word of its own. */
function dateField(form: Form): Field | undefined {
  const dates = form.fields.filter((one) => one.kind === 'date' && one.stage === undefined)
  return dates.find((one) => one.bare === true) ?? dates.find((one) => one.id === form.eventDate)
}

/** Does a day without a word of its own mean one field for certain? */
const hasOneDay = (form: Form): boolean =>
  dateField(form)?.bare === true ||
  form.fields.filter((one) => one.kind === 'date' && !one.optional && one.stage === undefined).length === 1

/** Another date of the form whose word the line holds ('chọn nội dung 12/3'). */
function namesOtherDay(line: Line, form: Form, taken: readonly Span[]): Field | undefined {
  const own = dateField(form)?.id
  return form.fields.find((field) => {
    const lead = field.kind === 'date' && field.id !== own ? namesOf(form).leads.get(field.id) : undefined
    return lead !== undefined && freeNames(line, lead, taken).length > 0
  })
}

function readPeriods(
  line: Line,
  form: Form,
  { today, taken }: { readonly today: LocalDate; readonly taken: readonly Span[] },
  reading: Reading,
): readonly Span[] {
  const field = form.fields.find((one) => one.kind === 'period')
  const period = field === undefined ? undefined : periodIn(line, today, taken)
  if (period === undefined) return []
  reading.put(field, { value: period.value.value, sure: period.value.kind === 'read', spans: period.spans })
  return period.spans
}

function readDocument(
  line: Line,
  form: Form,
  {
    symbols,
    today,
    dates,
  }: { readonly symbols: readonly Span[]; readonly today: LocalDate; readonly dates: readonly Span[] },
  reading: Reading,
): void {
  const fields = form.fields.filter((one) => one.kind === 'docRef' && one.stage === undefined)
  const [symbol] = symbols
  if (symbol === undefined || symbols.length > 1) return
  const led = fields.find((field) => {
    const lead = namesOf(form).leads.get(field.id)
    return lead !== undefined && freeNames(line, lead, []).some((one) => stands(line, one, symbol))
  })
  const field = led ?? (fields.length === 1 ? fields[0] : undefined)
  if (field === undefined) return
  const read = readDocRef(blank(line.text, dates).slice(symbol.start, symbol.end), today)
  if (read !== undefined)
    reading.put(field, { value: { symbol: read.ref.symbol }, sure: read.wellFormed, spans: [symbol] })
}

const stands = (line: Line, name: { readonly from: number; readonly to: number }, { start }: Span): boolean => {
  const { end } = spanOf(line.words, name)
  return end <= start && start - end < 12
}
