import { createServer, type ServerResponse } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Channel, ChannelError } from '../../src/bot/channel.ts'
import { talkChannel } from '../../src/bot/channels/talk/channel.ts'
import { installDemo } from '../../src/bot/install/demo.ts'
import { makeLog } from '../../src/bot/log.ts'
import { startLoops } from '../../src/bot/runtime.ts'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'
import type { Store } from '../../src/bot/store/store.ts'
import { temporaryInstallation } from '../support/temporaryInstallation.ts'
import { goal, round } from './figures.ts'
import type { Print } from './print.ts'

const ASKED = 150
/** What ten minutes of one busy channel leave behind. */
const BACKLOG = 300
const ANSWER_MS = 3_000
const MEGABYTE = 1024 * 1024

/**
 * One channel hangs while as much is written on it as in ten minutes, the other goes on: how long an answer takes there, beside
 * how long it took before, and whether all that waited arrives once when the channel is back. No ten minutes pass: what counts is
 * what waits, and that every sender of that channel is held up.
 */
export async function benchOutage(print: Print): Promise<void> {
  const installation = await temporaryInstallation('temporary')
  const relay = await startRelay()
  const { store } = installation
  const now = () => new Date()
  const quick = new Map<string, () => void>()
  const slow = new Map<string, number>()
  const channels = new Map<string, Channel>([
    channelOf('quick', async (to) => quick.get(to)?.()),
    channelOf('slow', async (to) => {
      await relay.pass()
      slow.set(to, (slow.get(to) ?? 0) + 1)
    }),
  ])
  await installDemo(store, now())
  const log = makeLog('silent')
  const blobs = openBlobs({ dataDir: installation.places.dataDir })
  const app = await makeApp({ store, blobs, log, demo: true, now, channels, wake: () => {}, base: () => undefined })
  const loops = startLoops(app, { turns: 6, senders: 4 })
  const says = async (channel: string, address: string): Promise<void> => {
    await hear(store, channel, address, now())
    loops.wake()
  }
  const answers = async (round_: string): Promise<number> => {
    const times: number[] = []
    for (let n = 0; n < ASKED; n++) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const started = performance.now()
      quick.set(`${round_}-${n}`, resolve)
      await says('quick', `${round_}-${n}`)
      await promise
      times.push(performance.now() - started)
    }
    return times.toSorted((a, b) => a - b)[Math.floor(ASKED * 0.95)] ?? Number.NaN
  }
  try {
    await answers('warm')
    const before = await answers('before')
    const kept = heapKept()
    relay.hang()
    for (let n = 0; n < BACKLOG; n++) await says('slow', `slow-${n}`)
    const during = await answers('during')
    const grown = (heapKept() - kept) / MEGABYTE
    relay.heal()
    const back = performance.now()
    while (slow.size < BACKLOG && performance.now() - back < 300_000) await new Promise((done) => setTimeout(done, 200))
    const ratio = round(during / before, 2)
    print({
      bench: 'outage',
      backlog: BACKLOG,
      answerP95: goal(ratio, ratio <= 2, '<= 2 x before'),
      beforeMs: round(before, 0),
      duringMs: round(during, 0),
      grownMegabytes: round(grown, 0),
      lost: BACKLOG - slow.size,
      twice: [...slow.values()].filter((count) => count > 1).length,
    })
    if (slow.size < BACKLOG)
      throw new Error(`${BACKLOG - slow.size} messages did not arrive after the channel was back`)
  } finally {
    relay.heal()
    await loops.stop()
    await app.documents.close()
    await installation.close()
    await relay.stop()
  }
}

/** Bytes that are still in use after a collection. */
function heapKept(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

const channelOf = (name: string, send: (to: string) => Promise<void>): readonly [string, Channel] => [
  name,
  { ...talkChannel(() => {}), name, send: async (to) => (await send(to), {}) },
]

const hear = (store: Store, channel: string, address: string, now: Date): Promise<unknown> =>
  storeArrival(store, { channel, address, eventKey: address, what: { kind: 'text', text: 'xin chào' } }, now)

interface Relay {
  hang(): void
  heal(): void
  /** Resolves when the other side has answered; as a channel's call does, it gives up after a while. */
  pass(): Promise<void>
  stop(): Promise<void>
}

/** Stands where a channel's server would: answers at once, or takes the request and never answers. */
async function startRelay(): Promise<Relay> {
  let hangs = false
  const held: ServerResponse[] = []
  const server = createServer((_request, response) => {
    if (hangs) held.push(response)
    else response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    hang: () => {
      hangs = true
    },
    heal: () => {
      hangs = false
      for (const one of held.splice(0)) one.destroy()
    },
    pass: async () => {
      try {
        await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(ANSWER_MS) })
      } catch {
        throw new ChannelError('retry', 'relay')
      }
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
