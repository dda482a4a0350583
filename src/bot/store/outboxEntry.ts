import { z } from 'zod'
import { fileId } from '../../domain/ids.ts'
import type { Out } from '../channel.ts'
import type { Sealer } from '../keys/seal.ts'

/** Lower goes first. */
export const PRIORITY = { danger: 0, woman: 1, caseWork: 2, officer: 3, reminder: 4, digest: 4 } as const
export type MessageKind = keyof typeof PRIORITY

/** A message of a turn; `key` is the same when the turn is run again. */
export interface OutboxEntry {
  readonly key: string
  readonly kind: MessageKind
  readonly out: Out
  /** The case it speaks of, where that is not the one on the screen. */
  readonly about?: string
}

const outSchema = z.object({
  text: z.string(),
  buttons: z.array(z.object({ token: z.string(), label: z.string(), style: z.enum(['go', 'danger']).exactOptional() })),
  files: z.array(z.string().transform((id) => fileId(id))),
  card: z.boolean(),
  protect: z.boolean(),
  clears: z.boolean().exactOptional(),
  digest: z.object({ unit: z.string(), week: z.string() }).exactOptional(),
})

export const readOut = (text: string): Out => outSchema.parse(JSON.parse(text))

export const outboxPlace = (table: string, key: string, owner?: string) => ({
  table,
  column: 'body',
  row: key,
  ...(owner === undefined ? {} : { case: owner }),
})

export function outboxValues(sealer: Sealer, table: string, entries: readonly OutboxEntry[]) {
  return {
    keys: entries.map((one) => one.key),
    abouts: entries.map((one) => one.about ?? null),
    kinds: entries.map((one) => one.kind),
    priorities: entries.map((one) => PRIORITY[one.kind]),
    bodies: entries.map((one) => sealer.seal(outboxPlace(table, one.key), JSON.stringify(one.out))),
  }
}
