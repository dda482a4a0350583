import type { Instant, LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Indicator, Plan } from '../plan/plan.ts'
import type { Report } from '../report/report.ts'
import type { UnitTree } from '../unit/unit.ts'
import type { Tally } from './figures.ts'
import type { Desk } from './levels.ts'
import { makeRow, toldRow } from './row.ts'
import { scopesOf } from './scope.ts'
import { makeShelves } from './shelves.ts'

export interface TallyInput {
  readonly plan: Plan
  readonly tree: UnitTree
  /** As known at a moment, in any state and any order. */
  readonly reports: readonly Report[]
  readonly unit: UnitId
  readonly asOf: LocalDate
  readonly knownAt?: Instant
}

/**
 * Where the plan stands for a unit and all below it, on a day. A unit that has ended by then is shown as it stood on its
 * last day: that is the statement "theo đơn vị cũ" of a year cut by a reorganisation.
 */
export function tally({ plan, tree, reports, unit, asOf, knownAt }: TallyInput): Tally {
  const deskFor = makeDesks({ plan, tree, unit, asOf }, reports)
  return {
    plan: plan.id,
    planVersion: plan.version,
    ...(plan.mark ? { mark: plan.mark } : {}),
    unit,
    asOf,
    ...(knownAt === undefined ? {} : { knownAt }),
    rows: plan.indicators.map((indicator) => {
      const desk = deskFor(indicator)
      return indicator.told ? toldRow(indicator, desk.frame.day) : makeRow(indicator, desk)
    }),
  }
}

const makeDesks = (
  { plan, tree, unit, asOf }: Pick<TallyInput, 'plan' | 'tree' | 'unit' | 'asOf'>,
  reports: readonly Report[],
): ((indicator: Indicator) => Desk) => {
  const scopeFor = scopesOf(tree, unit)
  const last = tree.latest(unit)?.to
  const shown = last !== undefined && last < asOf ? last : asOf
  const shelves = makeShelves(reports, shown)

  return ({ window, carry }) => {
    const day = shown < window.to ? shown : window.to
    const scope = scopeFor(day, carry === 'reset')
    return {
      plan,
      unit,
      scope,
      frame: { window, asOf: shown, day },
      hasEnded: (one) => (tree.latest(one)?.to ?? asOf) < asOf,
      shelvesOf: (sources, anyDate) => shelves.shelvesOf(sources, scope, anyDate ? undefined : window),
    }
  }
}
