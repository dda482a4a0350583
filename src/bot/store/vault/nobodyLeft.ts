import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { tellMembers } from './tellMembers.ts'

/** Every member has declined it or is refused by her: no notice offers it any more, so the club's head decides. */
export async function tellIfNobodyLeft(store: Store, tx: Tx, id: string, now: Date): Promise<void> {
  const row = await tx.case.findUnique({ where: { id }, select: { state: true, declinedBy: true, refusedBy: true } })
  if (row?.state !== 'waiting') return
  const not = [...row.declinedBy, ...row.refusedBy]
  if (await isAnyoneElse(tx, not)) return
  const event = { kind: 'nobodyLeft', data: { case: id } }
  const key = `nobodyLeft:${id}:${not.length}`
  await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key, now })
}

/** Has the club a member who is not one of these? */
export const isAnyoneElse = async (tx: Tx, not: readonly string[]): Promise<boolean> =>
  (await tx.member.count({ where: { id: { notIn: [...not] }, role: { not: 'provinceDuty' }, revokedAt: null } })) > 0
