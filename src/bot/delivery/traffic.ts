import type { Channel, Pace } from '../channel.ts'

/** How fast this process may speak on each channel: its pace, and the pauses that a channel has asked for. */
export interface Traffic {
  /** Channels that may be spoken to, and those of them that still have room for what nobody waits for. */
  open(channels: readonly Channel[], now: Date): { readonly any: readonly string[]; readonly bulk: readonly string[] }
  /** Counts one message, or says in how many milliseconds it may go. Right before it is sent: nothing may come in between. */
  take(channel: Channel, address: string, now: Date): number | undefined
  /** A message was made of more calls than one. */
  took(channel: Channel, address: string, more: number): void
  /** The channel has asked for silence: calls meanwhile would lengthen it. */
  hold(channel: string, ms: number, now: Date): void
  /** Milliseconds until a channel has room again; undefined where none is short of it. */
  wait(channels: readonly Channel[], now: Date): number | undefined
}

interface Bucket {
  left: number
  at: number
}

/** How many chats are remembered. */
const CHATS_MAX = 20_000

/** `paced: false`: only pauses are kept, for a clock that stands still. */
export function makeTraffic({ paced }: { readonly paced: boolean }): Traffic {
  const heldUntil = new Map<string, number>()
  const bots = new Map<string, Bucket>()
  const chats = new Map<string, Bucket>()

  const paceOf = ({ pace }: Channel): Pace | undefined => (paced ? pace : undefined)
  const isHeld = (channel: Channel, now: Date): boolean => (heldUntil.get(channel.name) ?? 0) > now.getTime()

  function botOf(channel: Channel, pace: Pace, now: Date): Bucket {
    return filled(bots, channel.name, { most: pace.burst, perSecond: pace.perSecond, now })
  }

  function chatOf(channel: Channel, address: string, { chat, group }: Pace, now: Date): Bucket | undefined {
    const rule = address.startsWith('-') ? (group ?? chat) : chat
    return rule === undefined
      ? undefined
      : filled(chats, `${channel.name} ${address}`, { most: rule.burst, perSecond: rule.perSecond, now })
  }

  return {
    open(channels, now) {
      const free = channels.filter((one) => !isHeld(one, now))
      const room = (one: Channel): number => {
        const pace = paceOf(one)
        return pace === undefined ? Number.POSITIVE_INFINITY : botOf(one, pace, now).left - pace.reserved
      }
      const any = free.filter((one) => room(one) + (paceOf(one)?.reserved ?? 0) >= 1)
      return { any: any.map((one) => one.name), bulk: any.filter((one) => room(one) >= 1).map((one) => one.name) }
    },
    take(channel, address, now) {
      if (isHeld(channel, now)) return (heldUntil.get(channel.name) ?? 0) - now.getTime()
      const pace = paceOf(channel)
      if (pace === undefined) return undefined
      const bot = botOf(channel, pace, now)
      const chat = chatOf(channel, address, pace, now)
      const rule = address.startsWith('-') ? (pace.group ?? pace.chat) : pace.chat
      const wait = Math.max(
        waitIn(bot, pace.perSecond),
        chat === undefined || rule === undefined ? 0 : waitIn(chat, rule.perSecond),
      )
      if (wait > 0) return wait
      bot.left--
      if (chat !== undefined) chat.left--
      return undefined
    },
    took(channel, address, more) {
      for (const bucket of [bots.get(channel.name), chats.get(`${channel.name} ${address}`)])
        if (bucket !== undefined) bucket.left -= more
    },
    hold(channel, ms, now) {
      heldUntil.set(channel, Math.max(heldUntil.get(channel) ?? 0, now.getTime() + ms))
    },
    wait(channels, now) {
      const waits = channels.flatMap((one) => {
        const pace = paceOf(one)
        if (isHeld(one, now) || pace === undefined) return []
        const { left } = botOf(one, pace, now)
        const missing = 1 + pace.reserved - left
        return missing <= 0 ? [] : [Math.ceil((missing / pace.perSecond) * 1000)]
      })
      return waits.length === 0 ? undefined : Math.min(...waits)
    },
  }
}

const waitIn = ({ left }: Bucket, perSecond: number): number =>
  left >= 1 ? 0 : Math.ceil(((1 - left) / perSecond) * 1000)

interface Rule {
  readonly most: number
  readonly perSecond: number
  readonly now: Date
}

function filled(buckets: Map<string, Bucket>, key: string, { most, perSecond, now }: Rule): Bucket {
  const at = now.getTime()
  const bucket = buckets.get(key) ?? { left: most, at }
  bucket.left = Math.min(most, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond)
  bucket.at = at
  // The one that was used last is the last to be forgotten.
  buckets.delete(key)
  buckets.set(key, bucket)
  const [oldest] = buckets.keys()
  if (buckets.size > CHATS_MAX && oldest !== undefined) buckets.delete(oldest)
  return bucket
}
