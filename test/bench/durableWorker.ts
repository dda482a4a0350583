// A process of its own that makes its officers' updates durable: as the bot, or as raw SQL. Prepares, says so, and starts on a word.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { Client } from 'pg'
import { z } from 'zod'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { unionTurn } from '../../src/bot/turns/unionTurn.ts'
import { CHANNEL, durableOrder, type DurableOrder, EVENTS, openApp, textOf, WARM_EVENTS } from './durableOrder.ts'
import type { Update } from './recorder.ts'

const LANES = 4
const CLAIM = 'FROM public.inbox i'
const DONE = "UPDATE public.inbox SET state = 'done'"

const recordings = z.map(z.string(), z.array(z.array(z.object({ text: z.string(), values: z.array(z.unknown()) }))))

/** Runs the updates of one lane of officers, one after another: each officer's from this one to that one, counted from 1. */
type Lane = (from: number, to: number) => Promise<void>

const order = durableOrder.parse(JSON.parse(process.argv[2] ?? '{}'))
process.on('disconnect', () => process.exit(1))
const lanes = order.kind === 'bot' ? await botLanes(order) : await rawLanes(order)
await Promise.all(lanes.map((lane) => lane(1, WARM_EVENTS)))
process.send?.('ready')
await once(process, 'message')
const cpu = process.cpuUsage()
await Promise.all(lanes.map((lane) => lane(WARM_EVENTS + 1, EVENTS)))
const { user, system } = process.cpuUsage(cpu)
process.send?.({ cpuUs: user + system })

function laneOfficers({ officers }: DurableOrder): readonly (readonly string[])[] {
  return Array.from({ length: LANES }, (_, lane) => officers.filter((_, n) => n % LANES === lane))
}

async function botLanes(order: DurableOrder): Promise<readonly Lane[]> {
  const app = await openApp(order)
  return laneOfficers(order).map((officers) => async (from, to) => {
    for (let n = from; n <= to; n++) {
      for (const address of officers) {
        const what = { kind: 'text' as const, text: textOf(n) }
        await storeArrival(app.store, { channel: CHANNEL, address, eventKey: `${address}:${n}`, what }, app.now())
        await unionTurn(app)
      }
    }
    // What another lane had in hand when this one looked.
    for (let waits = true; waits; )
      waits = (await unionTurn(app)) || (await app.store.union.inbox.count({ where: { state: 'waiting' } })) > 0
  })
}

async function rawLanes(order: DurableOrder): Promise<readonly Lane[]> {
  const recorded = recordings.parse(deserialize(readFileSync(order.recording)))
  const lanes = laneOfficers(order).map(async (officers): Promise<Lane> => {
    const client = new Client({ connectionString: order.botUrl })
    await client.connect()
    return async (from, to) => {
      for (let n = from; n <= to; n++) {
        for (const address of officers) await replay(client, recorded.get(address)?.[n - 1] ?? [])
      }
    }
  })
  return await Promise.all(lanes)
}

/** The same statements in the same order; only the number of the inbox row is the one that this run claimed. */
async function replay(client: Client, update: Update): Promise<void> {
  let claimed: unknown
  for (const { text, values } of update) {
    const isDone = text.includes(DONE)
    const given = isDone ? values.map((value, n) => (n === 1 ? claimed : value)) : [...values]
    let rows = (await client.query({ text, values: given, rowMode: 'array' })).rows
    if (!text.includes(CLAIM)) continue
    // Another lane holds the only row that waits: the bot would come back for it too.
    while (rows[0] === undefined) rows = (await client.query({ text, values: given, rowMode: 'array' })).rows
    claimed = rows[0][0]
  }
}
