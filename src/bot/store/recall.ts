import { blindIndex } from '../keys/keys.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

/** She has left: what the Union's side still had on its way to her does not arrive. Either login may say so, in its own turn. */
export async function recallUnsent(
  { keys }: Store,
  tx: Tx,
  { channel, address }: { readonly channel: string; readonly address: string },
): Promise<void> {
  await tx.$executeRaw`SELECT public.recall_unsent(${blindIndex(keys.unionLane, channel, address)})`
}
