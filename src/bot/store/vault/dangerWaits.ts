import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'

interface Waiting {
  readonly id: string
  readonly child: boolean
  readonly lane: Uint8Array<ArrayBuffer> | null
  readonly channel: string | null
}

/**
 * A case in danger that waits has an alarm that pages, however it came to wait: opened by words that were danger only together,
 * given back, or taken from a counsellor whom she refused. Where she said that she is safe, the clock of the promise goes on.
 * Returns how many alarms were opened.
 */
export async function callForWaiting(store: Store, tx: Tx, now: Date): Promise<number> {
  const waiting = await tx.$queryRaw<Waiting[]>`
    SELECT c.id, c.child, w.lane, w.channel FROM vault."case" c LEFT JOIN vault.conversation w ON w.id = c."conversationId"
    WHERE c.state = 'waiting' AND c.severity = 'immediate'
      AND NOT EXISTS (SELECT 1 FROM vault.alarm a WHERE a."caseId" = c.id AND a."takenAt" IS NULL AND a."stoodDownAt" IS NULL)
    ORDER BY c."openedAt" LIMIT 100 FOR UPDATE OF c SKIP LOCKED`
  let opened = 0
  for (const one of waiting) opened += await callAgain(store, tx, one, now)
  return opened
}

/** The newest alarm of the case goes on where its pages stopped; a case that never had one gets its first. */
async function callAgain(store: Store, tx: Tx, one: Waiting, now: Date): Promise<number> {
  const last = await tx.alarm.findFirst({
    where: { caseId: one.id },
    orderBy: [{ stoodDownAt: { sort: 'desc', nulls: 'first' } }, { raisedAt: 'desc' }],
    select: { id: true },
  })
  if (last !== null) {
    const again = await tx.alarm.updateMany({
      where: { id: last.id, takenAt: { not: null }, stoodDownAt: null },
      data: { takenAt: null, takenBy: null, dueAt: now },
    })
    return again.count
  }
  const id = `waits:${one.id}`
  const first = await tx.alarm.createMany({
    data: {
      id,
      severity: 'immediate',
      raisedAt: now,
      dueAt: now,
      lane: one.lane,
      channel: one.channel ?? '',
      address: new Uint8Array(0),
      body: store.seals.vault.seal(vaultPlace('alarm', 'body', id), ''),
      child: one.child,
      caseId: one.id,
    },
    skipDuplicates: true,
  })
  return first.count
}
