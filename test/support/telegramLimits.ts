/** Telegram's limits as they are known: 30 a second of one bot, one a second in a chat but for three at once, 20 a minute in a group. */
export interface Limits {
  /** Seconds to wait, or nothing: it may be done, and counts. */
  refuse(method: string, chat: unknown): number | undefined
  /** Calls that came although they had been told to wait. */
  early(): number
}

const CALLS = new Set(['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText', 'deleteMessages'])

export function telegramLimits(now: () => number): Limits {
  const done: { readonly at: number; readonly chat: string }[] = []
  let until = 0
  let early = 0
  const count = (ms: number, chat?: string): number =>
    done.filter((one) => one.at > now() - ms && (chat === undefined || one.chat === chat)).length
  return {
    early: () => early,
    refuse(method, to) {
      if (!CALLS.has(method)) return undefined
      const chat = String(to)
      if (now() < until) {
        early++
        // Whoever does not wait waits longer.
        until += 1000
      } else if (count(1000) >= 30) until = now() + 1000
      else if (chat.startsWith('-') ? count(60_000, chat) >= 20 : count(1000, chat) >= 3) until = now() + 1000
      if (now() < until) return Math.ceil((until - now()) / 1000)
      done.push({ at: now(), chat })
      return undefined
    },
  }
}
