import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Row, Tally, UnitStanding } from '../tally/figures.ts'
import type { Standing } from '../tally/standing.ts'
import { compare } from '../unit/tree.ts'

export interface Owed {
  readonly row: string
  readonly standing: Standing
  readonly value: number
  /** What of it is approved. */
  readonly approved: number
  /** The plan expects it of every unit; of the others there is only a figure. */
  readonly asked: boolean
  /** Nothing more of it is due. */
  readonly settled: boolean
  readonly due?: LocalDate
}

/** What a unit has done and owes, row by row: what is asked first, the nearest due first. Plain figures owe nothing. */
export function owed(tally: Tally, unit: UnitId): readonly Owed[] {
  return tally.rows
    .flatMap((row) => {
      const found = standingsOf(row).find((one) => one.unit === unit)
      if (!found || found.standing === 'notApplicable') return []
      return isAsked(row) || found.standing === 'met' ? [{ row, owed: owedOf(row, found) }] : []
    })
    .sort(
      (a, b) =>
        Number(b.row.target !== undefined) - Number(a.row.target !== undefined) ||
        compare(a.owed.due ?? '9999', b.owed.due ?? '9999'),
    )
    .map((one) => one.owed)
}

export interface Effect {
  readonly indicator: string
  readonly from: number
  readonly to: number
  readonly was: Standing
  readonly is: Standing
  readonly settled: boolean
  /** What of it is approved. */
  readonly approved: number
}

/** What a report did to its unit's indicators: the rows whose value or standing is another now. */
export function effect(before: Tally, after: Tally, unit: UnitId): readonly Effect[] {
  const earlier = new Map(before.rows.map((row) => [row.indicator, standingsOf(row).find((one) => one.unit === unit)]))
  return after.rows.flatMap((row) => {
    const was = earlier.get(row.indicator)
    const is = standingsOf(row).find((one) => one.unit === unit)
    if (!was || !is || (was.value === is.value && was.standing === is.standing)) return []
    return {
      indicator: row.indicator,
      from: was.value,
      to: is.value,
      was: was.standing,
      is: is.standing,
      settled: isSettled(row, is.standing),
      approved: is.approvedValue,
    }
  })
}

/** Rows that expect something of every unit: by a target, or because the rule counts units. */
export const isAsked = ({ target, figures }: Row): boolean => {
  if (target !== undefined) return true
  if (figures.kind === 'inForce') return figures.per === 'unit'
  return figures.kind === 'coverage' || figures.kind === 'cadence' || figures.kind === 'onTime'
}

/** "Kỳ này không có" tells of one month: it settles what is asked of each month, and nothing that has a longer time. */
const isSettled = ({ figures }: Row, standing: Standing): boolean =>
  standing === 'met' || (standing === 'reportedZero' && figures.kind === 'cadence' && figures.every === 'month')

export const standingsOf = (row: Row): readonly UnitStanding[] => row.levels.flatMap(({ units }) => units)

export const owedOf = (row: Row, { standing, value, approvedValue, due }: UnitStanding): Owed => ({
  row: row.indicator,
  standing,
  value,
  approved: approvedValue,
  asked: isAsked(row),
  settled: isSettled(row, standing),
  ...(due === undefined ? {} : { due }),
})
