import { instant, timeOf } from '../../../domain/calendar.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { tellMembers } from './tellMembers.ts'

/** An answer waits, she is away, and this is an hour that she allowed: one neutral line, once until she has been back. */
export async function nudgeWomen(store: Store, tx: Tx, now: Date): Promise<number> {
  const { hour } = timeOf(instant(now.getTime()))
  const due = await tx.$queryRaw<{ id: string; lane: Uint8Array<ArrayBuffer> }[]>`
    SELECT c.id, w.lane FROM vault."case" c JOIN vault.conversation w ON w.id = c."conversationId"
    WHERE c."hoursFrom" <= ${hour} AND c."hoursTo" > ${hour} AND c."nudgedAt" IS NULL AND w."deadSince" IS NULL
      AND EXISTS (
        SELECT 1 FROM vault.case_message m
        WHERE m."caseId" = c.id AND m."from" = 'counsellor' AND m."shownAt" IS NULL)
    ORDER BY c.id LIMIT 100 FOR UPDATE OF c SKIP LOCKED`
  for (const { id, lane } of due) {
    await tx.case.update({ where: { id }, data: { nudgedAt: now } })
    const key = `nudge:${id}:${now.getTime()}`
    await postOwn(store, tx, {
      persona: 'vault',
      key,
      vaultLane: lane,
      event: { kind: 'nudge', data: { case: id } },
      now,
    })
  }
  return due.length
}

const WARN_MS = 24 * 3600_000

/** A day before the law's time to answer her ends, the head of the club hears of it once. */
export async function watchRequests(store: Store, tx: Tx, now: Date): Promise<number> {
  const due = await tx.subjectRequest.findMany({
    where: { answeredAt: null, answerBy: { lte: new Date(now.getTime() + WARN_MS) } },
    take: 50,
  })
  let told = 0
  for (const one of due) {
    const run = { job: 'request.soon', slot: one.id, at: now }
    const { count } = await tx.jobRun.createMany({ data: [run], skipDuplicates: true })
    if (count === 0) continue
    told++
    const found = await tx.case.findUnique({ where: { id: one.caseId ?? '' }, select: { alias: true } })
    const data = { id: one.id, kind: one.kind, alias: found?.alias ?? '–', answerBy: String(one.answerBy.getTime()) }
    const event = { kind: 'dataRequest', data }
    await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key: `request.soon:${one.id}`, now })
  }
  return told
}
