import { addMonths, type LocalDate } from './calendar.ts'
import type { Indicator, Plan } from './plan/plan.ts'
import type { Tally } from './tally/figures.ts'
import { type Head, headOf } from './tally/verdict.ts'
import type { Text } from './text.ts'

/** First and last day, both included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * The plan as it counts in a part of its year. What is aimed at is the whole year's, so where only a part of a row's time is in it
 * there are figures and no verdict; rows that ask nothing in these days are left out.
 */
export const inSpan = (plan: Plan, span: Span): Plan => once(plan, `${span.from} ${span.to}`, () => cut(plan, span))

function cut(plan: Plan, span: Span): Plan {
  return {
    ...plan,
    indicators: plan.indicators.flatMap((row) => {
      if (span.from <= row.window.from && row.window.to <= span.to) return [row]
      const { target: _whole, ...rest } = row
      const window = { from: later(row.window.from, span.from), to: earlier(row.window.to, span.to) }
      return window.from <= window.to ? [{ ...rest, window }] : []
    }),
  }
}

/** The same rows, a year earlier: what "so cùng kỳ" measures where that year's own plan is not kept here. */
export const aYearBefore = (plan: Plan): Plan => once(plan, 'before', () => moved(plan))

function moved(plan: Plan): Plan {
  return {
    ...plan,
    from: back(plan.from),
    to: back(plan.to),
    indicators: plan.indicators.map((row) => ({
      ...row,
      window: { from: back(row.window.from), to: back(row.window.to) },
      rule: ruleBefore(row.rule),
    })),
  }
}

const made = new WeakMap<Plan, Map<string, Plan>>()

/** The same plan is made into the same one, so that what is remembered of that one holds. */
function once(plan: Plan, how: string, make: () => Plan): Plan {
  const known = made.get(plan) ?? new Map<string, Plan>()
  made.set(plan, known)
  const found = known.get(how) ?? make()
  known.set(how, found)
  return found
}

const ruleBefore = (rule: Indicator['rule']): Indicator['rule'] =>
  rule.kind === 'onTime' && rule.due !== undefined ? { ...rule, due: back(rule.due) } : rule

export interface Compared {
  readonly indicator: string
  readonly title: Text
  readonly now: Head
  /** Absent where the earlier plan has no such row. */
  readonly before?: Head
}

/** Row by row, in the order of today's plan. */
export function compareTallies(now: Tally, before: Tally): readonly Compared[] {
  const earlier = new Map(before.rows.map((row) => [row.indicator, row]))
  return now.rows.flatMap(({ indicator, title, kind, figures }) => {
    if (kind === 'told') return []
    const old = earlier.get(indicator)
    const found = old === undefined || old.kind !== kind ? {} : { before: headOf(old.figures) }
    return [{ indicator, title, now: headOf(figures), ...found }]
  })
}

export const back = (day: LocalDate): LocalDate => addMonths(day, -12)

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
