import { hasValue } from '../plan/conditions.ts'
import type { Rule } from '../plan/plan.ts'
import type { Deed } from '../report/report.ts'
import type { Bag, Deeds } from './bag.ts'
import type { Frame, RuleWork } from './rule.ts'
import { one, shareOf } from './totals.ts'
import { dayIn } from './values.ts'

type Steps = Extract<Rule, { readonly kind: 'stages' }>['steps']

/** How many units have taken each step. A unit is met when one dossier holds all of them; two halves do not make one. */
export function stages(steps: Steps, { window, asOf }: Frame): RuleWork {
  // A step dated after the as-of day has not been taken yet.
  const isTaken = (report: Deed, field: string): boolean => {
    const day = dayIn(report.answers[field])
    return hasValue(report.answers[field]) && (day === undefined || day <= asOf)
  }
  /** A dossier is kept as the steps it has taken, in the order of the plan: '110'. */
  const keptOf = (report: Deed): string => steps.map(({ field }) => (isTaken(report, field) ? '1' : '0')).join('')
  const stepsIn = (kept: string): readonly string[] => steps.filter((_, at) => kept[at] === '1').map(({ id }) => id)
  /** Most steps; among equals the one whose steps come first in the plan, so that arrival does not matter. */
  const best = ({ marks }: Bag): readonly string[] =>
    [...marks.keys()].map((kept) => ({ kept, taken: stepsIn(kept) })).reduce((a, b) => (isAhead(b, a) ? b : a), NONE)
      .taken
  const toldOf = (state: keyof Deeds, { marks }: Bag): readonly string[] => {
    const dossiers = [...marks.keys()]
    const reached = steps.filter((_, at) => dossiers.some((kept) => kept[at] === '1')).map(({ id }) => id)
    const furthest = reached.slice(-1)
    return [...reached.map((id) => `${state} reached ${id}`), ...furthest.map((id) => `${state} furthest ${id}`)]
  }

  return {
    weigh: one,
    marks: (report) => [keptOf(report)],
    judge: (bag) => {
      const taken = best(bag)
      const left = steps.map(({ id }) => id).filter((id) => !taken.includes(id))
      return {
        value: taken.length,
        met: left.length === 0,
        closes: window.to,
        ...(left.length > 0 ? { missing: { kind: 'steps', steps: left } } : {}),
      }
    },
    tells: ({ deeds }) => [...toldOf('sent', deeds.sent), ...toldOf('approved', deeds.approved)],
    figures: ({ told, levels }) => {
      const both = (what: string) => ({ sent: told(`sent ${what}`), approved: told(`approved ${what}`) })
      return {
        kind: 'stages',
        ...shareOf(levels),
        steps: steps.map(({ id, label }) => ({
          id,
          label,
          reached: both(`reached ${id}`),
          furthest: both(`furthest ${id}`),
        })),
      }
    },
  }
}

interface Dossier {
  readonly kept: string
  readonly taken: readonly string[]
}

const NONE: Dossier = { kept: '', taken: [] }

const isAhead = (b: Dossier, a: Dossier): boolean =>
  b.taken.length > a.taken.length || (b.taken.length === a.taken.length && b.kept > a.kept)
