import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { tellMembers } from './tellMembers.ts'
import { once } from './once.ts'

const HOUR_MS = 3600_000
/** So long before each end of the window: 36 of 48 hours, 6 of 7 days. */
const WARNINGS = [
  { end: 'free', before: 12 },
  { end: 'shut', before: 24 },
] as const

export interface Window {
  readonly channel: string
  readonly free: number
  readonly shut: number
}

interface Row {
  readonly id: string
  readonly takenBy: string | null
  readonly heardAt: Date
}

/**
 * The chat of a woman who has long been silent will be shut by its channel. Whoever has her case hears it in time: to say what must
 * still be said, and to agree with her on another way that she calls safe.
 */
export async function watchWindows(store: Store, tx: Tx, windows: readonly Window[], now: Date): Promise<number> {
  let done = 0
  for (const window of windows) {
    for (const { end, before } of WARNINGS) {
      const hours = window[end]
      const since = new Date(now.getTime() - (hours - before) * HOUR_MS)
      const until = new Date(now.getTime() - hours * HOUR_MS)
      const cases = await tx.$queryRaw<Row[]>`
        SELECT c.id, c."takenBy", w."heardAt" FROM vault."case" c JOIN vault.conversation w ON w.id = c."conversationId"
        WHERE c.state <> 'closed' AND w.channel = ${window.channel} AND w."heardAt" <= ${since} AND w."heardAt" > ${until} LIMIT 100`
      for (const one of cases) {
        const slot = `${one.id}:${one.heardAt.getTime()}`
        done += await once(tx, { job: `window.${end}`, slot, at: now }, async () => {
          const event = { kind: 'window', data: { case: one.id, end, left: String(before) } }
          const where = one.takenBy === null ? { role: 'clubHead' } : { id: one.takenBy }
          await tellMembers(store, tx, { where, event, key: `window.${end}:${slot}`, now })
        })
      }
    }
  }
  return done
}
