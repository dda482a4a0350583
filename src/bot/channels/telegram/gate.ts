import type { Transformer } from 'grammy'
import { ChannelError } from '../../channel.ts'

/**
 * After a 429 nothing is asked of Telegram until its time is over, whoever asks: calls meanwhile lengthen it. But for polls, which
 * have a pause of their own.
 */
export function gate(now: () => number): Transformer {
  let until = 0
  return async (call, method, payload, signal) => {
    const wait = until - now()
    if (wait > 0 && method !== 'getUpdates') throw new ChannelError('limited', `telegram ${method} held`, wait)
    const answer = await call(method, payload, signal)
    const seconds = answer.ok ? undefined : answer.parameters?.retry_after
    if (seconds !== undefined) until = Math.max(until, now() + seconds * 1000)
    return answer
  }
}
