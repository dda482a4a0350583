import { createHash } from 'node:crypto'
import { type Api, InputFile } from 'grammy'
import type { FileId } from '../../../domain/ids.ts'
import { ChannelError, type Out, type SentRef } from '../../channel.ts'
import { caps, PHOTO_MAX } from './caps.ts'
import { isBadPhoto, isNotModified, isUneditable, toChannelError } from './problem.ts'
import { type Call, type FileOptions, render } from './render.ts'

export interface StoredFile {
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type ReadFile = (id: FileId) => Promise<StoredFile | undefined>

/** How many half-sent messages are remembered. */
const HALVES_MAX = 1_000
const READ_PAUSE_MS = 5_000

/** Makes `Channel.send`. Of a message in several parts, those that arrived are not sent again when the rest is tried again. */
export function sender(api: Api, readFile: ReadFile) {
  const sentParts = new Map<string, readonly string[]>()

  return async (address: string, out: Out, before: SentRef): Promise<SentRef> => {
    const chat = toChat(address)
    const calls = render(out, caps, before)
    const key = createHash('sha256')
      .update(JSON.stringify([address, calls]))
      .digest('base64')
    const refs = [...(sentParts.get(key) ?? [])]
    try {
      for (const call of calls.slice(refs.length)) refs.push(String(await perform(call, chat)))
      sentParts.delete(key)
      const ref = refs.at(-1)
      return ref === undefined ? {} : { ref, refs }
    } catch (error) {
      const problem = toChannelError(error)
      const comesAgain = problem.kind !== 'gone' && problem.kind !== 'bug'
      remember(key, comesAgain ? refs : [])
      throw problem
    }
  }

  function remember(key: string, refs: readonly string[]): void {
    sentParts.delete(key)
    if (refs.length > 0) sentParts.set(key, refs)
    const [oldest] = sentParts.keys()
    if (oldest !== undefined && sentParts.size > HALVES_MAX) sentParts.delete(oldest)
  }

  async function perform(call: Call, chat: number): Promise<number> {
    switch (call.kind) {
      case 'text':
        return (await api.sendMessage(chat, call.text, call.options)).message_id
      case 'edit':
        return edit(call, chat)
      case 'file':
        return sendFile(chat, await read(call.file), call.options)
    }
  }

  async function edit(call: Call & { readonly kind: 'edit' }, chat: number): Promise<number> {
    try {
      await api.editMessageText(chat, call.message, call.text, call.options)
      return call.message
    } catch (error) {
      if (isNotModified(error)) return call.message
      if (isUneditable(error)) return (await api.sendMessage(chat, call.text, call.anew)).message_id
      const problem = toChannelError(error)
      // To edit twice is harmless, so a lost answer leaves nothing unknown.
      throw problem.kind === 'unknown' ? new ChannelError('retry', problem.message) : problem
    }
  }

  async function sendFile(chat: number, file: StoredFile, options: FileOptions): Promise<number> {
    const input = () => new InputFile(file.bytes, file.name.replaceAll(/[\r\n"]/g, ' '))
    if (isPhoto(file)) {
      try {
        return (await api.sendPhoto(chat, input(), options)).message_id
      } catch (error) {
        if (!isBadPhoto(error)) throw error
      }
    }
    return (await api.sendDocument(chat, input(), options)).message_id
  }

  async function read(id: FileId): Promise<StoredFile> {
    const file = await readFile(id).catch(() => {
      // Our own store is away: nothing was sent. Its words may hold anything, so they stay behind.
      throw new ChannelError('retry', 'telegram file not read', READ_PAUSE_MS)
    })
    if (file === undefined) throw new ChannelError('bug', 'telegram file is gone')
    if (file.bytes.byteLength > caps.fileMax) throw new ChannelError('bug', 'telegram file is too big')
    return file
  }
}

/** Makes `Channel.takeDown`. In a private chat both sides' messages go; what is gone already is passed over by Telegram itself. */
export const remover =
  (api: Api) =>
  async (address: string, refs: readonly string[]): Promise<void> => {
    try {
      await api.deleteMessages(toChat(address), refs.map(Number))
    } catch (error) {
      throw toChannelError(error)
    }
  }

const isPhoto = ({ mime, bytes }: StoredFile): boolean =>
  (mime === 'image/jpeg' || mime === 'image/png') && bytes.byteLength <= PHOTO_MAX

function toChat(address: string): number {
  const chat = Number(address)
  if (!Number.isSafeInteger(chat) || String(chat) !== address) throw new ChannelError('bug', 'telegram address')
  return chat
}
