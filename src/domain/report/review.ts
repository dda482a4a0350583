import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { UnitTree } from '../unit/unit.ts'

/** The day on which a unit is asked about: today, or its last one where it has ended. */
export function standingDay(tree: UnitTree, unit: UnitId, today: LocalDate): LocalDate {
  return tree.versionOn(unit, today) === undefined ? (tree.latest(unit)?.to ?? today) : today
}

/**
 * The units above that look at what this one sends, the nearest first. Until 30/06/2025 that is the district of a commune, then
 * the province: the register says so by its dates. Of a unit that has ended, those above it that are still there.
 */
export function unitsAbove(tree: UnitTree, unit: UnitId, today: LocalDate): readonly UnitId[] {
  return tree
    .ancestorsOn(unit, standingDay(tree, unit, today))
    .map((one) => one.unit)
    .filter((one) => tree.versionOn(one, today) !== undefined)
}

/**
 * Whose queue a report of this unit waits in: that of the nearest unit above which has a leader. A unit with none above it, the
 * province, is its own.
 */
export function reviewerOf(
  tree: UnitTree,
  unit: UnitId,
  led: ReadonlySet<UnitId>,
  today: LocalDate,
): UnitId | undefined {
  const above = unitsAbove(tree, unit, today)
  return above.length === 0 ? unit : above.find((one) => led.has(one))
}

/** The units whose reports wait in the queue of this one: itself if it is a root, and all below it that no nearer unit leads. */
export function reviewedBy(
  tree: UnitTree,
  reviewer: UnitId,
  led: ReadonlySet<UnitId>,
  today: LocalDate,
): readonly UnitId[] {
  const units = new Set(tree.register.versions.filter((one) => one.from <= today).map((one) => one.unit))
  return [...units].filter((unit) => reviewerOf(tree, unit, led, today) === reviewer)
}
