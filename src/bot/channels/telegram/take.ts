import type { Arrival } from '../../channel.ts'
import { download, type FileInbound, type RawFile, type Source } from './download.ts'
import { type Attachment, type Incoming, parse } from './parse.ts'
import { toChannelError } from './problem.ts'
import { toApiSignal } from './signal.ts'

/** Where failures are told; never with the words, the name or the address of a person. */
export interface Log {
  warn(fields: Readonly<Record<string, string | number>>, message: string): void
  /** A person must do something. */
  alarm(message: string): void
}

export interface TakeOptions extends Source {
  readonly name: string
  /** Checks and seals the bytes, and gives the arrival's file or what is wrong with it. */
  readonly saveFile: (file: RawFile) => Promise<FileInbound>
  readonly receive: (arrival: Arrival) => Promise<void>
  /** Groups where the bot may stay, by their ids; it says and hears nothing there. */
  readonly allowedGroups?: ReadonlySet<string>
  readonly log: Log
}

/** After so many failures to fetch a file, the person is asked for it again. */
const DOWNLOAD_TRIES = 5
const ANSWER_MS = 5_000
const UNREADABLE = { kind: 'badFile', why: 'unreadable' } as const

export interface Taker {
  readonly parse: (update: unknown) => Incoming
  /** Resolves when every arrival of the update is kept; rejects when it must be delivered again. `failures`: earlier tries. */
  readonly take: (incoming: Incoming, failures: number) => Promise<void>
}

export function taker({ api, apiRoot, name, saveFile, receive, log, allowedGroups }: TakeOptions): Taker {
  return { parse: (update) => parse(update, name), take }

  async function take(incoming: Incoming, failures: number): Promise<void> {
    switch (incoming.kind) {
      case 'nothing':
        if (incoming.unreadable === true) log.warn({}, 'telegram update not understood')
        return
      case 'leave':
        if (allowedGroups?.has(incoming.chat) === true) return
        return attempt('leaveChat', (signal) => api.leaveChat(incoming.chat, toApiSignal(signal)))
      case 'arrivals':
        return receiveAll(incoming.arrivals)
      case 'press':
        // First of all, or her phone shows the button as waiting.
        if (failures === 0)
          await attempt('answerCallbackQuery', (signal) =>
            api.answerCallbackQuery(incoming.queryId, {}, toApiSignal(signal)),
          )
        return receive(incoming.arrival)
      case 'attachment':
        return receiveAll([
          { ...incoming.base, what: inAlbum(await fetchFile(incoming.attachment, failures), incoming.album) },
          ...incoming.words,
        ])
    }
  }

  async function receiveAll(arrivals: readonly Arrival[]): Promise<void> {
    for (const arrival of arrivals) await receive(arrival)
  }

  async function fetchFile(attachment: Attachment, failures: number): Promise<FileInbound> {
    const file = await download({ api, apiRoot }, attachment).catch((error: unknown) => {
      if (failures + 1 < DOWNLOAD_TRIES) throw error
      return UNREADABLE
    })
    return 'bytes' in file ? saveFile(file) : file
  }

  /** A courtesy whose failure must not keep the update. */
  async function attempt(what: string, call: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    try {
      await call(AbortSignal.timeout(ANSWER_MS))
    } catch (error) {
      const { message } = toChannelError(error)
      if (!message.includes('query is too old')) log.warn({ problem: message }, `telegram ${what}`)
    }
  }
}

const inAlbum = (what: FileInbound, album: string | undefined): FileInbound =>
  album === undefined || what.kind === 'badFile' ? what : { ...what, album }
