import type { Arrival } from '../../src/bot/channel.ts'
import type { Store } from '../../src/bot/store/store.ts'

const FLUSH_MS = 100

/** The classic bug: an event is acknowledged while it is in memory only, and is stored a little later. */
export function memoryQueue(store: (arrival: Arrival) => Promise<void>): (arrival: Arrival) => Promise<void> {
  const queue: Arrival[] = []
  setInterval(() => {
    void storeAll(queue.splice(0), store)
  }, FLUSH_MS)
  return async (arrival) => void queue.push(arrival)
}

async function storeAll(arrivals: readonly Arrival[], store: (arrival: Arrival) => Promise<void>): Promise<void> {
  for (const arrival of arrivals) await store(arrival)
}

/** Each statement of a turn by itself: what is done stays done when the rest of the turn never is. */
export function withoutTransactions(client: Store['union']): Store['union'] {
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (name === '$transaction') return (work: (tx: unknown) => Promise<unknown>) => work(target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
