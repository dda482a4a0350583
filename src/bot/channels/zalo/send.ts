import { createHash } from 'node:crypto'
import type { FileId } from '../../../domain/ids.ts'
import { type Channel, ChannelError, type Notice, type Out, type SentRef } from '../../channel.ts'
import type { TemplateMessage, ZaloClient } from '../../zalo/client.ts'
import { ZaloError } from '../../zalo/error.ts'
import type { ZaloMessage } from '../../zalo/message.ts'
import { caps } from './caps.ts'
import type { Echoes } from './echoes.ts'
import { type StoredFile, toOutFile } from './outFile.ts'
import type { Pace } from './pace.ts'
import { needsPerson, toChannelError } from './problem.ts'
import { type Call, groupParts, render } from './render.ts'
import type { Tokens } from './tokens.ts'

export interface SendOptions {
  readonly client: ZaloClient
  readonly tokens: Pick<Tokens, 'access' | 'renew'>
  readonly pace: Pace
  readonly echoes: Echoes
  readonly readFile: (id: FileId) => Promise<StoredFile | undefined>
  readonly now: () => Date
  /** Somebody must do something at Zalo: a package, a right. */
  readonly alarm: (code: string) => void
  /** Said in place of a file that Zalo does not take. */
  readonly fileNotSent: (id: FileId, name: string) => Promise<string>
  /** Groups of the account, by the unit whose digest they hear. */
  readonly groups?: ReadonlyMap<string, string>
  /** The approved form with the fields tieu_de and noi_dung, for who has not written for long. */
  readonly template?: string
}

/** How many half-sent messages are remembered. */
const HALVES_MAX = 1_000
const READ_PAUSE_MS = 5_000

/** What an account can say: to a person, in a group, by a form. */
export interface Saying {
  readonly send: Channel['send']
  readonly sayInGroup: NonNullable<Channel['sayInGroup']>
  readonly notify?: NonNullable<Channel['notify']>
  readonly notifyPhone?: NonNullable<Channel['notifyPhone']>
}

/** A form takes 9 to 400 characters of a paragraph, a title 65. */
const FIELD_MAX = 400
const TITLE_MAX = 65

