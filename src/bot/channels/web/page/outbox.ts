import type { Reply } from './api.ts'
import { type Pause, pauses } from './pause.ts'

export type Content = { readonly text: string } | { readonly press: string } | { readonly back: true } | Chosen

export interface Chosen {
  readonly file: File
  /** The same for all that were chosen at once. */
  readonly set?: string
}

export interface Outgoing {
  /** Chosen once: however often it is sent, it counts once. */
  readonly id: string
  readonly content: Content
}

export type SendState = 'sending' | 'sent' | 'failed' | { readonly refused: string }

export interface OutboxOptions {
  readonly send: (item: Outgoing) => Promise<Reply>
  readonly changed: (id: string, state: SendState) => void
  readonly noSession: () => void
}

/** What is to be sent, one after the other and in order, until it is. */
export class Outbox {
  private readonly options: OutboxOptions
  private readonly pause: Pause = pauses()
  private items: readonly Outgoing[] = []
  private running = false

  constructor(options: OutboxOptions) {
    this.options = options
  }

  add(item: Outgoing): void {
    this.items = [...this.items, item]
    this.options.changed(item.id, 'sending')
    if (!this.running) void this.run()
  }

  /** She asks for it: do not wait any longer. */
  tryNow(): void {
    this.pause.end()
  }

  clear(): void {
    this.items = []
    this.pause.end()
  }

  private async run(): Promise<void> {
    this.running = true
    let failures = 0
    for (let item = this.items[0]; item !== undefined; item = this.items[0]) {
      const reply = await this.options.send(item)
      if (this.items[0] !== item) continue
      if (reply.kind === 'later') {
        this.options.changed(item.id, 'failed')
        await this.pause.wait(failures++, reply.afterMs)
        if (this.items[0] === item) this.options.changed(item.id, 'sending')
        continue
      }
      failures = 0
      this.items = this.items.slice(1)
      if (reply.kind === 'noSession') this.options.noSession()
      this.options.changed(item.id, reply.kind === 'ok' ? 'sent' : { refused: codeOf(reply) })
    }
    this.running = false
  }
}

const codeOf = (reply: Reply): string => (reply.kind === 'refused' ? reply.code : reply.kind)
