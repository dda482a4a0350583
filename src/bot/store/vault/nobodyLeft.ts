import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { tellMembers } from './tellMembers.ts'

/** Every member has declined it or is refused by her: no notice offers it any more, so the club's head decides. */
export async function tellIfNobodyLeft(store: Store, tx: Tx, id: string, now: Date): Promise<void> {
  const row = await tx.case.findUnique({ where: { id }, select: { state: true, declinedBy: true, refusedBy: true } })
  if (row?.state !== 'waiting') return
  const not = [...row.declinedBy, ...row.refusedBy]
  const left = await tx.member.count({
    where: { id: { notIn: not }, role: { not: 'provinceDuty' }, revokedAt: null },
  })
  if (left > 0) return
  const event = { kind: 'nobodyLeft', data: { case: id } }
  const key = `nobodyLeft:${id}:${not.length}`
  await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key, now })
}
