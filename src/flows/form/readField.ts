import type { LocalDate } from '../../domain/calendar.ts'
import type { Field, Option, Value } from '../../domain/plan/form.ts'
import { findUnits } from '../../domain/unit/search.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { matchChoice, matchChoices } from '../../domain/words/choices.ts'
import { readDate, readPeriod, readYesNo } from '../../domain/words/dates.ts'
import { readDocRef } from '../../domain/words/docRef.ts'
import { tidy } from '../../domain/words/fold.ts'
import { readNumber } from '../../domain/words/numbers.ts'
import { makeVocabulary, namesIn, wordsOf } from '../../domain/words/vocabulary.ts'
import { periodKey, periodRange } from '../../domain/calendar.ts'
import { dayMeant, type DaySetting } from './dayMeant.ts'
import { tellsOf } from './tellsOf.ts'

export type Answer =
  | { readonly kind: 'value'; readonly value: Value }
  /** Read, but to be confirmed: the reason is a short machine key. */
  | { readonly kind: 'doubt'; readonly value: Value; readonly why: string }
  | { readonly kind: 'problem'; readonly why: string; readonly values?: Readonly<Record<string, number>> }
  /** Several units bear this name: choose one. */
  | { readonly kind: 'units'; readonly units: readonly string[]; readonly beside?: Beside }

/** Of several names in one answer: those that are clear, and those that are still to be typed. */
export interface Beside {
  readonly clear: readonly string[]
  readonly unknown: readonly string[]
  readonly unclear: readonly string[]
}

export interface Reader extends DaySetting {
  readonly tree: UnitTree
  readonly label: (option: Option) => string
}

const TEXT_MAX = 1000
const MOST_UNITS = 8

/** Reads what was typed as the answer to a question of this kind. Never guesses: doubt is asked. */
export function readField(field: Field, said: string, reader: Reader): Answer {
  switch (field.kind) {
    case 'text':
      return readText(field, said)
    case 'number':
    case 'countsByOption':
      return readCount(field, said)
    case 'date':
      return readDay(field, said, reader)
    case 'period': {
      const reading = readPeriod(said, reader.today)
      if (reading.kind === 'unreadable') return { kind: 'problem', why: 'notAPeriod' }
      if (field.future !== true && periodRange(reading.value).from > reader.today)
        return { kind: 'problem', why: 'future' }
      return { kind: 'value', value: periodKey(reading.value) }
    }
    case 'yesNo': {
      const value = readYesNo(said)
      return value === undefined ? { kind: 'problem', why: 'notYesNo' } : { kind: 'value', value }
    }
    case 'choice':
      return readChoice(field, said, reader)
    case 'many': {
      const picked = readSeveral(field.options ?? [], said, reader)
      return picked === undefined || picked.length === 0
        ? { kind: 'problem', why: 'notAChoice' }
        : { kind: 'value', value: picked }
    }
    case 'unit':
    case 'units':
      return readUnit(field, said, reader)
    case 'docRef':
      return readReference(said, reader.today)
    case 'evidence':
      return readLink(said)
    case 'textList': {
      const items = said
        .split(/[\n;]+/)
        .map((one) => tidy(one))
        .filter((one) => one !== '')
      if (items.length === 0) return { kind: 'problem', why: 'empty' }
      return doubted(field, said, items)
    }
    case 'recordList':
      return { kind: 'problem', why: 'notAChoice' }
  }
}

function readText(field: Field, said: string): Answer {
  const text = said.trim()
  const length = [...text].length
  const [min, max] = [field.min ?? 1, field.max ?? TEXT_MAX]
  if (length < min) return { kind: 'problem', why: length === 0 ? 'empty' : 'tooShort', values: { min } }
  if (length > max) return { kind: 'problem', why: 'tooLong', values: { max, length } }
  return doubted(field, text, text)
}

function doubted(field: Field, said: string, value: Value): Answer {
  const why = tellsOf(said, field.noNames)
  return why === undefined ? { kind: 'value', value } : { kind: 'doubt', value, why }
}

export function readCount(field: Field, said: string): Answer {
  const reading = readNumber(said)
  if (reading.kind === 'unreadable') return { kind: 'problem', why: reading.why }
  const [min, max] = [field.min ?? 0, field.max ?? 1_000_000]
  if (reading.value < min) return { kind: 'problem', why: 'tooSmall', values: { min } }
  if (reading.value > max) return { kind: 'problem', why: 'tooLarge', values: { max } }
  return reading.kind === 'doubtful'
    ? { kind: 'doubt', value: reading.value, why: 'number' }
    : { kind: 'value', value: reading.value }
}

function readDay(field: Field, said: string, reader: Reader): Answer {
  const { today } = reader
  const reading = readDate(said, today)
  if (reading.kind === 'unreadable') return { kind: 'problem', why: reading.why }
  const coming = readDate(said, today, 'coming')
  const open = coming.kind !== 'unreadable' && coming.value !== reading.value
  const meant = open ? dayMeant({ past: reading.value, coming: coming.value }, field, reader) : { day: reading.value }
  if (field.future !== true && meant.day > today) return { kind: 'problem', why: 'future' }
  const why = meant.why ?? (reading.kind === 'doubtful' ? 'date' : undefined)
  return why === undefined ? { kind: 'value', value: meant.day } : { kind: 'doubt', value: meant.day, why }
}

