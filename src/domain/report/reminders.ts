import { addDays, isLocalDate, type LocalDate, localDate, yearOf } from '../calendar.ts'
import { type Owed, owed } from './owed.ts'
import { namedDays } from '../digest/due.ts'
import type { UnitId } from '../ids.ts'
import type { Plan } from '../plan/plan.ts'
import { intervalsIn } from '../tally/cadence.ts'
import type { Tally } from '../tally/figures.ts'

/** Where a plan does not say otherwise. */
const USUAL: readonly number[] = [-7, -1, 3]
/** A reminder that could not be given on its day, because the bot was off, may still be given so many days later. */
const LATE = 3

export interface ReminderDay {
  readonly due: LocalDate
  readonly step: number
}

/** For which due dates of a plan reminders fall on this day, or fell on the last ones. */
export function remindersOn(plan: Plan, today: LocalDate): readonly ReminderDay[] {
  const days = dueDays(plan)
  return (plan.reminders ?? USUAL).flatMap((step) =>
    days.flatMap((due) => {
      const on = addDays(due, step)
      const isIn = on <= today && today < addDays(on, LATE)
      // One that was to come before the due date never comes after it.
      return isIn && (step > 0 || today <= due) ? [{ due, step }] : []
    }),
  )
}

/** Every day on which something of a plan falls due: ends of intervals and windows, due reports, days that forms name. */
function dueDays(plan: Plan): readonly LocalDate[] {
  const days = plan.indicators.flatMap((row) => {
    if (row.told) return []
    const { rule } = row
    const named = namedDays(row.id, plan, localDate(`${yearOf(plan.from)}-01-01`))
    if (rule.kind === 'cadence') return [...intervalsIn(row.window, rule).map((one) => one.due), ...named]
    const reported = rule.kind === 'onTime' && rule.due !== undefined ? [rule.due] : []
    return [row.window.to, ...reported, ...named]
  })
  return [...new Set(days)].filter(isLocalDate).toSorted()
}

/** What a unit owes by a day: rows whose time ends there, and rows that are to be done about that day. */
export function owedBy(tally: Tally, plan: Plan, unit: UnitId, day: LocalDate): readonly Owed[] {
  return owed(tally, unit).filter(
    (one) =>
      !one.settled && (one.due === day || namedDays(one.row, plan, localDate(`${yearOf(day)}-01-01`)).includes(day)),
  )
}
