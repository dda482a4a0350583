import type { Arrival, Inbound } from '../../channel.ts'
import { eventKeyOf, userOf, type ZaloEvent } from '../../zalo/event.ts'
import { readPayload } from './payload.ts'

/** A picture or a paper still with Zalo, to be fetched before it is an arrival. */
export interface Attachment {
  readonly url: string
  readonly name: string
}

/** What to do about one event; the key of each arrival is unique in the channel. */
export type Incoming =
  | { readonly kind: 'arrivals'; readonly arrivals: readonly Arrival[] }
  /** `words` came with the files: they are never dropped with them. */
  | {
      readonly kind: 'attachments'
      readonly base: Base
      readonly attachments: readonly Attachment[]
      readonly words: readonly Arrival[]
    }
  /** The account said something to a person: our own message come back, or `byHand` somebody wrote in Zalo's tool. */
  | {
      readonly kind: 'echo'
      readonly eventKey: string
      readonly address: string
      readonly text: string
      readonly byHand: boolean
    }
  /** She has withdrawn from Zalo's app: everything of hers is erased. */
  | { readonly kind: 'withdrawn'; readonly eventKey: string; readonly address: string }
  /** Kept by its key alone: read, seen, tags, groups, and whatever Zalo adds. */
  | { readonly kind: 'note'; readonly eventKey: string }

export type Base = Omit<Arrival, 'what'>

export interface Account {
  /** The name of the instance. */
  readonly channel: string
  readonly oaId: string
}

/** Reads an event whose signature was checked. Pure: what must be fetched is fetched by whoever calls. */
export function parse(event: ZaloEvent, { channel, oaId }: Account): Incoming {
  const eventKey = eventKeyOf(event, oaId)
  const address = userOf(event, oaId)
  if (address === undefined) return { kind: 'note', eventKey }
  const base: Base = { channel, address, eventKey }
  const arrival = (what: Inbound): Incoming => ({ kind: 'arrivals', arrivals: [{ ...base, what }] })
  switch (event.event_name) {
    case 'user_send_text':
      return event.sender?.id === address ? arrival(textOf(event)) : { kind: 'note', eventKey }
    case 'user_send_image':
    case 'user_send_gif':
    case 'user_send_file':
      return filesOf(event, base)
    case 'user_send_audio':
      return arrival({ kind: 'voice' })
    case 'user_send_link':
      return arrival(linkOf(event))
    case 'user_send_video':
    case 'user_send_sticker':
      return arrival({ kind: 'unread', what: 'other' })
    case 'user_send_location':
      return arrival({ kind: 'unread', what: 'location' })
    case 'user_send_business_card':
      return arrival({ kind: 'unread', what: 'contact' })
    case 'user_submit_info':
      return arrival(infoOf(event))
    case 'follow':
      return arrival({ kind: 'start' })
    case 'user_click_chatnow':
      return arrival({ kind: 'back' })
    case 'unfollow':
      return arrival({ kind: 'blocked' })
    case 'user_withdraw':
      return { kind: 'withdrawn', eventKey, address }
    default:
      return isEcho(event, oaId) ? echoOf(event, base) : { kind: 'note', eventKey }
  }
}

function textOf({ message }: ZaloEvent): Inbound {
  const text = message?.text ?? ''
  const token = readPayload(text)
  if (token !== undefined) return { kind: 'press', token }
  if (text === '') return { kind: 'unknown' }
  const replyTo = message?.quote_msg_id
  return { kind: 'text', text, ...(replyTo === undefined ? {} : { replyTo }) }
}

/** The number that she has confirmed in Zalo's own form, as if she had typed it. */
const infoOf = ({ info }: ZaloEvent): Inbound =>
  info?.phone === undefined || info.phone === '' ? { kind: 'unknown' } : { kind: 'text', text: info.phone }

const IMAGES = new Set(['user_send_image', 'user_send_gif'])

function filesOf({ event_name, message }: ZaloEvent, base: Base): Incoming {
  const usual = IMAGES.has(event_name) ? 'photo.jpg' : 'file'
  const attachments = (message?.attachments ?? []).flatMap(({ payload }) =>
    payload.url === undefined ? [] : [{ url: payload.url, name: payload.name ?? usual }],
  )
  const words = wordsOf(message?.text, base)
  if (attachments.length > 0) return { kind: 'attachments', base, attachments, words }
  return { kind: 'arrivals', arrivals: [{ ...base, what: { kind: 'badFile', why: 'unreadable' } }, ...words] }
}

function wordsOf(text: string | undefined, base: Base): readonly Arrival[] {
  if (text === undefined || text.trim() === '') return []
  return [{ ...base, eventKey: `${base.eventKey}:text`, what: { kind: 'text', text } }]
}

/** A link that is sent is what she says. */
function linkOf({ message }: ZaloEvent): Inbound {
  const text = message?.text ?? message?.attachments?.[0]?.payload.url ?? ''
  return text === '' ? { kind: 'unknown' } : { kind: 'text', text }
}

const isEcho = ({ event_name, sender }: ZaloEvent, oaId: string): boolean =>
  event_name.startsWith('oa_send_') && !event_name.startsWith('oa_send_group_') && sender?.id === oaId

const echoOf = ({ sender, message }: ZaloEvent, { eventKey, address }: Base): Incoming => ({
  kind: 'echo',
  eventKey,
  address,
  text: message?.text ?? '',
  byHand: sender?.admin_id !== undefined,
})
