import type { Tx } from '../tx.ts'

export interface OnDuty {
  readonly id: string
  readonly unit?: string
  readonly capacity: number
  readonly load: number
}

const UNSEEN_MS = 5 * 60_000

/**
 * Members on duty who can be reached. One whose every channel is dead, or shows that a page of hers was not fetched for five
 * minutes, counts as nobody.
 */
export async function onDutyNow(tx: Pick<Tx, '$queryRaw'>, now: Date): Promise<readonly OnDuty[]> {
  const since = new Date(now.getTime() - UNSEEN_MS)
  const rows = await tx.$queryRaw<{ id: string; unit: string | null; capacity: number; load: number }[]>`
    SELECT m.id, m.unit, m.capacity,
      (SELECT count(*)::int FROM vault."case" c WHERE c."takenBy" = m.id AND c.state = 'taken') AS load
    FROM vault.member m
    WHERE m."revokedAt" IS NULL AND m."dutyUntil" > ${now} AND EXISTS (
      SELECT 1 FROM vault.conversation v WHERE v."memberId" = m.id AND v."deadSince" IS NULL AND NOT EXISTS (
        SELECT 1 FROM vault.outbox o WHERE o."conversationId" = v.id AND o.kind = 'danger'
          AND o.state IN ('waiting', 'sending') AND o."createdAt" <= ${since}))
    ORDER BY m.id`
  return rows.map(({ unit, ...row }) => (unit === null ? row : { ...row, unit }))
}
