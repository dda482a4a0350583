import { parentPort } from 'node:worker_threads'
import type { Made } from '../../flows/papers/made.ts'
import { make } from './make.ts'

export interface Order {
  readonly id: number
  readonly made: Made<string>
}

export type Delivery =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string }

/** Makes one document after another; its words stay in this thread, an error goes back by its kind alone. */
parentPort?.on('message', ({ id, made }: Order) => {
  make(made).then(
    (bytes) => answer({ id, bytes: Uint8Array.from(bytes) }),
    (error: unknown) => answer({ id, problem: error instanceof Error ? error.name : 'unknown' }),
  )
})

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const answer = (delivery: Delivery): void => parentPort?.postMessage(delivery)
