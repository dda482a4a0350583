import type { LocalDate } from '../calendar.ts'
import type { PersonId, UnitId } from '../ids.ts'
import type { Report } from '../report/report.ts'
import type { UnitTree } from './unit.ts'

/** The unit itself, or what it has become. */
export function unitsToday(tree: UnitTree, unit: UnitId, today: LocalDate): readonly UnitId[] {
  if (tree.versionOn(unit, today) !== undefined) return [unit]
  const heirs = tree.register.lineage
    .filter((event) => event.kind !== 'reparent' && event.on <= today && event.from.includes(unit))
    .flatMap((event) => event.to.filter((one) => one !== unit))
  return [...new Set(heirs.flatMap((one) => unitsToday(tree, one, today)))]
}

/** Of the officers of a unit today, who answers for its report: she who sent it while she is one of them, or else all of them. */
export const answerableFor = (report: Pick<Report, 'by'>, officers: readonly PersonId[]): readonly PersonId[] =>
  officers.includes(report.by) ? [report.by] : [...new Set(officers)]
