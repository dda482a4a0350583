import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { pagedBy } from './alarms.ts'
import { tellMembers } from './tellMembers.ts'

interface Erasing {
  /** The alarms that she erases. */
  readonly alarms: readonly string[]
  readonly now: Date
}

/**
 * Erasing is no word that she is safe, and whoever holds her phone can do it too: those who were called, who has the case and the
 * head of the club hear that danger was open then. No word of hers goes along. Told before the rows lose whose they are.
 */
export async function tellErasedInDanger(store: Store, tx: Tx, { alarms, now }: Erasing): Promise<void> {
  const open = await tx.alarm.findMany({ where: { id: { in: [...alarms] }, stoodDownAt: null, joins: null } })
  for (const alarm of open) {
    const found = alarm.caseId === null ? null : await tx.case.findUnique({ where: { id: alarm.caseId } })
    // Of one that was taken, whoever has the case has said meanwhile whether it is still danger.
    if (alarm.takenAt !== null && (found?.state !== 'taken' || found.severity !== 'immediate')) continue
    const data = found === null ? { alarm: alarm.id } : { case: found.id }
    const telling = {
      event: { kind: 'erasedInDanger', data: { ...data, at: String(alarm.raisedAt.getTime()) } },
      key: `erasedInDanger:${alarm.id}`,
      now,
    }
    if (alarm.takenAt === null) await tellMembers(store, tx, { ...telling, ...(await pagedBy(tx, alarm, now)) })
    if (found?.takenBy != null) await tellMembers(store, tx, { ...telling, where: { id: found.takenBy } })
    await tellMembers(store, tx, { ...telling, where: { role: 'clubHead' } })
  }
}
