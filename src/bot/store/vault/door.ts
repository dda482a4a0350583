import { isClubRole } from '../../../domain/access.ts'
import { caseId, type CaseId } from '../../../domain/ids.ts'
import { secretsIn } from '../../../domain/case/secretsSaid.ts'
import { codeIn } from '../../../domain/inviteCode.ts'
import { canonical } from '../../../domain/words/fold.ts'
import type { CaseLine, ClubInvitation, Knocked } from '../../../flows/vault/needs.ts'
import { keyedHash } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { type CaseRow, isCodeWord, NO_CODE_WORD, toLine } from './cases.ts'
import type { VaultSeat } from './conversation.ts'

const HOUR_MS = 3600_000
/** Wrong words an hour: of one account, and at one case from wherever they come. */
const EACH_HOUR = 5
const EACH_DAY = 20
/** Codes of invitations an hour, in all (security reference T14). */
const CODES_HOUR = 100
/** How many of an account's cases a word is tried on. As many hashes are made where there are fewer, or none. */
const CASES = 3
const WORD_MAX = 60

export interface Knocking {
  readonly said: string
  readonly seat: Pick<VaultSeat, 'id' | 'lane' | 'channel'>
  /** A case whose receipt was typed before; its word is still to come. */
  readonly claimed?: CaseId
  readonly now: Date
}

/**
 * What was typed at the door: a receipt, a code word, or the code of an invitation to the club. The same statements and the same
 * hashing are done whatever it was and whether or not there is a case behind the door, and wrong words are counted in both, so
 * that the wrong word and no case cannot be told apart. Too many of them, and nothing opens for a while, behind the same face.
 */
export async function knock(store: Store, tx: Tx, { said, seat, claimed, now }: Knocking): Promise<Knocked> {
  const conversation = seat.id
  const own = await tx.case.findMany({
    where: claimed === undefined ? { conversationId: conversation } : { id: claimed },
    orderBy: { openedAt: 'desc' },
    take: CASES,
  })
  const code = codeIn(said) ?? ''
  const byReceipt = await tx.case.findUnique({ where: { receipt: keyedHash(store.keys.receipt, code) } })
  const byAlarm = await tx.alarm.findUnique({ where: { receipt: keyedHash(store.keys.receipt, code) } })
  const invited = await tx.invitation.findUnique({ where: { hash: keyedHash(store.keys.invitation, code) } })
  const slots = Array.from({ length: CASES }, (_, n) => own[n])
  const subjectOf = (name: string) => keyedHash(store.keys.codeWord, `try|${name}`)
  const account = subjectOf(conversation)
  const ofSlots = slots.map((row, n) => subjectOf(row?.id ?? `${conversation}|${n}`))
  const codes = subjectOf('codes')
  // A receipt and its word in one sentence: the word is tried at the case of that receipt, or as if there were one.
  const ofReceipt = subjectOf(byReceipt?.id ?? `${conversation}|receipt`)
  const tried = await countTries(tx, [account, ...ofSlots, ofReceipt, codes], now)
  const words = secretsIn(said)
  const isAnyWord = async (row: CaseRow | null | undefined): Promise<boolean> =>
    (await Promise.all(words.map((word) => isCodeWord(store, word, row?.codeWord ?? NO_CODE_WORD)))).includes(true)
  const matches = await Promise.all(slots.map(isAnyWord))
  const isReceiptsWord = await isAnyWord(byReceipt)

  const isWord = canonical(said) !== '' && (canonical(said).length <= WORD_MAX || code !== '')
  const mayTry = isWord && tried(account).hour < EACH_HOUR
  const opened = slots.find((row, n) => {
    return row?.codeWord != null && matches[n] === true && mayStill(tried(ofSlots[n] ?? codes))
  })
  if (mayTry && opened !== undefined) return { found: await follow(tx, opened, seat) }
  const received = mayTry && code !== '' ? byReceipt : null
  // The receipt stands in her chat; where she set a word, the word is still asked for, behind the same face.
  if (received !== null && (received.codeWord === null || (isReceiptsWord && mayStill(tried(ofReceipt)))))
    return { found: await follow(tx, received, seat) }
  if (mayTry && code !== '' && byAlarm !== null && isOpen(byAlarm)) {
    await followAlarm(tx, byAlarm.id, seat)
    return { found: undefined, alarm: byAlarm.id }
  }
  const invitation = mayTry && code !== '' && tried(codes).hour < CODES_HOUR ? invitationIn(invited, now) : undefined
  if (invitation !== undefined) return { found: undefined, invitation }
  // A sentence is no try: she may write at the door as much as she likes. Nor is what was not looked at.
  const subjects = [account, ...ofSlots, ...(code === '' ? [] : [codes, ofReceipt])]
  const tries = mayTry ? words.flatMap(() => subjects.map((subject) => ({ subject, at: now }))) : []
  await tx.doorTry.createMany({ data: tries })
  return received === null ? { found: undefined } : { found: undefined, claimed: caseId(received.id) }
}

