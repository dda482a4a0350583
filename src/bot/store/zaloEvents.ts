import type { CaseId } from '../../domain/ids.ts'
import { caseId, conversationId } from '../../domain/ids.ts'
import { blindIndex } from '../keys/keys.ts'
import { noteEvent } from './inbox.ts'
import type { Store } from './store.ts'
import { FIRST_STATE, vaultPlace } from './union/vaultDoors.ts'
import { eraseWoman } from './vault/leaving.ts'

/**
 * A person has withdrawn at the channel (user_withdraw): what is kept of her words goes at once, pseudonymous rows stay. Reports
 * of an officer are the Union's work and stay; her account is no longer hers.
 */
export async function forgetPerson(
  store: Store,
  { channel, address, eventKey }: { readonly channel: string; readonly address: string; readonly eventKey: string },
  now: Date,
): Promise<void> {
  await forgetInVault(store, blindIndex(store.keys.vaultLane, channel, address), now)
  await forgetInUnion(store, blindIndex(store.keys.unionLane, channel, address), now)
  await noteEvent(store, channel, eventKey, now)
}

async function forgetInUnion(store: Store, lane: Uint8Array<ArrayBuffer>, now: Date): Promise<void> {
  await store.union.$transaction(async (tx) => {
    await tx.inbox.updateMany({
      where: { lane, state: { in: ['waiting', 'dead'] } },
      data: { state: 'done', body: null, lane: null, vaultLane: null, doneAt: now },
    })
    const row = await tx.conversation.findUnique({ where: { lane } })
    if (row === null) return
    const place = { table: 'conversation', column: 'state', row: row.id }
    const state = store.seals.union.seal(place, JSON.stringify({ place: { at: 'home' }, count: 0 }))
    await tx.outbox.updateMany({
      where: { conversationId: row.id, state: { in: ['waiting', 'sending'] } },
      data: { state: 'cancelled', body: null, leaseUntil: null },
    })
    await tx.action.deleteMany({ where: { conversationId: row.id } })
    await tx.conversation.update({ where: { id: row.id }, data: { state, personId: null, deadSince: now } })
  })
}

async function forgetInVault(store: Store, lane: Uint8Array<ArrayBuffer>, now: Date): Promise<void> {
  await store.vault.$transaction(async (tx) => {
    const row = await tx.vaultConversation.findUnique({ where: { lane } })
    if (row === null) return
    if (row.kind === 'woman') {
      const first = await tx.case.findFirst({ where: { conversationId: row.id }, select: { id: true } })
      // Alarms and unsent words go with a case, or without one.
      const whose: CaseId = caseId(first?.id ?? `none-${row.id}`)
      const seat = { ...seatOf(row.id, row.channel), lane: Uint8Array.from(row.lane) }
      await eraseWoman(store, tx, { seat, case: whose, now })
    }
    const state = store.seals.vault.seal(vaultPlace('conversation', 'state', row.id), FIRST_STATE)
    await tx.vaultConversation.update({ where: { id: row.id }, data: { state, open: false, deadSince: now } })
  })
}

const seatOf = (id: string, channel: string) => ({
  id: conversationId(id),
  channel,
  address: '',
  conversation: { place: { at: 'door' } as const, count: 0 },
})
