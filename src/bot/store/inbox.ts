import type { Arrival } from '../channel.ts'
import { blindIndex, keyedHash } from '../keys/keys.ts'
import type { OwnEvent } from '../../flows/heard.ts'
import { readOwnEvent, readStored, type Stored } from './stored.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

/** An inbound event as it was stored: sealed, and erased in the turn that handles it. */
export interface InboxRow {
  readonly id: bigint
  readonly channel: string
  readonly eventKey: string
  readonly lane: Uint8Array<ArrayBuffer> | null
  readonly vaultLane: Uint8Array<ArrayBuffer> | null
  readonly body: Uint8Array<ArrayBuffer> | null
  readonly receivedAt: Date
  readonly attempts: number
}

const placeOf = (channel: string, eventKey: string) => ({
  table: 'inbox',
  column: 'body',
  row: `${channel}|${eventKey}`,
})

/** Stores an arrival before it is acknowledged. A repeated delivery is one event; true when it was new. */
export async function storeArrival(store: Store, arrival: Arrival, now: Date): Promise<boolean> {
  const { channel, address, what, ref } = arrival
  const eventKey = keyOf(store, arrival)
  const body: Stored = { kind: 'arrival', address, what, ...(ref === undefined ? {} : { ref }) }
  const { count } = await store.union.inbox.createMany({
    data: [
      {
        channel,
        eventKey,
        lane: blindIndex(store.keys.unionLane, channel, address),
        vaultLane: blindIndex(store.keys.vaultLane, channel, address),
        body: store.seals.inbox.seal(placeOf(channel, eventKey), JSON.stringify(body)),
        receivedAt: now,
      },
    ],
    skipDuplicates: true,
  })
  return count === 1
}

/** What is kept of an event for 30 days, to know it when it comes again: some channels make its id of the person's. */
const keyOf = (store: Store, { channel, eventKey }: Pick<Arrival, 'channel' | 'eventKey'>): string =>
  Buffer.from(keyedHash(store.keys.events, `${channel}:${eventKey}`).subarray(0, 18)).toString('base64url')

/** An event that means nothing here: its key is kept, so that it is known, and nothing else of it. */
export async function noteEvent(store: Store, channel: string, eventKey: string, now: Date): Promise<void> {
  await store.union.inbox.createMany({
    data: [{ channel, eventKey: keyOf(store, { channel, eventKey }), state: 'done', receivedAt: now, doneAt: now }],
    skipDuplicates: true,
  })
}

export interface OwnPost {
  readonly persona: 'bot' | 'vault'
  /** Unique: the same post made twice is one event. */
  readonly key: string
  readonly lane?: Uint8Array<ArrayBuffer>
  readonly vaultLane?: Uint8Array<ArrayBuffer>
  readonly event: OwnEvent
  readonly now: Date
}

/** Posts an event of our own into a conversation, inside the transaction of the turn that causes it. */
export async function postOwn(store: Store, tx: Tx, post: OwnPost): Promise<void> {
  const body: Stored = { kind: 'own', event: post.event }
  const eventKey = `${post.persona}:${post.key}`
  await tx.inbox.createMany({
    data: [
      {
        channel: 'own',
        eventKey,
        persona: post.persona,
        ...(post.lane === undefined ? {} : { lane: post.lane }),
        ...(post.vaultLane === undefined ? {} : { vaultLane: post.vaultLane }),
        body: store.seals.inbox.seal(placeOf('own', eventKey), JSON.stringify(body)),
        receivedAt: post.now,
      },
    ],
    skipDuplicates: true,
  })
}

/** The head of any lane of the Union, locked until the turn commits. What belongs to an open private room is the vault's. */
export async function claimUnion(tx: Tx, now: Date): Promise<InboxRow | undefined> {
  const rows = await tx.$queryRaw<InboxRow[]>`
    SELECT id, channel, "eventKey", lane, "vaultLane", body, "receivedAt", attempts FROM public.inbox i
    WHERE state = 'waiting' AND ("notBefore" IS NULL OR "notBefore" <= ${now})
      AND (persona = 'bot' OR (persona IS NULL AND NOT vault.private_session_open("vaultLane")))
      AND NOT EXISTS (
        SELECT 1 FROM public.inbox o WHERE o.state = 'waiting' AND o.lane = i.lane AND o.id < i.id)
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return rows[0]
}

/** The same for the vault's login. */
export async function claimVault(tx: Tx, now: Date): Promise<InboxRow | undefined> {
  const rows = await tx.$queryRaw<InboxRow[]>`
    SELECT id, channel, "eventKey", lane, "vaultLane", body, "receivedAt", attempts FROM public.inbox i
    WHERE state = 'waiting' AND ("notBefore" IS NULL OR "notBefore" <= ${now})
      AND (persona = 'vault' OR (persona IS NULL AND vault.private_session_open("vaultLane")))
      AND NOT EXISTS (
        SELECT 1 FROM public.inbox o WHERE o.state = 'waiting' AND o."vaultLane" = i."vaultLane" AND o.id < i.id)
      AND NOT EXISTS (
        SELECT 1 FROM public.inbox o WHERE o.state = 'waiting' AND o.lane = i.lane AND o.id < i.id)
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return rows[0]
}

export function openBody(store: Store, row: InboxRow): Stored {
  if (row.body === null) throw new Error('an inbox row that waits has no body')
  const text = store.seals.inbox.open(placeOf(row.channel, row.eventKey), row.body)
  const raw: unknown = JSON.parse(text)
  return row.channel === 'own' ? { kind: 'own', event: readOwnEvent(raw) } : readStored(raw)
}

/** Handled: the words and both lanes are erased, the key stays so that a repetition is known. */
export async function finish(tx: Tx, id: bigint, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE public.inbox SET state = 'done', body = NULL, lane = NULL, "vaultLane" = NULL, "doneAt" = ${now} WHERE id = ${id}`
}

const TRIES = 5

/**
 * A turn that failed is tried again later, five times; then the event is set aside, still sealed, with a code and never with
 * content, and its lane goes on. True when it was set aside. What another worker has done or counted in between stays as it is.
 */
export async function failed(store: Store, row: InboxRow, code: string, now: Date): Promise<boolean> {
  const attempts = row.attempts + 1
  const dead = attempts >= TRIES
  const notBefore = new Date(now.getTime() + 250 * 2 ** attempts)
  const { count } = await store.union.inbox.updateMany({
    where: { id: row.id, state: 'waiting', attempts: row.attempts },
    data: dead ? { state: 'dead', attempts, code, doneAt: now } : { attempts, code, notBefore },
  })
  return dead && count === 1
}
