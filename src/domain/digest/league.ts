import type { UnitId } from '../ids.ts'
import { standingsOf } from '../report/owed.ts'
import type { Tally } from '../tally/figures.ts'
import type { UnitTree } from '../unit/unit.ts'
import { compare, compareNames } from '../unit/tree.ts'

/** One unit right below, with all below it: how many of what is asked of them are met. */
export interface LeagueLine {
  readonly unit: UnitId
  readonly name: string
  /** Units of the same share stand in the same place. */
  readonly rank: number
  readonly met: number
  readonly of: number
  readonly approvedMet: number
  /** What can no longer be met. */
  readonly late: number
}

/** The units right below in the order of their share; of one row, or of all that have a target. Nobody is left out. */
export function league(tally: Tally, tree: UnitTree, row?: string): readonly LeagueLine[] {
  const lines = new Map<UnitId, { name: string; met: number; of: number; approvedMet: number; late: number }>()
  const childOf = new Map<UnitId, UnitId>()
  for (const child of tree.childrenOn(tally.unit, tally.asOf)) {
    if (child.level === 'board') continue
    lines.set(child.unit, { name: child.name, met: 0, of: 0, approvedMet: 0, late: 0 })
    for (const { unit } of tree.subtreeOn(child.unit, tally.asOf)) childOf.set(unit, child.unit)
  }
  const rows = tally.rows.filter((one) => (row === undefined ? one.target !== undefined : one.indicator === row))
  for (const { unit, standing, approvedMet, due } of rows.flatMap(standingsOf)) {
    const child = childOf.get(unit)
    const line = child === undefined ? undefined : lines.get(child)
    if (line === undefined || standing === 'notApplicable') continue
    line.of += 1
    if (approvedMet) line.approvedMet += 1
    if (standing === 'met') line.met += 1
    else if (due === undefined) line.late += 1
  }
  const sorted = [...lines]
    .map(([unit, line]) => ({ unit, ...line }))
    .sort((a, b) => share(b) - share(a) || b.met - a.met || compareNames(a.name, b.name) || compare(a.unit, b.unit))
  return sorted.map((line) => ({ ...line, rank: 1 + sorted.findIndex((one) => share(one) === share(line)) }))
}

/** Of whom nothing is asked stands last. */
const share = ({ met, of }: { readonly met: number; readonly of: number }): number => (of === 0 ? -1 : met / of)
