import type { UnitId } from '../../../domain/ids.ts'
import type { Report } from '../../../domain/report/report.ts'
import { compare } from '../../../domain/unit/tree.ts'
import type { Tx } from '../tx.ts'
import { reportsOf, type Wanted } from './reports.ts'
import { changesOf } from './unitChanges.ts'

/** Reports as `reportsOf` answers them; what a process has read is read again only for units in which something changed. */
export interface ReportCache {
  of(tx: Tx, wanted: Wanted): Promise<readonly Report[]>
}

/** A province of a hundred communes has some 30,000 in a year; what is larger than this is read each time. */
const MOST_REPORTS = 120_000
const MOST_ANSWERS = 32
const UNITS_AT_ONCE = 200
const EVER = { from: '0000-01-01', to: '9999-12-31', older: [] }

interface Known {
  readonly n: bigint
  readonly reports: readonly Report[]
}

export function makeReportCache(most = MOST_REPORTS): ReportCache {
  const byUnit = new Map<UnitId, Known>()
  /** The same list for the same question, so that figures made from it can be remembered too. */
  const answers = new Map<string, { readonly sum: bigint; readonly reports: readonly Report[] }>()
  let kept = 0

  const keep = (unit: UnitId, known: Known): void => {
    kept += known.reports.length - (byUnit.get(unit)?.reports.length ?? 0)
    byUnit.delete(unit)
    byUnit.set(unit, known)
  }
  const forgetOldest = (): void => {
    for (const [unit, { reports }] of byUnit) {
      if (kept <= most) return
      byUnit.delete(unit)
      kept -= reports.length
    }
  }

  return {
    async of(tx, wanted) {
      const { units } = wanted
      // Counted before anything is read: what comes between is read again the next time.
      const changes = await changesOf(tx, units)
      const sum = [...changes.values()].reduce((total, n) => total + n, 0n)
      const question = `${wanted.from} ${wanted.to} ${wanted.older.join()} ${units.join()}`
      const answered = answers.get(question)
      if (answered?.sum === sum) return answered.reports
      const nOf = (unit: UnitId): bigint => changes.get(unit) ?? 0n
      const stale = units.filter((unit) => byUnit.get(unit)?.n !== nOf(unit))
      const lists = new Map<UnitId, readonly Report[]>()
      for (const unit of units) lists.set(unit, byUnit.get(unit)?.reports ?? [])
      for (const [unit, reports] of await readUnits(tx, stale)) {
        lists.set(unit, reports)
        keep(unit, { n: nOf(unit), reports })
      }
      forgetOldest()
      const reports = assemble(lists.values(), wanted)
      answers.delete(question)
      if (reports.length <= most) answers.set(question, { sum, reports })
      const oldest = answers.keys().next()
      if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value)
      return reports
    },
  }
}

/** All reports credited to each of these units, of any year. */
async function readUnits(tx: Tx, units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, readonly Report[]>> {
  const lists = new Map<UnitId, Report[]>(units.map((unit) => [unit, []]))
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const some = units.slice(from, from + UNITS_AT_ONCE)
    const asked = new Set(some)
    for (const report of await reportsOf(tx, { units: some, ...EVER })) {
      for (const unit of new Set([report.unit, ...report.jointUnits])) {
        if (asked.has(unit)) lists.get(unit)?.push(report)
      }
    }
  }
  return lists
}

/** Each report once, in the order of their ids, as the database gives them. */
function assemble(lists: Iterable<readonly Report[]>, { from, to, older }: Wanted): readonly Report[] {
  const found = new Map<string, Report>()
  for (const list of lists) {
    for (const report of list) {
      const { eventDate } = report
      if (eventDate <= to && (from <= eventDate || older.includes(report.form))) found.set(report.id, report)
    }
  }
  return [...found.values()].sort((a, b) => compare(a.id, b.id))
}
