import { z } from 'zod'
import type { Conversation } from '../../flows/turn.ts'

const state = z.object({
  place: z.looseObject({ at: z.string() }),
  count: z.int(),
  screen: z
    .object({
      nonce: z.string(),
      choices: z.array(z.object({ id: z.string().optional(), label: z.unknown() })),
      typed: z.enum(['choices', 'value', 'listed']),
    })
    .optional(),
})

/**
 * What we sealed ourselves, read back. A state that this version cannot read becomes the first place, so that nobody is stuck
 * after a new version; drafts live apart and are not lost by it.
 */
export function readConversation<P extends { readonly at: string }>(text: string, first: P): Conversation<P> {
  const parsed: unknown = JSON.parse(text)
  return isConversation<P>(parsed) ? parsed : { place: first, count: 0 }
}

const isConversation = <P extends { readonly at: string }>(value: unknown): value is Conversation<P> =>
  state.safeParse(value).success
