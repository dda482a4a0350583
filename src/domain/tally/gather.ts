import type { UnitId } from '../ids.ts'
import type { Indicator } from '../plan/plan.ts'
import type { Level, UnitVersion } from '../unit/unit.ts'
import { addDeeds, type Deeds, withoutMarks } from './bag.ts'
import { append, type Bundle } from './bundles.ts'
import type { Scope } from './scope.ts'

/** What counts for a figure. */
export interface Gathered {
  /** Each deed once. */
  readonly counting: Deeds
  /** The same by level of those who are credited; a joint deed of two levels stands in both. */
  readonly countingOf: ReadonlyMap<Level, Deeds>
  /** The same by the values that split the row. */
  readonly by: ReadonlyMap<string, Deeds>
}

/** The levels on which a bundle counts here. */
export type LevelsOf = (bundle: Bundle) => readonly Level[]

/** `at`: which figure of the plan it is. `tells`: its rule reads marks unit by unit, and none of the whole. */
export function gather(
  bundles: readonly Bundle[],
  { at, tells, levelsOf }: { readonly at: number; readonly tells: boolean; readonly levelsOf: LevelsOf },
): Gathered {
  return addGathered(
    bundles.flatMap((bundle) => {
      const slot = bundle.sheet.slots[at]
      if (slot?.deeds === undefined) return []
      const { by = NOTHING } = slot
      const deeds = tells ? withoutMarks(slot.deeds) : slot.deeds
      const levels = levelsOf(bundle)
      if (levels.length === 0) return []
      return [{ counting: deeds, countingOf: new Map(levels.map((level) => [level, deeds])), by }]
    }),
  )
}

export const addGathered = (all: readonly Gathered[]): Gathered => ({
  counting: addDeeds(all.map(({ counting }) => counting)),
  countingOf: addByKey(all.map(({ countingOf }) => countingOf)),
  by: addByKey(all.map(({ by }) => by)),
})

const NOTHING: ReadonlyMap<string, Deeds> = new Map()

const addByKey = <K>(maps: readonly ReadonlyMap<K, Deeds>[]): ReadonlyMap<K, Deeds> => {
  const lists = new Map<K, Deeds[]>()
  for (const map of maps) for (const [key, deeds] of map) append(lists, key, deeds)
  return new Map([...lists].map(([key, list]) => [key, addDeeds(list)]))
}

/** The levels of the units that did it together, of those in the subtree that the row is addressed to. */
export function levelsIn(indicator: Indicator, scope: Scope): LevelsOf {
  const places = new Map<UnitId, Level | undefined>()
  const levelOf = (unit: UnitId): Level | undefined => {
    if (!places.has(unit)) places.set(unit, addressedLevel(unit, indicator, scope))
    return places.get(unit)
  }
  return ({ crew }) => [...new Set(crew.flatMap((unit) => levelOf(unit) ?? []))]
}

const addressedLevel = (unit: UnitId, indicator: Indicator, scope: Scope): Level | undefined => {
  const version = scope.lastVersion(unit)
  return version && isAddressed(indicator, version) && scope.belongs(unit) ? version.level : undefined
}

/** Does the row ask anything of the unit? Affiliated units only by their flag, where the row says so. */
export function isAddressed(indicator: Indicator, { level, grassroots }: UnitVersion): boolean {
  if (level === 'affiliated' && indicator.affiliatedByFlag) return grassroots === true
  return indicator.levels.includes(level)
}
