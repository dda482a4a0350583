import type { UnitId } from '../ids.ts'
import type { Source } from '../plan/plan.ts'
import { isSent, type Report } from '../report/report.ts'
import type { LocalDate } from '../calendar.ts'
import type { Frame } from './rule.ts'
import type { Scope } from './scope.ts'

/** Sent reports of one form that concern a scope, of a window or of any day; sorted once for all rows that ask. */
export interface Shelf {
  readonly reports: readonly Report[]
  /** By credited unit, joint units too. */
  readonly byUnit: ReadonlyMap<UnitId, readonly Report[]>
}

export interface Shelves {
  shelvesOf(sources: readonly Source[], scope: Scope, window: Frame['window'] | undefined): readonly Shelf[]
}

/** Returned and withdrawn reports, and those of days to come, are gone from here on. */
export function makeShelves(reports: readonly Report[], asOf: LocalDate): Shelves {
  const byForm = new Map<string, Report[]>()
  for (const report of reports) if (isSent(report) && report.eventDate <= asOf) append(byForm, report.form, report)
  const made = new Map<Scope, Map<string, Shelf>>()

  const shelfOf = (form: string, scope: Scope, window: Frame['window'] | undefined): Shelf => {
    const known = made.get(scope) ?? new Map<string, Shelf>()
    made.set(scope, known)
    const key = `${form} ${window?.from} ${window?.to}`
    const shelf = known.get(key) ?? fill(byForm.get(form) ?? [], scope, window)
    known.set(key, shelf)
    return shelf
  }
  return {
    shelvesOf: (sources, scope, window) =>
      [...new Set(sources.map(({ form }) => form))].map((form) => shelfOf(form, scope, window)),
  }
}

/** Each unit of a joint deed keeps its own credit. */
export const creditedUnits = ({ unit, jointUnits }: Report): Iterable<UnitId> =>
  jointUnits.length === 0 ? [unit] : new Set([unit, ...jointUnits])

export const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const fill = (all: readonly Report[], scope: Scope, window: Frame['window'] | undefined): Shelf => {
  const reports: Report[] = []
  const byUnit = new Map<UnitId, Report[]>()
  for (const report of all) {
    if (window && (report.eventDate < window.from || window.to < report.eventDate)) continue
    for (const unit of creditedUnits(report)) {
      if (!scope.concerns(unit)) continue
      append(byUnit, unit, report)
      if (reports.at(-1) !== report) reports.push(report)
    }
  }
  return { reports, byUnit }
}
