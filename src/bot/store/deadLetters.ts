import type { Store } from './store.ts'
import { audit } from './union/perform.ts'

/** An event that was set aside: where it came from and why it failed, never what it says. */
export interface DeadLetter {
  readonly id: string
  readonly channel: string
  readonly persona?: string
  readonly attempts: number
  readonly code: string
  readonly at: string
}

export async function deadLetters({ union }: Store): Promise<readonly DeadLetter[]> {
  const rows = await union.inbox.findMany({
    where: { state: 'dead' },
    select: { id: true, channel: true, persona: true, attempts: true, code: true, receivedAt: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({
    id: String(row.id),
    channel: row.channel,
    attempts: row.attempts,
    code: row.code ?? '?',
    at: row.receivedAt.toISOString(),
    ...(row.persona === null ? {} : { persona: row.persona }),
  }))
}

/** One, or all, wait again in their lanes, with five tries. */
export async function replayDeadLetters(store: Store, id: bigint | undefined, now: Date): Promise<number> {
  return await store.union.$transaction(async (tx) => {
    const { count } = await tx.inbox.updateMany({
      where: { state: 'dead', body: { not: null }, ...(id === undefined ? {} : { id }) },
      data: { state: 'waiting', attempts: 0, notBefore: null, doneAt: null, code: null },
    })
    if (count > 0)
      await audit(tx, { actor: 'server', act: 'replay', subject: id === undefined ? 'all' : String(id), now })
    return count
  })
}
