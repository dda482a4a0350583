import type { Rule } from '../plan/plan.ts'
import type { Deed } from '../report/report.ts'
import type { Bag } from './bag.ts'
import { reached } from './coverage.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn, symbolIn } from './values.ts'

type InForce = Extract<Rule, { readonly kind: 'inForce' }>

/** What is in force on the day, whenever it was signed: programmes, regulations. */
export function inForce(rule: InForce, { window, day }: Frame): RuleWork {
  const isInForce = ({ answers }: Deed): boolean => {
    const from = dayIn(answers[rule.from])
    const to = rule.to === undefined ? undefined : dayIn(answers[rule.to])
    return from !== undefined && from <= day && (to === undefined || day <= to)
  }
  /** Minutes of ten meetings cite one regulation of the unit: the symbol is what is in force. */
  const citedIn = (report: Deed): readonly string[] => {
    const symbol = symbolIn(report.answers[rule.from])
    return symbol === undefined ? [] : [`${report.unit} ${symbol}`]
  }

  return {
    weigh: one,
    marks: citedIn,
    anyDate: true,
    counts: isInForce,
    judge: (bag) => reached(number(bag), 1, window.to),
    figures: ({ counting: { sent, approved }, levels }) => ({
      kind: 'inForce',
      on: day,
      ...(rule.per === undefined ? {} : { per: rule.per }),
      ...shareOf(levels),
      sent: number(sent),
      approved: number(approved),
    }),
  }
}

/** Each symbol once, and every report that cites none. */
const number = ({ n, marks }: Bag): number => [...marks.values()].reduce((left, times) => left - times + 1, n)
