import type { UnitId } from '../ids.ts'
import type { Indicator, Source } from '../plan/plan.ts'
import type { Report } from '../report/report.ts'
import type { Level, UnitVersion } from '../unit/unit.ts'
import { matcherOf } from './filter.ts'
import type { Frame, RuleWork } from './rule.ts'
import type { Scope } from './scope.ts'
import { append, creditedUnits, type Shelf } from './shelves.ts'

/** The reports of a row, sorted out once. */
export interface Gathered {
  /** Sent, dated rightly, matching, of the subtree: each once. */
  readonly counting: readonly Report[]
  /** The same by level of those who are credited; a joint deed of two levels stands in both. */
  readonly countingOf: ReadonlyMap<Level, readonly Report[]>
  /** The same by unit that is credited, joint units too. */
  readonly countingBy: ReadonlyMap<UnitId, readonly Report[]>
  /** Everything that was sent on the row's forms by a unit, "kỳ này không có" too; a map per form. */
  readonly sentBy: readonly ReadonlyMap<UnitId, readonly Report[]>[]
}

export interface Gathering {
  readonly shelves: readonly Shelf[]
  /** Each list is one source; all filters of a source must hold. */
  readonly sources: readonly (readonly Source[])[]
  readonly indicator: Indicator
  readonly work: RuleWork
  readonly frame: Frame
  readonly scope: Scope
  /** Sort what counts by unit too; a plain total does without. */
  readonly byUnit: boolean
}

export function gather({ shelves, sources, indicator, work, frame, scope, byUnit }: Gathering): Gathered {
  const counting: Report[] = []
  const countingOf = new Map<Level, Report[]>()
  const countingBy = new Map<UnitId, Report[]>()
  const matches = matcherOf(sources, frame.asOf)
  const places = new Map<UnitId, Level | undefined>()
  const levelOf = (unit: UnitId): Level | undefined => {
    if (!places.has(unit)) places.set(unit, addressedLevel(unit, indicator, scope))
    return places.get(unit)
  }
  for (const report of shelves.flatMap((shelf) => shelf.reports)) {
    if (!matches(report) || work.counts?.(report) === false) continue
    for (const unit of creditedUnits(report)) {
      if (byUnit) append(countingBy, unit, report)
      const level = levelOf(unit)
      if (level === undefined) continue
      // A second credited unit of the subtree or of the level finds the report on top.
      if (counting.at(-1) !== report) counting.push(report)
      if (countingOf.get(level)?.at(-1) !== report) append(countingOf, level, report)
    }
  }
  return { counting, countingOf, countingBy, sentBy: shelves.map((shelf) => shelf.byUnit) }
}

/** The level of a unit of the subtree that the row is addressed to. */
const addressedLevel = (unit: UnitId, indicator: Indicator, scope: Scope): Level | undefined => {
  const version = scope.lastVersion(unit)
  return version && isAddressed(indicator, version) && scope.belongs(unit) ? version.level : undefined
}

/** Does the row ask anything of the unit? Affiliated units only by their flag, where the row says so. */
export function isAddressed(indicator: Indicator, { level, grassroots }: UnitVersion): boolean {
  if (level === 'affiliated' && indicator.affiliatedByFlag) return grassroots === true
  return indicator.levels.includes(level)
}
