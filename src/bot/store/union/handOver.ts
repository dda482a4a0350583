import { dateOf, instant } from '../../../domain/calendar.ts'
import { personId, type PersonId, type UnitId, unitId } from '../../../domain/ids.ts'
import type { LeftBehind } from '../../../flows/union/needs.ts'
import type { Tx } from '../tx.ts'

/** Drafts in these units whose writers have no right to write there today. */
export async function leftBehindIn(tx: Tx, units: readonly UnitId[], now: Date): Promise<readonly LeftBehind[]> {
  const today = dateOf(instant(now.getTime()))
  const rows = await tx.$queryRaw<{ person: string; name: string; unit: string; drafts: number }[]>`
    SELECT d."personId" AS person, p.name, d.unit, count(*)::int AS drafts
    FROM public.draft d JOIN public.person p ON p.id = d."personId"
    WHERE d.unit = ANY (${[...units]}::text[]) AND NOT EXISTS (
      SELECT 1 FROM public."grant" g
      WHERE g."personId" = d."personId" AND g.unit = d.unit AND g.role = 'officer' AND g."revokedAt" IS NULL
        AND g."from" <= ${today} AND (g."to" IS NULL OR g."to" >= ${today}))
    GROUP BY d."personId", p.name, d.unit ORDER BY p.name, d.unit`
  return rows.map((row) => ({ ...row, person: personId(row.person), unit: unitId(row.unit) }))
}

/** The drafts of one person in a unit become another's, as if touched today: they live 30 days more. */
export async function handOver(
  tx: Tx,
  {
    from,
    to,
    unit,
    now,
  }: { readonly from: PersonId; readonly to: PersonId; readonly unit: UnitId; readonly now: Date },
): Promise<void> {
  await tx.draft.updateMany({ where: { personId: from, unit }, data: { personId: to, touchedAt: now } })
}

/** Her accounts become a visitor's, and nothing that waits to be sent there goes out any more. */
export async function lockPhones(tx: Tx, person: PersonId): Promise<void> {
  const held = await tx.conversation.findMany({ where: { personId: person }, select: { id: true } })
  const ids = held.map((one) => one.id)
  await tx.conversation.updateMany({ where: { id: { in: ids } }, data: { personId: null } })
  await tx.outbox.updateMany({
    where: { conversationId: { in: ids }, state: 'waiting' },
    data: { state: 'cancelled', body: null },
  })
}
