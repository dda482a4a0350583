import type { Rule } from '../plan/plan.ts'
import { isApproved, type Report } from '../report/report.ts'
import { compare } from '../unit/tree.ts'
import type { Amount } from './figures.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one } from './totals.ts'
import { choicesIn } from './values.ts'

type Distinct = Extract<Rule, { readonly kind: 'distinct' }>

/** Different values of a field. Where the plan names them, only those count towards the figure; others are listed apart. */
export function distinct({ field, named }: Distinct, atLeast: number | undefined, { window }: Frame): RuleWork {
  const valuesIn = (reports: readonly Report[]): ReadonlySet<string> =>
    new Set(reports.flatMap((report) => choicesIn(report.answers[field])))
  const isNamed = (id: string): boolean => named?.some((one) => one.id === id) ?? false
  const counted = (reports: readonly Report[]): readonly string[] =>
    [...valuesIn(reports)].filter((id) => !named || isNamed(id))
  const threshold = atLeast ?? named?.length ?? 1

  return {
    weigh: one,
    judge: (reports) => {
      const have = counted(reports)
      const met = have.length >= threshold
      const left = (named ?? []).map(({ id }) => id).filter((id) => !have.includes(id))
      return {
        value: have.length,
        met,
        closes: window.to,
        ...(met ? {} : { missing: left.length > 0 ? { kind: 'named', values: left } : short(threshold, have) }),
      }
    },
    figures: ({ counting }) => {
      const approved = counting.filter(isApproved)
      const others = [...valuesIn(counting)].filter((id) => !isNamed(id)).sort(compare)
      const timesOf = (id: string): Amount => ({ sent: times(counting, id), approved: times(approved, id) })
      const times = (reports: readonly Report[], id: string): number =>
        reports.filter((report) => choicesIn(report.answers[field]).includes(id)).length
      return {
        kind: 'distinct',
        sent: counted(counting).length,
        approved: counted(approved).length,
        values: [
          ...(named ?? []).map(({ id, label }) => ({ id, label, named: true, ...timesOf(id) })),
          ...others.map((id) => ({ id, named: false, ...timesOf(id) })),
        ],
      }
    },
  }
}

const short = (threshold: number, have: readonly string[]) => ({
  kind: 'short' as const,
  need: threshold - have.length,
})
