import { randomBytes } from 'node:crypto'
import { caseId, type CaseId } from '../../../domain/ids.ts'
import { open, openBytes, seal, type Sealed } from '../../keys/seal.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'

/**
 * Each case has a key of its own, wrapped by the key of a day. Erasing a case is deleting that row; backups of it die with the
 * key of their day, seven days later (security reference §2.1, §2.5).
 */
const place = (id: CaseId, kid: string) => ({ table: 'vault.case_key', column: 'wrapped', row: kid, case: id })

export const dayOf = (now: Date): string => new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10)

function dayKey(store: Store, day: string): Buffer {
  const key = store.ring.dayKey(day)
  if (key === undefined) throw new Error('the key that wraps this case was destroyed')
  return key
}

/** Makes the key of a new case and stores it wrapped. Nothing is destroyed here: that is the daily turn's. */
export async function makeCaseKey(store: Store, tx: Tx, id: CaseId, now: Date): Promise<void> {
  const kid = dayOf(now)
  await lockRing(tx)
  store.ring.turnDays(kid, NEVER)
  const wrapped = seal(dayKey(store, kid), 0, place(id, kid), randomBytes(32))
  await tx.caseKey.create({ data: { caseId: id, kid, wrapped } })
}

/** Undefined once the case was erased. Held until the end of the turn, it makes an erasing turn wait for this one. */
export async function caseKey(store: Store, tx: Tx, id: CaseId, held?: 'untilTheEnd'): Promise<Buffer | undefined> {
  const rows =
    held === undefined
      ? await tx.caseKey.findMany({ where: { caseId: id } })
      : await tx.$queryRaw<{ kid: string; wrapped: Uint8Array }[]>`
          SELECT kid, wrapped FROM vault.case_key WHERE "caseId" = ${id} FOR SHARE`
  const row = rows[0]
  return row === undefined ? undefined : openBytes(dayKey(store, row.kid), place(id, row.kid), row.wrapped)
}

/**
 * Each day every living case is wrapped anew, and keys older than seven days are destroyed. A key that still wraps a living
 * case is kept until the turn after the one that wrapped it anew: the bot may have stood still for longer than a week, and
 * this transaction may yet fail, which the file of the keys would not notice.
 */
export async function turnCaseKeys(store: Store, tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now)
  const { _min: used } = await tx.caseKey.aggregate({ _min: { kid: true } })
  const keep = [oldest(now), used.kid ?? today].toSorted()[0] ?? NEVER
  await lockRing(tx)
  store.ring.turnDays(today, keep)
  const rows = await tx.caseKey.findMany({ where: { kid: { not: today } } })
  const turned = rows.flatMap((row) => {
    const old = store.ring.dayKey(row.kid)
    if (old === undefined) return []
    const owner = caseId(row.caseId)
    const key = openBytes(old, place(owner, row.kid), row.wrapped)
    return [{ ...row, wrapped: seal(dayKey(store, today), 0, place(owner, today), key) }]
  })
  // One statement, and only where the old key still stands: a case that is erased meanwhile stays erased.
  return await tx.$executeRaw`
    UPDATE vault.case_key k SET kid = ${today}, wrapped = n.wrapped
    FROM unnest(${turned.map((one) => one.caseId)}::text[], ${turned.map((one) => one.kid)}::text[],
      ${turned.map((one) => one.wrapped)}::bytea[]) AS n(id, kid, wrapped)
    WHERE k."caseId" = n.id AND k.kid = n.kid`
}

const KEPT_DAYS = 7
const NEVER = '0000-00-00'
const oldest = (now: Date): string => dayOf(new Date(now.getTime() - KEPT_DAYS * 24 * 3600_000))

const wordsPlace = (id: CaseId, message: string) => ({
  table: 'vault.case_message',
  column: 'body',
  row: message,
  case: id,
})
export const sealWords = (key: Buffer, id: CaseId, message: string, text: string): Sealed =>
  seal(key, 0, wordsPlace(id, message), text)
export const openWords = (key: Buffer, id: CaseId, message: string, body: Uint8Array): string =>
  open(key, wordsPlace(id, message), body)

const filePlace = (id: CaseId, file: string) => ({ table: 'vault.case_file', column: 'body', row: file, case: id })
export const sealFile = (key: Buffer, id: CaseId, file: string, bytes: Uint8Array): Sealed =>
  seal(key, 0, filePlace(id, file), bytes)
export const openFile = (key: Buffer, id: CaseId, file: string, body: Uint8Array): Uint8Array =>
  openBytes(key, filePlace(id, file), body)

/** The ring is read, changed and written as one file: one process at a time, until its transaction ends. */
async function lockRing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7270736902)`
}
