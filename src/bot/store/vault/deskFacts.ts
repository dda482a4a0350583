import { REFERRAL_OUTCOMES, REFERRALS, REFERRAL_STATES } from '../../../domain/case/case.ts'
import { caseId, memberId } from '../../../domain/ids.ts'
import type { CaseLine, GlassLine, ReferralLine } from '../../../flows/vault/needs.ts'
import type { Tx } from '../tx.ts'
import type { VaultSeat } from './conversation.ts'

/** Why this member may read the words of a case; undefined where she may not. */
export async function readerOf(tx: Tx, found: CaseLine, me: string, now: Date): Promise<CaseLine['readAs']> {
  if (found.takenBy === me) return 'holder'
  if (found.closing?.by === me && found.state === 'taken') return 'second'
  const open = await tx.breakGlass.count({
    where: { caseId: found.id, askedBy: me, approvedBy: { not: null }, endsAt: { gt: now } },
  })
  return open > 0 ? 'glass' : undefined
}

/** For the woman whose case it is, or the member who has it. */
export async function referralsOf(tx: Tx, id: string, seat: VaultSeat): Promise<readonly ReferralLine[]> {
  const owner = seat.member === undefined ? { conversationId: seat.id } : { takenBy: seat.member.id }
  const rows = await tx.referral.findMany({ where: { caseId: id, case: owner }, orderBy: { askedAt: 'asc' } })
  return rows.flatMap((row) => {
    const kind = REFERRALS.find((one) => one === row.kind)
    const seen = row.state === 'seen'
    const state = seen ? 'asked' : REFERRAL_STATES.find((one) => one === row.state)
    const outcome = REFERRAL_OUTCOMES.find((one) => one === row.outcome)
    if (kind === undefined || state === undefined) return []
    const line = { id: row.id, case: caseId(row.caseId), kind, state }
    return [{ ...line, ...(seen ? { seen } : {}), ...(outcome === undefined ? {} : { outcome }) }]
  })
}

export async function glassOf(tx: Tx, id: string): Promise<GlassLine | undefined> {
  const row = await tx.breakGlass.findUnique({ where: { id } })
  if (row === null) return undefined
  const asked = await tx.member.findUnique({ where: { id: row.askedBy }, select: { name: true } })
  return {
    id: row.id,
    case: caseId(row.caseId),
    reason: row.reason,
    askedBy: memberId(row.askedBy),
    askedByName: asked?.name ?? '',
    approved: row.approvedBy !== null,
  }
}
