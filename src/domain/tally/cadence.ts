import { addDays, daysBetween, type LocalDate, periodKey, periodOf, periodRange } from '../calendar.ts'
import type { Rule } from '../plan/plan.ts'
import { type Bag, isAllApproved } from './bag.ts'
import type { IntervalOwed } from './figures.ts'
import type { Frame, Life, RuleWork } from './rule.ts'
import { eventsOf, one, shareOf } from './totals.ts'
import { daysIn } from './values.ts'

type Cadence = Extract<Rule, { readonly kind: 'cadence' }>
type Kept = Omit<IntervalOwed, 'state' | 'daysLeft'>

/**
 * The threshold must be met in every interval of the window. A deed within the days of grace after an interval serves it
 * if it needs it, and then not the next one. Nothing is asked of a unit for intervals over before its birth or due after
 * its end.
 */
export function cadence(rule: Cadence, { window, asOf, over }: Frame): RuleWork {
  const intervals = intervalsIn(window, rule)

  const askedOf = ({ since, until }: Life): readonly Interval[] =>
    intervals.filter(({ to, due }) => since <= to && (until === undefined || due <= until))

  const keptBy = ({ marks }: Bag, life: Life): readonly Kept[] => {
    let left = daysIn(marks)
    return askedOf(life).map((interval) => {
      const inside = left.filter((day) => interval.from <= day && day <= interval.to)
      const late = left.filter((day) => interval.to < day && day <= interval.due)
      const short = rule.atLeast - inside.length
      const borrowed = short > 0 && late.length >= short ? short : 0
      left = [...late.slice(borrowed), ...left.filter((day) => day > interval.due)]
      return { ...interval, have: inside.length + borrowed, need: rule.atLeast }
    })
  }
  const isKept = ({ have, need }: Kept): boolean => have >= need

  const owed = (interval: Kept): IntervalOwed => {
    if (interval.due <= over) return { ...interval, state: 'missed' }
    if (asOf < interval.from) return { ...interval, state: 'ahead' }
    return { ...interval, state: 'open', daysLeft: daysBetween(asOf, interval.due) }
  }

  return {
    weigh: one,
    marks: ({ eventDate }) => [eventDate],
    judge: (bag, life) => {
      const all = keptBy(bag, life)
      const missing = all.filter((interval) => !isKept(interval)).map(owed)
      return {
        value: all.length - missing.length,
        met: missing.length === 0,
        closes: missing[0]?.due ?? window.to,
        ...(missing.length > 0 ? { missing: { kind: 'intervals', intervals: missing } } : {}),
        ...(all.length === 0 ? { asksNothing: true } : {}),
      }
    },
    tells: ({ deeds, life }) => {
      const sent = keptBy(deeds.sent, life)
      const approved = isAllApproved(deeds) ? sent : keptBy(deeds.approved, life)
      const told = (what: string, kept: readonly Kept[]): readonly string[] => kept.map(({ key }) => `${what} ${key}`)
      return [...told('of', sent), ...told('met', sent.filter(isKept)), ...told('approved', approved.filter(isKept))]
    },
    figures: ({ counting, told, levels }) => ({
      kind: 'cadence',
      every: rule.every,
      ...(rule.label ? { label: rule.label } : {}),
      ...shareOf(levels),
      events: eventsOf(counting),
      intervals: intervals.map((interval) => ({
        ...interval,
        met: told(`met ${interval.key}`),
        of: told(`of ${interval.key}`),
        approvedMet: told(`approved ${interval.key}`),
      })),
    }),
  }
}

interface Interval {
  readonly key: string
  readonly from: LocalDate
  readonly to: LocalDate
  readonly due: LocalDate
}

/** Periods of the calendar cut to the window; grace never reaches beyond it, since a later deed is next year's. */
export const intervalsIn = (window: Frame['window'], { every, graceDays }: Cadence): readonly Interval[] => {
  const intervals: Interval[] = []
  let day = window.from
  while (day <= window.to) {
    const period = periodOf(every, day)
    const to = earlier(periodRange(period).to, window.to)
    intervals.push({ key: periodKey(period), from: day, to, due: earlier(addDays(to, graceDays), window.to) })
    day = addDays(to, 1)
  }
  return intervals
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b)