function readChoice(field: Field, said: string, reader: Reader): Answer {
  const options = field.options ?? []
  const index = matchChoice(optionLabels(options, reader), said)
  const option = typeof index === 'number' ? options[index] : optionByAlias(options, said)
  const why = index === 'several' ? 'severalChoices' : 'notAChoice'
  return option === undefined ? { kind: 'problem', why } : { kind: 'value', value: option.id }
}

/** By numbers and labels; or, when every word belongs to a label or another name of an option, by those. */
function readSeveral(options: readonly Option[], said: string, reader: Reader): readonly string[] | undefined {
  const indexes = matchChoices(optionLabels(options, reader), said)
  if (indexes !== undefined) return indexes.flatMap((index) => options[index]?.id ?? [])
  const names = options.flatMap((one) =>
    [reader.label(one), ...(one.aliases ?? [])].map((name): readonly [string, string] => [name, one.id]),
  )
  const words = wordsOf(said)
  const found = namesIn(makeVocabulary(names), words)
  const isAll = words.every((word, n) => JOINS.has(word.plain) || found.some(({ from, to }) => from <= n && n < to))
  if (!isAll || found.length === 0 || found.some((one) => one.values.length > 1)) return undefined
  return options.map((one) => one.id).filter((id) => found.some((one) => one.values[0] === id))
}

const JOINS: ReadonlySet<string> = new Set(['va', 'voi', 'cung', 'ca', 'nua', 'a', 'da', 'la', 've', 'gom', 'em'])

function optionByAlias(options: readonly Option[], said: string): Option | undefined {
  const found = options.filter((option) => matchChoice(option.aliases ?? [], said) !== undefined)
  return found.length === 1 ? found[0] : undefined
}

const optionLabels = (options: readonly Option[], reader: Reader): readonly string[] =>
  options.map((option) => reader.label(option))

function readUnit(field: Field, said: string, reader: Reader): Answer {
  const names = said
    .split(/[,;\n]/)
    .map((one) => tidy(one))
    .filter((one) => one !== '')
  if (field.kind === 'units' && names.length > 1) return readUnits(field, names, reader)
  const found = findUnits(reader.tree, said, reader.today, field.levels)
  if (found.length === 0) return { kind: 'problem', why: 'noSuchUnit' }
  const ids = found.map((one) => one.unit)
  if (ids.length > 1) return { kind: 'units', units: ids.slice(0, MOST_UNITS) }
  return { kind: 'value', value: field.kind === 'unit' ? (ids[0] ?? '') : ids }
}

/** Several names: what is clear stands, of the first that may be several units it is asked which, what is none is said. */
function readUnits(field: Field, names: readonly string[], { tree, today }: Reader): Answer {
  const each = names.map((name) => ({
    name,
    units: findUnits(tree, name, today, field.levels).map(({ unit }) => String(unit)),
  }))
  const clear = each.flatMap(({ units }) => (units.length === 1 ? units : []))
  const [first, ...later] = each.filter(({ units }) => units.length > 1)
  const unknown = each.filter(({ units }) => units.length === 0).map(({ name }) => name)
  if (first === undefined && clear.length === 0) return { kind: 'problem', why: 'noSuchUnit' }
  if (first === undefined && unknown.length === 0) return { kind: 'value', value: clear }
  return {
    kind: 'units',
    units: first?.units.slice(0, MOST_UNITS) ?? [],
    beside: { clear, unknown, unclear: later.map(({ name }) => name) },
  }
}

function readReference(said: string, today: LocalDate): Answer {
  const read = readDocRef(said, today)
  if (read === undefined) return { kind: 'problem', why: 'notADocument' }
  const value = {
    symbol: read.ref.symbol,
    ...(read.ref.date === undefined ? {} : { date: read.ref.date }),
    ...(read.ref.issuer === undefined ? {} : { issuer: read.ref.issuer }),
  }
  return read.wellFormed ? { kind: 'value', value } : { kind: 'doubt', value, why: 'document' }
}

/** Whatever looks like a link must be one: a bad one beside a good one is said, not left out. */
function readLink(said: string): Answer {
  const links = said.split(/\s+/).filter((one) => /^https?:/i.test(one))
  if (links.length === 0) return { kind: 'problem', why: 'notAFile' }
  return links.every(isOpenLink) ? { kind: 'value', value: { files: [], links } } : { kind: 'problem', why: 'badLink' }
}

/** An address of the web without anybody's name and password in it. */
function isOpenLink(link: string): boolean {
  if (link.length > 500 || !/^https?:\/\/./i.test(link)) return false
  const url = URL.parse(link)
  return url !== null && url.hostname.includes('.') && url.username === '' && url.password === ''
}
