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

/**
 * A day before the law's time to answer her ends, and again before that to carry it out, whoever answers for it hears of it once;
 * what is answered, or done, is spoken of no more.
 */
export async function watchRequests(store: Store, tx: Tx, now: Date): Promise<number> {
  const soon = { lte: new Date(now.getTime() + WARN_MS) }
  const unanswered = await tx.subjectRequest.findMany({ where: { answeredAt: null, answerBy: soon }, take: 50 })
  const undone = await tx.subjectRequest.findMany({
    where: { answeredAt: { not: null }, doneAt: null, doneBy: soon },
    take: 50,
  })
  let told = 0
  for (const one of unanswered) told += await remind(store, tx, { ...one, end: 'answerBy', now })
  for (const one of undone) told += await remind(store, tx, { ...one, end: 'doneBy', now })
  return told
}

interface Reminder {
  readonly id: string
  readonly kind: string
  readonly caseId: string | null
  readonly answerBy: Date
  readonly doneBy: Date
  readonly end: 'answerBy' | 'doneBy'
  readonly now: Date
}

async function remind(store: Store, tx: Tx, { id, kind, caseId, end, now, ...due }: Reminder): Promise<number> {
  const job = end === 'answerBy' ? 'request.soon' : 'request.doneSoon'
  const { count } = await tx.jobRun.createMany({ data: [{ job, slot: id, at: now }], skipDuplicates: true })
  if (count === 0) return 0
  const found = await tx.case.findUnique({ where: { id: caseId ?? '' }, select: { alias: true } })
  const data = {
    ...(caseId === null ? {} : { case: caseId }),
    id,
    kind,
    alias: found?.alias ?? '–',
    [end]: String(due[end].getTime()),
  }
  const event = { kind: 'dataRequest', data }
  await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key: `${job}:${id}`, now })
  return 1
}
