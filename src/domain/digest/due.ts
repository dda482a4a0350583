import { addDays, dayOf, type LocalDate, yearOf } from '../calendar.ts'
import type { Check } from '../plan/form.ts'
import type { Indicator, Plan } from '../plan/plan.ts'
import type { Row, Tally, UnitStanding } from '../tally/figures.ts'
import { compare } from '../unit/tree.ts'

/** `owing`: units in the denominator that have not met the row. */
export interface DueRow {
  readonly row: string
  readonly owing: number
}

/** A day of the year that a form names (09/11), a report, the end of an interval or of the plan's window. */
export interface Due {
  readonly kind: 'day' | 'report' | 'interval' | 'window'
  readonly on: LocalDate
  readonly rows: readonly DueRow[]
}

interface Question {
  readonly tally: Tally
  readonly plan: Plan
  readonly today: LocalDate
  readonly days: number
}

/** What falls due from today on, the nearest first; one line per day and kind. */
export function dueWithin({ tally, plan, today, days }: Question): readonly Due[] {
  const last = addDays(today, days)
  const soon = (on: LocalDate): boolean => today <= on && on <= last
  const found = new Map<string, { kind: Due['kind']; on: LocalDate; rows: DueRow[] }>()
  const add = (kind: Due['kind'], on: LocalDate, row: DueRow): void => {
    const key = `${on} ${kind}`
    const due = found.get(key) ?? { kind, on, rows: [] }
    found.set(key, due)
    due.rows.push(row)
  }
  for (const row of tally.rows) {
    for (const on of namedDays(row.indicator, plan, today)) {
      if (soon(on)) add('day', on, { row: row.indicator, owing: owing(row).length })
    }
    if (!countsUnits(row)) continue
    for (const [on, units] of Map.groupBy(owing(row), ({ due }) => due)) {
      if (on !== undefined && soon(on)) add(kindOf(row), on, { row: row.indicator, owing: units.length })
    }
  }
  return [...found.values()].sort((a, b) => compare(a.on, b.on) || compare(a.kind, b.kind))
}

/** A plain figure is never due. */
const countsUnits = ({ target, kind }: Row): boolean =>
  target !== undefined || kind === 'coverage' || kind === 'cadence' || kind === 'onTime'

const owing = (row: Row): readonly UnitStanding[] =>
  row.levels.flatMap(({ units }) => units).filter(({ standing }) => standing !== 'met' && standing !== 'notApplicable')

const kindOf = ({ figures }: Row): Due['kind'] => {
  if (figures.kind === 'cadence') return 'interval'
  return figures.kind === 'onTime' && figures.due !== undefined ? 'report' : 'window'
}

/** The days that the forms of a row ask to be near to, in this year and the next. */
export const namedDays = (id: string, plan: Plan, today: LocalDate): readonly LocalDate[] => {
  const indicator = plan.indicators.find((one) => one.id === id)
  if (!indicator || indicator.told) return []
  const checks = plan.forms.flatMap((form) =>
    indicator.sources.some((source) => source.form === form.id)
      ? [...form.checks, ...form.fields.flatMap(({ checks }) => checks ?? [])]
      : [],
  )
  const days = checks.filter((check) => check.kind === 'nearDay' && isAbout(check, indicator)).map(dayIn)
  return [yearOf(today), yearOf(today) + 1].flatMap((year) =>
    [...new Set(days)].flatMap((day) => {
      const on = dayOf(year, Number(day.slice(0, 2)), Number(day.slice(3)))
      return on !== undefined && indicator.window.from <= on && on <= indicator.window.to ? on : []
    }),
  )
}

/** The check's condition is the row's own filter: {kind in [law_day]}. */
const isAbout = (check: Check, { sources }: Indicator): boolean => {
  if (check.kind !== 'nearDay') return false
  const { when } = check
  if (!when) return true
  if (!('in' in when)) return false
  return sources.some(({ where }) => where?.in?.[when.field]?.some((value) => when.in.includes(value)) ?? false)
}

const dayIn = (check: Check): string => (check.kind === 'nearDay' ? check.day : '')
