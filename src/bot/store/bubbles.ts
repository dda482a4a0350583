import { blindIndex } from '../keys/keys.ts'
import type { Sealer } from '../keys/seal.ts'
import { Prisma } from './generated/client.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

/** The messages in people's chats that must not stay there; the same on both logins, each with its own table and seal. */
export interface BubbleBox {
  readonly client: Tx
  readonly table: Prisma.Sql
  readonly sealer: Sealer
  readonly sealedAs: string
  readonly laneKey: Buffer
}

export const bubbleBoxes = (store: Store): { readonly union: BubbleBox; readonly vault: BubbleBox } => ({
  union: {
    client: store.union,
    table: Prisma.sql`public.bubble`,
    sealer: store.seals.union,
    sealedAs: 'bubble',
    laneKey: store.keys.vaultLane,
  },
  vault: {
    client: store.vault,
    table: Prisma.sql`vault.bubble`,
    sealer: store.seals.vault,
    sealedAs: 'vault.bubble',
    laneKey: store.keys.vaultLane,
  },
})

export interface Shown {
  readonly channel: string
  readonly address: string
  readonly refs: readonly string[]
  /** She has left meanwhile. */
  readonly left?: boolean
}

const DAY_MS = 24 * 3600_000
/** Telegram deletes nothing that is older. */
const TOO_LATE_MS = 2 * DAY_MS

const placeOf = (box: BubbleBox, vaultLane: Uint8Array, ref: string) => ({
  table: box.sealedAs,
  column: 'address',
  row: bubbleRow(vaultLane, ref),
})

export const bubbleRow = (vaultLane: Uint8Array, ref: string): string =>
  `${Buffer.from(vaultLane).toString('hex')}|${ref}`

/** Keeps which messages stand in the chat, to take them off it after a day. */
export async function noteBubbles(tx: Tx, box: BubbleBox, shown: Shown, now: Date): Promise<void> {
  const { channel, address, refs, left } = shown
  const lane = blindIndex(box.laneKey, channel, address)
  const addresses = refs.map((ref) => box.sealer.seal(placeOf(box, lane, ref), address))
  const dueAt = left === true ? now : new Date(now.getTime() + DAY_MS)
  await tx.$executeRaw`
    INSERT INTO ${box.table} ("vaultLane", channel, address, ref, "createdAt", "dueAt")
    SELECT ${lane}, ${channel}, b.address, b.ref, ${now}, ${dueAt}
    FROM unnest(${[...refs]}::text[], ${addresses}::bytea[]) AS b(ref, address)
    ON CONFLICT ("vaultLane", ref) DO NOTHING`
}

/** She has left: everything that stands in her chat is due. Either login may say so. */
export async function hideBubbles(
  tx: Tx,
  tables: readonly BubbleBox[],
  vaultLane: Uint8Array,
  now: Date,
): Promise<void> {
  for (const { table } of tables)
    await tx.$executeRaw`UPDATE ${table} SET "dueAt" = ${now} WHERE "vaultLane" = ${vaultLane} AND "dueAt" > ${now}`
}

export interface DueBubbles {
  readonly channel: string
  readonly address: string
  readonly ids: readonly bigint[]
  readonly refs: readonly string[]
}

interface Row {
  readonly id: bigint
  readonly vaultLane: Uint8Array
  readonly channel: string
  readonly address: Uint8Array
  readonly ref: string
}

/** As many as one request may delete. */
const MOST = 100
const AGAIN_MS = 60_000

/** What is due in one chat; it is due again in a minute, unless it is forgotten by then. */
export async function claimBubbles(
  box: BubbleBox,
  channels: readonly string[],
  now: Date,
): Promise<DueBubbles | undefined> {
  const rows = await box.client.$queryRaw<Row[]>`
    WITH first AS (
      SELECT "vaultLane" FROM ${box.table} WHERE "dueAt" <= ${now} AND channel = ANY (${[...channels]})
      ORDER BY "dueAt" LIMIT 1),
    due AS (
      SELECT b.id FROM ${box.table} b, first
      WHERE b."vaultLane" = first."vaultLane" AND b."dueAt" <= ${now} ORDER BY b.id LIMIT ${MOST} FOR UPDATE OF b SKIP LOCKED)
    UPDATE ${box.table} b SET "dueAt" = ${new Date(now.getTime() + AGAIN_MS)} FROM due WHERE b.id = due.id
    RETURNING b.id, b."vaultLane", b.channel, b.address, b.ref`
  const [first] = rows
  if (first === undefined) return undefined
  return {
    channel: first.channel,
    address: box.sealer.open(placeOf(box, first.vaultLane, first.ref), first.address),
    ids: rows.map((one) => one.id),
    refs: rows.map((one) => one.ref),
  }
}

export async function forgetBubbles(box: BubbleBox, ids: readonly bigint[]): Promise<void> {
  await box.client.$executeRaw`DELETE FROM ${box.table} WHERE id = ANY (${[...ids]})`
}

/** Those that the channel would not delete any more; how many there were. */
export async function forgetLateBubbles(box: BubbleBox, now: Date): Promise<number> {
  return await box.client.$executeRaw`
    DELETE FROM ${box.table} WHERE "createdAt" < ${new Date(now.getTime() - TOO_LATE_MS)}`
}
