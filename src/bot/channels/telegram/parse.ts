import type { Arrival, Inbound } from '../../channel.ts'
import { type Membership, type Message, type PhotoSize, type Query, updateSchema } from './update.ts'

/** A file still with Telegram, to be fetched before it is an arrival. */
export interface Attachment {
  readonly fileId: string
  readonly name: string
  readonly mime: string
  /** As Telegram says; it may say nothing. */
  readonly size?: number
}

/** What to do about one update. `address` and `eventKey` are those of the arrival. */
export type Incoming =
  | { readonly kind: 'arrivals'; readonly arrivals: readonly Arrival[] }
  | { readonly kind: 'press'; readonly queryId: string; readonly arrival: Arrival }
  /** `words` is the caption: a person's words are never dropped with the picture they came with. */
  | {
      readonly kind: 'attachment'
      readonly attachment: Attachment
      readonly base: Base
      readonly words: readonly Arrival[]
      /** One of several that were sent as one set. */
      readonly album?: string
    }
  /** We talk in private only; a group could show one woman's words to others. */
  | { readonly kind: 'leave'; readonly chat: string }
  /** `unreadable`: not even of the form we know; something of Telegram's has changed. */
  | { readonly kind: 'nothing'; readonly unreadable?: true }

export type Base = Omit<Arrival, 'what'>

const NOTHING: Incoming = { kind: 'nothing' }

/** Reads an update of the Bot API. `channel` is the name of the instance. Ids that JSON has already rounded are nobody's. */
export function parse(raw: unknown, channel: string): Incoming {
  const read = updateSchema.safeParse(raw)
  if (!read.success) return { kind: 'nothing', unreadable: true }
  const { update_id, message, edited_message, callback_query, my_chat_member } = read.data
  const baseOf: BaseOf = (chat, ref) => ({
    channel,
    address: String(chat),
    eventKey: String(update_id),
    ...(ref === undefined ? {} : { ref: String(ref) }),
  })
  if (message !== undefined) return parseMessage(message, baseOf)
  if (edited_message !== undefined) return parseEdit(edited_message, baseOf)
  if (callback_query !== undefined) return parsePress(callback_query, baseOf)
  if (my_chat_member !== undefined) return parseMembership(my_chat_member, baseOf)
  return NOTHING
}

type BaseOf = (chat: number, message?: number) => Base

function parseMessage(message: Message, baseOf: BaseOf): Incoming {
  const refused = refuse(message)
  if (refused !== undefined) return refused
  const base = baseOf(message.chat.id, message.message_id)
  const attachment = attachmentOf(message)
  if (attachment !== undefined) {
    const album = message.media_group_id
    const words = captionOf(message, base)
    return { kind: 'attachment', attachment, base, words, ...(album === undefined ? {} : { album }) }
  }
  const what = contentOf(message)
  if (what === undefined) return NOTHING
  return { kind: 'arrivals', arrivals: [{ ...base, what }, ...captionOf(message, base)] }
}

function parseEdit(message: Message, baseOf: BaseOf): Incoming {
  const refused = refuse(message)
  if (refused !== undefined) return refused
  const text = message.text ?? message.caption
  const what: Inbound = text === undefined || text.trim() === '' ? { kind: 'unknown' } : { kind: 'edited', text }
  return { kind: 'arrivals', arrivals: [{ ...baseOf(message.chat.id, message.message_id), what }] }
}

function parsePress(query: Query, baseOf: BaseOf): Incoming {
  if (query.message === undefined || query.data === undefined) return NOTHING
  const { chat } = query.message
  if (chat.type !== 'private') return leave(chat.id)
  if (chat.id !== query.from.id) return NOTHING
  const arrival: Arrival = { ...baseOf(chat.id), what: { kind: 'press', token: query.data } }
  return { kind: 'press', queryId: query.id, arrival }
}

