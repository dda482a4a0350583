import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { type CaseState, type Danger, DOORS, isTopic, OUTCOMES, type Topic } from '../../../domain/case/case.ts'
import { instant } from '../../../domain/calendar.ts'
import { type Handover, RECEIVERS, WAYS } from '../../../domain/case/handover.ts'
import { caseAlias } from '../../../domain/case/alias.ts'
import { caseId, type CaseId, conversationId, fileId, memberId } from '../../../domain/ids.ts'
import { maskHers } from '../../../domain/case/personalDetails.ts'
import { unitsNamed } from '../../../domain/case/routing.ts'
import { canonical } from '../../../domain/words/fold.ts'
import type { CaseLine, CaseWords } from '../../../flows/vault/needs.ts'
import { keyedHash } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { isAcknowledged } from './acknowledged.ts'
import { caseKey, openWords, sealWords } from './caseKeys.ts'
import { answered } from './promises.ts'

export interface CaseRow {
  readonly id: string
  readonly alias: string
  readonly state: string
  readonly severity: string
  readonly topic: string
  readonly openedAt: Date
  readonly promiseAt: Date
  readonly takenBy: string | null
  readonly conversationId: string | null
  readonly codeWord: Uint8Array | null
  readonly declinedBy: readonly string[]
  readonly refusedBy: readonly string[]
  readonly avoid: readonly string[]
  readonly offeredTo: string | null
  readonly door: string
  readonly child: boolean
  readonly consent: string
  readonly hoursFrom: number | null
  readonly hoursTo: number | null
  readonly rated: boolean
  readonly answeredAt: Date | null
  readonly closeAsked: string | null
  readonly closeBy: string | null
  readonly wasHigh: boolean
  readonly handover?: HandoverRow | null
  /** Of those that wait for an answer. */
  readonly promises?: readonly { readonly dueAt: Date }[]
}

interface HandoverRow {
  readonly receiver: string
  readonly writtenAt: Date
  readonly handedAt: Date | null
  readonly how: string | null
  readonly receivedAt: Date | null
  readonly tries: number
  readonly triedAt: Date | null
  readonly withdrawnAt: Date | null
}

const STATES: readonly CaseState[] = ['waiting', 'taken', 'closed']
const DANGERS: readonly Danger[] = ['immediate', 'violence', 'none']

export function toLine(row: CaseRow): CaseLine {
  const state = STATES.find((one) => one === row.state) ?? 'waiting'
  const severity = DANGERS.find((one) => one === row.severity) ?? 'none'
  const topic: Topic = isTopic(row.topic) ? row.topic : 'other_legal'
  const outcome = OUTCOMES.find((one) => one === row.closeAsked)
  return {
    id: caseId(row.id),
    alias: row.alias,
    state,
    severity,
    topic,
    openedAt: instant(row.openedAt.getTime()),
    promiseAt: instant(row.promiseAt.getTime()),
    ...(row.promises?.some((one) => one.dueAt < row.promiseAt) === true ? { late: true } : {}),
    hasCodeWord: row.codeWord !== null,
    door: DOORS.find((one) => one === row.door) ?? 'ask',
    child: row.child,
    consent: row.consent,
    rated: row.rated,
    ...(row.handover == null ? {} : { handover: handoverOf(row.handover) }),
    ...(row.hoursFrom === null || row.hoursTo === null
      ? {}
      : { hours: { fromHour: row.hoursFrom, toHour: row.hoursTo } }),
    answered: row.answeredAt !== null,
    highRisk: row.wasHigh || severity !== 'none',
    declinedBy: row.declinedBy.map((one) => memberId(one)),
    refusedBy: row.refusedBy.map((one) => memberId(one)),
    avoid: row.avoid,
    ...(outcome === undefined || row.closeBy === null ? {} : { closing: { outcome, by: memberId(row.closeBy) } }),
    ...(row.offeredTo === null ? {} : { offeredTo: memberId(row.offeredTo) }),
    ...(row.takenBy === null ? {} : { takenBy: memberId(row.takenBy) }),
    ...(row.conversationId === null ? {} : { conversation: conversationId(row.conversationId) }),
  }
}

function handoverOf(row: HandoverRow): Handover {
  const at = (date: Date) => instant(date.getTime())
  const how = WAYS.find((one) => one === row.how)
  return {
    receiver: RECEIVERS.find((one) => one === row.receiver) ?? 'police',
    writtenAt: at(row.writtenAt),
    ...(row.handedAt === null ? {} : { handedAt: at(row.handedAt) }),
    ...(how === undefined ? {} : { how }),
    ...(row.receivedAt === null ? {} : { receivedAt: at(row.receivedAt) }),
    ...(row.triedAt === null ? {} : { tried: { times: row.tries, at: at(row.triedAt) } }),
    ...(row.withdrawnAt === null ? {} : { withdrawnAt: at(row.withdrawnAt) }),
  }
}

