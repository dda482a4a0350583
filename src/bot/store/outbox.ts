import { Prisma } from './generated/client.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Out } from '../channel.ts'
import type { Sealer } from '../keys/seal.ts'
import { type BubbleBox, bubbleBoxes } from './bubbles.ts'
import { outboxPlace, PRIORITY, readOut } from './outboxEntry.ts'
import type { Store } from './store.ts'
import { vaultPlace } from './union/vaultDoors.ts'
import { cancelLate, halfAnHourBefore } from './vault/leaving.ts'

/** One of the two outboxes, on its own login: the same work, other tables. */
export interface Outbox {
  readonly name: 'union' | 'vault'
  readonly client: PrismaClient
  readonly sealer: Sealer
  readonly table: Prisma.Sql
  readonly conversations: Prisma.Sql
  readonly bubbles: BubbleBox
  /** Is the conversation `c` one whose messages must not stay on the screen? */
  readonly passing: Prisma.Sql
  readonly sealedAs: string
  /** May this letter `o` go out now? To a woman only while she has written within the last half hour, or in her own hours. */
  mayGo(now: Date): Prisma.Sql
  /** Ends the letters that may not go any more. */
  cancelLate(now: Date): Promise<void>
  addressPlace(conversation: string): Parameters<Sealer['open']>[0]
}

export const outboxes = (store: Store): readonly [Outbox, Outbox] => [
  {
    name: 'union',
    client: store.union,
    sealer: store.seals.union,
    table: Prisma.sql`public.outbox`,
    conversations: Prisma.sql`public.conversation`,
    bubbles: bubbleBoxes(store).union,
    passing: Prisma.sql`c."personId" IS NULL`,
    sealedAs: 'outbox',
    mayGo: (now) => Prisma.sql`(o."createdAt" >= ${halfAnHourBefore(now)} OR EXISTS (
      SELECT 1 FROM public.conversation w WHERE w.id = o."conversationId" AND w."personId" IS NOT NULL))`,
    cancelLate: (now) => cancelLateVisitors(store.union, now),
    addressPlace: (row) => ({ table: 'conversation', column: 'address', row }),
  },
  {
    name: 'vault',
    client: store.vault,
    sealer: store.seals.vault,
    table: Prisma.sql`vault.outbox`,
    conversations: Prisma.sql`vault.conversation`,
    bubbles: bubbleBoxes(store).vault,
    passing: Prisma.sql`true`,
    sealedAs: 'vault.outbox',
    mayGo: (
      now,
    ) => Prisma.sql`(NOT o."toWoman" OR (o.cause = 'herHours' AND o."until" > ${now}) OR o.cause <> 'herHours' AND EXISTS (
      SELECT 1 FROM vault.conversation w WHERE w.id = o."conversationId" AND w."heardAt" >= ${halfAnHourBefore(now)}))`,
    cancelLate: (now) => cancelLate(store.vault, now),
    addressPlace: (row) => vaultPlace('conversation', 'address', row),
  },
]

/** A visitor may be a woman who has not yet opened the private room. */
async function cancelLateVisitors(client: PrismaClient, now: Date): Promise<void> {
  await client.$executeRaw`
    UPDATE public.outbox o SET state = 'cancelled', body = NULL, "leaseUntil" = NULL
    FROM public.conversation w
    WHERE w.id = o."conversationId" AND w."personId" IS NULL AND o.state IN ('waiting', 'sending')
      AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())
      AND o."createdAt" < ${halfAnHourBefore(now)}`
}

export interface Letter {
  readonly id: bigint
  readonly channel: string
  readonly kind: string
  readonly conversationId: string
  readonly address: string
  readonly attempts: number
  readonly createdAt: Date
  readonly out: Out
  /** The channel has said that she cannot be reached. */
  readonly dead: boolean
  /** What is shown must not stay on the screen: see bubbles.ts. */
  readonly passing: boolean
  /** A process died while this was being sent: it may have arrived. */
  readonly unsure: boolean
  /** The message of this conversation that was sent before it. */
  readonly before?: string
}

interface Row {
  readonly id: bigint
  readonly channel: string
  readonly key: string
  readonly kind: string
  readonly conversationId: string
  readonly attempts: number
  readonly createdAt: Date
  readonly body: Uint8Array
  readonly unsure: boolean
  readonly passing: boolean
  readonly dead: boolean
  readonly address: Uint8Array
  readonly before: string | null
}

const LEASE = '60 seconds'

/** Channels that may be spoken to; those of `bulk` also with what nobody waits for. */
export interface Open {
  readonly any: readonly string[]
  readonly bulk: readonly string[]
}

/**
 * Claims the next message for one of these channels: by priority, in order within a conversation. The lease, which alone uses
 * the clock of the database, gives it back when the sender dies.
 */
