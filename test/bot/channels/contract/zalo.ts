import type { BoundChannel, ChannelUnderTest, Person, Shown, Trouble } from './channel.ts'
import type { Stand } from './stand.ts'
import { readPayload } from '../../../../src/bot/channels/zalo/payload.ts'
import type { Delivery } from '../../../zalo/simulator/events.ts'
import type { Fault } from '../../../zalo/simulator/world.ts'

const sender = { sender: { id: '71' }, user_id_by_app: '5571' }
const message = { msg_id: 'm1', text: 'lời lạ' }

const unknowns: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'what she has seen': { event_name: 'user_seen_message', ...sender, message: { msg_ids: ['m1'] } },
  'a tag': { event_name: 'add_user_to_tag', tag: { name: 'lời lạ', user_ids: ['71'] } },
  'a reaction': { event_name: 'user_reacted_message', ...sender, message },
  'a text in a group': { event_name: 'user_send_group_text', ...sender, message },
  'a kind of next year': { event_name: 'something_new', ...sender, message: { ...message, parts: [{ of: 1 }] } },
  'a message of another shape': { event_name: 'something_newer', sender: 71, message: 'lời lạ', user_id: 71 },
}

/** One account, on the simulator. */
export const zalo: ChannelUnderTest = {
  name: 'zalo',
  textMax: 100_000,
  unknowns: Object.keys(unknowns),
  skips: {},
  bind(stand: Stand): BoundChannel {
    const { simulator, zalo } = stand
    const { events, world } = simulator
    let last: readonly Delivery[] = []
    let people = 0

    /** Does it on her phone, and waits until what came of it is kept in the store. */
    const deliver = async (act: () => Promise<number | undefined>): Promise<void> => {
      const before = events.sent.length
      if ((await act()) !== 200) throw new Error('an event was not taken')
      last = events.sent.slice(before)
      await zalo.intake.drain()
    }

    return {
      async newcomer(): Promise<Person> {
        const id = `71000000000000${1000 + ++people}`
        const phone = simulator.user(id)
        await deliver(() => phone.follow())
        return {
          address: id,
          say: (text) => deliver(() => phone.say(text)),
          press: (token) => deliver(() => phone.say(`#hoi:${token}`)),
          sendFile: (name, bytes) =>
            deliver(() => (name.endsWith('.jpg') ? phone.sendImage(bytes) : phone.sendFile(name, bytes))),
          sendVoice: () => deliver(() => phone.sendVoice()),
          again: async () => {
            for (const { body, headers } of last) {
              for (const more of [{}, { num_retry: '1' }]) {
                await fetch(world.webhook ?? '', { method: 'POST', body, headers: { ...headers, ...more } })
              }
            }
            await zalo.intake.drain()
          },
          shown: async () =>
            phone.heard().map(({ text, buttons, attachment }): Shown => {
              const titled = buttons.map(({ title, payload }) => ({
                label: title,
                token: (typeof payload === 'string' ? readPayload(payload) : undefined) ?? '',
              }))
              return { text, buttons: titled, ...(attachment === undefined ? {} : { file: attachment.name }) }
            }),
          block: () => {
            phone.user.blocked = true
          },
          unblock: () => {
            phone.user.blocked = false
          },
        }
      },
      unknown: async (name) => {
        const { oaId } = world.options
        return (await events.emit({ recipient: { id: oaId }, oa_id: oaId, ...unknowns[name] })) ?? 0
      },
      trouble: (what) => void world.faults.push({ path: '/v3.0/oa/message/cs', how: FAULTS[what] }),
    }
  },
}

const FAULTS: Readonly<Record<Trouble, Fault['how']>> = {
  later: { error: -200 },
  pause: { error: -32 },
  lost: 'lostAfter',
}
