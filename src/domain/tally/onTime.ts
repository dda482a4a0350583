import { daysBetween, type LocalDate } from '../calendar.ts'
import type { Rule } from '../plan/plan.ts'
import { isApproved, type Report } from '../report/report.ts'
import { compare } from '../unit/tree.ts'
import type { Frame, JudgedUnit, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn } from './values.ts'

type OnTime = Extract<Rule, { readonly kind: 'onTime' }>

/** Sent by the due date ÷ expected. A plan that gives no due date makes nobody late: then what was received is counted. */
export function onTime({ sentOn, due }: OnTime, { window, asOf }: Frame): RuleWork {
  const sentDays = (reports: readonly Report[]): readonly LocalDate[] =>
    reports.flatMap((report) => dayIn(report.answers[sentOn]) ?? []).sort(compare)
  const isOnTime = (day: LocalDate): boolean => due === undefined || day <= due
  const isLate = (reports: readonly Report[]): boolean => {
    const first = sentDays(reports)[0]
    return first !== undefined && !isOnTime(first)
  }
  const both = (units: readonly JudgedUnit[], test: (reports: readonly Report[]) => boolean) => ({
    sent: units.filter(({ reports }) => test(reports)).length,
    approved: units.filter(({ reports }) => test(reports.filter(isApproved))).length,
  })

  return {
    weigh: one,
    counts: (report) => {
      const day = dayIn(report.answers[sentOn])
      return day !== undefined && day <= asOf
    },
    judge: (reports) => {
      const days = sentDays(reports)
      const value = days.filter(isOnTime).length
      const first = days[0]
      const isTooLate = due !== undefined && first !== undefined && value === 0
      return {
        value,
        met: value > 0,
        closes: due ?? window.to,
        ...(isTooLate ? { missing: { kind: 'late', sentOn: first, days: daysBetween(due, first) } } : {}),
      }
    },
    figures: ({ units, levels }) => ({
      kind: 'onTime',
      ...(due === undefined ? {} : { due }),
      ...shareOf(levels),
      received: both(units, (reports) => reports.length > 0),
      late: both(units, isLate),
    }),
  }
}
