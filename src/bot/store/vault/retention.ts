import { z } from 'zod'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { FIRST_STATE, vaultPlace } from '../union/vaultDoors.ts'
import { dropFiles } from './caseFiles.ts'
import { endRequests } from './requests.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/** Words written before consent or sent to nobody, and photos without her yes, are shredded after a day: the talk of whoever went silent begins anew. */
export async function forgetFirstWords(store: Store, tx: Tx, now: Date): Promise<number> {
  const silent = await tx.vaultConversation.findMany({
    where: { kind: 'woman', heardAt: { lt: daysBefore(now, 1) } },
    select: { id: true, state: true },
  })
  let forgotten = 0
  for (const row of silent) {
    const place = vaultPlace('conversation', 'state', row.id)
    const held = heldIn(JSON.parse(store.seals.vault.open(place, row.state)))
    if (held === undefined) continue
    await dropFiles(store, tx, held.files, now)
    await tx.vaultConversation.update({
      where: { id: row.id },
      data: { state: store.seals.vault.seal(place, FIRST_STATE) },
    })
    forgotten++
  }
  return forgotten
}

const stateSchema = z.object({ place: z.unknown() })
/** Behind an alarm stands the place where she was before. */
const placeSchema = z.looseObject({ files: z.array(z.string()).optional(), back: z.unknown().optional() })
const WORDS = ['words', 'where', 'contact', 'said', 'files', 'unsent', 'formal']

function heldIn(state: unknown): { readonly files: readonly string[] } | undefined {
  const place = placeSchema.safeParse(stateSchema.safeParse(state).data?.place)
  if (!place.success) return undefined
  const { files, back } = place.data
  if (WORDS.some((name) => name in place.data)) return { files: files ?? [] }
  return back === undefined ? undefined : heldIn({ place: back })
}

/** Days that each thing is kept (security reference §2.5). */
const IDLE = 60
const AFTER_CLOSING = 30
const LINK = 7
const SILENT_ROOM = 30
const ROW_MONTHS = 24
const UNREAD = 7

/** What is due to end: run once a day, in one transaction. */
export async function endWhatIsDue(tx: Tx, now: Date): Promise<void> {
  await closeIdle(tx, now)
  await shredClosed(tx, now)
  await unlink(tx, now)
  await emptyAlarms(tx, now)
  await dropRooms(tx, now)
  await dropUnread(tx, now)
  await dropRows(tx, now)
  await blurTimes(tx, now)
}

/** A case in which nobody has written for sixty days closes; she is not asked, since she may not be written to. */
async function closeIdle(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE vault."case" c SET state = 'closed', outcome = 'silent', "closedAt" = ${now}
    WHERE c.state <> 'closed' AND c."openedAt" < ${daysBefore(now, IDLE)} AND NOT EXISTS (
      SELECT 1 FROM vault.case_message m WHERE m."caseId" = c.id AND m.at >= ${daysBefore(now, IDLE)})`
}

/** Thirty days after closing the key is destroyed, then the rows; also rows whose key is gone, whatever happened. */
async function shredClosed(tx: Tx, now: Date): Promise<void> {
  const ended = await tx.case.findMany({
    where: { state: 'closed', closedAt: { lt: daysBefore(now, AFTER_CLOSING) }, key: { isNot: null } },
    select: { id: true },
  })
  const ids = ended.map((one) => one.id)
  await tx.caseKey.updateMany({ where: { caseId: { in: ids } }, data: { wrapped: new Uint8Array(32) } })
  await tx.caseKey.deleteMany({ where: { caseId: { in: ids } } })
  await tx.case.updateMany({
    where: { id: { in: ids } },
    data: { conversationId: null, receipt: null, codeWord: null, hoursFrom: null, hoursTo: null },
  })
  await tx.handover.updateMany({ where: { caseId: { in: ids } }, data: { body: new Uint8Array(0) } })
  await endRequests(tx, ids, now)
  await tx.caseFile.deleteMany({ where: { case: { key: null } } })
  await tx.$executeRaw`
    DELETE FROM vault.case_message m WHERE NOT EXISTS (SELECT 1 FROM vault.case_key k WHERE k."caseId" = m."caseId")`
}

/** A week after closing nothing leads from a case to an account, unless she allowed hours or an answer still waits for her. */
async function unlink(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE vault."case" c SET "conversationId" = NULL
    WHERE c.state = 'closed' AND c."closedAt" < ${daysBefore(now, LINK)} AND c."hoursFrom" IS NULL
      AND c."conversationId" IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM vault.case_message m
        WHERE m."caseId" = c.id AND m."from" = 'counsellor' AND m."shownAt" IS NULL)`
}

/** Words of an alarm that is over go after a day, of one that nobody ever took after thirty, with the way back to the account. */
async function emptyAlarms(tx: Tx, now: Date): Promise<void> {
  const empty = { body: new Uint8Array(0), address: new Uint8Array(0), lane: null, receipt: null }
  const open = { OR: [{ body: { not: new Uint8Array(0) } }, { receipt: { not: null } }] }
  await tx.alarm.updateMany({ where: { ...open, stoodDownAt: { lt: daysBefore(now, 1) } }, data: empty })
  await tx.alarm.updateMany({ where: { ...open, raisedAt: { lt: daysBefore(now, AFTER_CLOSING) } }, data: empty })
}

/** The room of a woman who has been silent for a month, and to which no case leads. */
async function dropRooms(tx: Tx, now: Date): Promise<void> {
  const silentSince = daysBefore(now, SILENT_ROOM)
  await tx.$executeRaw`
    WITH dropped AS (
      DELETE FROM vault.conversation w
      WHERE w.kind = 'woman' AND w."heardAt" < ${silentSince}
        AND NOT EXISTS (SELECT 1 FROM vault."case" c WHERE c."conversationId" = w.id)
      RETURNING w.id)
    DELETE FROM vault.outbox o USING dropped d WHERE o."conversationId" = d.id`
  await tx.vaultOutbox.deleteMany({
    where: { state: { notIn: ['waiting', 'sending'] }, createdAt: { lt: silentSince } },
  })
  await tx.vaultAction.deleteMany({ where: { expiresAt: { lt: now } } })
}

/** What a week long nobody of the club fetched, on a page she does not open any more, is not kept for her: her desk shows what is. */
async function dropUnread(tx: Tx, now: Date): Promise<void> {
  await tx.vaultOutbox.updateMany({
    where: { state: 'waiting', toWoman: false, createdAt: { lt: daysBefore(now, UNREAD) } },
    data: { state: 'cancelled', body: null },
  })
}

/** After two years not even the row without words. */
async function dropRows(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - ROW_MONTHS)
  const old = await tx.case.findMany({
    where: { state: 'closed', closedAt: { lt: before }, key: null },
    select: { id: true },
  })
  const ids = old.map((one) => one.id)
  await tx.handover.deleteMany({ where: { caseId: { in: ids } } })
  await tx.case.deleteMany({ where: { id: { in: ids } } })
  await tx.subjectRequest.deleteMany({ where: { at: { lt: before } } })
  await tx.alarm.deleteMany({ where: { raisedAt: { lt: before } } })
}

/** After a week only the day on which something was written is known, not the minute; the order stays. */
async function blurTimes(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE vault.case_message m SET at = date_trunc('day', m.at, 'Asia/Ho_Chi_Minh')
    WHERE m.at < ${daysBefore(now, 7)} AND m.at <> date_trunc('day', m.at, 'Asia/Ho_Chi_Minh')`
}
