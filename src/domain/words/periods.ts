/** The reporting period an officer means; without a year, the nearest one that has begun. */

import {
  addMonths,
  type LocalDate,
  type Period,
  type PeriodKind,
  parsePeriodKey,
  periodOf,
  periodRange,
  yearOf,
} from '../calendar.ts'
import { dateText } from './dateText.ts'
import type { Reading } from './numbers.ts'

const YEAR = String.raw`(?:[\s,/.-]*(?:cua )?(?:nam\s?)?(?<year>(?:19|20)\d{2})\b|\s?[/-]\s?(?<short>\d{2})\b|\s(?<near>nam (?:nay|ngoai|truoc)))?`
const BEFORE = 'truoc|roi|vua roi|vua qua|qua|ngoai'
/** A day, or a day and a month: too exact to be a period. */
const DAY = /(?<!\b(?:thang|t|quy|q) ?)\b\d{1,2}[/.-]\d{1,2}(?!\d)|\b\d{1,2} thang \d|\bngay \d/
const TWO = /\b(?:thang|quy|t|q) ?\d{1,2} ?(?:,|va|-|den) ?(?:thang |quy |t|q)?\d{1,2}(?![\d/])(?<!-\d\d)/
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

interface Rule {
  readonly kind: PeriodKind
  readonly pattern: RegExp
  /** Which of the year it is, when the words name it whole. */
  readonly n?: number
}

const RULES: readonly Rule[] = [
  rule('half', String.raw`(?:6\s?t(?:hang)?|nua(?: nam)?) cuoi(?: nam)?${YEAR}`, 2),
  rule('half', String.raw`(?:6\s?t(?:hang)?(?: dau(?: nam)?)?|nua(?: nam)? dau(?: nam)?)${YEAR}`, 1),
  rule('nineMonths', String.raw`9\s?t(?:hang)?(?: dau(?: nam)?)?${YEAR}`, 1),
  rule('quarter', String.raw`3 thang dau nam${YEAR}`, 1),
  rule('year', String.raw`(?:ca nam|12 thang)${YEAR}`, 1),
  rule('quarter', String.raw`(?:quy|q)\s?(?<n>[1-4]|iv|i{1,3})${YEAR}`),
  rule('quarter', String.raw`quy (?:nay|(?<back>${BEFORE}))`),
  rule('month', String.raw`(?:thang|t)\s?(?<n>1[0-2]|0?[1-9])(?!\d)${YEAR}`),
  rule('month', String.raw`thang (?:nay|(?<back>${BEFORE}))`),
  rule('month', String.raw`(?<n>1[0-2]|0?[1-9])[/.-](?<year>(?:19|20)\d{2})`),
  rule('year', String.raw`(?:nam\s?)?(?<year>(?:19|20)\d{2})`, 1),
  rule('year', String.raw`nam (?:nay|(?<back>${BEFORE}))`),
]

export function readPeriod(text: string, today: LocalDate): Reading<Period> {
  const plain = dateText(text)
  if (plain === undefined) return { kind: 'unreadable', why: 'tooLong' }
  const byKey = parsePeriodKey(plain.toUpperCase())
  if (byKey) return { kind: 'read', value: byKey }
  if (DAY.test(plain)) return { kind: 'unreadable', why: 'notAPeriod' }
  if (TWO.test(plain)) return { kind: 'unreadable', why: 'several' }
  const found: Period[] = []
  RULES.reduce(
    (rest, { kind, pattern, n }) =>
      rest.replace(pattern, (...match) => {
        const groups: unknown = match.at(-1)
        const period = periodSaid(kind, n, isGroups(groups) ? groups : {}, today)
        found.push(period)
        return ' ¤ '
      }),
    plain,
  )
  const [first, ...others] = found
  if (first === undefined)
    return { kind: 'unreadable', why: /\b(?:dau|giua|cuoi) (?:thang|quy|nam)\b/.test(plain) ? 'vague' : 'notAPeriod' }
  return others.length > 0 ? { kind: 'unreadable', why: 'several' } : { kind: 'read', value: first }
}

function periodSaid(
  kind: PeriodKind,
  whole: number | undefined,
  { n, year, short, near, back }: Readonly<Record<string, string | undefined>>,
  today: LocalDate,
): Period {
  const number = whole ?? (n === undefined ? undefined : (ROMAN[n] ?? Number(n)))
  if (number === undefined) {
    const months = { month: 1, quarter: 3, half: 6, nineMonths: 12, year: 12 }[kind]
    return periodOf(kind, addMonths(today, back === undefined ? 0 : -months))
  }
  if (year !== undefined) return { kind, year: Number(year), n: number }
  if (short !== undefined) return { kind, year: 2000 + Number(short), n: number }
  if (near !== undefined) return { kind, year: yearOf(today) - (near === 'nam nay' ? 0 : 1), n: number }
  const period = { kind, year: yearOf(today), n: number }
  return periodRange(period).from <= today ? period : { ...period, year: period.year - 1 }
}

function rule(kind: PeriodKind, source: string, n?: number): Rule {
  const pattern = new RegExp(String.raw`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'g')
  return n === undefined ? { kind, pattern } : { kind, pattern, n }
}

const isGroups = (value: unknown): value is Readonly<Record<string, string | undefined>> =>
  typeof value === 'object' && value !== null
