import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type UnionRole, UNION_ROLES } from '../../../domain/access.ts'
import { conversationId, type ConversationId, personId, unitId } from '../../../domain/ids.ts'
import type { Locale } from '../../../domain/text.ts'
import type { Conversation } from '../../../flows/turn.ts'
import type { Who } from '../../../flows/union/context.ts'
import type { Place } from '../../../flows/union/place.ts'
import { readConversation } from '../conversationState.ts'
import { outboxValues, type OutboxEntry } from '../outboxEntry.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'

/** A conversation as a turn finds it, locked. */
export interface UnionSeat {
  readonly id: ConversationId
  readonly channel: string
  readonly address: string
  readonly lane: Uint8Array<ArrayBuffer>
  readonly conversation: Conversation<Place>
  readonly who?: Who
  readonly locale: Locale
  /** When this account wrote last, before this turn. */
  readonly heardAt?: Date
  /** Changes when the register of units does. */
  readonly register: string
}

interface Row {
  readonly id: string | null
  readonly channel: string
  readonly address: Uint8Array
  readonly state: Uint8Array
  readonly personId: string | null
  readonly heardAt: Date | null
  readonly name: string | null
  readonly locale: string | null
  readonly grants: unknown
  readonly register: unknown
}

const grantsSchema = z.array(z.object({ role: z.string(), unit: z.string() })).nullable()

const isRole = (role: string): role is UnionRole => UNION_ROLES.some((one) => one === role)

export interface Arriving {
  readonly lane: Uint8Array<ArrayBuffer>
  readonly channel: string
  readonly address: string | undefined
  readonly newId: () => string
  readonly today: string
}

/** One statement: the conversation, locked, with the person's roles of today, the oldest first, and the register's version. */
export async function takeUnionSeat(store: Store, tx: Tx, arriving: Arriving): Promise<UnionSeat | undefined> {
  const { lane, today } = arriving
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.channel, c.address, c.state, c."personId", c."heardAt", p.name, p.locale,
      (SELECT json_agg(json_build_object('role', g.role, 'unit', g.unit) ORDER BY g."from", g.id) FROM public."grant" g
        WHERE g."personId" = c."personId" AND g."revokedAt" IS NULL AND g."from" <= ${today}
          AND (g."to" IS NULL OR g."to" >= ${today})) AS grants,
      (SELECT value FROM public.setting WHERE key = 'register') AS register
    FROM public.conversation c LEFT JOIN public.person p ON p.id = c."personId"
    WHERE c.lane = ${lane} FOR UPDATE OF c`
  const row = rows[0]
  if (row?.id == null) return newSeat(store, tx, arriving)
  const id = conversationId(row.id)
  const place = { table: 'conversation', column: 'state', row: id }
  const grants = (grantsSchema.parse(row.grants) ?? []).flatMap(({ role, unit }) =>
    isRole(role) ? [{ role, unit: unitId(unit) }] : [],
  )
  const who =
    row.personId === null || grants.length === 0
      ? undefined
      : { id: personId(row.personId), name: row.name ?? '', grants }
  return {
    id,
    channel: row.channel,
    address: store.seals.union.open({ ...place, column: 'address' }, row.address),
    lane,
    conversation: readConversation<Place>(store.seals.union.open(place, row.state), { at: 'home' }),
    locale: row.locale === 'en' ? 'en' : 'vi',
    register: JSON.stringify(row.register),
    ...(row.heardAt === null ? {} : { heardAt: row.heardAt }),
    ...(who === undefined ? {} : { who }),
  }
}

async function newSeat(
  store: Store,
  tx: Tx,
  { lane, channel, address, newId }: Arriving,
): Promise<UnionSeat | undefined> {
  if (address === undefined) return undefined
  const setting = await tx.setting.findUnique({ where: { key: 'register' } })
  const id = conversationId(newId())
  const conversation: Conversation<Place> = { place: { at: 'home' }, count: 0 }
  const seal = (column: string, text: string) =>
    store.seals.union.seal({ table: 'conversation', column, row: id }, text)
  await tx.conversation.create({
    data: { id, lane, channel, address: seal('address', address), state: seal('state', JSON.stringify(conversation)) },
  })
  return { id, channel, address, lane, conversation, locale: 'vi', register: JSON.stringify(setting?.value ?? null) }
}

export interface Saving {
  readonly seat: UnionSeat
  readonly conversation: Conversation<Place>
  /** Set when it was the person who wrote, not an event of ours. */
  readonly heardAt?: Date
  /** She has blocked the bot or left: nobody can be reached there until she writes again. */
  readonly blocked?: boolean
  readonly entries: readonly OutboxEntry[]
  /** One picture of a set: its answer waits a moment, and that of the next one takes its place. */
  readonly album?: string
  readonly inboxId: bigint
  readonly now: Date
}

/** One statement: the conversation after the turn, what is to be sent, and the inbox row done. */
export async function saveUnionSeat(store: Store, tx: Tx, saving: Saving): Promise<void> {
  const { seat, conversation, heardAt, inboxId, now } = saving
  const seal = (column: string, text: string) =>
    store.seals.union.seal({ table: 'conversation', column, row: seat.id }, text)
  const state = seal('state', JSON.stringify(conversation))
  const out = outboxValues(store.seals.union, 'outbox', saving.entries)
  const notBefore = saving.album === undefined ? now : new Date(now.getTime() + ALBUM_MS)
  if (saving.album !== undefined)
    await tx.$executeRaw`
      UPDATE public.outbox SET state = 'cancelled', body = NULL
      WHERE "conversationId" = ${seat.id} AND state = 'waiting' AND starts_with(key, ${albumKey(saving.album)})`
  await tx.$executeRaw`
    WITH done AS (
      UPDATE public.inbox SET state = 'done', body = NULL, lane = NULL, "vaultLane" = NULL, "doneAt" = ${now}
      WHERE id = ${inboxId}),
    said AS (
      INSERT INTO public.outbox ("conversationId", channel, key, kind, priority, body, "createdAt", "notBefore")
      SELECT ${seat.id}, ${seat.channel}, o.key, o.kind, o.priority, o.body, ${now}, ${notBefore}
      FROM unnest(${out.keys}::text[], ${out.kinds}::text[], ${out.priorities}::int[], ${out.bodies}::bytea[])
        WITH ORDINALITY AS o(key, kind, priority, body, n)
      ORDER BY o.n
      ON CONFLICT (key) DO NOTHING)
    UPDATE public.conversation SET state = ${state}, rev = rev + 1,
      "heardAt" = COALESCE(${heardAt ?? null}::timestamptz, "heardAt"), "deadSince" = CASE WHEN ${saving.blocked === true} THEN ${now}::timestamptz WHEN ${heardAt === undefined} THEN "deadSince" END
    WHERE id = ${seat.id}`
}

/** Longer than the pictures of a set are apart. */
const ALBUM_MS = 1_200

/** What the keys of answers to the pictures of one set begin with. */
export const albumKey = (album: string): string =>
  `album:${createHash('sha256').update(album).digest('base64url').slice(0, 12)}:`