/** The promises of a case that still wait for an answer. */
export const UNANSWERED = { where: { answeredAt: null }, select: { dueAt: true } } as const

/** A case; locked when it is about to be taken, so that two members cannot take it at once. */
export async function caseOf(tx: Tx, id: string, lock = false): Promise<CaseLine | undefined> {
  if (lock) await tx.$queryRaw`SELECT 1 FROM vault."case" WHERE id = ${id} FOR UPDATE`
  const row = await tx.case.findUnique({ where: { id }, include: { handover: true } })
  if (row === null) return undefined
  // One after the other: what is included together is asked for at the same time, which a transaction does not take.
  const promises = await tx.casePromise.findMany({ ...UNANSWERED, where: { caseId: id, ...UNANSWERED.where } })
  const erased = (await tx.caseKey.count({ where: { caseId: id } })) === 0
  const alarm = await openAlarm(tx, id)
  return {
    ...toLine({ ...row, promises }),
    ...(erased ? { erased } : {}),
    ...(alarm === null ? {} : { alarm: alarm.id }),
    ...((await isAcknowledged(tx, id)) ? { plain: true } : {}),
  }
}

/** The newest alarm of a case that nobody has taken, while she has not said that she is safe. */
const openAlarm = async (tx: Tx, id: string): Promise<{ readonly id: string } | null> =>
  await tx.alarm.findFirst({
    where: { caseId: id, takenAt: null, stoodDownAt: null },
    orderBy: { raisedAt: 'desc' },
    select: { id: true },
  })

export const isAlarmed = async (tx: Tx, id: string): Promise<boolean> => (await openAlarm(tx, id)) !== null

/**
 * The words of a case, oldest first. What she wrote of phone numbers and addresses is hers: the other side reads it masked until
 * she agrees, except in an alarm that somebody has taken or takes now. Notes are the club's own.
 */
export async function wordsOf(
  store: Store,
  tx: Tx,
  id: CaseId,
  reader: 'woman' | 'member' | 'taker',
): Promise<readonly CaseWords[]> {
  const key = await caseKey(store, tx, id)
  if (key === undefined) return []
  const rows = await tx.caseMessage.findMany({ where: { caseId: id }, orderBy: { seq: 'asc' } })
  const went = reader === 'woman' ? undefined : await whatWent(tx, id, rows)
  const all = rows.map((row) => {
    const from: CaseWords['from'] = row.from === 'woman' || row.from === 'note' ? row.from : 'counsellor'
    const text = openWords(key, id, row.id, row.body)
    const masked = reader === 'member' && from === 'woman' && row.revealedAt === null
    return {
      id: row.id,
      from,
      text: masked ? maskHers(text) : text,
      at: instant(row.at.getTime()),
      shown: row.shownAt !== null,
      ...(row.fileId === null ? {} : { photo: fileId(row.fileId) }),
      ...(row.by === null ? {} : { by: memberId(row.by) }),
      ...(went === undefined || from !== 'counsellor' ? {} : { went: went(row.shownAt) }),
    }
  })
  return reader === 'woman' ? all.filter((one) => one.from !== 'note') : all
}

/** Has an answer reached her? It is shown in a turn of hers, and travels in the messages of that turn. */
async function whatWent(
  tx: Tx,
  id: string,
  rows: readonly { readonly shownAt: Date | null }[],
): Promise<(shownAt: Date | null) => NonNullable<CaseWords['went']>> {
  const owner = await tx.case.findUnique({ where: { id }, select: { conversationId: true } })
  const woman =
    owner?.conversationId == null
      ? null
      : await tx.vaultConversation.findUnique({
          where: { id: owner.conversationId },
          select: { id: true, deadSince: true },
        })
  const turns = rows.flatMap((row) => (row.shownAt === null ? [] : [row.shownAt]))
  const letters =
    woman === null || turns.length === 0
      ? []
      : await tx.vaultOutbox.findMany({
          where: { conversationId: woman.id, createdAt: { in: turns } },
          select: { createdAt: true, state: true },
        })
  return (shownAt) => {
    if (shownAt === null) return woman === null || woman.deadSince !== null ? 'failed' : 'waiting'
    const states = letters.filter((one) => one.createdAt.getTime() === shownAt.getTime()).map((one) => one.state)
    if (states.some((one) => one === 'waiting' || one === 'sending')) return 'onItsWay'
    return states.some((one) => one === 'dead' || one === 'unreachable') ? 'failed' : 'delivered'
  }
}

