import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type History, makeLineage } from '../unit/lineage.ts'
import type { Level, UnitTree, UnitVersion } from '../unit/unit.ts'
import { isInForce, versionsByUnit } from '../unit/tree.ts'

/** Who is below a unit on a day, and whose deeds belong there. */
export interface Scope {
  readonly day: LocalDate
  /** In force below the unit (itself included), in the order of the tree. */
  readonly units: readonly UnitVersion[]
  unitsOf(level: Level): readonly UnitVersion[]
  /** Ended before the day, by their last version, in the order of their ids. */
  readonly former: readonly UnitVersion[]
  /** The version of the day, or the last before it. */
  lastVersion(unit: UnitId): UnitVersion | undefined
  /**
   * Do the unit's deeds count in this subtree? Those of a unit in force where it stands; those of an ended one where its
   * successors stand, or, without successors, where its last parent does. So a total loses nothing and counts nothing twice.
   */
  belongs(unit: UnitId): boolean
  historiesOf(unit: UnitId): readonly History[]
  /** The first day of the unit at all. */
  firstDay(unit: UnitId): LocalDate | undefined
}

export type MakeScope = (day: LocalDate, reset: boolean) => Scope

/** Scopes of one unit; one per day and way of carrying, made when first asked for. */
export function scopesOf(tree: UnitTree, root: UnitId): MakeScope {
  const versions = versionsByUnit(tree.register)
  const lineage = makeLineage(tree.register.lineage)
  const made = new Map<string, Scope>()

  const lastUpTo = (unit: UnitId, day: LocalDate): UnitVersion | undefined =>
    tree.versionOn(unit, day) ?? versions.get(unit)?.findLast(({ from }) => from <= day)

  const make = (day: LocalDate, reset: boolean): Scope => {
    const units = tree.subtreeOn(root, day)
    const byLevel = Map.groupBy(units, ({ level }) => level)
    const inside = new Map<UnitId, boolean>(units.map(({ unit }) => [unit, true]))

    const belongs = (unit: UnitId): boolean => {
      const known = inside.get(unit)
      if (known !== undefined) return known
      inside.set(unit, false) // also stops a circle
      const found = isPlaced(unit)
      inside.set(unit, found)
      return found
    }
    const isPlaced = (unit: UnitId): boolean => {
      const last = lastUpTo(unit, day)
      // In force elsewhere, or not yet at all.
      if (!last || isInForce(last, day)) return false
      const heirs = reset ? [] : living(unit, new Set([unit]))
      if (heirs.length > 0) return heirs.some(belongs)
      return last.parent !== undefined && belongs(last.parent)
    }
    const living = (unit: UnitId, seen: Set<UnitId>): readonly UnitId[] =>
      lineage.successorsOf(unit, day).flatMap((heir) => {
        if (seen.has(heir)) return []
        seen.add(heir)
        return tree.versionOn(heir, day) ? [heir] : living(heir, seen)
      })

    const histories = new Map<UnitId, readonly History[]>()
    const historiesOf = (unit: UnitId): readonly History[] => {
      const found = histories.get(unit) ?? (reset ? [[{ unit }]] : lineage.historiesOf(unit, day))
      histories.set(unit, found)
      return found
    }

    return {
      day,
      units,
      unitsOf: (level) => byLevel.get(level) ?? [],
      former: [...versions.keys()].flatMap((unit) => {
        const last = lastUpTo(unit, day)
        return last && !isInForce(last, day) && belongs(unit) ? [last] : []
      }),
      lastVersion: (unit) => lastUpTo(unit, day),
      belongs,
      historiesOf,
      firstDay: (unit) => versions.get(unit)?.[0]?.from,
    }
  }

  return (day, reset) => {
    const key = `${day} ${reset}`
    const scope = made.get(key) ?? make(day, reset)
    made.set(key, scope)
    return scope
  }
}
