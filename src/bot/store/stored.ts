import { z } from 'zod'
import { fileId } from '../../domain/ids.ts'
import type { OwnEvent } from '../../flows/heard.ts'
import type { Inbound } from '../channel.ts'

/** What the body holds: who wrote, and what. */
export type Stored =
  | { readonly kind: 'arrival'; readonly address: string; readonly ref?: string; readonly what: Inbound }
  | { readonly kind: 'own'; readonly event: OwnEvent }

const file = z.object({
  id: z.string().transform((id) => fileId(id)),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
})

const what = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), replyTo: z.string().exactOptional() }),
  z.object({ kind: z.literal('edited'), text: z.string() }),
  z.object({ kind: z.literal('press'), token: z.string() }),
  z.object({ kind: z.literal('file'), file, album: z.string().exactOptional() }),
  z.object({ kind: z.literal('badFile'), why: z.enum(['tooBig', 'type', 'unreadable']) }),
  z.object({ kind: z.literal('voice') }),
  z.object({ kind: z.literal('unread'), what: z.enum(['location', 'contact', 'other']) }),
  z.object({ kind: z.literal('start'), code: z.string().exactOptional() }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('blocked') }),
  z.object({ kind: z.literal('byHand') }),
  z.object({ kind: z.literal('unknown') }),
])

const stored = z.object({ kind: z.literal('arrival'), address: z.string(), ref: z.string().exactOptional(), what })
const own = z.object({
  kind: z.literal('own'),
  event: z.object({ kind: z.string(), data: z.record(z.string(), z.string()) }),
})

export const readStored = (raw: unknown): Stored => stored.parse(raw)
export const readOwnEvent = (raw: unknown): OwnEvent => own.parse(raw).event
