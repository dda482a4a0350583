import { z } from 'zod'
import type { Body, SentFile } from './telegramBody.ts'
import { isAnswerable, type Seen, type SeenButton, show, type World } from './telegramWorld.ts'

/** A refusal, worded as Telegram words it. */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | undefined

  constructor(code: number, description: string, retryAfter?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** Calls the same method of telegram-test-api and gives its result. */
export type Inner = (method: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>

const markup = z.object({
  inline_keyboard: z
    .array(z.array(z.object({ text: z.string(), callback_data: z.string(), style: z.string().optional() })))
    .default([]),
})
const request = z.object({
  chat_id: z.coerce.number().default(0),
  message_id: z.number().default(0),
  message_ids: z.array(z.number()).max(100).default([]),
  text: z.string().default(''),
  caption: z.string().default(''),
  photo: z.string().optional(),
  document: z.string().optional(),
  protect_content: z.boolean().default(false),
  reply_markup: markup.optional(),
  callback_query_id: z.string().default(''),
  file_id: z.string().default(''),
  url: z.string().default(''),
  secret_token: z.string().default(''),
  language_code: z.string().default(''),
  commands: z.unknown().optional(),
})
type Request = z.infer<typeof request>

const PHOTO_MAX = 10 * 1024 * 1024
const DOCUMENT_MAX = 50 * 1024 * 1024
const DOWNLOAD_MAX = 20 * 1024 * 1024

/** Does what Telegram does where telegram-test-api does less, and answers in Telegram's types. */
export async function callMethod(world: World, inner: Inner, method: string, body: Body): Promise<unknown> {
  const asked = request.parse(body.payload)
  switch (method) {
    case 'getMe':
      return { id: 666, is_bot: true, first_name: 'Chị Hội', username: 'TestNameBot' }
    case 'deleteWebhook':
    case 'setWebhook':
      world.webhook = { url: asked.url, secret: asked.secret_token }
      world.emit('change')
      return true
    case 'getWebhookInfo':
      return { url: world.webhook.url, has_custom_certificate: false, pending_update_count: world.updates.length }
    case 'deleteMyCommands':
      return true
    case 'sendMessage':
      return post(asked, { text: visible(asked.text) })
    case 'sendPhoto':
      return post(asked, { text: asked.caption, file: { kind: 'photo', ...photoIn(asked, body) } })
    case 'sendDocument':
      return post(asked, {
        text: asked.caption,
        file: { kind: 'document', ...fileIn(asked.document, body, DOCUMENT_MAX) },
      })
    case 'editMessageText':
      return edit(asked)
    case 'editMessageReplyMarkup':
      return edit({ ...asked, text: find(asked, 'edit').text })
    case 'deleteMessage':
      return remove(asked)
    case 'deleteMessages':
      for (const message_id of asked.message_ids)
        if (isThere(asked.chat_id, message_id)) await remove({ ...asked, message_id })
      return true
    case 'answerCallbackQuery':
      if (!isAnswerable(world, asked.callback_query_id) || !world.queries.delete(asked.callback_query_id)) {
        throw new Refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
      }
      world.emit('change')
      return true
    case 'sendChatAction':
      reach(asked.chat_id)
      return true
    case 'getFile':
      return fileAt(asked.file_id)
    case 'setMyCommands':
      world.menus.set(asked.language_code, asked.commands)
      world.emit('change')
      return true
    case 'leaveChat':
      world.left.add(asked.chat_id)
      world.emit('change')
      return true
    default:
      throw new Refusal(404, 'Not Found')
  }

  function reach(chat: number): void {
    if (world.blockedBy.has(chat)) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (!world.chats.has(chat)) throw new Refusal(400, 'Bad Request: chat not found')
  }

  async function post(asked: Request, what: Pick<Seen, 'text' | 'file'>): Promise<unknown> {
    reach(asked.chat_id)
    // Ids come from telegram-test-api, which knows of texts alone.
    const sent = await inner('sendMessage', {
      chat_id: asked.chat_id,
      text: what.text,
      reply_markup: asked.reply_markup,
    })
    const { message_id } = z.object({ message_id: z.number() }).parse(sent)
    const seen: Seen = {
      id: message_id,
      from: 'bot',
      ...what,
      ...keys(asked),
      protect: asked.protect_content,
      edits: 0,
    }
    show(world, asked.chat_id, seen)
    return toMessage(asked, seen)
  }

  async function edit(asked: Request): Promise<unknown> {
    reach(asked.chat_id)
    const old = find(asked, 'edit')
    if (old.file !== undefined) throw new Refusal(400, 'Bad Request: there is no text in the message to edit')
    const seen: Seen = { ...old, text: visible(asked.text), ...keys(asked), edits: old.edits + 1 }
    if (seen.text === old.text && JSON.stringify(seen.rows) === JSON.stringify(old.rows)) {
      throw new Refusal(
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      )
    }
    await inner(method, body.payload)
    show(world, asked.chat_id, seen)
    return toMessage(asked, seen)
  }

  async function remove(asked: Request): Promise<true> {
    const { id } = find(asked, 'delete')
    await inner('deleteMessage', { chat_id: asked.chat_id, message_id: id })
    const rest = (world.chats.get(asked.chat_id) ?? []).filter((seen) => seen.id !== id)
    world.chats.set(asked.chat_id, rest)
    world.emit('change')
    return true
  }

  function find({ chat_id, message_id }: Request, what: 'edit' | 'delete'): Seen {
    const seen = world.chats.get(chat_id)?.find(({ id }) => id === message_id)
    if (seen === undefined) throw new Refusal(400, `Bad Request: message to ${what} not found`)
    if (what === 'edit' && seen.from !== 'bot') throw new Refusal(400, "Bad Request: message can't be edited")
    return seen
  }

  function isThere(chat: number, id: number): boolean {
    return world.chats.get(chat)?.some((seen) => seen.id === id) === true
  }

  function fileAt(id: string): unknown {
    const file = world.files.get(id)
    if (file === undefined) {
      throw new Refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
    }
    if (file.bytes.length > DOWNLOAD_MAX) throw new Refusal(400, 'Bad Request: file is too big')
    return { file_id: id, file_unique_id: `u${id}`, file_size: file.bytes.length, file_path: `files/${id}` }
  }
}

function visible(text: string): string {
  if (text.trim() === '') throw new Refusal(400, 'Bad Request: message text is empty')
  return text.trim()
}

function fileIn(attached: string | undefined, { files }: Body, max: number): SentFile {
  const file = files.get((attached ?? '').replace('attach://', ''))
  if (file === undefined) throw new Refusal(400, 'Bad Request: there is no document in the request')
  if (file.bytes.length > max) throw new Refusal(413, 'Request Entity Too Large')
  if (file.bytes.length === 0) throw new Refusal(400, 'Bad Request: file must be non-empty')
  return file
}

const isPicture = (bytes: Buffer): boolean =>
  ['89504e47', 'ffd8ff'].some((start) => bytes.toString('hex').startsWith(start))

function photoIn({ photo }: Request, body: Body): SentFile {
  const file = fileIn(photo, body, PHOTO_MAX)
  if (!isPicture(file.bytes)) throw new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED')
  return file
}

function keys({ reply_markup }: Request): Pick<Seen, 'rows' | 'buttons'> {
  const rows = (reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text, callback_data, style }): SeenButton => {
      const button = { label: text, data: callback_data }
      return style === undefined ? button : { ...button, style }
    }),
  )
  return { rows, buttons: rows.flat() }
}

function toMessage({ chat_id, reply_markup }: Request, { id, text, file }: Seen): unknown {
  return {
    message_id: id,
    date: Math.floor(Date.now() / 1000),
    from: { id: 666, is_bot: true, first_name: 'Chị Hội' },
    chat: { id: chat_id, type: 'private', first_name: 'Test' },
    ...(reply_markup !== undefined && { reply_markup }),
    ...(file === undefined ? { text } : { caption: text }),
  }
}
