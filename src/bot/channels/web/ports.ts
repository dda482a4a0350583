import type { Instant } from '../../../domain/calendar.ts'
import type { HeardFile } from '../../../flows/heard.ts'
import type { Arrival, OutButton } from '../../channel.ts'

export interface WebFile {
  readonly id: string
  readonly name: string
  readonly mime: string
}

export interface WebButton extends OutButton {
  /** It outlives its screen, as a notice's does. */
  readonly lasts?: boolean
}

/** A message that waits for the person's page. */
export interface WebMessage {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly text: string
  readonly buttons: readonly WebButton[]
  readonly files: readonly WebFile[]
  /** A screen: its buttons take the place of those of the screen before, but for those that last. */
  readonly card: boolean
  /** All that was shown before leaves the screen. */
  readonly clears?: boolean
}

export type SavedFile =
  | { readonly kind: 'file'; readonly file: HeardFile }
  | { readonly kind: 'badFile'; readonly why: 'tooBig' | 'type' | 'unreadable' }

export interface StoredFile {
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly unit: string
}

/** What the web chat needs of the rest of the bot. */
export interface WebPorts {
  now(): Instant
  /** Durable before it resolves; the same eventKey again changes nothing. */
  receive(arrival: Arrival): Promise<void>
  /** Not yet acknowledged, in order. */
  waiting(address: string): Promise<readonly WebMessage[]>
  acknowledge(address: string, ids: readonly string[]): Promise<void>
  /** `wake` is called when something new may be waiting. */
  subscribe(address: string, wake: () => void): () => void
  saveFile(input: { readonly bytes: Uint8Array; readonly name: string }): Promise<SavedFile>
  readFile(address: string, id: string): Promise<StoredFile | undefined>
  /** Gives the bearer token; a new random address when none is given. */
  openSession(address?: string): Promise<string>
  /** The address of a living session. */
  findSession(token: string): Promise<string | undefined>
  endSession(token: string): Promise<void>
  /** The address of the web chat of the person whose browser holds this cookie; ending it ends her page of figures too. */
  addressOfCookie(cookie: string): Promise<string | undefined>
  endCookie(cookie: string): Promise<void>
  /** The address to which a room was moved out of another chat; each secret asks once. */
  addressOfSeat(secret: string): Promise<string | undefined>
  /** Present only where the demonstration is on. */
  readonly demo?: {
    people(): readonly DemoPerson[]
    addressOf(key: string): string | undefined
    /** Can it still be filled with example reports? Only while nobody has reported. */
    mayFill(): Promise<boolean>
    /** How many were added. */
    fill(): Promise<number>
  }
}
