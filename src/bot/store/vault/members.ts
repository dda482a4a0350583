import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { FIRST_STATE, vaultPlace } from '../union/vaultDoors.ts'

/**
 * Ends a membership of the club at once: duty, desk and cases. Answers how many cases went back to the queue, or undefined
 * where there is no such member.
 */
export async function revokeMember(store: Store, tx: Tx, id: string, now: Date): Promise<number | undefined> {
  const { count } = await tx.member.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, dutyUntil: null },
  })
  if (count === 0) return undefined
  const cases = await tx.case.updateMany({
    where: { takenBy: id, state: 'taken' },
    data: { state: 'waiting', takenBy: null, takenAt: null },
  })
  const desks = await tx.vaultConversation.findMany({ where: { memberId: id }, select: { id: true } })
  for (const desk of desks) {
    // What the desk showed was a member's: nothing of it stays in the account.
    await tx.vaultConversation.update({
      where: { id: desk.id },
      data: {
        kind: 'woman',
        memberId: null,
        open: false,
        state: store.seals.vault.seal(vaultPlace('conversation', 'state', desk.id), FIRST_STATE),
      },
    })
    await tx.vaultOutbox.updateMany({
      where: { conversationId: desk.id, state: 'waiting' },
      data: { state: 'cancelled', body: null },
    })
  }
  await tx.vaultAudit.create({ data: { at: now, actor: 'server', act: 'revoke', subject: id } })
  return cases.count
}

export interface MemberRow {
  readonly member: string
  readonly name: string
  readonly role: string
  readonly unit?: string
  readonly revoked: boolean
  readonly onDuty: boolean
}

export async function memberRows(tx: Pick<Tx, 'member'>, now: Date): Promise<readonly MemberRow[]> {
  const rows = await tx.member.findMany({ orderBy: [{ role: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    member: row.id,
    name: row.name,
    role: row.role,
    revoked: row.revokedAt !== null,
    onDuty: row.revokedAt === null && row.dutyUntil !== null && row.dutyUntil > now,
    ...(row.unit === null ? {} : { unit: row.unit }),
  }))
}
