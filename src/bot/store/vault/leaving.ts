import type { CaseId } from '../../../domain/ids.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import type { VaultSeat } from './conversation.ts'
import { tellErasedInDanger } from './erasedInDanger.ts'
import { endRequests } from './requests.ts'

/**
 * She has left: nothing that was still on its way to her arrives. An answer that was among it counts as not shown, so that it
 * waits for her.
 */
export async function cancelUnsent(tx: Tx, conversation: string): Promise<void> {
  await tx.$executeRaw`
    WITH cancelled AS (
      UPDATE vault.outbox SET state = 'cancelled', body = NULL, "leaseUntil" = NULL
      WHERE "conversationId" = ${conversation} AND state IN ('waiting', 'sending')
      RETURNING "createdAt")
    UPDATE vault.case_message m SET "shownAt" = NULL
    FROM vault."case" c
    WHERE c.id = m."caseId" AND c."conversationId" = ${conversation} AND m."from" = 'counsellor'
      AND m."shownAt" >= (SELECT min("createdAt") FROM cancelled)`
}

export const halfAnHourBefore = (now: Date): Date => new Date(now.getTime() - 30 * 60_000)

/**
 * The channel or the bot was away for too long: what should have been a reply to her would now be a message out of the blue,
 * perhaps to somebody else who holds the phone. It is not sent; an answer waits for her.
 */
export async function cancelLate(client: Pick<Tx, '$executeRaw'>, now: Date): Promise<void> {
  await client.$executeRaw`
    WITH cancelled AS (
      UPDATE vault.outbox o SET state = 'cancelled', body = NULL, "leaseUntil" = NULL
      FROM vault.conversation w
      WHERE w.id = o."conversationId" AND o."toWoman" AND o.state IN ('waiting', 'sending')
        AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())
        AND CASE WHEN o.cause = 'herHours' THEN o."until" <= ${now}
          ELSE w."heardAt" IS NULL OR w."heardAt" < ${halfAnHourBefore(now)} END
      RETURNING o."conversationId", o."createdAt", o.cause),
    again AS (
      UPDATE vault."case" c SET "nudgedAt" = NULL FROM cancelled l
      WHERE l.cause = 'herHours' AND c."conversationId" = l."conversationId")
    UPDATE vault.case_message m SET "shownAt" = NULL
    FROM vault."case" c, (
      SELECT "conversationId", min("createdAt") AS since FROM cancelled WHERE cause <> 'herHours' GROUP BY 1) AS late
    WHERE c.id = m."caseId" AND c."conversationId" = late."conversationId" AND m."from" = 'counsellor'
      AND m."shownAt" >= late.since`
}

interface Erasing {
  readonly seat: VaultSeat
  readonly case: CaseId
  readonly now: Date
}

/**
 * Everything that is kept of her words: each case of this conversation with its key, alarms, events that were set aside, and
 * messages that still wait, hers and the counsellors'. Rows without content stay for the count.
 */
export async function eraseWoman(store: Store, tx: Tx, { seat, case: id, now }: Erasing): Promise<void> {
  // An alarm that is being taken becomes a case: wait for it, so that this case is found.
  await tx.$queryRaw`SELECT 1 FROM vault.alarm WHERE lane = ${seat.lane} FOR UPDATE`
  const own = await tx.case.findMany({ where: { conversationId: seat.id }, select: { id: true } })
  const ids = [...new Set([id, ...own.map((one) => one.id)])]
  const ofCases = { caseId: { in: ids } }
  await tx.caseKey.updateMany({ where: ofCases, data: { wrapped: new Uint8Array(32) } })
  await tx.caseKey.deleteMany({ where: ofCases })
  await tx.caseMessage.deleteMany({ where: ofCases })
  await tx.caseFile.deleteMany({ where: ofCases })
  const hers = await tx.alarm.findMany({ where: { OR: [ofCases, { lane: seat.lane }] }, select: { id: true } })
  const alarmIds = hers.map((one) => one.id)
  await tellErasedInDanger(store, tx, { alarms: alarmIds, now })
  const alarms = { OR: [{ id: { in: alarmIds } }, { joins: { in: alarmIds } }] }
  await tx.alarm.updateMany({ where: { ...alarms, stoodDownAt: null }, data: { stoodDownAt: now } })
  await tx.alarm.updateMany({
    where: alarms,
    data: { body: new Uint8Array(0), address: new Uint8Array(0), lane: null, receipt: null },
  })
  await tx.vaultOutbox.updateMany({
    where: { OR: [ofCases, { conversationId: seat.id }], state: { in: ['waiting', 'sending'] } },
    data: { state: 'cancelled', body: null, leaseUntil: null },
  })
  await tx.inbox.updateMany({
    where: { vaultLane: seat.lane, state: 'dead' },
    data: { body: null, lane: null, vaultLane: null },
  })
  await tx.case.updateMany({
    where: { id: { in: ids } },
    data: {
      state: 'closed',
      closedAt: now,
      outcome: 'withdrawn',
      conversationId: null,
      receipt: null,
      codeWord: null,
      hoursFrom: null,
      hoursTo: null,
    },
  })
  await tx.handover.updateMany({ where: { ...ofCases, handedAt: null, withdrawnAt: null }, data: { withdrawnAt: now } })
  await endRequests(tx, ids, now)
  // Of what was handed over only the record stays: to whom, when, by whom.
  await tx.handover.updateMany({ where: ofCases, data: { body: new Uint8Array(0) } })
  await tx.vaultConversation.update({ where: { id: seat.id }, data: { exitWord: null } })
}
