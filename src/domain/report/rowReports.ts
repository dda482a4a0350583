import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Indicator } from '../plan/plan.ts'
import type { Report } from './report.ts'
import { matcherOf } from '../tally/filter.ts'

/** The reports of a unit that a row is counted from, the newest deed first; also those returned or withdrawn, which do not count. */
export function reportsOfRow(
  row: Indicator,
  reports: readonly Report[],
  { unit, asOf }: { readonly unit: UnitId; readonly asOf: LocalDate },
): readonly Report[] {
  const matches = matcherOf(
    row.sources.map((source) => [source]),
    asOf,
  )
  const isOf = (report: Report): boolean => report.unit === unit || report.jointUnits.includes(unit)
  const isIn = ({ eventDate }: Report): boolean =>
    (row.rule.kind === 'inForce' || row.window.from <= eventDate) && eventDate <= row.window.to && eventDate <= asOf
  return reports
    .filter((report) => isOf(report) && isIn(report) && matches(report))
    .toSorted((a, b) =>
      a.eventDate < b.eventDate ? 1 : a.eventDate > b.eventDate ? -1 : b.submittedAt - a.submittedAt,
    )
}
