import type { BoundChannel, ChannelUnderTest, Person, Shown, Trouble } from './channel.ts'
import type { Stand } from './stand.ts'
import type { Update } from '../../../support/telegramWorld.ts'

const unknowns: Readonly<Record<string, Update>> = {
  'a reaction': { message_reaction: { chat: { id: 71, type: 'private' }, message_id: 1, new_reaction: [] } },
  'a post of a channel': { channel_post: { message_id: 1, chat: { id: -5, type: 'channel' }, text: 'lời của kênh' } },
  'a kind of next year': { something_new: { text: 'lời lạ' } },
  'a message of another shape': { message: { text: ['lời lạ'], chat: 71 } },
}

/** The bot by its webhook, on the stand that refuses what Telegram refuses. */
export const telegram: ChannelUnderTest = {
  name: 'telegram',
  textMax: 100_000,
  unknowns: Object.keys(unknowns),
  skips: {
    lostReply: 'no echo and no key against repetition: whoever asked is answered twice rather than not at all',
  },
  bind(stand: Stand): BoundChannel {
    const { telegram, telegramWebhook, http } = stand
    let posted = 0
    let last: readonly Update[] = []
    let people = 0

    const post = async (update: Update): Promise<number> => {
      const headers = { 'x-telegram-bot-api-secret-token': telegramWebhook.secret }
      return (await http.inject({ method: 'POST', url: telegramWebhook.url, payload: update, headers })).statusCode
    }
    /** Hands on what has happened at Telegram since. */
    const deliver = async (): Promise<void> => {
      const { updates } = await telegram.until((world) => world)
      last = updates.filter(({ update_id }) => update_id > posted)
      posted = Math.max(posted, ...updates.map(({ update_id }) => update_id))
      for (const update of last) if ((await post(update)) !== 200) throw new Error('an update was not taken')
    }

    return {
      async newcomer(): Promise<Person> {
        const id = 7_100_000_000 + ++people
        const user = telegram.user(id)
        const from = { id, is_bot: false, first_name: 'Lan' }
        const chat = { id, type: 'private', first_name: 'Lan' }
        let messages = 900_000
        const message = (content: Update): Update => ({
          message: { message_id: ++messages, from, chat, date: 1, ...content },
        })
        await user.say('/start')
        await deliver()
        return {
          address: String(id),
          say: async (text) => {
            telegram.deliver(message({ text }))
            await deliver()
          },
          press: async (data) => {
            const query = { id: `q${++messages}`, from, chat_instance: '1', data }
            telegram.deliver({ callback_query: { ...query, message: { message_id: 1, chat, date: 1 } } })
            await deliver()
          },
          sendFile: async (name, bytes) => {
            if (name.endsWith('.jpg')) await user.sendPhoto(bytes)
            else await user.sendDocument({ name, bytes, mime: 'application/octet-stream' })
            await deliver()
          },
          sendVoice: async () => {
            telegram.deliver(message({ voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } }))
            await deliver()
          },
          again: async () => {
            for (const update of last) await post(update)
          },
          shown: async () =>
            user.seen().flatMap(({ from, text, buttons, file }): Shown[] => {
              const shown = { text, buttons: buttons.map(({ data, label }) => ({ token: data, label })) }
              return from === 'me' ? [] : [file === undefined ? shown : { ...shown, file: file.name }]
            }),
          block: () => void telegram.until(({ blockedBy }) => blockedBy.add(id)),
          unblock: () => void telegram.until(({ blockedBy }) => blockedBy.delete(id)),
        }
      },
      unknown: async (name) => {
        telegram.deliver(unknowns[name] ?? {})
        const { updates } = await telegram.until((world) => world)
        const newest = updates.at(-1)
        posted = newest?.update_id ?? posted
        return await post(newest ?? {})
      },
      trouble: (what) => telegram.faults.fail('sendMessage', FAULTS[what]),
    }
  },
}

const FAULTS: Readonly<Record<Trouble, Parameters<Stand['telegram']['faults']['fail']>[1]>> = {
  later: { kind: 'refuse', code: 502, description: 'Bad Gateway' },
  pause: { kind: 'refuse', code: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
  lost: { kind: 'loseAnswer' },
}
