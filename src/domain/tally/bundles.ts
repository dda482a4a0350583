import { addDays, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import { isSent, type Deed } from '../report/report.ts'
import type { UnitTree } from '../unit/unit.ts'
import { compare } from '../unit/tree.ts'
import { fillSheet, type Sheet } from './sheet.ts'
import type { Slot } from './slots.ts'
import { dayIn } from './values.ts'

/**
 * What the tally keeps of reports that the same units did together, between two reorganisations. Every report is in one bundle,
 * so bundles of different units add up without counting a joint deed twice.
 */
export interface Bundle {
  readonly key: string
  /** Each keeps its own credit. */
  readonly crew: readonly UnitId[]
  /** The last reorganisation before these deeds; '' where none was. */
  readonly since: LocalDate | ''
  readonly sheet: Sheet
}

/** The bundles of these reports on a day. Those that were returned or withdrawn, or are of days to come, count in none. */
export function bundlesOf(
  reports: readonly Deed[],
  {
    slots,
    cuts,
    asOf,
  }: { readonly slots: readonly Slot[]; readonly cuts: readonly LocalDate[]; readonly asOf: LocalDate },
): readonly Bundle[] {
  const found = new Map<string, { crew: readonly UnitId[]; since: LocalDate | ''; reports: Deed[] }>()
  for (const report of reports) {
    if (!isSent(report) || report.eventDate > asOf) continue
    const since = cuts.findLast((cut) => cut <= report.eventDate) ?? ''
    const crew = crewOf(report)
    const key = `${crew.join(' ')} ${since}`
    const bundle = found.get(key) ?? { crew, since, reports: [] }
    found.set(key, bundle)
    bundle.reports.push(report)
  }
  return [...found].map(([key, bundle]) => ({
    key,
    crew: bundle.crew,
    since: bundle.since,
    sheet: fillSheet(bundle.reports, slots),
  }))
}

const crewOf = ({ unit, jointUnits }: Deed): readonly UnitId[] =>
  jointUnits.length === 0 ? [unit] : [...new Set([unit, ...jointUnits])].sort(compare)

/**
 * The first day after `asOf` on which the bundles of these reports may be others, though nothing was sent: a day that some answer
 * names comes, or is past. Undefined: never.
 */
export function nextTurnOf(reports: readonly Deed[], asOf: LocalDate): LocalDate | undefined {
  let next: LocalDate | undefined
  const see = (day: LocalDate | undefined): void => {
    if (day === undefined || day < asOf) return
    const turn = day === asOf ? addDays(day, 1) : day
    if (next === undefined || turn < next) next = turn
  }
  for (const { eventDate, answers } of reports.filter(isSent)) {
    // A deed counts from its own day on; it is only the answers that a day can pass by.
    if (eventDate > asOf) see(eventDate)
    for (const value of Object.values(answers)) see(dayIn(value))
  }
  return next
}

/** The days on which units went into others: a line of descent is cut there. */
export const cutsOf = ({ register }: UnitTree): readonly LocalDate[] =>
  [...new Set(register.lineage.map(({ on }) => on))].sort(compare)

export const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
