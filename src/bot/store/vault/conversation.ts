import { CLUB_ROLES } from '../../../domain/access.ts'
import { instant, type Instant } from '../../../domain/calendar.ts'
import { conversationId, type ConversationId, memberId } from '../../../domain/ids.ts'
import type { Conversation } from '../../../flows/turn.ts'
import type { MemberWho } from '../../../flows/vault/context.ts'
import type { Place } from '../../../flows/vault/place.ts'
import { readConversation } from '../conversationState.ts'
import { outboxValues, type OutboxEntry } from '../outboxEntry.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'

/** A conversation of the private room as a turn finds it, locked. */
export interface VaultSeat {
  readonly id: ConversationId
  readonly channel: string
  readonly address: string
  readonly lane: Uint8Array<ArrayBuffer>
  readonly conversation: Conversation<Place>
  readonly member?: MemberWho
  readonly heardAt?: Instant
  /** Keyed hash of the word that she chose for leaving. */
  readonly exitWord?: Uint8Array
  readonly refusedUntil?: Instant
}

interface Row {
  readonly id: string
  readonly channel: string
  readonly lane: Uint8Array<ArrayBuffer>
  readonly address: Uint8Array
  readonly state: Uint8Array
  readonly heardAt: Date | null
  readonly exitWord: Uint8Array | null
  readonly memberId: string | null
  readonly name: string | null
  readonly role: string | null
  readonly unit: string | null
  readonly dutyUntil: Date | null
  readonly capacity: number | null
  readonly refusedUntil: Date | null
}

export async function takeVaultSeat(
  store: Store,
  tx: Tx,
  lane: Uint8Array<ArrayBuffer>,
): Promise<VaultSeat | undefined> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c.channel, c.lane, c.address, c.state, c."heardAt", c."exitWord", c."refusedUntil", m.id AS "memberId", m.name, m.role,
      m.unit, m."dutyUntil", m.capacity
    FROM vault.conversation c
    LEFT JOIN vault.member m ON m.id = c."memberId" AND m."revokedAt" IS NULL
    WHERE c.lane = ${lane} FOR UPDATE OF c`
  const row = rows[0]
  if (row === undefined) return undefined
  const member = memberOf(row)
  const first: Place = member === undefined ? { at: 'door' } : { at: 'desk' }
  return {
    id: conversationId(row.id),
    channel: row.channel,
    address: store.seals.vault.open(vaultPlace('conversation', 'address', row.id), row.address),
    lane: row.lane,
    conversation: readConversation<Place>(
      store.seals.vault.open(vaultPlace('conversation', 'state', row.id), row.state),
      first,
    ),
    ...(member === undefined ? {} : { member }),
    ...(row.heardAt === null ? {} : { heardAt: instant(row.heardAt.getTime()) }),
    ...(row.exitWord === null ? {} : { exitWord: row.exitWord }),
    ...(row.refusedUntil === null ? {} : { refusedUntil: instant(row.refusedUntil.getTime()) }),
  }
}

function memberOf(row: Row): MemberWho | undefined {
  const role = CLUB_ROLES.find((one) => one === row.role)
  if (row.memberId === null || role === undefined) return undefined
  return {
    id: memberId(row.memberId),
    name: row.name ?? '',
    role,
    capacity: row.capacity ?? 10,
    ...(row.unit === null ? {} : { unit: row.unit }),
    ...(row.dutyUntil === null ? {} : { dutyUntil: instant(row.dutyUntil.getTime()) }),
  }
}

export interface Saving {
  readonly seat: VaultSeat
  readonly conversation: Conversation<Place>
  readonly heardAt?: Date
  /** She has blocked the bot or left: nobody can be reached there until she writes again. */
  readonly blocked?: boolean
  readonly entries: readonly OutboxEntry[]
  /** Why a woman may be written to; a member needs none. */
  readonly cause?: string
  /** When it must not be sent any more. */
  readonly until?: Date
  readonly inboxId: bigint
  readonly now: Date
}

/** One statement, as on the Union's side; the table refuses a message to a woman without a cause. */
export async function saveVaultSeat(store: Store, tx: Tx, saving: Saving): Promise<void> {
  const { seat, conversation, heardAt, inboxId, now, cause } = saving
  const toWoman = seat.member === undefined
  const state = store.seals.vault.seal(vaultPlace('conversation', 'state', seat.id), JSON.stringify(conversation))
  const out = outboxValues(store.seals.vault, 'vault.outbox', saving.entries)
  await tx.$executeRaw`
    WITH done AS (
      UPDATE public.inbox SET state = 'done', body = NULL, lane = NULL, "vaultLane" = NULL, "doneAt" = ${now}
      WHERE id = ${inboxId}),
    said AS (
      INSERT INTO vault.outbox ("conversationId", channel, key, kind, priority, body, "caseId", "toWoman", cause, "until", "createdAt", "notBefore")
      SELECT ${seat.id}, ${seat.channel}, o.key, o.kind, o.priority, o.body, COALESCE(o.about, ${shownCase(conversation.place)}), ${toWoman}, ${cause ?? null}, ${saving.until ?? null}::timestamptz, ${now}, ${now}
      FROM unnest(${out.keys}::text[], ${out.kinds}::text[], ${out.priorities}::int[], ${out.bodies}::bytea[],
        ${out.abouts}::text[]) WITH ORDINALITY AS o(key, kind, priority, body, about, n)
      ORDER BY o.n
      ON CONFLICT (key) DO NOTHING)
    UPDATE vault.conversation SET state = ${state}, rev = rev + 1,
      "heardAt" = COALESCE(${heardAt ?? null}::timestamptz, "heardAt"), "deadSince" = CASE WHEN ${saving.blocked === true} THEN ${now}::timestamptz
        WHEN ${heardAt ?? null}::timestamptz IS NULL THEN "deadSince" END
    WHERE id = ${seat.id}`
}

/** The case whose words may stand on the screen: what waits to be sent goes with it when it is erased. */
const shownCase = (place: Place): string | null => ('id' in place ? place.id : null)