export interface NewWords {
  readonly case: CaseId
  readonly id: string
  readonly from: 'woman' | 'counsellor' | 'note'
  readonly text: string
  readonly now: Date
  /** Words of an alarm are read as they are. */
  readonly plain?: true
  readonly photo?: string
  readonly by?: string
}

export async function addWords(store: Store, tx: Tx, words: NewWords): Promise<void> {
  const plain = words.from === 'woman' && (await isAcknowledged(tx, words.case))
  if (!(await keepWords(store, tx, plain ? { ...words, plain } : words))) return
  if (words.from === 'counsellor') await answered(tx, words.case, words.now)
  if (words.from === 'woman') await avoidNamed(tx, words.case, words.text)
}

/** The words alone: no promise is kept by them. Words of an erased case go nowhere. */
export async function keepWords(store: Store, tx: Tx, words: NewWords): Promise<boolean> {
  const key = await caseKey(store, tx, words.case, 'untilTheEnd')
  if (key === undefined) return false
  const last = await tx.caseMessage.aggregate({ where: { caseId: words.case }, _max: { seq: true } })
  await tx.caseMessage.create({
    data: {
      id: words.id,
      caseId: words.case,
      seq: (last._max.seq ?? 0) + 1,
      from: words.from,
      body: sealWords(key, words.case, words.id, words.text),
      at: words.now,
      ...(words.plain === true ? { revealedAt: words.now } : {}),
      ...(words.photo === undefined ? {} : { fileId: words.photo }),
      ...(words.by === undefined ? {} : { by: words.by }),
    },
  })
  return true
}

/** Takes the place of an answer that she has not seen. */
export async function replaceWords(
  store: Store,
  tx: Tx,
  { case: owner, id, text, by, now }: { case: CaseId; id: string; text: string; by: string; now: Date },
): Promise<void> {
  const key = await caseKey(store, tx, owner, 'untilTheEnd')
  if (key === undefined) return
  const { count } = await tx.caseMessage.updateMany({
    where: { id, caseId: owner, from: 'counsellor', by, shownAt: null },
    data: { body: sealWords(key, owner, id, text), correctedAt: now },
  })
  if (count !== 1) throw new Error('she has seen it meanwhile')
}

/** Members of a commune that her words name are not told of her case: they may know her. */
async function avoidNamed(tx: Tx, id: string, text: string): Promise<void> {
  const units = await tx.$queryRaw<{ unit: string; name: string }[]>`
    SELECT DISTINCT u.unit, u.name FROM vault.member m JOIN public.unit_version u ON u.unit = m.unit
    WHERE m."revokedAt" IS NULL AND u.level <> 'province'`
  const named = unitsNamed(text, units)
  if (named.length > 0)
    await tx.$executeRaw`
      UPDATE vault."case" SET avoid = ARRAY(SELECT DISTINCT unnest(COALESCE(avoid, '{}') || ${[...named]}::text[])) WHERE id = ${id}`
}

const derive = promisify<Buffer, Buffer, number, Buffer>(scrypt)
const SALT = 16

/** scrypt under a keyed hash: neither the database alone nor the key alone lets anyone try words. */
export async function hashCodeWord(
  store: Store,
  word: string,
  salt = randomBytes(SALT),
): Promise<Uint8Array<ArrayBuffer>> {
  const keyed = Buffer.from(keyedHash(store.keys.codeWord, canonical(word)))
  return Uint8Array.from(Buffer.concat([salt, await derive(keyed, salt, 32)]))
}

/** Stands where no word was set: nothing opens it, and to find that out takes as long. */
export const NO_CODE_WORD = new Uint8Array(SALT + 32)

export async function isCodeWord(store: Store, word: string, stored: Uint8Array): Promise<boolean> {
  const again = await hashCodeWord(store, word, Buffer.from(stored.subarray(0, SALT)))
  // A word of signs alone has no letters left to compare: it would open to every other such word.
  return again.length === stored.length && timingSafeEqual(again, stored) && canonical(word) !== ''
}

/** A name that no other case has; the same one when the turn is run again. */
export async function freeAlias(tx: Tx, id: CaseId): Promise<string> {
  for (let turn = 0; ; turn++) {
    const alias = caseAlias(id, turn)
    if ((await tx.case.count({ where: { alias } })) === 0) return alias
  }
}
