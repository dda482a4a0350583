import type { Tx } from '../tx.ts'

interface Member {
  readonly member: string
}

/**
 * Whom the woman of this case, or whoever raised this alarm, has refused: it is offered to none of them. An alarm that she raises
 * beside her open case is hers all the same.
 */
export async function refusedFor(
  tx: Tx,
  { case: id = '', alarm = '' }: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<Member[]>`
    SELECT DISTINCT unnest(c."refusedBy") AS member FROM vault."case" c
    WHERE c.id = ${id} OR EXISTS (
      SELECT 1 FROM vault.alarm a LEFT JOIN vault.conversation w ON w.lane = a.lane
      WHERE a.id = ${alarm} AND (a."caseId" = c.id OR (w.id = c."conversationId" AND c.state <> 'closed')))`
  return rows.map((one) => one.member)
}

/** Whom the woman of this room has refused in what is open of hers. */
export async function refusedFrom(tx: Tx, conversation: string): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<Member[]>`
    SELECT DISTINCT unnest("refusedBy") AS member FROM vault."case"
    WHERE "conversationId" = ${conversation} AND state <> 'closed'`
  return rows.map((one) => one.member)
}

/** The waiting alarms of women who refused this member. */
export async function closedTo(tx: Tx, member: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM vault.alarm a LEFT JOIN vault.conversation w ON w.lane = a.lane
    WHERE a."takenAt" IS NULL AND a."stoodDownAt" IS NULL AND EXISTS (
      SELECT 1 FROM vault."case" c
      WHERE ${member} = ANY (c."refusedBy")
        AND (c.id = a."caseId" OR (c."conversationId" = w.id AND c.state <> 'closed')))`
  return rows.map((one) => one.id)
}
