import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { UnitTree } from './unit.ts'

/**
 * Names of units that are shown together so that one can be chosen: the parent tells units of one name apart; where the parent is
 * the same, as after 01/07/2025, the one before it does; at last the code or the id.
 */
export function unitLabels(tree: UnitTree, units: readonly UnitId[], day: LocalDate): readonly string[] {
  const ways: readonly ((unit: UnitId) => string)[] = [
    (unit) => nameOf(tree, unit),
    (unit) => withNote(tree, unit, parentName(tree, unit, day)),
    (unit) => withNote(tree, unit, formerParentName(tree, unit, day)),
    (unit) => withNote(tree, unit, tree.latest(unit)?.code ?? unit),
  ]
  const found = new Map<UnitId, string>()
  for (const way of ways) {
    if (units.every((unit) => found.has(unit))) break
    for (const [label, bearers] of Map.groupBy(units, way)) {
      const [only, second] = bearers
      if (only !== undefined && second === undefined && !found.has(only)) found.set(only, label)
    }
  }
  return units.map((unit) => found.get(unit) ?? nameOf(tree, unit))
}

/** The same, where others of their names may stand elsewhere below this unit. */
export function labelsBelow(tree: UnitTree, root: UnitId, units: readonly UnitId[], day: LocalDate): readonly string[] {
  const named = new Set(units.map((unit) => nameOf(tree, unit)))
  const others = tree
    .subtreeOn(root, day)
    .filter(({ unit, name }) => named.has(name) && !units.includes(unit))
    .map(({ unit }) => unit)
  return unitLabels(tree, [...units, ...others], day).slice(0, units.length)
}

const nameOf = (tree: UnitTree, unit: UnitId): string => tree.latest(unit)?.name ?? unit

const withNote = (tree: UnitTree, unit: UnitId, note: string | undefined): string =>
  note === undefined ? nameOf(tree, unit) : `${nameOf(tree, unit)} (${note})`

function parentName(tree: UnitTree, unit: UnitId, day: LocalDate): string | undefined {
  const parent = tree.versionOn(unit, day)?.parent
  return parent === undefined ? undefined : nameOf(tree, parent)
}

function formerParentName(tree: UnitTree, unit: UnitId, day: LocalDate): string | undefined {
  const now = tree.versionOn(unit, day)?.parent
  const former = tree.register.versions.findLast(
    (one) => one.unit === unit && one.parent !== undefined && one.parent !== now,
  )
  return former?.parent === undefined ? undefined : nameOf(tree, former.parent)
}
