import type { Stand } from './stand.ts'

/** What every channel must do; a fixture may skip a fact of its own accord, and says why. */
export const FACTS = {
  once: 'what she says is kept once though it is delivered twice, before it is answered and after',
  unknown: 'what is of an unknown kind is taken, and nothing of it is kept but a key',
  oddText: 'a text of any characters and any length is taken without harm',
  oldButton: 'an old button, and one that we never made, is answered and does nothing',
  fileIn: 'a file of each kind arrives as what it is',
  voiceIn: 'a voice arrives as one, and is answered',
  whole: 'a message of any length comes out whole and in order',
  choices: 'every choice can be reached, as a button or by its number in the text',
  fileOut: 'a picture and a paper come out, and the words after them',
  unreachable: 'what cannot be delivered is recorded as that, and holds up nobody else',
  retried: 'what may go later is tried again, and is not lost',
  paused: 'a pause that one channel asks for holds up no other channel',
  lostReply: 'a reply whose answer was lost is not said twice',
  lostDigest: 'a digest whose answer was lost is not said twice, and is recorded as that',
} as const
export type Fact = keyof typeof FACTS

/** A message as it stands on her screen. */
export interface Shown {
  readonly text: string
  readonly buttons: readonly { readonly token: string; readonly label: string }[]
  readonly file?: string
}

/** What happens to the next message that the bot sends: refused for now, refused with a pause, done but never answered. */
export type Trouble = 'later' | 'pause' | 'lost'

/** A person on the channel. What she does is stored when it resolves, and the bot has not yet acted. */
export interface Person {
  readonly address: string
  say(text: string): Promise<void>
  press(token: string): Promise<void>
  sendFile(name: string, bytes: Buffer): Promise<void>
  sendVoice(): Promise<void>
  /** The channel delivers what she did last once more. */
  again(): Promise<void>
  /** All that the bot has said to her, oldest first, as she sees it now. */
  shown(): Promise<readonly Shown[]>
  /** She shuts the bot out, and nobody tells it. */
  block(): void
  unblock(): void
}

export interface ChannelUnderTest {
  readonly name: string
  /** What it cannot do, and why. */
  readonly skips: Partial<Readonly<Record<Fact, string>>>
  /** The longest text that the channel lets through to us. */
  readonly textMax: number
  /** Events that nobody knows. */
  readonly unknowns: readonly string[]
  bind(stand: Stand): BoundChannel
}

export interface BoundChannel {
  /** Somebody new, who has just come; the bot has not yet greeted her. */
  newcomer(): Promise<Person>
  /** Delivers one of `unknowns`; the status with which it was answered. */
  unknown(name: string): Promise<number>
  trouble(what: Trouble): void
}

export interface Contract {
  readonly channel: ChannelUnderTest
  readonly stand: () => Stand
  readonly bound: () => BoundChannel
  /** A person whom no other fact has met, and who has been greeted. */
  readonly someone: () => Promise<Person>
}

export type FactTests = Readonly<Record<Fact, (contract: Contract) => Promise<void>>>
