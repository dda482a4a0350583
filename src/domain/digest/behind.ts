import { addDays, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { type Owed, owedOf, standingsOf } from '../report/owed.ts'
import type { Tally } from '../tally/figures.ts'
import { compare } from '../unit/tree.ts'

export interface Behind {
  readonly unit: UnitId
  readonly name: string
  readonly owed: readonly Owed[]
  /** How many of them it is too late for. */
  readonly late: number
}

/** Eight weeks before the day: until then a unit is "chưa đến hạn", not behind. */
const NEAR_DAYS = 56

/** Units below that have not met a row with a target, the latest first. */
export function unitsThatOwe(tally: Tally): readonly Behind[] {
  const byUnit = new Map<UnitId, { name: string; owed: Owed[]; late: number }>()
  for (const row of tally.rows) {
    if (row.target === undefined) continue
    for (const one of standingsOf(row)) {
      if (one.unit === tally.unit || one.standing === 'met' || one.standing === 'notApplicable') continue
      const entry = byUnit.get(one.unit) ?? { name: one.name, owed: [], late: 0 }
      byUnit.set(one.unit, entry)
      entry.owed.push(owedOf(row, one))
      if (one.due === undefined) entry.late += 1
    }
  }
  return [...byUnit]
    .map(([unit, entry]) => ({ unit, ...entry }))
    .sort((a, b) => b.late - a.late || b.owed.length - a.owed.length || compare(a.unit, b.unit))
}

/** Too late for something, or, with a day drawing near, owing more than the unit that owes least. */
export function lagging(all: readonly Behind[], tally: Tally): readonly Behind[] {
  const asked = new Set(
    tally.rows
      .filter(({ target }) => target !== undefined)
      .flatMap(standingsOf)
      .filter(({ unit, standing }) => unit !== tally.unit && standing !== 'notApplicable')
      .map(({ unit }) => unit),
  )
  const least = all.length < asked.size ? 0 : Math.min(...all.map((one) => one.owed.length))
  const near = addDays(tally.asOf, NEAR_DAYS)
  return all.filter((one) => one.late > 0 || (one.owed.length > least && isNear(one, near)))
}

const isNear = ({ owed }: Behind, near: LocalDate): boolean => owed.some(({ due }) => due !== undefined && due <= near)
