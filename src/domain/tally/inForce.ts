import type { Rule } from '../plan/plan.ts'
import { isApproved, type Report } from '../report/report.ts'
import { reached } from './coverage.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn, symbolIn } from './values.ts'

type InForce = Extract<Rule, { readonly kind: 'inForce' }>

/** What is in force on the day, whenever it was signed: programmes, regulations. */
export function inForce(rule: InForce, { window, day }: Frame): RuleWork {
  const isInForce = ({ answers }: Report): boolean => {
    const from = dayIn(answers[rule.from])
    const to = rule.to === undefined ? undefined : dayIn(answers[rule.to])
    return from !== undefined && from <= day && (to === undefined || day <= to)
  }
  /** Minutes of ten meetings cite one regulation of the unit: the symbol is what is in force, else the report is. */
  const keyOf = (report: Report): string => {
    const symbol = symbolIn(report.answers[rule.from])
    return symbol === undefined ? report.id : `${report.unit} ${symbol}`
  }
  const number = (reports: readonly Report[]): number => new Set(reports.map(keyOf)).size

  return {
    weigh: one,
    anyDate: true,
    counts: isInForce,
    judge: (reports) => reached(number(reports), 1, window.to),
    figures: ({ counting, levels }) => ({
      kind: 'inForce',
      on: day,
      ...(rule.per === undefined ? {} : { per: rule.per }),
      ...shareOf(levels),
      sent: number(counting),
      approved: number(counting.filter(isApproved)),
    }),
  }
}
