import { type BubbleBox, bubbleBoxes, hideBubbles, noteBubbles } from '../store/bubbles.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { Stored } from '../store/stored.ts'

interface Hers {
  readonly stored: Stored
  readonly channel: string
  readonly now: Date
}

/** A message of a visitor's, or one that opened the room: it will have to go from her screen. */
export const noteHers = async (store: Store, tx: Tx, hers: Hers): Promise<void> =>
  await note(tx, bubbleBoxes(store).union, hers)

/** What is written in the room. */
export const noteInRoom = async (store: Store, tx: Tx, hers: Hers): Promise<void> =>
  await note(tx, bubbleBoxes(store).vault, hers)

async function note(tx: Tx, box: BubbleBox, { stored, channel, now }: Hers): Promise<void> {
  if (stored.kind !== 'arrival' || stored.ref === undefined) return
  await noteBubbles(tx, box, { channel, address: stored.address, refs: [stored.ref] }, now)
}

/** She has left the room. */
export async function hideAll(store: Store, tx: Tx, vaultLane: Uint8Array, now: Date): Promise<void> {
  const { union, vault } = bubbleBoxes(store)
  await hideBubbles(tx, [union, vault], vaultLane, now)
}
