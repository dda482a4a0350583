import type { Out } from '../../../../src/bot/channel.ts'
import { blindIndex } from '../../../../src/bot/keys/keys.ts'
import { type MessageKind, outboxValues, PRIORITY } from '../../../../src/bot/store/outboxEntry.ts'
import type { Stand } from './stand.ts'

export interface Letter {
  readonly to: { readonly channel: string; readonly address: string }
  readonly out: Partial<Out>
  readonly kind?: MessageKind
}

/** Puts a message into the outbox as a turn would; tells its state when asked. */
export async function tell({ bot }: Stand, { to, out, kind = 'officer' }: Letter): Promise<() => Promise<string>> {
  const { store, clock } = bot
  const lane = blindIndex(store.keys.unionLane, to.channel, to.address)
  const conversation = await store.union.conversation.findUniqueOrThrow({ where: { lane } })
  const key = `${conversation.id}:told:${await store.union.outbox.count()}`
  const whole = { text: '', buttons: [], files: [], card: false, protect: false, ...out }
  const { bodies } = outboxValues(store.seals.union, 'outbox', [{ key, kind, out: whole }])
  await store.union.outbox.create({
    data: {
      conversationId: conversation.id,
      channel: to.channel,
      key,
      kind,
      priority: PRIORITY[kind],
      body: bodies[0] ?? null,
      createdAt: clock.now(),
      notBefore: clock.now(),
    },
  })
  return async () => (await store.union.outbox.findUniqueOrThrow({ where: { key } })).state
}
