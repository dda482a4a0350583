import type { Tx } from '../tx.ts'

/**
 * Has somebody taken an alarm of this case that is not over? Whoever came must find her: her phone and her address are plain, until
 * she is safe or the counsellor has lowered the case.
 */
export const isAcknowledged = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.alarm.count({ where: { caseId: id, takenAt: { not: null }, stoodDownAt: null } })) > 0 &&
  (await tx.case.count({ where: { id, severity: 'immediate' } })) > 0

/** What she wrote in the case before: whoever takes its alarm reads that as it is too. */
export async function revealAll(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.caseMessage.updateMany({ where: { caseId: id, from: 'woman', revealedAt: null }, data: { revealedAt: now } })
}
