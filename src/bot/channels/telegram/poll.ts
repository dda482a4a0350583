import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from 'grammy'
import { batch } from './batch.ts'
import { toChannelError } from './problem.ts'
import { toApiSignal } from './signal.ts'
import type { Log, Taker } from './take.ts'

export interface PollOptions {
  readonly api: Api
  readonly taker: Taker
  readonly log: Log
  /** After a failure; doubles up to 16 times as much while nothing gets better. */
  readonly pauseMs: number
}

export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const
/** Below the minute after which routers forget a silent connection, and below the client's own limit. */
const POLL_SECONDS = 30
const CONFIRM_MS = 3_000
const DOUBLINGS_MAX = 4

/**
 * Long polling that confirms an update only when it is kept, until `stopped`. Not grammY's own loop: that one counts an update as
 * done before its handler has run, and confirms it at stop() even if the handler failed.
 */
export async function poll({ api, taker, log, pauseMs }: PollOptions, stopped: AbortSignal): Promise<void> {
  const { take } = batch(taker, log)
  let offset = 0
  let polling = false
  let doublings = 0

  while (!stopped.aborted) {
    try {
      // A webhook left behind by another installation would refuse every poll.
      if (!polling) polling = await api.deleteWebhook({}, toApiSignal(stopped))
      const updates = await api.getUpdates(
        { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        toApiSignal(stopped),
      )
      const { next, progressed, complete } = await take(updates, stopped)
      offset = next ?? offset
      if (complete || progressed) doublings = 0
      if (!complete) await pause(0)
    } catch (error) {
      if (stopped.aborted) break
      const { message, afterMs } = toChannelError(error)
      if (message.includes('Conflict')) {
        // Another process polls with our token, or has set a webhook: a copy of ours, or a thief.
        log.alarm(message.includes('webhook') ? 'telegram.foreignWebhook' : 'telegram.secondPoller')
        polling = false
      }
      log.warn({ problem: message }, 'telegram polling failed')
      await pause(afterMs)
    }
  }
  await confirm(api, offset, log)

  async function pause(atLeastMs: number): Promise<void> {
    const ms = Math.max(atLeastMs, pauseMs * 2 ** doublings)
    doublings = Math.min(doublings + 1, DOUBLINGS_MAX)
    await sleep(ms, undefined, { signal: stopped }).catch(ignoreStop)
  }
}

const ignoreStop = (error: unknown): void => {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

/** Tells Telegram what is kept, so that the next start does not begin with it; without the answer it merely will. */
async function confirm(api: Api, offset: number, log: Log): Promise<void> {
  if (offset === 0) return
  try {
    await api.getUpdates({ offset, limit: 1, timeout: 0 }, toApiSignal(AbortSignal.timeout(CONFIRM_MS)))
  } catch (error) {
    log.warn({ problem: toChannelError(error).message }, 'telegram offset not confirmed')
  }
}
