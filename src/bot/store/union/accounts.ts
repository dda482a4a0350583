import type { Conversation } from '../../../flows/turn.ts'
import type { Place } from '../../../flows/union/place.ts'
import { blindIndex } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import { validOn } from './people.ts'
import { audit } from './perform.ts'

export interface Binding {
  readonly channel: string
  readonly address: string
  readonly person: string
  /** For the conversation, where the account has none yet. */
  readonly id: string
  readonly now: Date
}

export type Bound = { readonly kind: 'bound'; readonly left: number } | { readonly kind: 'nobody' | 'taken' }

/** Moves a person to another account of a channel: those she had there lose her rights in the same moment. */
export async function bindAccount(store: Store, binding: Binding): Promise<Bound> {
  const { channel, address, person, now } = binding
  const lane = blindIndex(store.keys.unionLane, channel, address)
  return await store.union.$transaction(async (tx): Promise<Bound> => {
    const grants = await tx.grant.count({ where: { personId: person, ...validOn(now) } })
    if (grants === 0) return { kind: 'nobody' }
    const found = await tx.conversation.findUnique({ where: { lane } })
    if (found?.personId != null && found.personId !== person) {
      const theirs = await tx.grant.count({ where: { personId: found.personId, ...validOn(now) } })
      if (theirs > 0) return { kind: 'taken' }
    }
    const id = found?.id ?? binding.id
    const first: Conversation<Place> = { place: { at: 'home' }, count: 0 }
    const seal = (column: string, text: string) =>
      store.seals.union.seal({ table: 'conversation', column, row: id }, text)
    const state = seal('state', JSON.stringify(first))
    const { count } = await tx.conversation.updateMany({
      where: { personId: person, channel, id: { not: id } },
      data: { personId: null },
    })
    await tx.conversation.upsert({
      where: { lane },
      create: { id, lane, channel, address: seal('address', address), personId: person, state },
      update: { personId: person, state, deadSince: null },
    })
    await audit(tx, { actor: 'server', act: 'bind', subject: person, now })
    return { kind: 'bound', left: count }
  })
}
