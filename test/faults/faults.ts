import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { addOfficers } from '../support/officers.ts'
import { temporaryInstallation } from '../support/temporaryInstallation.ts'
import { type FakeChannel, openFakeChannel } from './channel.ts'
import { type Load, startLoad } from './load.ts'
import { type BotOrder, CHANNEL, type Plant } from './order.ts'
import { randomFrom } from './random.ts'
import { judge, type Verdict } from './verdict.ts'

export interface FaultOptions {
  readonly kills: number
  readonly seed: number
  readonly plant?: Plant
  readonly officers?: number
  /** How long to wait at the end until everything is answered; too short a wait looks like loss. */
  readonly drainMs?: number
}

export interface FaultReport extends Verdict {
  readonly ok: boolean
  readonly seed: number
  readonly kills: number
  readonly plant?: Plant
  readonly seconds: number
  readonly deliveries: number
  readonly redeliveries: number
  readonly lostAnswers: number
  readonly limited: number
  readonly slow: number
  readonly unreadable: readonly string[]
}

/** Kills the bot again and again while officers write, lets it come to rest, and compares the ledgers (security reference §4.1). */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const { kills, seed, plant, officers = 24, drainMs = 60_000 } = options
  const started = performance.now()
  const random = randomFrom(seed)
  const installation = await temporaryInstallation('temporary')
  const channel = await openFakeChannel(random)
  const client = new Client({ connectionString: installation.ownerUrl })
  await client.connect()
  const addresses = Array.from({ length: officers }, (_, n) => `officer-${n + 1}`)
  await addOfficers(installation.store, CHANNEL, addresses, new Date())
  await installation.store.close()
  const order = { ...installation.places, channelPort: channel.port, ...(plant === undefined ? {} : { plant }) }
  const bots = botStarter(order, client)
  const load = startLoad({ addresses, channel, random, port: bots.port })
  try {
    for (let kill = 0; kill < kills; kill++) {
      const early = random.chance(0.1)
      await bots.start(early)
      if (!early) await untilWorking(load)
      await sleep(random.between(30, 400))
      await bots.kill()
    }
    await bots.start(false)
    await load.finish()
    channel.behave()
    await drain(load, channel, drainMs)
    const verdict = await judge(client, load.accepted, channel.ledger)
    const { counts } = channel.ledger
    const { lostAnswers, limited, slow } = counts
    const { deliveries, redeliveries } = load.counts
    return {
      ok: isGood(verdict, lostAnswers + 4 * kills),
      seed,
      kills,
      ...(plant === undefined ? {} : { plant }),
      seconds: Math.round((performance.now() - started) / 1000),
      ...verdict,
      deliveries,
      redeliveries,
      lostAnswers,
      limited,
      slow,
      unreadable: [...new Set(channel.ledger.unreadable)],
    }
  } finally {
    await bots.close()
    channel.close()
    await client.end()
    await installation.close()
  }
}

const isGood = (verdict: Verdict, duplicatesAllowed: number): boolean =>
  verdict.lost === 0 &&
  verdict.twice === 0 &&
  verdict.outOfOrder === 0 &&
  verdict.stuck === 0 &&
  verdict.repliesMissing === 0 &&
  verdict.repliesOutOfOrder === 0 &&
  verdict.repliesDuplicate <= duplicatesAllowed

async function drain(load: Load, channel: FakeChannel, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs
  const isAnswered = ([address, events]: readonly [string, number]): boolean => channel.repliesTo(address) >= events
  while (performance.now() < until && ![...load.accepted].every(isAnswered)) await sleep(50)
}

const WORKING_MS = 10_000

/** Until this bot has taken something: on a busy machine it would otherwise be dead before it has begun. */
async function untilWorking({ counts }: Load): Promise<void> {
  const until = performance.now() + WORKING_MS
  const { accepted } = counts
  while (counts.accepted === accepted && performance.now() < until) await sleep(5)
}

interface Bots {
  /** Resolves when it listens; at once where it shall die while it starts. */
  start(early: boolean): Promise<void>
  /** SIGKILL: nothing in the process gets a chance to tidy up. */
  kill(): Promise<void>
  close(): Promise<void>
  readonly port: () => number | undefined
}

const ready = z.object({ port: z.int() })

/** While one lives the next one loads its modules, so that more of the time is spent under load than on starting. */
function botStarter(order: BotOrder, client: Client): Bots {
  const fresh = (): ChildProcess => fork(path.join(import.meta.dirname, 'bot.ts'), [JSON.stringify(order)])
  let next = fresh()
  let bot: ChildProcess | undefined
  let port: number | undefined
  const kill = async (): Promise<void> => {
    if (bot === undefined) return
    const dying = bot
    bot = undefined
    port = undefined
    await end(dying)
    await endLeases(client)
  }
  return {
    port: () => port,
    start: async (early) => {
      const born = next
      next = fresh()
      bot = born
      const listening = once(born, 'message').then(([message]) => {
        if (bot === born) port = ready.parse(message).port
      })
      born.send('live')
      if (!early) await listening
    },
    kill,
    close: async () => {
      await kill()
      await end(next)
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
  child.kill('SIGKILL')
  await gone
}

/** What the dead one was sending comes back when its lease ends; nobody else lives, so the minute is not waited for. */
async function endLeases(client: Client): Promise<void> {
  const backends = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename LIKE '%\\_bot' OR usename LIKE '%\\_vault'`
  for (;;) {
    const { rows } = await client.query(backends)
    if (z.array(z.object({ n: z.int() })).parse(rows)[0]?.n === 0) break
    await sleep(10)
  }
  await client.query(`UPDATE public.outbox SET "leaseUntil" = clock_timestamp() WHERE state = 'sending'`)
}
