import { at, dateOf, instant } from '../../domain/calendar.ts'
import { reportId, type UnitId } from '../../domain/ids.ts'
import { workingDaysBefore } from '../../domain/case/promise.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import type { App } from '../app.ts'
import { acceptAfterDays } from '../store/settings.ts'
import type { Tx } from '../store/tx.ts'
import { recordEvent } from '../store/union/reportEvents.ts'
import { treeNow } from './treeNow.ts'

/** Reports of one transaction: however many wait, none of them is held for long, and a kill loses the rest of one batch. */
const BATCH = 200

/**
 * After so many working days without a word from above a report is accepted, with a mark; how many is each province's own. Run
 * again it goes on where it stopped.
 */
export async function acceptSilently(app: App, now: Date, batch = BATCH): Promise<void> {
  const { union } = app.store
  const today = dateOf(instant(now.getTime()))
  const tree = await treeNow(app, union)
  for (const root of rootsOf(tree)) {
    const days = await acceptAfterDays(union, root)
    if (days === 0) continue
    const before = new Date(at(workingDaysBefore(today, days, app.calendar), 0))
    const where = { state: 'submitted', changedAt: { lt: before }, unit: { in: [...unitsUnder(tree, root)] } }
    const accept = async (tx: Tx): Promise<number> => {
      const waiting = await tx.report.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: batch })
      for (const one of waiting) await recordEvent(tx, { id: reportId(one.id), kind: 'approved', now, automatic: true })
      return waiting.length
    }
    while ((await union.$transaction(accept)) === batch);
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
