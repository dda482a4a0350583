import { EventEmitter, once } from 'node:events'
import type { App } from './app.ts'
import { deliverOne, pushChannels } from './delivery/deliver.ts'
import { keepFigures } from './jobs/keepFigures.ts'
import { tick } from './jobs/tick.ts'
import { codeOf } from './log.ts'
import { auditChains, sealAudit } from './store/auditChain.ts'
import { outboxes } from './store/outbox.ts'
import { takeDownOne } from './delivery/takeDown.ts'
import { makeTraffic, type Traffic } from './delivery/traffic.ts'
import { unionTurn } from './turns/unionTurn.ts'
import { vaultTurn } from './turns/vaultTurn.ts'

/** The time at which nothing more fell due: what a talk stands at, where the clock moves only by hand. */
const stoodAt = new WeakMap<App, number>()

/** Runs everything that waits until nothing does: for a talk in the terminal and for tests, where the clock stands still. */
export async function drain(app: App): Promise<void> {
  const traffic = makeTraffic({ paced: false })
  const now = app.now().getTime()
  // What fell due while the clock moved comes before what was written since.
  if (stoodAt.get(app) !== now) await tick(app)
  do await answerAndSend(app, traffic)
  while (await tick(app))
  stoodAt.set(app, now)
}

async function answerAndSend(app: App, traffic: Traffic): Promise<void> {
  const [union, vault] = outboxes(app.store)
  for (let busy = true; busy; ) {
    busy = false
    for (const turn of [unionTurn, vaultTurn]) while (await turn(app)) busy = true
    for (const box of [union, vault]) while ((await deliverOne(app, box, traffic)) === true) busy = true
    for (const { bubbles } of [union, vault]) while (await takeDownOne(app, bubbles, traffic)) busy = true
  }
}

export interface Running {
  wake(): void
  /** Finishes what is in hand, then stops. */
  stop(): Promise<void>
}

export interface Workers {
  readonly turns: number
  /** For each channel and each side. */
  readonly senders: number
}

const IDLE_MS = 500
/** Of workers that a first one wakes when there is something to do. */
const RESERVE_MS = 5000
const JOBS_MS = 1000
const FIGURES_MS = 60_000
const TROUBLE_MS = 1000

/** The loops of a running bot. Different conversations go on side by side; one conversation is one turn at a time. */
export function startLoops(app: App, workers: Workers): Running {
  const signal = new EventEmitter()
  signal.setMaxListeners(64)
  const stopping = new AbortController()
  const traffic = makeTraffic({ paced: true })
  const boxes = outboxes(app.store)
  const loop = async (name: string, step: () => Promise<boolean | number>, idleMs: number): Promise<void> => {
    while (!stopping.signal.aborted) {
      const busy = await attempt(app, name, step)
      if (busy === true) signal.emit('wake')
      else await rest(signal, stopping.signal, restMs(busy, idleMs))
    }
  }
  const loops = [
    ...Array.from({ length: workers.turns }, () => loop('union', () => unionTurn(app), IDLE_MS)),
    ...Array.from({ length: Math.max(2, Math.floor(workers.turns / 2)) }, () =>
      loop('vault', () => vaultTurn(app), IDLE_MS),
    ),
    // Each channel has senders of its own: one that hangs holds up nobody else's messages.
    ...boxes.flatMap((box) =>
      pushChannels(app).flatMap((channel) =>
        Array.from({ length: workers.senders }, (_, n) =>
          loop(
            `send.${box.name}.${channel.name}`,
            () => deliverOne(app, box, traffic, [channel]),
            n === 0 ? IDLE_MS : RESERVE_MS,
          ),
        ),
      ),
    ),
    ...boxes.map((box) => loop(`takeDown.${box.name}`, () => takeDownOne(app, box.bubbles, traffic), IDLE_MS)),
    loop('figures', keepFigures(app), FIGURES_MS),
    loop('jobs', async () => (await tick(app), false), JOBS_MS),
    ...auditChains(app.store).map((chain) =>
      loop(`audit.${chain.name}`, async () => (await sealAudit(chain), false), JOBS_MS),
    ),
  ]
  return {
    wake: () => void signal.emit('wake'),
    stop: async () => {
      stopping.abort()
      signal.emit('wake')
      await Promise.all(loops)
    },
  }
}

function restMs(busy: false | number | undefined, idleMs: number): number {
  if (busy === undefined) return TROUBLE_MS
  return busy === false ? idleMs : Math.min(busy, idleMs)
}

/** True: did something. False: nothing waits. A number: in so many milliseconds. Undefined: the database is away, try again soon. */
async function attempt(
  app: App,
  name: string,
  step: () => Promise<boolean | number>,
): Promise<boolean | number | undefined> {
  try {
    return await step()
  } catch (error) {
    app.log.error({ event: 'loop.failed', module: name, code: codeOf(error) })
    return undefined
  }
}

async function rest(signal: EventEmitter, stopping: AbortSignal, ms: number): Promise<void> {
  if (stopping.aborted) return
  const timer = new AbortController()
  const done = AbortSignal.any([stopping, timer.signal])
  const timeout = setTimeout(() => timer.abort(), ms)
  try {
    await once(signal, 'wake', { signal: done })
  } catch {
    // Time is up, or the bot stops: both end the rest.
  } finally {
    clearTimeout(timeout)
  }
}
