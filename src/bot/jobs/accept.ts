import { at, dateOf, instant } from '../../domain/calendar.ts'
import { reportId, type UnitId } from '../../domain/ids.ts'
import { workingDaysBefore } from '../../domain/case/promise.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import type { App } from '../app.ts'
import { acceptAfterDays } from '../store/settings.ts'
import type { Tx } from '../store/tx.ts'
import { recordEvent } from '../store/union/reportEvents.ts'

/** After so many working days without a word from above a report is accepted, with a mark; how many is each province's own. */
export async function acceptSilently(app: App, tx: Tx, tree: UnitTree, now: Date): Promise<void> {
  const today = dateOf(instant(now.getTime()))
  for (const root of rootsOf(tree)) {
    const days = await acceptAfterDays(tx, root)
    if (days === 0) continue
    const before = new Date(at(workingDaysBefore(today, days, app.calendar), 0))
    const units = unitsUnder(tree, root)
    const waiting = await tx.report.findMany({
      where: { state: 'submitted', changedAt: { lt: before }, unit: { in: [...units] } },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 5000,
    })
    for (const one of waiting) await recordEvent(tx, { id: reportId(one.id), kind: 'approved', now, automatic: true })
  }
}

const rootsOf = ({ register }: UnitTree): readonly UnitId[] => [
  ...new Set(register.versions.flatMap((one) => (one.parent === undefined ? [one.unit] : []))),
]

/** Every unit that ever stood below this one, also those that have ended. */
function unitsUnder({ register }: UnitTree, root: UnitId): ReadonlySet<UnitId> {
  const under = new Set<UnitId>([root])
  for (let size = 0; size !== under.size; ) {
    size = under.size
    for (const { unit, parent } of register.versions) if (parent !== undefined && under.has(parent)) under.add(unit)
  }
  return under
}
