import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from 'grammy'
import { toChannelError } from './problem.ts'
import { toApiSignal } from './signal.ts'
import type { Log } from './take.ts'

export interface WatchOptions {
  readonly api: Api
  /** Our own address; absent: we poll, and there must be none. */
  readonly url?: string
  readonly log: Log
  /** Puts right what somebody else has set. */
  readonly mend: () => Promise<unknown>
  readonly everyMs?: number
}

const EVERY_MS = 60_000

/**
 * Whoever has stolen the token can send our updates elsewhere. Once a minute: is the webhook the one we set? If not, somebody must
 * take the token back at once (docs: revoke it at BotFather), and until then ours is put in its place again.
 */
export async function watch({ api, url = '', log, mend, everyMs = EVERY_MS }: WatchOptions, stopped: AbortSignal) {
  for (let first = true; !stopped.aborted; first = false) {
    try {
      const info = await api.getWebhookInfo(toApiSignal(stopped))
      if ((info.url ?? '') !== url) {
        if (!first) log.alarm('telegram.foreignWebhook')
        await mend()
      }
    } catch (error) {
      if (!stopped.aborted) log.warn({ problem: toChannelError(error).message }, 'telegram webhook not looked at')
    }
    await sleep(everyMs, undefined, { signal: stopped, ref: false }).catch(() => {})
  }
}
