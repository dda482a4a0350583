import { createHash } from 'node:crypto'
import type { Bubble, SimUser, World } from './world.ts'
import { newDigits } from './world.ts'

/** After so long Zalo tries again, and only where the connection failed. */
export const RETRIES_MS = [30_000, 300_000, 900_000, 1_800_000, 3_600_000]

export interface Events {
  /** Sends one event; its answer, or undefined where the connection failed and it will come again. */
  emit(event: Readonly<Record<string, unknown>>): Promise<number | undefined>
  /** What the account said comes back, as Zalo does it: by itself, in a moment. */
  echo(user: SimUser, bubble: Bubble): void
  fromUser(name: string, user: SimUser, message: Readonly<Record<string, unknown>>): Promise<number | undefined>
  /** Sends what failed again, whether or not its time has come. */
  retry(): Promise<void>
  /** Resolves when no echo is on its way. */
  settled(): Promise<void>
  /** Bodies and headers of everything sent, to be sent again by a test. */
  readonly sent: Delivery[]
}

export interface Delivery {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** The timer of a simulator that runs alone; tests retry by hand. */
export type Later = (work: () => void, ms: number) => void

export function makeEvents(world: World, later: Later = () => {}): Events {
  const sent: Delivery[] = []
  const failed: { readonly delivery: Delivery; readonly tries: number }[] = []
  const echoes = new Set<Promise<unknown>>()
  const { appId, oaId, oaSecret, now, answerMs } = world.options

  async function deliver(delivery: Delivery, tries: number): Promise<number | undefined> {
    if (world.webhook === undefined) return undefined
    try {
      const answer = await fetch(world.webhook, {
        method: 'POST',
        body: delivery.body,
        headers: tries === 0 ? delivery.headers : { ...delivery.headers, num_retry: String(tries) },
        signal: AbortSignal.timeout(answerMs),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      const wait = RETRIES_MS[tries]
      if (wait === undefined) return undefined
      const entry = { delivery, tries: tries + 1 }
      failed.push(entry)
      later(() => void again(entry), wait)
      return undefined
    }
  }

  async function again(entry: (typeof failed)[number]): Promise<void> {
    const index = failed.indexOf(entry)
    if (index < 0) return
    failed.splice(index, 1)
    await deliver(entry.delivery, entry.tries)
  }

  async function emit(event: Readonly<Record<string, unknown>>): Promise<number | undefined> {
    const timestamp = String(now())
    const body = JSON.stringify({ app_id: appId, ...event, timestamp })
    const mac = createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecret).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` }
    sent.push({ body, headers })
    return await deliver({ body, headers }, 0)
  }

  return {
    sent,
    emit,
    fromUser: (event_name, user, message) =>
      emit({
        sender: { id: user.id },
        user_id_by_app: `55${user.id}`,
        recipient: { id: oaId },
        event_name,
        message: { msg_id: newDigits(), ...message },
      }),
    echo(user, bubble) {
      const echo = emit({
        sender: bubble.from === 'person' ? { id: oaId, admin_id: '777' } : { id: oaId },
        recipient: { id: user.id },
        event_name: bubble.attachment === undefined ? 'oa_send_text' : `oa_send_${bubble.attachment.kind}`,
        message: { msg_id: bubble.id, ...(bubble.text === '' ? {} : { text: bubble.text }) },
      })
      echoes.add(echo)
      void echo.finally(() => echoes.delete(echo))
    },
    async retry() {
      for (const entry of failed.slice()) await again(entry)
    },
    async settled() {
      while (echoes.size > 0) await Promise.all(echoes)
    },
  }
}
