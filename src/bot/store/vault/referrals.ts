import type { CaseId } from '../../../domain/ids.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import type { VaultSeat } from './conversation.ts'
import { tellIfNobodyLeft } from './nobodyLeft.ts'
import { FREE } from './performDesk.ts'
import { once } from './once.ts'
import { promise } from './promises.ts'
import { tellMembers, tellRouted } from './tellMembers.ts'

interface Hers {
  readonly seat: VaultSeat
  readonly case: CaseId
  readonly now: Date
}

/** Her yes or no; nobody is told anything before it. */
export async function answerReferral(
  store: Store,
  tx: Tx,
  { seat, id, case: owner, yes, now }: Hers & { readonly id: string; readonly yes: boolean },
): Promise<void> {
  const row = await tx.case.findFirst({ where: { id: owner, conversationId: seat.id } })
  if (row === null) return
  const { count } = await tx.referral.updateMany({
    where: { id, caseId: owner, state: { in: ['asked', 'seen'] } },
    data: { state: yes ? 'agreed' : 'refused', answeredAt: now },
  })
  if (count === 0) return
  await tx.vaultAudit.create({
    data: { at: now, actor: 'woman', act: yes ? 'referral.agree' : 'referral.refuse', subject: row.alias },
  })
  if (row.takenBy === null) return
  const event = { kind: 'referral', data: { case: owner, referral: id } }
  await tellMembers(store, tx, { where: { id: row.takenBy }, event, key: `referral:${id}`, now })
}

/** Another person answers her; for whoever had the case it is not there any more. */
export async function refuseCounsellor(
  store: Store,
  tx: Tx,
  { seat, case: id, promiseAt, now }: Hers & { readonly promiseAt: number },
): Promise<void> {
  const row = await tx.case.findFirst({ where: { id, conversationId: seat.id, state: 'taken' } })
  if (row?.takenBy == null) return
  await tx.case.update({ where: { id }, data: { ...FREE, refusedBy: { push: row.takenBy } } })
  await promise(tx, id, new Date(promiseAt))
  const key = `refused:${id}:${now.getTime()}`
  await tellMembers(store, tx, { where: { id: row.takenBy }, event: { kind: 'refused', data: { case: id } }, key, now })
  await tellRouted(store, tx, { id, event: { kind: 'newCase', data: { case: id } }, key: `again:${key}`, now })
  await tellIfNobodyLeft(store, tx, id, now)
  await tx.vaultAudit.create({ data: { at: now, actor: 'woman', act: 'counsellor.refuse', subject: row.alias } })
}

const ASK_AFTER_MS = 7 * 24 * 3600_000

/** A week after a hand-over the one who has the case is asked what became of it. */
export async function askOutcomes(store: Store, tx: Tx, now: Date): Promise<number> {
  const due = await tx.referral.findMany({
    where: { state: 'made', madeAt: { lte: new Date(now.getTime() - ASK_AFTER_MS) } },
    select: { id: true, caseId: true, madeAt: true, case: { select: { takenBy: true } } },
    take: 100,
  })
  let asked = 0
  for (const one of due) {
    const slot = `${one.id}:${one.madeAt?.getTime() ?? 0}`
    asked += await once(tx, { job: 'referral.outcome', slot, at: now }, async () => {
      const event = { kind: 'referralOutcome', data: { case: one.caseId, referral: one.id } }
      const where = one.case.takenBy === null ? { role: 'clubHead' } : { id: one.case.takenBy }
      await tellMembers(store, tx, { where, event, key: `outcome:${slot}`, now })
    })
  }
  return asked
}