function parseMembership({ chat, new_chat_member }: Membership, baseOf: BaseOf): Incoming {
  const { status } = new_chat_member
  if (chat.type !== 'private') return status === 'left' || status === 'kicked' ? NOTHING : leave(chat.id)
  if (status !== 'kicked') return NOTHING
  return { kind: 'arrivals', arrivals: [{ ...baseOf(chat.id), what: { kind: 'blocked' } }] }
}

const leave = (chat: number): Incoming => ({ kind: 'leave', chat: String(chat) })

/** Not from one person to us alone, in her own words: groups, channels, other bots, words written through another bot. */
function refuse({ chat, from, via_bot }: Message): Incoming | undefined {
  if (chat.type !== 'private') return leave(chat.id)
  if (from === undefined || from.is_bot === true || from.id !== chat.id || via_bot !== undefined) return NOTHING
  return undefined
}

/** Telegram's own notes in a private chat: nobody said them, so nobody is answered. */
const NOTES = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'write_access_allowed',
  'chat_background_set',
  'connected_website',
  'proximity_alert_triggered',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'gift',
  'unique_gift',
]

const PLACES = ['location', 'venue']
const SHOWN = ['video', 'sticker', 'animation', 'poll', 'dice', 'game', 'story', 'paid_media', 'checklist']

function contentOf(message: Message): Inbound | undefined {
  if (message.text !== undefined) return textOf(message.text, message.reply_to_message?.message_id)
  if (message.contact !== undefined) return contactOf(message)
  if ([message.voice, message.video_note, message.audio].some((voice) => voice !== undefined)) return { kind: 'voice' }
  if (PLACES.some((one) => one in message)) return { kind: 'unread', what: 'location' }
  if (SHOWN.some((one) => one in message)) return { kind: 'unread', what: 'other' }
  return NOTES.some((note) => note in message) ? undefined : { kind: 'unknown' }
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w+)?(?:\s+(\S.*)?)?$/isu
/** What a deep link may carry. */
const START_CODE = /^[\w-]{1,64}$/

/** Her own number, as if she had typed it; anybody else's is not taken. */
function contactOf({ contact, from }: Message): Inbound {
  if (contact === undefined || contact.user_id === undefined || contact.user_id !== from?.id)
    return { kind: 'unread', what: 'contact' }
  return { kind: 'text', text: contact.phone_number }
}

function textOf(text: string, replyTo?: number): Inbound {
  const command = COMMAND.exec(text)
  if (command === null) return { kind: 'text', text, ...(replyTo === undefined ? {} : { replyTo: String(replyTo) }) }
  const [, name = '', rest = ''] = command
  if (name.toLowerCase() !== 'start') return { kind: 'text', text: rest === '' ? name : `${name} ${rest}` }
  const code = rest.trim()
  return START_CODE.test(code) ? { kind: 'start', code } : { kind: 'start' }
}

function captionOf({ caption }: Message, base: Base): readonly Arrival[] {
  if (caption === undefined || caption.trim() === '') return []
  return [{ ...base, eventKey: `${base.eventKey}:caption`, what: { kind: 'text', text: caption } }]
}

function attachmentOf({ document, photo }: Message): Attachment | undefined {
  if (document !== undefined) {
    const { file_id, file_name, mime_type, file_size } = document
    const known = { fileId: file_id, name: file_name ?? 'file', mime: mime_type ?? 'application/octet-stream' }
    return file_size === undefined ? known : { ...known, size: file_size }
  }
  const largest = photo?.reduce<PhotoSize | undefined>(
    (best, size) => (areaOf(size) > areaOf(best) ? size : best),
    undefined,
  )
  if (largest === undefined) return undefined
  const known = { fileId: largest.file_id, name: 'photo.jpg', mime: 'image/jpeg' }
  return largest.file_size === undefined ? known : { ...known, size: largest.file_size }
}

const areaOf = (size: PhotoSize | undefined): number => (size === undefined ? -1 : size.width * size.height)
