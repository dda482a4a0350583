import type { LocalDate } from '../calendar.ts'
import type { Answers, Value } from '../plan/form.ts'
import { compare } from '../unit/tree.ts'

/** What rules read out of an answer, whatever its kind; a missing answer reads as nothing. */

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isList(value)
const isAnswers = (value: unknown): value is Answers => isRecord(value)

/** The chosen values: of a text or a choice, of many, or the options that have a count. */
export function choicesIn(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (isList(value)) return value.filter((one) => typeof one === 'string')
  if (!isRecord(value)) return []
  return Object.keys(value).filter((key) => typeof value[key] === 'number' && value[key] > 0)
}

/** A number, the total of countsByOption, or how many records a list has. */
export function amountIn(value: Value | undefined): number {
  if (typeof value === 'number') return value
  if (isList(value)) return value.length
  if (!isRecord(value)) return 0
  return Object.values(value).reduce<number>((total, one) => (typeof one === 'number' ? total + one : total), 0)
}

/** The count of one option, where the answer is a map of counts. */
export function countOf(value: Value | undefined, option: string): number | undefined {
  const count = isRecord(value) ? value[option] : undefined
  return typeof count === 'number' ? count : undefined
}

export function recordsIn(value: Value | undefined): readonly Answers[] {
  return isList(value) ? value.filter(isAnswers) : []
}

/** A day, or the day of a document. */
export function dayIn(value: Value | undefined): LocalDate | undefined {
  const text = isRecord(value) ? value['date'] : value
  return typeof text === 'string' && isDay(text) ? text : undefined
}

/** Forms let only real days in; a million reports need no second look at the calendar. */
const isDay = (text: string): text is LocalDate => text.length === 10 && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The symbol of a document, by which ten minutes that cite one regulation cite one. */
export function symbolIn(value: Value | undefined): string | undefined {
  const symbol = isRecord(value) ? value['symbol'] : undefined
  return typeof symbol === 'string' && symbol !== '' ? symbol : undefined
}

/** Marks that are days, each as often as it was made, the earliest first. */
export const daysIn = (marks: ReadonlyMap<string, number>): readonly LocalDate[] =>
  [...marks]
    .flatMap(([mark, times]) => {
      const day = dayIn(mark)
      return day === undefined ? [] : Array.from({ length: times }, () => day)
    })
    .sort(compare)
