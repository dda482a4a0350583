import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { OPEN_WORD } from '../support/officers.ts'
import type { FakeChannel } from './channel.ts'
import { postJson } from './httpJson.ts'
import { type Delivery, QUESTIONS } from './order.ts'
import type { Random } from './random.ts'

export interface Load {
  /** Events of each officer that were acknowledged, counted from 1. */
  readonly accepted: ReadonlyMap<string, number>
  readonly counts: { deliveries: number; redeliveries: number; accepted: number }
  /** Lets every officer come to the end of her form. */
  finish(): Promise<void>
}

export interface Loading {
  readonly addresses: readonly string[]
  readonly channel: FakeChannel
  readonly random: Random
  /** Where the bot listens; undefined while none lives. */
  readonly port: () => number | undefined
}

/** How many messages an officer writes before she waits for the answers. */
const AHEAD = 6
/** One form: its name, the answers, and the number of the button that sends it. */
export const EVENTS_A_FORM = QUESTIONS + 2
const RETRY_MS = 15

/** What the n-th event of an officer says; an answer carries its number, so that it is known again in the report. */
export function textOf(n: number): string {
  const step = (n - 1) % EVENTS_A_FORM
  if (step === 0) return OPEN_WORD
  return step === EVENTS_A_FORM - 1 ? '1' : `lan ${n}`
}

/**
 * Officers who write without waiting: the events of one in her order, those of several mixed. The channel delivers at least
 * once: again until it is acknowledged, and now and then once more, at once or much later.
 */
export function startLoad({ addresses, channel, random, port }: Loading): Load {
  const accepted = new Map<string, number>()
  const counts = { deliveries: 0, redeliveries: 0, accepted: 0 }
  const agent = new Agent({ keepAlive: true })
  const again = random.between(0.15, 0.5)
  const finishing = new AbortController()

  async function deliver(event: Delivery): Promise<boolean> {
    const to = port()
    if (to === undefined) return false
    counts.deliveries++
    const answer = await postJson(to, event, agent).catch(() => undefined)
    if (answer?.status !== 200) return false
    counts.accepted++
    return true
  }

  async function officer(address: string): Promise<void> {
    for (let n = 1; !finishing.signal.aborted || (n - 1) % EVENTS_A_FORM !== 0; n++) {
      // At the end she waits no longer: what was lost is never answered.
      while (!finishing.signal.aborted && n - 1 - channel.repliesTo(address) >= AHEAD) await sleep(RETRY_MS)
      while (!(await deliver(eventOf(address, n)))) await sleep(RETRY_MS)
      accepted.set(address, n)
      if (random.chance(again)) {
        counts.redeliveries++
        const earlier = random.chance(0.5) ? n : Math.max(1, n - Math.floor(random.between(0, 10)))
        await deliver(eventOf(address, earlier))
      }
      await sleep(random.between(0, 20))
    }
  }

  const officers = addresses.map(officer)
  return {
    accepted,
    counts,
    finish: async () => {
      finishing.abort()
      await Promise.all(officers)
      agent.destroy()
    },
  }
}

const eventOf = (address: string, n: number): Delivery => ({ address, eventKey: `${address}:${n}`, text: textOf(n) })
