import { ChannelError } from '../../channel.ts'
import { ZaloError } from '../../zalo/error.ts'

const SERVER_PAUSE_MS = 5_000
const MEND_MS = 60_000
const MONEY_MS = 15 * 60_000
const HOUR_MS = 3600_000
const LATER = new Set([-218, -234])
/** Against the rules of the platform: what was written, not who reads it. */
const FORBIDDEN = -248

/**
 * What the outbox does about a refusal. 'window' (48 hours, 7 days) is like 'gone': nothing can reach her until she writes, and
 * her writing ends both. Money holds up one message and not the channel: answers within 48 hours cost nothing.
 */
export function toChannelError(error: unknown, now: Date): ChannelError {
  if (error instanceof ChannelError) return error
  if (!(error instanceof ZaloError))
    return new ChannelError('bug', error instanceof Error ? `zalo ${error.name}` : 'zalo')
  const code = error.message
  switch (error.problem) {
    case 'retry':
      return new ChannelError('retry', code, LATER.has(error.code ?? 0) ? HOUR_MS : SERVER_PAUSE_MS)
    case 'limited':
      return new ChannelError('limited', code, toNextMinute(now))
    case 'unknown':
      return new ChannelError('unknown', code)
    case 'gone':
      return new ChannelError(error.code === FORBIDDEN ? 'bug' : 'gone', code)
    case 'window':
      return new ChannelError('gone', code)
    case 'bug':
    case 'expired':
      return new ChannelError('bug', code)
    case 'money':
      return new ChannelError('retry', code, MONEY_MS)
    case 'refresh':
    case 'configuration':
      // Every request fails until someone mends it, and none is lost.
      return new ChannelError('limited', code, MEND_MS)
  }
}

/** Zalo counts by the minute of the clock. */
export const toNextMinute = (now: Date): number => 60_000 - (now.getTime() % 60_000)

/** A person at the Union must do something at Zalo. */
export const needsPerson = (error: unknown): boolean =>
  error instanceof ZaloError &&
  (error.problem === 'money' || error.problem === 'configuration' || error.code === FORBIDDEN)