export async function claimLetter(box: Outbox, open: Open, now: Date): Promise<Letter | undefined> {
  if (open.any.length === 0) return undefined
  const rows = await box.client.$queryRaw<Row[]>`
    WITH next AS (
      SELECT t.id, t.unsure FROM unnest(${[...open.any]}::text[]) AS open(channel) CROSS JOIN LATERAL (
        SELECT o.id, o.priority, o.state = 'sending' AS unsure FROM ${box.table} o
        WHERE o.channel = open.channel AND (o.priority < ${PRIORITY.digest} OR open.channel = ANY (${[...open.bulk]}))
          AND o.state IN ('waiting', 'sending') AND o."notBefore" <= ${now}
          AND (o."leaseUntil" IS NULL OR o."leaseUntil" < clock_timestamp())
          AND ${box.mayGo(now)}
          AND NOT EXISTS (
            SELECT 1 FROM ${box.table} e
            WHERE e."conversationId" = o."conversationId" AND e.state IN ('waiting', 'sending') AND e.id < o.id)
        ORDER BY o.priority, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED) t
      ORDER BY t.priority, t.id LIMIT 1)
    UPDATE ${box.table} o SET state = 'sending', "leaseUntil" = clock_timestamp() + ${LEASE}::interval
    FROM next, ${box.conversations} c
    WHERE o.id = next.id AND c.id = o."conversationId"
    RETURNING o.id, o.channel, o.key, o.kind, o."conversationId", o.attempts, o."createdAt", o.body, next.unsure, c.address, ${box.passing} AS passing, c."deadSince" IS NOT NULL AS dead,
      (SELECT p.ref FROM ${box.table} p WHERE p."conversationId" = o."conversationId" AND p.id < o.id ORDER BY p.id DESC LIMIT 1) AS before`
  const row = rows[0]
  if (row === undefined) {
    await box.cancelLate(now)
    return undefined
  }
  return {
    id: row.id,
    channel: row.channel,
    kind: row.kind,
    conversationId: row.conversationId,
    attempts: row.attempts,
    createdAt: row.createdAt,
    unsure: row.unsure,
    passing: row.passing,
    dead: row.dead,
    address: box.sealer.open(box.addressPlace(row.conversationId), row.address),
    out: readOut(box.sealer.open(outboxPlace(box.sealedAs, row.key), row.body)),
    ...(row.before === null ? {} : { before: row.before }),
  }
}

/** Was it cancelled while it was on its way? */
export async function wasCancelled(box: Outbox, id: bigint): Promise<boolean> {
  const rows = await box.client.$queryRaw<{ state: string }[]>`SELECT state FROM ${box.table} WHERE id = ${id}`
  return rows[0]?.state === 'cancelled'
}

/** Sent: the words are erased, the reference stays so that the card can be edited or deleted. */
export async function letterSent(box: Outbox, id: bigint, ref: string | undefined, now: Date): Promise<void> {
  await box.client.$executeRaw`
    UPDATE ${box.table} SET state = 'sent', body = NULL, "sentAt" = ${now}, ref = ${ref ?? null}, "leaseUntil" = NULL WHERE id = ${id}`
}

/** Tried again later, unless she left meanwhile and it was cancelled. */
export async function letterLater(box: Outbox, id: bigint, notBefore: Date, code: string): Promise<void> {
  await box.client.$executeRaw`
    UPDATE ${box.table} SET state = 'waiting', attempts = attempts + 1, "notBefore" = ${notBefore}, code = ${code}, "leaseUntil" = NULL
    WHERE id = ${id} AND state = 'sending'`
}

/** Not its turn yet: as if it had not been looked at. */
export async function letterBack(box: Outbox, id: bigint, notBefore: Date): Promise<void> {
  await box.client.$executeRaw`
    UPDATE ${box.table} SET state = 'waiting', "notBefore" = ${notBefore}, "leaseUntil" = NULL WHERE id = ${id} AND state = 'sending'`
}

/** Given up: 'unknown' may have arrived and is not sent again, 'dead' was refused, 'unreachable' has nobody behind it. */
export async function letterEnded(
  box: Outbox,
  id: bigint,
  state: 'unknown' | 'dead' | 'unreachable',
  code: string,
): Promise<void> {
  await box.client.$executeRaw`
    UPDATE ${box.table} SET state = ${state}, attempts = attempts + 1, code = ${code}, "leaseUntil" = NULL, body = NULL WHERE id = ${id}`
}

/** The channel says that this person cannot be reached: nothing waits for her any more until she writes. */
export async function unreachable(box: Outbox, conversation: string, now: Date): Promise<void> {
  await box.client.$executeRaw`UPDATE ${box.conversations} SET "deadSince" = ${now} WHERE id = ${conversation}`
  await box.client.$executeRaw`
    UPDATE ${box.table} SET state = 'unreachable', body = NULL WHERE "conversationId" = ${conversation} AND state = 'waiting'`
}

/** Messages that wait for a page to fetch them, oldest first. */
export async function waitingFor(
  box: Outbox,
  lane: Uint8Array<ArrayBuffer>,
): Promise<readonly { readonly id: bigint; readonly createdAt: Date; readonly out: Out }[]> {
  const rows = await box.client.$queryRaw<{ id: bigint; key: string; body: Uint8Array; createdAt: Date }[]>`
    SELECT o.id, o.key, o.body, o."createdAt" FROM ${box.table} o JOIN ${box.conversations} c ON c.id = o."conversationId"
    WHERE c.lane = ${lane} AND o.state = 'waiting' ORDER BY o.id LIMIT 200`
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt,
    out: readOut(box.sealer.open(outboxPlace(box.sealedAs, row.key), row.body)),
  }))
}

export async function acknowledge(
  box: Outbox,
  lane: Uint8Array<ArrayBuffer>,
  ids: readonly bigint[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await box.client.$executeRaw`
    UPDATE ${box.table} o SET state = 'sent', body = NULL, "sentAt" = ${now}
    FROM ${box.conversations} c
    WHERE c.id = o."conversationId" AND c.lane = ${lane} AND o.id = ANY (${[...ids]}) AND o.state = 'waiting'`
}
