import type { App } from '../app.ts'
import type { InboxRow } from '../store/inbox.ts'
import type { Tx } from '../store/tx.ts'
import { turnFailed } from './turnFailed.ts'

/** Who was spoken to. */
interface Seat {
  readonly channel: string
  readonly address: string
}

interface Parts<S extends Seat> {
  /** The login whose turn it is. */
  readonly client: { $transaction(work: (tx: Tx) => Promise<void>): Promise<void> }
  readonly claim: (tx: Tx, now: Date) => Promise<InboxRow | undefined>
  readonly handle: (app: App, tx: Tx, row: InboxRow, now: Date) => Promise<S | undefined>
}

/** One event handled in one transaction; the row of a turn that failed is marked outside of it. False when nothing waits. */
export async function oneTurn<S extends Seat>(app: App, { client, claim, handle }: Parts<S>): Promise<boolean> {
  const now = app.now()
  let row: InboxRow | undefined
  let seat: S | undefined
  try {
    await client.$transaction(async (tx) => {
      row = await claim(tx, now)
      seat = row === undefined ? undefined : await handle(app, tx, row, now)
    })
  } catch (error) {
    if (row === undefined) throw error
    await turnFailed(app, row, error)
    return true
  }
  if (seat !== undefined) app.said(seat.channel, seat.address)
  return row !== undefined
}
