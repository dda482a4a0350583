import type { Conversation } from '../../src/flows/turn.ts'
import type { Place } from '../../src/flows/union/place.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { readConversation } from '../../src/bot/store/conversationState.ts'
import type { Store } from '../../src/bot/store/store.ts'
import type { TestBot } from '../support/bot.ts'

const CHANNEL = 'talk'

/** Where somebody stands and what is on her screen: read as she would see it, to know what to tap. */
export async function standingOf({ store }: TestBot, key: string): Promise<Conversation<Place>> {
  const row = await store.union.conversation.findUniqueOrThrow({
    where: { lane: blindIndex(store.keys.unionLane, CHANNEL, key) },
    select: { id: true, state: true },
  })
  const place = { table: 'conversation', column: 'state', row: row.id }
  return readConversation<Place>(store.seals.union.open(place, row.state), { at: 'home' })
}

/** The button of the screen that stands for this, as a press of it arrives. */
export function pressOf(conversation: Conversation<Place>, id: string): string | undefined {
  const index = conversation.screen?.choices.findIndex((one) => one.id === id) ?? -1
  return index < 0 ? undefined : `${conversation.screen?.nonce}.${index.toString(36)}`
}

/** An officer for each unit that the demonstration leaves without one; her key on the talk channel is `cb-` and the unit. */
export async function seatOfficers(store: Store, units: readonly string[], now: Date): Promise<void> {
  for (const unit of units) {
    const id = `cb-${unit}`
    const seal = (column: string, text: string) =>
      store.seals.union.seal({ table: 'conversation', column, row: id }, text)
    await store.union.person.create({ data: { id, name: `Cán bộ ${unit}`, createdAt: now } })
    await store.union.grant.create({ data: { id: `${id}-g`, personId: id, role: 'officer', unit, from: '2021-01-01' } })
    await store.union.conversation.create({
      data: {
        id,
        lane: blindIndex(store.keys.unionLane, CHANNEL, id),
        channel: CHANNEL,
        address: seal('address', id),
        personId: id,
        state: seal('state', JSON.stringify({ place: { at: 'home' }, count: 0 })),
      },
    })
  }
}
