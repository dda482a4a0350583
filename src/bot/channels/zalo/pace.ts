import { ChannelError } from '../../channel.ts'
import { toNextMinute } from './problem.ts'

/** Below Zalo's 4,000 a minute for one app, with room for another process and for uploads. */
export const REQUESTS_PER_MINUTE = 1_500

export interface Pace {
  /** Counts one request; throws when this minute has had enough. */
  take(): void
}

export function pace(now: () => Date, perMinute = REQUESTS_PER_MINUTE): Pace {
  let minute = -1
  let count = 0
  return {
    take() {
      const at = now()
      const current = Math.floor(at.getTime() / 60_000)
      if (current !== minute) [minute, count] = [current, 0]
      if (count >= perMinute) throw new ChannelError('limited', 'zalo pace', toNextMinute(at))
      count++
    },
  }
}
