import type { Rule } from '../plan/plan.ts'
import { compare } from '../unit/tree.ts'
import type { Bag } from './bag.ts'
import type { Amount } from './figures.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one } from './totals.ts'
import { choicesIn } from './values.ts'

type Distinct = Extract<Rule, { readonly kind: 'distinct' }>

/** Different values of a field. Where the plan names them, only those count towards the figure; others are listed apart. */
export function distinct({ field, named }: Distinct, atLeast: number | undefined, { window }: Frame): RuleWork {
  const isNamed = (id: string): boolean => named?.some((one) => one.id === id) ?? false
  const counted = ({ marks }: Bag): readonly string[] => [...marks.keys()].filter((id) => !named || isNamed(id))
  const threshold = atLeast ?? named?.length ?? 1

  return {
    weigh: one,
    marks: (report) => new Set(choicesIn(report.answers[field])),
    judge: (bag) => {
      const have = counted(bag)
      const met = have.length >= threshold
      const left = (named ?? []).map(({ id }) => id).filter((id) => !have.includes(id))
      return {
        value: have.length,
        met,
        closes: window.to,
        ...(met ? {} : { missing: left.length > 0 ? { kind: 'named', values: left } : short(threshold, have) }),
      }
    },
    figures: ({ counting: { sent, approved } }) => {
      const others = [...sent.marks.keys()].filter((id) => !isNamed(id)).sort(compare)
      const timesOf = (id: string): Amount => ({ sent: sent.marks.get(id) ?? 0, approved: approved.marks.get(id) ?? 0 })
      return {
        kind: 'distinct',
        sent: counted(sent).length,
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
