import { daysBetween, type LocalDate } from '../calendar.ts'
import type { Rule } from '../plan/plan.ts'
import type { Bag, Deeds } from './bag.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn, daysIn } from './values.ts'

type OnTime = Extract<Rule, { readonly kind: 'onTime' }>

/** Sent by the due date ÷ expected. A plan that gives no due date makes nobody late: then what was received is counted. */
export function onTime({ sentOn, due }: OnTime, { window, asOf }: Frame): RuleWork {
  const isOnTime = (day: LocalDate): boolean => due === undefined || day <= due
  const isLate = (bag: Bag): boolean => {
    const [first] = daysIn(bag.marks)
    return first !== undefined && !isOnTime(first)
  }
  const toldOf = (state: keyof Deeds, bag: Bag): readonly string[] => [
    ...(bag.n > 0 ? [`${state} received`] : []),
    ...(isLate(bag) ? [`${state} late`] : []),
  ]

  return {
    weigh: one,
    marks: (report) => [dayIn(report.answers[sentOn]) ?? ''],
    counts: (report) => {
      const day = dayIn(report.answers[sentOn])
      return day !== undefined && day <= asOf
    },
    judge: (bag) => {
      const days = daysIn(bag.marks)
      const value = days.filter(isOnTime).length
      const [first] = days
      const isTooLate = due !== undefined && first !== undefined && value === 0
      return {
        value,
        met: value > 0,
        closes: due ?? window.to,
        ...(isTooLate ? { missing: { kind: 'late', sentOn: first, days: daysBetween(due, first) } } : {}),
      }
    },
    tells: ({ deeds }) => [...toldOf('sent', deeds.sent), ...toldOf('approved', deeds.approved)],
    figures: ({ told, levels }) => {
      const both = (what: string) => ({ sent: told(`sent ${what}`), approved: told(`approved ${what}`) })
      return {
        kind: 'onTime',
        ...(due === undefined ? {} : { due }),
        ...shareOf(levels),
        received: both('received'),
        late: both('late'),
      }
    },
  }
}
