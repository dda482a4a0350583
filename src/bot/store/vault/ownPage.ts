import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { blindIndex } from '../../keys/keys.ts'
import { postOwn } from '../inbox.ts'
import { type Links, vaultLinks } from '../links.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { FIRST_STATE, vaultPlace } from '../union/vaultDoors.ts'

/** room: opens her room at a page of her own. seat: the browser that opened it asks for its session, once. */
const PURPOSES = ['room', 'seat'] as const
type RoomPurpose = (typeof PURPOSES)[number]

const SEAT_MINUTES = 5

export const roomLinks = (store: Store, tx?: Pick<Tx, 'vaultOneTimeLink'>): Links<RoomPurpose> =>
  vaultLinks(store, PURPOSES, tx)

const movedSchema = z.record(z.string(), z.string())

interface RoomLink {
  /** The conversation that she leaves. */
  readonly from: string
  readonly secret: string
  readonly minutes: number
  readonly moved: { readonly case?: string; readonly words?: string; readonly door?: string }
  readonly now: Date
}

/** An earlier link out of the same chat opens nothing any more. */
export async function makeRoomLink(store: Store, tx: Tx, link: RoomLink): Promise<void> {
  const { from, secret, minutes, moved, now } = link
  const data = JSON.stringify(moved)
  await roomLinks(store, tx).make({ purpose: 'room', subject: from, data, minutes, now, secret, alone: true })
}

/**
 * Spends the link: her room goes on at a new address of the web chat, and her case with it. Gives the secret with which this
 * browser asks for its session once, within minutes; undefined when the link opens nothing.
 */
export async function openRoom(store: Store, secret: string, now: Date): Promise<string | undefined> {
  return await store.vault.$transaction(async (tx) => {
    const link = await roomLinks(store, tx).use('room', secret, now)
    const old = link && (await tx.vaultConversation.findUnique({ where: { id: link.subject } }))
    if (link?.data === undefined || old == null) return undefined
    const moved = movedSchema.parse(JSON.parse(link.data))
    const id = randomBytes(12).toString('hex')
    const address = `s-${randomBytes(16).toString('hex')}`
    const lane = blindIndex(store.keys.vaultLane, 'web', address)
    const seal = (column: string, text: string) => store.seals.vault.seal(vaultPlace('conversation', column, id), text)
    await tx.vaultConversation.create({
      data: {
        id,
        lane,
        channel: 'web',
        address: seal('address', address),
        kind: 'woman',
        open: true,
        state: seal('state', FIRST_STATE),
        // Her word for leaving goes along, and so does what two members have decided about this account.
        exitWord: old.exitWord,
        refusedUntil: old.refusedUntil,
      },
    })
    const moving = moved['case']
    if (moving !== undefined) {
      await tx.case.updateMany({ where: { id: moving, conversationId: old.id }, data: { conversationId: id } })
    }
    const data = { moved: 'yes', ...moved }
    await postOwn(store, tx, {
      persona: 'vault',
      key: `moved:${id}`,
      vaultLane: lane,
      event: { kind: 'opened', data },
      now,
    })
    return await roomLinks(store, tx).make({ purpose: 'seat', subject: id, data: address, minutes: SEAT_MINUTES, now })
  })
}
