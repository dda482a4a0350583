import { blindIndex } from '../../keys/keys.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import type { UnionSeat } from './conversation.ts'

interface Doing {
  readonly seat: UnionSeat
  readonly now: Date
  readonly newId: () => string
  readonly heardAt: Date
  readonly alarm?: string
}

export const vaultPlace = (table: string, column: string, row: string) => ({ table: `vault.${table}`, column, row })

/** What a new private room starts with: the first place, sealed for the vault. */
export const FIRST_STATE = JSON.stringify({ place: { at: 'door' }, count: 0 })

/** Opens the private room of this account and hands on what she wrote; nothing of the vault is read. */
export async function openSession(
  store: Store,
  tx: Tx,
  { seat, newId, heardAt, text, alarm, look }: Doing & { readonly text?: string; readonly look?: boolean },
): Promise<void> {
  const id = newId()
  const lane = blindIndex(store.keys.vaultLane, seat.channel, seat.address)
  const address = store.seals.vault.seal(vaultPlace('conversation', 'address', id), seat.address)
  const state = store.seals.vault.seal(vaultPlace('conversation', 'state', id), FIRST_STATE)
  await tx.$executeRaw`SELECT vault.open_session(${id}, ${lane}, ${seat.channel}, ${address}, ${state})`
  const data = {
    ...(text === undefined ? {} : { text }),
    ...(alarm === undefined ? {} : { alarm }),
    ...(look === true ? { look: 'yes' } : {}),
  }
  await postOwn(store, tx, {
    persona: 'vault',
    key: `opened:${id}`,
    lane: seat.lane,
    vaultLane: lane,
    event: { kind: 'opened', data },
    // Her room is as fresh as her words: an answer to old ones is not sent out of the blue.
    now: heardAt,
  })
}

/** Words of danger: the operational columns are in the clear, the words are sealed for the vault. */
export async function raiseAlarm(
  store: Store,
  tx: Tx,
  {
    seat,
    now,
    effect,
  }: Doing & { readonly effect: { readonly id: string; readonly text: string; readonly child: boolean } },
): Promise<void> {
  const lane = blindIndex(store.keys.vaultLane, seat.channel, seat.address)
  const address = store.seals.vault.seal(vaultPlace('alarm', 'address', effect.id), seat.address)
  const body = store.seals.vault.seal(vaultPlace('alarm', 'body', effect.id), effect.text)
  await tx.$executeRaw`SELECT vault.raise_alarm(${effect.id}, ${now}, ${lane}, ${seat.channel}, ${address}, ${body}, ${effect.child})`
}

/**
 * Nobody is administrator and in the club at once. Whether this account is in the club is not known here, and nothing of it
 * comes back: the vault is told, and ends a membership that it may have.
 */
export async function leaveClub(
  store: Store,
  tx: Tx,
  { seat, key, now }: { readonly seat: UnionSeat; readonly key: string; readonly now: Date },
): Promise<void> {
  await postOwn(store, tx, {
    persona: 'vault',
    key: `becameAdmin:${key}`,
    vaultLane: blindIndex(store.keys.vaultLane, seat.channel, seat.address),
    event: { kind: 'becameAdmin', data: {} },
    now,
  })
}
