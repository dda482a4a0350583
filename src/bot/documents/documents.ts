import { Worker } from 'node:worker_threads'
import type { Made } from '../../flows/papers/made.ts'
import type { Delivery, Order } from './worker.ts'

export interface Documents {
  make(made: Made<string>): Promise<Uint8Array>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** A document that takes longer than this is given up, and its thread with it. */
const MOST_MS = 60_000
const IDLE_MS = 120_000

/**
 * Documents are made in a thread of their own: a workbook or a chart takes half a second of work, and meanwhile words of danger
 * must be heard. The thread begins with the first document and ends when none was asked for in a while.
 */
export function openDocuments(): Documents {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let count = 0

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url))
    started.unref()
    started.on('message', (delivery: Delivery) => {
      const one = waiting.get(delivery.id)
      waiting.delete(delivery.id)
      if ('bytes' in delivery) one?.resolve(delivery.bytes)
      else one?.reject(new Error(`document not made: ${delivery.problem}`))
    })
    const over = (): void => {
      if (worker === started) worker = undefined
      for (const one of waiting.values()) one.reject(new Error('document not made: thread ended'))
      waiting.clear()
    }
    started.on('error', over)
    started.on('exit', over)
    return started
  }

  async function close(): Promise<void> {
    clearTimeout(idle)
    await worker?.terminate()
  }

  return {
    async make(made) {
      clearTimeout(idle)
      worker ??= start()
      const id = ++count
      const order: Order = { id, made }
      const late = setTimeout(() => void close(), MOST_MS)
      try {
        return await new Promise<Uint8Array>((resolve, reject) => {
          waiting.set(id, { resolve, reject })
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
          worker?.postMessage(order)
        })
      } finally {
        clearTimeout(late)
        idle = setTimeout(() => void close(), IDLE_MS)
        idle.unref()
      }
    },
    close,
  }
}
