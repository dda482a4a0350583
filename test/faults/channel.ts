import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, serveJson } from './httpJson.ts'
import { sending } from './order.ts'
import type { Random } from './random.ts'

export interface ChannelLedger {
  /** How often each message of a person arrived, by the number of the turn that said it; in the order in which they came. */
  readonly replies: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly counts: { received: number; lostAnswers: number; limited: number; slow: number }
  /** Messages that are no answer to an officer: what else the bot says, as when a turn is given up. */
  readonly unreadable: readonly string[]
}

export interface FakeChannel {
  readonly port: number
  readonly ledger: ChannelLedger
  /** How many different messages have reached this person. */
  repliesTo(address: string): number
  /** From now on nothing goes wrong any more. */
  behave(): void
  close(): void
}

const RATES = { lostAnswer: 0.05, limited: 0.05, slow: 0.05 }
const PAUSE_MS = 20

/** The people's side, which outlives every bot: what it has seen is the truth. */
export async function openFakeChannel(random: Random): Promise<FakeChannel> {
  const replies = new Map<string, Map<number, number>>()
  const counts = { received: 0, lostAnswers: 0, limited: 0, slow: 0 }
  const unreadable: string[] = []
  let behaves = false
  const happens = (rate: number): boolean => !behaves && random.chance(rate)

  const answer = async (body: unknown): Promise<Answer | 'hang up'> => {
    if (happens(RATES.limited)) {
      counts.limited++
      return { status: 429, body: { afterMs: PAUSE_MS } }
    }
    const { address, text, tokens } = sending.parse(body)
    const turn = turnOf(tokens)
    if (turn === undefined) unreadable.push(text)
    else {
      const seen = replies.get(address) ?? new Map<number, number>()
      replies.set(address, seen.set(turn, (seen.get(turn) ?? 0) + 1))
    }
    counts.received++
    if (happens(RATES.slow)) {
      counts.slow++
      await sleep(random.between(100, 400))
    }
    if (!happens(RATES.lostAnswer)) return { status: 200 }
    counts.lostAnswers++
    return 'hang up'
  }

  const { port, server } = await serveJson(answer)
  return {
    port,
    ledger: { replies, counts, unreadable },
    repliesTo: (address) => replies.get(address)?.size ?? 0,
    behave: () => {
      behaves = true
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** `nonce.index`; the nonce counts the turns of the conversation. The tenth is called a, and no action: that has a long id. */
const SCREEN_CHOICE = /^([0-9a-z]+)\.[0-9a-z]{1,2}$/

/** Every card of a form has buttons, so their nonce is the idempotency id of a message. */
function turnOf(tokens: readonly string[]): number | undefined {
  const nonce = tokens.flatMap((token) => SCREEN_CHOICE.exec(token)?.[1] ?? [])[0]
  return nonce === undefined ? undefined : Number.parseInt(nonce, 36)
}
