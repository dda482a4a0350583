import type { Incoming } from './parse.ts'
import type { Log, Taker } from './take.ts'

export interface Batch {
  /**
   * Takes what was fetched, chats side by side, the updates of one chat in their order: after a failure the rest of that chat waits.
   * Gives the id to fetch from next: the first that is not kept.
   */
  readonly take: (updates: readonly { readonly update_id: number }[], stopped: AbortSignal) => Promise<Taken>
}

export interface Taken {
  readonly next?: number
  readonly progressed: boolean
  readonly complete: boolean
}

interface Item {
  readonly id: number
  readonly incoming: Incoming
}

const LANES = 8

/** Remembers what is kept above the first failure, so that it is not taken twice when it is fetched again. */
export function batch(taker: Taker, log: Log): Batch {
  const kept = new Set<number>()
  const failures = new Map<number, number>()

  return {
    take: async (updates, stopped) => {
      const items = updates
        .filter(({ update_id }) => !kept.has(update_id))
        .map((update): Item => ({ id: update.update_id, incoming: taker.parse(update) }))
      const lanes = Map.groupBy(items, laneOf).values()
      // All workers draw from one iterator.
      const work = async (): Promise<void> => {
        for (const lane of lanes) await takeLane(lane, stopped)
      }
      await Promise.all(Array.from({ length: LANES }, work))
      return taken(updates, items)
    },
  }

  async function takeLane(lane: readonly Item[], stopped: AbortSignal): Promise<void> {
    for (const { id, incoming } of lane) {
      if (stopped.aborted) return
      const before = failures.get(id) ?? 0
      try {
        await taker.take(incoming, before)
        kept.add(id)
      } catch (error) {
        failures.set(id, before + 1)
        log.warn({ update: id, failures: before + 1, problem: nameOf(error) }, 'telegram update not kept')
        return
      }
    }
  }

  function taken(updates: readonly { readonly update_id: number }[], items: readonly Item[]): Taken {
    const progressed = items.some(({ id }) => kept.has(id))
    const open = updates.find(({ update_id }) => !kept.has(update_id))
    const last = updates.at(-1)
    const next = open?.update_id ?? (last === undefined ? undefined : last.update_id + 1)
    if (next === undefined) return { progressed, complete: true }
    for (const id of kept) if (id < next) kept.delete(id)
    for (const id of failures.keys()) if (id < next) failures.delete(id)
    return { next, progressed, complete: open === undefined }
  }
}

function laneOf({ id, incoming }: Item): string {
  switch (incoming.kind) {
    case 'arrivals':
      return incoming.arrivals[0]?.address ?? String(id)
    case 'press':
      return incoming.arrival.address
    case 'attachment':
      return incoming.base.address
    case 'leave':
      return incoming.chat
    case 'nothing':
      return `update ${id}`
  }
}

/** Only the name: the message of an error that is not ours may hold anything. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
