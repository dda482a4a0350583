import type { WebMessage } from '../ports.ts'
import { fetchFile, post, upload } from './api.ts'
import { forget, keep, kept } from './keep.ts'
import { newId } from './newId.ts'
import { type Content, Outbox, type Outgoing, type SendState } from './outbox.ts'
import { pauses } from './pause.ts'
import { readToken } from './read.ts'
import { listenWhileSeen } from './seen.ts'

export type Line =
  | { readonly kind: 'theirs'; readonly id: string; readonly seenAt: number; readonly message: WebMessage }
  | {
      readonly kind: 'mine'
      readonly id: string
      readonly seenAt: number
      readonly text: string
      readonly state: SendState
      /** Of a file that is on its way, from 0 to 1. */
      readonly progress?: number
      /** The button it was. */
      readonly press?: { readonly messageId: string; readonly token: string }
    }

export interface TalkState {
  readonly lines: readonly Line[]
  /** lost: shown only when it lasts. */
  readonly line: 'opening' | 'open' | 'lost' | 'ended'
  readonly person: string
}

const ackAfterMs = 50
const ackAgainMs = 3000

/** The conversation as the page holds it: what was said, what is on its way, and the line to the server. */
export class Talk {
  private state: TalkState = { lines: [], line: 'opening', person: kept()?.person ?? '' }
  private readonly changed: (state: TalkState) => void
  private readonly pause = pauses()
  private readonly toAcknowledge = new Set<string>()
  /** Also what is off the screen again: it never comes back by itself. */
  private readonly shown = new Set<string>()
  private acknowledging = 0
  private outbox = this.newOutbox()
  private stop = new AbortController()

  constructor(changed: (state: TalkState) => void) {
    this.changed = changed
  }

  start(): void {
    this.changed(this.state)
    void this.follow(this.stop.signal)
  }

  say(text: string): void {
    this.send({ text }, text)
  }

  press(messageId: string, token: string, label: string): void {
    this.send({ press: token }, label, { messageId, token })
  }

  sendFiles(files: readonly File[]): void {
    const together = files.length > 1 ? { set: newId() } : {}
    for (const file of files) this.send({ file, ...together }, file.name)
  }

  tryNow(): void {
    this.outbox.tryNow()
    this.pause.end()
  }

  async readFile(id: string): Promise<Blob | undefined> {
    const token = kept()?.token
    return token === undefined ? undefined : fetchFile(id, token)
  }

  /** Another person of the demonstration, or with no token a newcomer: another conversation, nothing of this one is left. */
  become(person: string, token?: string): void {
    this.close()
    forget()
    if (token !== undefined) keep({ token, person })
    this.outbox = this.newOutbox()
    this.stop = new AbortController()
    this.set({ lines: [], line: 'opening', person })
    void this.follow(this.stop.signal)
  }

  /** Nothing is heard, sent or shown any more. */
  close(): void {
    this.stop.abort()
    this.pause.end()
    this.outbox.clear()
    this.toAcknowledge.clear()
    clearTimeout(this.acknowledging)
  }

  private set(change: Partial<TalkState>): void {
    this.state = { ...this.state, ...change }
    this.changed(this.state)
  }

  private send(content: Content, text: string, press?: { readonly messageId: string; readonly token: string }): void {
    const id = newId()
    const line: Line = { kind: 'mine', id, seenAt: Date.now(), text, state: 'sending', ...(press ? { press } : {}) }
    this.set({ lines: [...this.state.lines, line] })
    this.outbox.add({ id, content })
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const leftOver = kept()?.token
    let failures = 0
    let greeted = false
    while (!signal.aborted) {
      const token = kept()?.token ?? (await this.openSession(signal))
      if (signal.aborted) return
      if (token !== undefined) {
        if (!greeted) this.outbox.add({ id: newId(), content: { back: true } })
        greeted = true
        const opened = () => {
          failures = 0
          this.set({ line: 'open' })
          this.acknowledgeSoon(0)
        }
        const end = await listenWhileSeen({ token, opened, message: (message) => this.hear(message), signal })
        if (signal.aborted) return
        if (end === 'unseen') continue
        if (end === 'noSession') {
          // From an earlier visit: she has seen nothing yet, so she simply begins anew.
          if (token === leftOver && this.state.lines.length === 0) return this.become('')
          return this.endTalk()
        }
      }
      this.set({ line: 'lost' })
      await this.pause.wait(failures++)
    }
  }

  private async openSession(signal: AbortSignal): Promise<string | undefined> {
    const reply = await post('/chat/session', {}, undefined, true)
    const token = reply.kind === 'ok' ? readToken(reply.body) : undefined
    if (token !== undefined && !signal.aborted) keep({ token })
    return token
  }

  private hear(message: WebMessage): void {
    if (!this.shown.has(message.id)) {
      this.shown.add(message.id)
      const line: Line = { kind: 'theirs', id: message.id, seenAt: Date.now(), message }
      const before = message.clears === true ? [] : this.state.lines
      this.set({ lines: [...before, line] })
    }
    this.toAcknowledge.add(message.id)
    this.acknowledgeSoon(ackAfterMs)
  }

  /** After it stands on the screen; one that gets lost is made up for, since the message then comes again. */
  private acknowledgeSoon(ms: number): void {
    clearTimeout(this.acknowledging)
    this.acknowledging = setTimeout(() => void this.acknowledge(), ms)
  }

  private async acknowledge(): Promise<void> {
    const ids = [...this.toAcknowledge].slice(0, 200)
    const token = kept()?.token
    if (ids.length === 0 || token === undefined) return
    const { signal } = this.stop
    const reply = await post('/chat/ack', { ids }, token)
    if (signal.aborted) return
    if (reply.kind !== 'later') for (const id of ids) this.toAcknowledge.delete(id)
    if (this.toAcknowledge.size > 0) this.acknowledgeSoon(ackAgainMs)
  }

  private endTalk(): void {
    this.close()
    forget()
    this.set({ lines: [], line: 'ended' })
  }

  private newOutbox(): Outbox {
    return new Outbox({
      send: (item) => this.deliver(item),
      changed: (id, state) => this.mark(id, { state }),
      noSession: () => {
        if (this.state.lines.length > 0) this.endTalk()
      },
    })
  }

  private async deliver({ id, content }: Outgoing) {
    const token = kept()?.token
    if (token === undefined) return { kind: 'later', afterMs: 0 } as const
    if (!('file' in content)) return post('/chat/messages', { id, ...content }, token)
    return upload({ id, ...content, token, progress: (progress) => this.mark(id, { progress }) })
  }

  private mark(id: string, change: { readonly state: SendState } | { readonly progress: number }): void {
    const lines = this.state.lines.map((line) =>
      line.kind === 'mine' && line.id === id ? { ...line, ...change } : line,
    )
    this.set({ lines })
  }
}
