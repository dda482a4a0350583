import type { Audience } from '../domain/case/contact.ts'
import type { FileId } from '../domain/ids.ts'
import type { HeardFile, Unread } from '../flows/heard.ts'

/**
 * A channel is two functions and one constant: `parse` what came in, `render` and send what goes out, and `caps`, its limits.
 * Flows never branch on a channel. A channel never imports another channel.
 */
export interface Caps {
  /** UTF-16 units of one message. */
  readonly textMax: number
  readonly buttonsMax: number
  readonly labelMax: number
  /** Can a sent message be changed, and can it be deleted? */
  readonly edit: boolean
  readonly delete: boolean
  /** Who besides the two who talk can see the chat there: nobody, the managers of the Zalo account, or a foreign service. */
  readonly seenBy: Audience
  /** Hours since the person's last message after which writing costs money, and after which it is refused. */
  readonly window?: { readonly free: number; readonly shut: number }
  /** Bytes of one file that can be sent. */
  readonly fileMax: number
}

/** What came in, as a channel understood it; files are already downloaded, checked and sealed. */
export type Inbound =
  /** `replyTo`: the channel's id of the message that she answers, where she pointed at one. */
  | { readonly kind: 'text'; readonly text: string; readonly replyTo?: string }
  /** A message of hers that she has changed; what it said before was already heard. */
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'press'; readonly token: string }
  /** `album`: the same for all pictures that were sent as one set. */
  | { readonly kind: 'file'; readonly file: HeardFile; readonly album?: string }
  | { readonly kind: 'badFile'; readonly why: 'tooBig' | 'type' | 'unreadable' }
  | { readonly kind: 'voice' }
  /** A place on the map, somebody's card, a video, a sticker: nothing of it is taken in. */
  | { readonly kind: 'unread'; readonly what: Unread }
  | { readonly kind: 'start'; readonly code?: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'blocked' }
  /** A person of the Union has written to her in the account's own tool: not she, and not we. */
  | { readonly kind: 'byHand' }
  | { readonly kind: 'unknown' }

export interface Arrival {
  readonly channel: string
  /** The channel's own id of the person's chat; always a string. */
  readonly address: string
  /** The channel's own id of the event, unique in the channel. */
  readonly eventKey: string
  /** The channel's id of the message in the chat, to delete it later. */
  readonly ref?: string
  readonly what: Inbound
}

export interface OutButton {
  /** At most 24 bytes. */
  readonly token: string
  readonly label: string
  readonly style?: 'go' | 'danger'
}

/** A message in the person's language, ready to be rendered. */
export interface Out {
  readonly text: string
  readonly buttons: readonly OutButton[]
  readonly files: readonly FileId[]
  /** Takes the place of the card before it, where the channel can edit. */
  readonly card: boolean
  /** Counselling: not to be forwarded or saved, where the channel can say so. */
  readonly protect: boolean
  /** She has left the room: what was shown before leaves the screen, where the channel can take it off. */
  readonly clears?: boolean
  /** The digest of this unit and week: see digestWays.ts. */
  readonly digest?: DigestRef
}

export interface DigestRef {
  readonly unit: string
  readonly week: string
}

/** What is left of a message where only a form with a few fields may be sent. */
export interface Notice {
  /** The same for the same message, at most 48 letters. */
  readonly key: string
  readonly title: string
  readonly text: string
}

/** A few at once, then so many a second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** What a channel allows, kept by the outbox so that no call is refused for it: of the whole account, of one chat, of one group. */
export interface Pace extends Rate {
  /** Of the burst, what is left to answers while a digest goes out to many. */
  readonly reserved: number
  readonly chat?: Rate
  readonly group?: Rate
}

export interface SentRef {
  /** The channel's id of the message that shows this, to edit or delete it later. */
  readonly ref?: string
  /** All messages that were made of it. */
  readonly refs?: readonly string[]
}

/** What the world may mend, or not: caught by `deliver` alone. */
export class ChannelError extends Error {
  /**
   * retry: nothing was sent, try again after `afterMs`. limited: the same, and the whole channel pauses. unknown: the answer was
   * lost, it may have been sent. gone: this person cannot be reached. bug: the channel refused what we wrote.
   */
  readonly kind: 'retry' | 'limited' | 'unknown' | 'gone' | 'bug'
  readonly afterMs: number

  constructor(kind: ChannelError['kind'], code: string, afterMs = 0) {
    super(code)
    this.name = 'ChannelError'
    this.kind = kind
    this.afterMs = afterMs
  }
}

export interface Channel {
  readonly name: string
  readonly caps: Caps
  /**
   * 'push': `send` hands the message to the channel's server. 'pull': messages wait in the outbox until the person's page has
   * fetched and acknowledged them; `send` only wakes the page.
   */
  readonly mode: 'push' | 'pull'
  readonly pace?: Pace
  send(address: string, out: Out, before: SentRef): Promise<SentRef>
  /** Says it in a group that belongs to this unit; false where there is none. */
  sayInGroup?(unit: string, text: string): Promise<boolean>
  /** By a way that stays open when the chat is shut, and which: a form that the channel has approved. */
  readonly notify?: (address: string, notice: Notice) => Promise<string>
  /** The same to a telephone number, '84…': its owner need not be known to the channel. */
  readonly notifyPhone?: (phone: string, notice: Notice) => Promise<string>
  /** Deletes messages from a person's chat, hers and ours; what is gone already is no failure. Where `caps.delete`. */
  takeDown?(address: string, refs: readonly string[]): Promise<void>
}
