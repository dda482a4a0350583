import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Indicator, Plan } from '../plan/plan.ts'
import type { UnitTree } from '../unit/unit.ts'
import { type Block, blocksOf, keepSame } from './blocks.ts'
import { type LevelsOf, levelsIn } from './gather.ts'
import type { BundlesBy } from './judge.ts'
import { append, type Bundle } from './bundles.ts'
import type { Frame } from './rule.ts'
import { type Scope, scopesOf } from './scope.ts'

/** All that the figures of a row are made from. */
export interface Desk {
  readonly plan: Plan
  readonly unit: UnitId
  readonly frame: Frame
  readonly scope: Scope
  readonly bundlesBy: BundlesBy
  readonly blocks: readonly Block[]
  readonly levelsOf: LevelsOf
  /** Has the unit ended by the day that was asked for? Then nothing of it is open any more. */
  hasEnded(unit: UnitId): boolean
}

export interface DeskQuestion {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly unit: UnitId
  /** The day that was asked for, and the one that is shown. */
  readonly asOf: LocalDate
  readonly shown: LocalDate
  /** The last day that is over. */
  readonly over: LocalDate
}

export type DeskFor = (indicator: Indicator) => Desk

/** For any bundles, one desk for each row; what several rows, or the same rows later, have in common is made once. */
export function makeDesks({
  plan,
  tree,
  unit,
  asOf,
  shown,
  over,
}: DeskQuestion): (bundles: readonly Bundle[]) => DeskFor {
  const scopeFor = scopesOf(tree, unit)
  const levels = new Map<string, LevelsOf>()
  const last = new Map<Scope, readonly Block[]>()

  return (bundles) => {
    const bundlesBy = new Map<UnitId, Bundle[]>()
    for (const bundle of bundles) for (const one of bundle.crew) append(bundlesBy, one, bundle)
    const made = new Map<Scope, readonly Block[]>()
    const blocksIn = (scope: Scope): readonly Block[] => {
      const blocks = made.get(scope) ?? keepSame(last.get(scope) ?? [], blocksOf(scope, bundles, bundlesBy))
      made.set(scope, blocks)
      last.set(scope, blocks)
      return blocks
    }
    return (indicator) => {
      const { window, carry, affiliatedByFlag } = indicator
      const day = shown < window.to ? shown : window.to
      const scope = scopeFor(day, carry === 'reset')
      const address = `${day} ${carry === 'reset'} ${affiliatedByFlag} ${indicator.levels.join()}`
      const levelsOf = levels.get(address) ?? levelsIn(indicator, scope)
      levels.set(address, levelsOf)
      return {
        plan,
        unit,
        scope,
        frame: { window, asOf: shown, over, day },
        hasEnded: (one) => (tree.latest(one)?.to ?? asOf) < asOf,
        bundlesBy,
        blocks: blocksIn(scope),
        levelsOf,
      }
    }
  }
}
