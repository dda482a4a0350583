import type { Instant } from '../domain/calendar.ts'
import type { FileId } from '../domain/ids.ts'
import type { Offered } from './say.ts'

export interface HeardFile {
  readonly id: FileId
  readonly name: string
  readonly mime: string
  readonly size: number
}

/** What came in and no words can be read in: a place on the map, somebody's card, a video or a sticker. Only which it was is known. */
export type Unread = 'location' | 'contact' | 'other'

/** What came in, whatever the channel: already stored, cleaned and bounded at the edge. `replyTo`: the message that it answers. */
export type Heard = { readonly at: Instant } & (
  | {
      readonly kind: 'text'
      readonly text: string
      readonly cut: boolean
      readonly replyTo?: string
      /** The case of which that message spoke. */
      readonly about?: string
    }
  /** An earlier message was changed: an amendment, never a new answer to an old question. */
  | { readonly kind: 'edited'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'press'; readonly token: string }
  /** A button that outlived its screen: its row was found, is this conversation's and is still good. */
  | { readonly kind: 'action'; readonly act: string; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: 'file'; readonly file: HeardFile }
  | { readonly kind: 'badFile'; readonly why: 'tooBig' | 'type' | 'unreadable' }
  | { readonly kind: 'voice' }
  | { readonly kind: 'unread'; readonly what: Unread }
  | { readonly kind: 'start'; readonly code?: string }
  /** The person opened the chat again: show where she stands. */
  | { readonly kind: 'back' }
  | { readonly kind: 'blocked' }
  /** A person of the Union has written to her in the account's own tool. */
  | { readonly kind: 'byHand' }
  | { readonly kind: 'unknown' }
  /** Our own: something fell due, or another conversation wrote. */
  | { readonly kind: 'event'; readonly event: OwnEvent }
)

export interface OwnEvent {
  readonly kind: string
  readonly data: Readonly<Record<string, string>>
}

/** What a place is given: the press or words already matched with what stands on the screen. */
export type Input =
  | { readonly kind: 'enter' }
  | { readonly kind: 'picked'; readonly id: string }
  /** `nearly`: the button that it would be where a number or the beginning of a label is enough. */
  | { readonly kind: 'said'; readonly text: string; readonly nearly?: Offered }
  | { readonly kind: 'file'; readonly file: HeardFile }
  | { readonly kind: 'action'; readonly act: string; readonly payload: Readonly<Record<string, string>> }
  | { readonly kind: 'event'; readonly event: OwnEvent }
