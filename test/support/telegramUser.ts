import { z } from 'zod'
import type { SentFile } from './telegramBody.ts'
import type { TestClient } from './telegramInner.ts'
import { queue, type Seen, show, type Update, type World } from './telegramWorld.ts'

export interface TelegramUser {
  readonly id: number
  say(text: string): Promise<void>
  /** A button of the newest message that has any: by its place, counted from 0, or its label or a part of it. */
  press(which: number | string): Promise<void>
  sendPhoto(bytes: Buffer, caption?: string): Promise<void>
  /** Several as one set: a message each, as Telegram does it. */
  sendAlbum(photos: readonly Buffer[], caption?: string): Promise<void>
  sendDocument(file: SentFile & { readonly mime: string }, caption?: string): Promise<void>
  /** Any other content of a message: a voice, a sticker. */
  sendOther(content: Update): Promise<void>
  edit(text: string): void
  block(): void
  /** Deletes a message of the bot on her side and ours. */
  deleteMessage(id: number): void
  seen(): readonly Seen[]
  waitFor(predicate: (seen: readonly Seen[]) => boolean): Promise<readonly Seen[]>
}

export interface UserOptions {
  readonly id: number
  readonly world: World
  readonly token: string
  readonly client: TestClient
  readonly post: (path: string, payload: unknown) => Promise<unknown>
  readonly until: <T>(find: (world: World) => T | undefined) => Promise<T>
}

const updates = z.array(
  z.looseObject({
    message: z
      .looseObject({ message_id: z.number(), chat: z.looseObject({ id: z.number() }), text: z.string().optional() })
      .optional(),
    callback_query: z.looseObject({ id: z.string() }).optional(),
  }),
)

export function telegramUser({ id, world, token, client, post, until }: UserOptions): TelegramUser {
  const from = { id, is_bot: false, first_name: 'Test' }
  const chat = { id, type: 'private', first_name: 'Test' }
  const seen = (): readonly Seen[] => world.chats.get(id) ?? []

  return {
    id,
    say: async (text) => {
      if (text.startsWith('/')) await client.sendCommand(client.makeCommand(text))
      else await client.sendMessage(client.makeMessage(text))
      await collect()
    },
    press: async (which) => {
      const message = seen().findLast(({ buttons }) => buttons.length > 0)
      const labelled = (part: string) =>
        message?.buttons.find(({ label }) => label === part) ??
        message?.buttons.find(({ label }) => label.includes(part))
      const button = typeof which === 'number' ? message?.buttons[which] : labelled(which)
      if (message === undefined || button === undefined) throw new Error(`no button ${which}`)
      await client.sendCallback(client.makeCallbackQuery(button.data, { message: { message_id: message.id } }))
      await collect()
    },
    sendPhoto: (bytes, caption) => sendMedia(photoOf(bytes), caption),
    sendAlbum: async (photos, caption) => {
      const media_group_id = `g${world.nextUpdate}`
      for (const [n, bytes] of photos.entries())
        await sendMedia({ ...photoOf(bytes), media_group_id }, n === 0 ? caption : undefined)
    },
    sendDocument: ({ mime, ...file }, caption) =>
      sendMedia({ document: { ...keep(file), file_name: file.name, mime_type: mime } }, caption),
    sendOther: (content) => sendMedia(content),
    edit: (text) => {
      const own = seen().findLast(({ from }) => from === 'me')
      queue(world, { edited_message: { message_id: own?.id, from, chat, date: 1, edit_date: 2, text } })
    },
    block: () => {
      world.blockedBy.add(id)
      const user = { id: 666, is_bot: true, first_name: 'Chị Hội' }
      const old_chat_member = { user, status: 'member' }
      const new_chat_member = { user, status: 'kicked', until_date: 0 }
      queue(world, { my_chat_member: { chat, from, date: 1, old_chat_member, new_chat_member } })
    },
    deleteMessage: (message) => {
      world.chats.set(
        id,
        seen().filter((one) => one.id !== message),
      )
    },
    seen,
    waitFor: (predicate) => until(() => (predicate(seen()) ? seen() : undefined)),
  }

  function photoOf(bytes: Buffer): Update {
    const small = { file_id: 'small', file_unique_id: 's', width: 90, height: 60, file_size: 900 }
    return { photo: [small, { ...keep({ name: 'photo.jpg', bytes }), width: 1280, height: 853 }] }
  }

  function keep(file: SentFile): Readonly<Record<string, string | number>> {
    const file_id = `f${world.files.size + 1}`
    world.files.set(file_id, file)
    return { file_id, file_unique_id: `u${file_id}`, file_size: file.bytes.length }
  }

  async function sendMedia(content: Update, caption?: string): Promise<void> {
    const words = caption === undefined ? {} : { caption }
    await post('/sendMessage', { botToken: token, from, chat, date: 1, ...content, ...words })
    await collect()
  }

  /** Takes over what telegram-test-api made of it, maybe another user's too; the front delivers it until it is confirmed. */
  async function collect(): Promise<void> {
    for (const update of updates.parse(await post(`/bot${token}/getUpdates`, {}))) {
      const { message, callback_query } = update
      if (callback_query !== undefined) world.queries.set(callback_query.id, world.now())
      if (message !== undefined) {
        const text = message.text ?? ''
        show(world, message.chat.id, {
          id: message.message_id,
          from: 'me',
          text,
          buttons: [],
          rows: [],
          protect: false,
          edits: 0,
        })
      }
      queue(world, update)
    }
  }
}
