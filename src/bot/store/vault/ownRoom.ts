import { blindIndex } from '../../keys/keys.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'
import type { VaultSeat } from './conversation.ts'

/**
 * A member of the club who asks for herself has a room of its own on the same account: another key and another row, with
 * nothing of the member in it. Only whoever has the keys can tell that the two are one account; so the bot can, in the turn
 * that asks, and keeps her own case away from her desk.
 */
interface Account {
  readonly channel: string
  readonly address: string
}

/** No address of a channel begins so: what arrives has no such sign. */
const ownLane = ({ keys }: Store, { channel, address }: Account): Uint8Array<ArrayBuffer> =>
  blindIndex(keys.vaultLane, channel, `\0${address}`)

/** The account itself: its desk, or a woman's only room. */
export const accountLane = ({ keys }: Store, { channel, address }: Account): Uint8Array<ArrayBuffer> =>
  blindIndex(keys.vaultLane, channel, address)

export const isOwnRoom = (store: Store, seat: VaultSeat): boolean =>
  Buffer.from(ownLane(store, seat)).equals(Buffer.from(seat.lane))

/** Screens are counted from far above those of a desk: a button of the one is never taken for one of the other. */
const FIRST = JSON.stringify({ place: { at: 'door' }, count: 36 ** 4 })

interface Opening extends Account {
  readonly newId: () => string
}

/** The lane of her own room; made where there is none. */
async function ownRoom(
  store: Store,
  tx: Tx,
  { newId, ...account }: Opening,
  open: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const lane = ownLane(store, account)
  const { count } = await tx.vaultConversation.updateMany({ where: { lane }, data: open ? { open } : {} })
  if (count > 0) return lane
  const id = newId()
  const seal = (column: string, text: string) => store.seals.vault.seal(vaultPlace('conversation', column, id), text)
  const { channel, address } = account
  await tx.vaultConversation.create({
    data: { id, lane, channel, address: seal('address', address), kind: 'woman', open, state: seal('state', FIRST) },
  })
  return lane
}

/** From her desk into her own room, with what she wrote on the way. */
export async function openOwnRoom(
  store: Store,
  tx: Tx,
  {
    seat,
    newId,
    now,
    data,
  }: { seat: VaultSeat; newId: () => string; now: Date; data: Readonly<Record<string, string>> },
): Promise<void> {
  const { channel, address } = seat
  const vaultLane = await ownRoom(store, tx, { channel, address, newId }, true)
  const event = { kind: 'opened', data }
  await postOwn(store, tx, { persona: 'vault', key: `opened:${newId()}`, vaultLane, event, now })
}

/** Her own room, while it stands open beside the desk. */
export async function openRoomBeside(
  store: Store,
  tx: Tx,
  desk: VaultSeat,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (desk.member === undefined) return undefined
  const lane = ownLane(store, desk)
  return (await tx.vaultConversation.count({ where: { lane, open: true } })) === 1 ? lane : undefined
}

export async function closeRoom(tx: Tx, lane: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.vaultConversation.updateMany({ where: { lane }, data: { open: false } })
}

/** Raised outside, her alarm has the lane of her account, which is her desk; from here on it is her room's, like all that is hers. */
export async function intoOwnRoom(store: Store, tx: Tx, seat: VaultSeat, alarm: string): Promise<void> {
  if (!isOwnRoom(store, seat)) return
  await tx.alarm.updateMany({ where: { id: alarm, lane: accountLane(store, seat) }, data: { lane: seat.lane } })
}

/** Where an alarm was raised from outside by a member, she is answered in her own room and not at her desk. */
export async function womanLane(
  store: Store,
  tx: Tx,
  lane: Uint8Array,
  newId: () => string,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Uint8Array.from(lane)
  const row = await tx.vaultConversation.findUnique({ where: { lane: bytes } })
  if (row?.memberId == null) return bytes
  return await ownRoom(store, tx, { ...accountOf(store, row), newId }, false)
}

interface RoomRow {
  readonly id: string
  readonly channel: string
  readonly address: Uint8Array
}

const accountOf = (store: Store, row: RoomRow): Account => ({
  channel: row.channel,
  address: store.seals.vault.open(vaultPlace('conversation', 'address', row.id), row.address),
})

/** The rooms in which this member asks for herself, on each of her accounts, and every lane that is hers. */
export async function roomsOf(store: Store, tx: Tx, member: string) {
  const desks = await tx.vaultConversation.findMany({ where: { memberId: member } })
  const own = desks.map((row) => ownLane(store, accountOf(store, row)))
  const rooms = await tx.vaultConversation.findMany({ where: { lane: { in: own } }, select: { id: true } })
  const ids = new Set(rooms.map((one) => one.id))
  const lanes = new Set([...own, ...desks.map((one) => one.lane)].map(hex))
  return {
    isHers: (conversation: string | null | undefined): boolean => conversation != null && ids.has(conversation),
    isHersByLane: (lane: Uint8Array | null): boolean => lane !== null && lanes.has(hex(lane)),
  }
}

const hex = (lane: Uint8Array): string => Buffer.from(lane).toString('hex')

/** The member who asks here for herself; undefined for anybody else. */
export async function memberBehind(
  store: Store,
  tx: Tx,
  where: { readonly id: string } | { readonly lane: Uint8Array<ArrayBuffer> },
): Promise<string | undefined> {
  const room = await tx.vaultConversation.findUnique({ where })
  if (room === null) return undefined
  const lane = accountLane(store, accountOf(store, room))
  const account = await tx.vaultConversation.findUnique({ where: { lane }, select: { memberId: true } })
  return account?.memberId ?? undefined
}

/** Of whom an event speaks, where that is a member who asks for herself: she is not told of it at her desk. */
export async function memberOfEvent(
  store: Store,
  tx: Tx,
  { case: id, alarm }: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  if (id !== undefined) {
    const found = await tx.case.findUnique({ where: { id }, select: { conversationId: true } })
    return found?.conversationId == null ? undefined : await memberBehind(store, tx, { id: found.conversationId })
  }
  const raised =
    alarm === undefined ? null : await tx.alarm.findUnique({ where: { id: alarm }, select: { lane: true } })
  return raised?.lane == null ? undefined : await memberBehind(store, tx, { lane: Uint8Array.from(raised.lane) })
}