const mayStill = (times: Times): boolean => times.hour < EACH_HOUR && times.day < EACH_DAY

type Times = { readonly hour: number; readonly day: number }

async function countTries(
  tx: Tx,
  subjects: readonly Uint8Array<ArrayBuffer>[],
  now: Date,
): Promise<(subject: Uint8Array) => Times> {
  const hourAgo = new Date(now.getTime() - HOUR_MS)
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS)
  const rows = await tx.$queryRaw<{ subject: Uint8Array; hour: bigint; day: bigint }[]>`
    SELECT subject, count(*) FILTER (WHERE at > ${hourAgo}) AS hour, count(*) AS day
    FROM vault.door_try WHERE subject = ANY (${[...subjects]}::bytea[]) AND at > ${dayAgo} GROUP BY subject`
  const times = new Map(rows.map((row) => [nameOf(row.subject), { hour: Number(row.hour), day: Number(row.day) }]))
  return (subject) => times.get(nameOf(subject)) ?? { hour: 0, day: 0 }
}

const nameOf = (subject: Uint8Array): string => Buffer.from(subject).toString('hex')

interface InvitationRow {
  readonly id: string
  readonly role: string
  readonly unit: string
  readonly name: string | null
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
  readonly expiresAt: Date
}

function invitationIn(row: InvitationRow | null, now: Date): ClubInvitation | undefined {
  if (row === null || row.usedAt !== null || row.revokedAt !== null || row.expiresAt <= now) return undefined
  if (!isClubRole(row.role)) return undefined
  return { id: row.id, role: row.role, unit: row.unit, ...(row.name === null ? {} : { name: row.name }) }
}

/** She is back, perhaps from another phone or channel: the case follows her. */
async function follow(tx: Tx, row: CaseRow, { id, lane, channel }: Knocking['seat']): Promise<CaseLine> {
  if (row.conversationId !== id) {
    await tx.case.update({ where: { id: row.id }, data: { conversationId: id } })
    await tx.alarm.updateMany({ where: { caseId: row.id, lane: { not: null } }, data: { lane, channel } })
  }
  return toLine({ ...row, conversationId: id })
}

/** Of an alarm that somebody took the receipt is the case's; one that is over leads nowhere. */
const isOpen = (alarm: { readonly takenAt: Date | null; readonly stoodDownAt: Date | null }): boolean =>
  alarm.takenAt === null && alarm.stoodDownAt === null

/** Whoever takes it answers where she is now. */
async function followAlarm(tx: Tx, id: string, { lane, channel }: Knocking['seat']): Promise<void> {
  await tx.alarm.updateMany({ where: { id, NOT: { lane } }, data: { lane, channel } })
}

/** Tries older than a day count for nothing any more. */
export async function forgetTries(tx: Tx, now: Date): Promise<void> {
  await tx.doorTry.deleteMany({ where: { at: { lt: new Date(now.getTime() - 24 * HOUR_MS) } } })
}
