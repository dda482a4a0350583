import type { LocalDate } from '../calendar.ts'
import { fitsField } from '../plan/fitsField.ts'
import { problemsOf } from '../plan/checks.ts'
import type { Answers, Field, Form, Value } from '../plan/form.ts'
import { readDocRef, symbolsIn } from '../words/docRef.ts'
import { choicesIn, countsIn, hasUncounted } from './lineChoices.ts'
import { dayIn, periodIn } from './lineDates.ts'
import { type FormFound, formIn, isBareName } from './lineForm.ts'
import { blank, freeNames, type Line, type Span, spanOf, toLine } from './line.ts'
import { namesOf } from './lineNames.ts'
import { numbersInLine } from './lineNumbers.ts'
import { likelyForms } from './likelyForm.ts'
import { isTalk } from './lineTalk.ts'
import { placesIn, textsIn } from './lineTexts.ts'

/** What a line says of one form, by field. */
export interface LineAnswers {
  readonly given: Answers
  /** Read, but to be confirmed. */
  readonly doubtful: Answers
}

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
  if (found === undefined) return which([], line, allowed)
  const [id, second] = found.forms
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
  if ((found.sure && told >= 2) || fits) return { kind: 'report', form: form.id, ...answers }
  return told > 0 || found.sure || isTelling(line) ? which(found.forms, line, allowed) : { kind: 'none' }
}

const MOST_ASKED = 3

/** What is asked: the forms that words of the plan name, then those that such lines were reports of. */
function which(named: readonly string[], line: Line, allowed: ReadonlySet<string>): LineReading {
  const likely = isTelling(line) ? likelyForms(line.words).filter((form) => allowed.has(form)) : []
  const forms = [...new Set([...named, ...likely])].slice(0, MOST_ASKED)
  return forms.length === 0 ? { kind: 'none' } : { kind: 'which', forms }
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

/** What a line says when its form is known: she chose it. */
export function readLineAs(said: string, form: Form, today: LocalDate): LineAnswers {
  const line = toLine(said)
  if (line === undefined) return { given: {}, doubtful: {} }
  const day = dayIn(line, today, symbolsIn(line.text))
  const found = formIn(line, [form], new Set([form.id]), typeof day === 'object' ? day.spans : [])
  return answersIn(line, form, found ?? { forms: [form.id], sure: true, span: { start: 0, end: 0 } }, today)
}

/** A number or a day in it: without one it is only talk about an activity. */
const isTelling = (line: Line): boolean => /\d|\b(?:hôm|hom|sáng|chiều|tối)\b|\bqu[ýyí] [iv]{1,3}\b/.test(line.lower)

function answersIn(line: Line, form: Form, found: FormFound, today: LocalDate): LineAnswers {
  const reading = makeReading(form)
  const symbols = symbolsIn(line.text)
  const day = dayIn(line, today, symbols)
  const dates = typeof day === 'object' ? day.spans : []
  if (typeof day === 'object') {
    const other = namesOtherDay(line, form, dates)
    reading.put(
      other ?? dateField(form),
      day.date,
      day.sure && day.date <= today && other === undefined && hasOneDay(form),
    )
  }
  const periods = readPeriods(line, form, { today, taken: [...dates, ...symbols] }, reading)
  const taken = [...dates, ...periods]
  const choices = choicesIn({ line, name: found.span }, form, taken)
  for (const one of choices) {
    const value: Value = one.field.kind === 'many' ? one.options : (one.options[0] ?? '')
    reading.put(one.field, value, one.sure)
  }
  const inChoices = choices.flatMap((one) => one.spans)
  readDocument(line, form, { symbols: symbols.filter((one) => !overlaps(inChoices, one)), today, dates }, reading)
  const places = placesIn(line, [...taken, ...symbols])
  const counted = countsIn(line, form, [...taken, ...symbols, ...places])
  const away = [...taken, ...symbols, ...(counted?.spans ?? [])]
  const numbers = numbersInLine(line, form, away)
  if (counted !== undefined) {
    const known = [...away, ...places, ...numbers.filter((one) => one.sure).map((one) => one.span)]
    reading.put(counted.field, counted.counts, counted.sure && !hasUncounted(line, counted, known))
  }
  for (const one of numbers) {
    reading.number(
      form.fields.find(({ id }) => id === one.field),
      one.value,
      one.sure,
    )
  }
  const used = [...away, ...numbers.map((one) => one.span)]
  for (const one of textsIn(line, form, { name: found.span, taken: used, choices }))
    reading.put(one.field, one.value, one.sure)
  return reading.settled()
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
  reading.put(field, period.value.value, period.value.kind === 'read')
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
  if (read !== undefined) reading.put(field, { symbol: read.ref.symbol }, read.wellFormed)
}

const stands = (line: Line, name: { readonly from: number; readonly to: number }, { start }: Span): boolean => {
  const { end } = spanOf(line.words, name)
  return end <= start && start - end < 12
}

interface Reading {
  put(field: Field | undefined, value: Value, sure: boolean): void
  /** A sure number comes before one that only may be meant. */
  number(field: Field | undefined, value: number, sure: boolean): void
  settled(): LineAnswers
}

/** Gathers what is read of each field; what is said twice and differently is not read at all. */
function makeReading(form: Form): Reading {
  const read = new Map<string, { readonly value: Value; readonly sure: boolean }>()
  const torn = new Set<string>()
  function put(field: Field | undefined, value: Value, sure: boolean): void {
    if (field === undefined || !fitsField(field, value)) return
    const before = read.get(field.id)
    if (before !== undefined && JSON.stringify(before.value) !== JSON.stringify(value)) torn.add(field.id)
    else read.set(field.id, { value, sure })
  }
  return {
    put,
    number(field, value, sure) {
      const before = field === undefined ? undefined : read.get(field.id)
      if (before?.sure === true && !sure) return
      if (field !== undefined && before !== undefined && sure && !before.sure) read.delete(field.id)
      put(field, value, sure)
    },
    settled: () => {
      const doubted = tiedTo(form, torn)
      return settledIn(
        form,
        [...read].flatMap(([id, one]) => (torn.has(id) ? [] : [[id, { ...one, sure: one.sure && !doubted.has(id) }]])),
      )
    },
  }
}

/** The numbers that a check ties to one of these: where one could not be read, another may be what was meant. */
function tiedTo(form: Form, torn: ReadonlySet<string>): ReadonlySet<string> {
  const ties = form.checks.map((check) =>
    check.kind === 'atMost'
      ? [check.field, check.than]
      : check.kind === 'sumEquals'
        ? [check.total, ...check.parts]
        : [],
  )
  return new Set(ties.filter((ids) => ids.some((id) => torn.has(id))).flat())
}

/** What breaks a check of the form is asked, all that take part in it. */
function settledIn(
  form: Form,
  kept: readonly (readonly [string, { readonly value: Value; readonly sure: boolean }])[],
): LineAnswers {
  const all = Object.fromEntries(kept.map(([id, one]) => [id, one.value]))
  const wrong = new Set(
    problemsOf(form.checks, all)
      .filter((one) => one.kind !== 'requiredWhen' && one.kind !== 'oneOf')
      .flatMap((one) => [one.field, ...one.others]),
  )
  const pick = (sure: boolean): Answers =>
    Object.fromEntries(
      kept.filter(([id, one]) => (one.sure && !wrong.has(id)) === sure).map(([id, one]) => [id, one.value]),
    )
  return { given: pick(true), doubtful: pick(false) }
}