/** Makes `Channel.send`. Of a message in several parts, those that arrived are not sent again when the rest is tried again. */
export function sender(options: SendOptions): Saying {
  const { client, tokens, echoes, now } = options
  const sentParts = new Map<string, number>()

  return {
    send,
    sayInGroup: (unit, text) => guarded(() => sayInGroup(unit, text)),
    ...(options.template === undefined ? {} : byTemplate(options.template)),
  }

  async function send(address: string, out: Out): Promise<SentRef> {
    const calls = render(out, caps)
    const key = createHash('sha256')
      .update(JSON.stringify([address, calls]))
      .digest('base64')
    let done = sentParts.get(key) ?? 0
    let ref: SentRef = {}
    try {
      for (const call of calls.slice(done)) {
        const sent = await perform(call, address)
        if (sent !== undefined) ref = { ref: sent }
        done++
      }
      sentParts.delete(key)
      return ref
    } catch (error) {
      if (needsPerson(error) && error instanceof Error) options.alarm(error.message)
      const problem = toChannelError(error, now())
      remember(key, problem.kind === 'gone' || problem.kind === 'bug' ? 0 : done)
      throw problem
    }
  }

  async function sayInGroup(unit: string, text: string): Promise<boolean> {
    const group = options.groups?.get(unit)
    if (group === undefined) return false
    try {
      for (const part of groupParts(text, caps.textMax))
        await withToken((token) => client.send(token, { group }, { kind: 'text', text: part }))
      return true
    } catch (error) {
      // The group has expired, or its package has: that is no fault of the whole account.
      if (!(error instanceof ZaloError) || (error.problem !== 'configuration' && error.problem !== 'money')) throw error
      options.alarm(error.message)
      throw new ChannelError('gone', error.message)
    }
  }

  function byTemplate(templateId: string): Required<Pick<Saying, 'notify' | 'notifyPhone'>> {
    const form = ({ title, text }: Notice): TemplateMessage => ({
      templateId,
      data: { tieu_de: cut(title, TITLE_MAX), noi_dung: cut(text, FIELD_MAX) },
    })
    const sent = async (way: string, send: (token: string) => Promise<unknown>): Promise<string> => {
      await guarded(() => withToken(send))
      return way
    }
    return {
      notify: (address, notice) =>
        sent('templateUser', (token) => client.sendTemplateToUser(token, address, form(notice))),
      notifyPhone: (phone, notice) =>
        sent('templatePhone', (token) =>
          client.sendTemplateToPhone(token, phone, { ...form(notice), trackingId: notice.key }),
        ),
    }
  }

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (needsPerson(error) && error instanceof Error) options.alarm(error.message)
      throw toChannelError(error, now())
    }
  }

  function remember(key: string, done: number): void {
    sentParts.delete(key)
    if (done > 0) sentParts.set(key, done)
    const [oldest] = sentParts.keys()
    if (oldest !== undefined && sentParts.size > HALVES_MAX) sentParts.delete(oldest)
  }

  async function perform(call: Call, address: string): Promise<string | undefined> {
    switch (call.kind) {
      case 'text':
        return await sayText(address, call)
      case 'file':
        return await sendFile(address, call.file)
    }
  }

  async function sayText(address: string, { text, buttons }: Call & { readonly kind: 'text' }) {
    // The answer to an earlier try was lost, but what it said came back.
    if (takeArrived(address, text)) return undefined
    echoes.expect(address, text)
    try {
      const id = await sendTo(address, buttons.length === 0 ? { kind: 'text', text } : { kind: 'text', text, buttons })
      echoes.forget(address, text)
      return id
    } catch (error) {
      if (!(error instanceof ZaloError) || error.problem !== 'unknown') echoes.forget(address, text)
      else if (takeArrived(address, text)) return undefined
      throw error
    }
  }

  function takeArrived(address: string, text: string): boolean {
    const arrived = echoes.arrived(address, text)
    if (arrived) echoes.forget(address, text)
    return arrived
  }

  async function sendTo(address: string, message: ZaloMessage): Promise<string> {
    return (await withToken((token) => client.send(token, { user: address }, message))).messageId
  }

  async function sendFile(address: string, id: FileId): Promise<string> {
    const stored = await read(id)
    const file = await toOutFile(stored)
    if (file === undefined)
      return await sendTo(address, { kind: 'text', text: await options.fileNotSent(id, stored.name) })
    try {
      return await uploadAndSend()
    } catch (error) {
      if (error instanceof ZaloError && error.problem === 'expired') return await uploadAndSend()
      throw error
    }

    // Uploads live for a week and there are 5,000 a month: right before each use, never kept.
    async function uploadAndSend(): Promise<string> {
      if (file?.as === 'image') {
        const attachmentId = await withLoss((token) => client.uploadImage(token, file))
        return await sendTo(address, { kind: 'image', attachmentId })
      }
      const token = await withLoss((token) => client.uploadFile(token, file ?? stored))
      return await sendTo(address, { kind: 'file', token })
    }
  }

  /** An upload whose answer was lost has shown nothing to anybody. */
  async function withLoss<T>(work: (token: string) => Promise<T>): Promise<T> {
    try {
      return await withToken(work)
    } catch (error) {
      if (error instanceof ZaloError && error.problem === 'unknown') throw new ZaloError('oa', 'retry', error.code)
      throw error
    }
  }

  async function withToken<T>(work: (token: string) => Promise<T>): Promise<T> {
    const token = await tokens.access()
    options.pace.take()
    try {
      return await work(token)
    } catch (error) {
      if (!(error instanceof ZaloError) || error.problem !== 'refresh') throw error
      const newer = await tokens.renew(token)
      options.pace.take()
      return await work(newer)
    }
  }

  async function read(id: FileId): Promise<StoredFile> {
    const file = await options.readFile(id).catch(() => {
      // Our own store is away: nothing was sent. Its words may hold anything, so they stay behind.
      throw new ChannelError('retry', 'zalo file not read', READ_PAUSE_MS)
    })
    if (file === undefined) throw new ChannelError('bug', 'zalo file is gone')
    return file
  }
}

const cut = (text: string, max: number): string => {
  const clean = text.normalize('NFC').toWellFormed().replaceAll(/\s+/g, ' ').trim()
  return clean.length <= max
    ? clean
    : `${clean
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`
}
