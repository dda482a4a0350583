import type { LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { labelsBelow } from '../../domain/unit/labels.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'

/** 'xã Phú An' for 'Hội LHPN xã Phú An': where every line is a unit of the Union, its name need not say so. */
export const shortName = (name: string): string => name.replace(/(?<=^|\()Hội (?:LHPN|Liên hiệp Phụ nữ) /gu, '')

/** The same for units below one, told apart where several have the name: 'xã Phú An (huyện Nam Khê)'. */
export function shortLabels(
  tree: UnitTree,
  root: UnitId,
  units: readonly UnitId[],
  day: LocalDate,
): (unit: UnitId) => string {
  const asked = [...new Set(units)]
  const labels = labelsBelow(tree, root, asked, day)
  const known = new Map(asked.map((unit, index) => [unit, shortName(labels[index] ?? unit)]))
  return (unit) => known.get(unit) ?? unit
}
