import type { Tx } from '../tx.ts'
import type { VaultSeat } from './conversation.ts'

/**
 * Another alarm of hers that nobody has taken, locked: what she says now is said there, so that one alarm is paged and taken. Only
 * of her room: what she reports of others in her office is never brought together with it.
 */
export async function besideAlarm(
  tx: Tx,
  seat: Pick<VaultSeat, 'lane'>,
  id: string,
): Promise<{ readonly id: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM vault.alarm
    WHERE lane = ${seat.lane} AND id <> ${id} AND "takenAt" IS NULL AND "stoodDownAt" IS NULL AND joins IS NULL
      AND (receipt IS NOT NULL OR "caseId" IS NOT NULL)
    ORDER BY "raisedAt" LIMIT 1 FOR UPDATE`
  return rows[0]
}

/** The alarm that is paged for this one: itself, or the one that it was joined to. */
export async function rootOf(tx: Tx, id: string) {
  const row = await tx.alarm.findUnique({ where: { id } })
  return row?.joins == null ? row : await tx.alarm.findUnique({ where: { id: row.joins } })
}
