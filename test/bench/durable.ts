import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { serialize } from 'node:v8'
import { Client } from 'pg'
import { z } from 'zod'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { unionTurn } from '../../src/bot/turns/unionTurn.ts'
import { addOfficers } from '../support/officers.ts'
import { temporaryInstallation, type TemporaryInstallation } from '../support/temporaryInstallation.ts'
import { CHANNEL, type DurableOrder, EVENTS, openApp, QUESTIONS, textOf, WARM_EVENTS } from './durableOrder.ts'
import { goal, median, round } from './figures.ts'
import type { Print } from './print.ts'
import { record, type Update } from './recorder.ts'

const OFFICERS = Array.from({ length: 16 }, (_, n) => `officer-${n + 1}`)
const ROUNDS = 3
const UPDATES = OFFICERS.length * (EVENTS - WARM_EVENTS)

/**
 * Updates made durable in a second: an event stored, its turn, what it says, on the database that comes along. Beside it the very
 * statements that the bot sends, recorded and sent again through `pg` without the bot, on the same server, in turns.
 */
export async function benchDurable(print: Print): Promise<void> {
  for (const durability of ['durable', 'temporary'] as const) {
    const installation = await temporaryInstallation(durability)
    const client = new Client({ connectionString: installation.ownerUrl })
    await client.connect()
    try {
      const recording = path.join(installation.places.dataDir, 'recording')
      await recordAll(installation, client, recording)
      const measure = (kind: DurableOrder['kind'], processes: number) =>
        run({ installation, client, recording, kind, processes })
      for (const processes of durability === 'durable' ? [1, 2] : [1]) {
        const bot: Rate[] = []
        const raw: Rate[] = []
        for (let n = 0; n < ROUNDS; n++) {
          bot.push(await measure('bot', processes))
          raw.push(await measure('raw', processes))
        }
        const ratio = round(median(bot.map((one, n) => one.perSecond / (raw[n]?.perSecond ?? Number.NaN))), 2)
        print({
          bench: 'durable',
          disk: durability === 'durable' ? 'fsync' : 'no fsync',
          processes,
          updates: UPDATES,
          botPerSecond: round(median(bot.map((one) => one.perSecond)), 0),
          rawPerSecond: round(median(raw.map((one) => one.perSecond)), 0),
          botCpuUs: round(median(bot.map((one) => one.cpuUs)), 0),
          rawCpuUs: round(median(raw.map((one) => one.cpuUs)), 0),
          ratio: goal(ratio, ratio >= 0.6, '>= 0.6'),
        })
      }
    } finally {
      await client.end()
      await installation.close()
    }
  }
}

interface Rate {
  readonly perSecond: number
  /** Of the bot's own processes, for one update. */
  readonly cpuUs: number
}

async function recordAll(installation: TemporaryInstallation, client: Client, file: string): Promise<void> {
  await empty(installation, client)
  const app = await openApp(installation.places)
  const updates = new Map<string, Update[]>()
  for (const address of OFFICERS) {
    const own: Update[] = []
    for (let n = 1; n <= EVENTS; n++) {
      const what = { kind: 'text' as const, text: textOf(n) }
      const update = async (): Promise<void> => {
        await storeArrival(app.store, { channel: CHANNEL, address, eventKey: `${address}:${n}`, what }, app.now())
        await unionTurn(app)
      }
      own.push(await record(update))
    }
    updates.set(address, own)
  }
  await checkDone(client)
  await app.store.close()
  writeFileSync(file, serialize(updates))
}

/** As at the beginning: the officers, and nothing that they ever wrote. */
async function empty({ store }: TemporaryInstallation, client: Client): Promise<void> {
  const tables = [
    'inbox',
    'outbox',
    'conversation',
    'draft',
    'report',
    'report_event',
    'action',
    'grant',
    'person',
    'unit_version',
  ]
  await client.query(`TRUNCATE ${tables.map((one) => `public."${one}"`).join(', ')} CASCADE`)
  await addOfficers(store, CHANNEL, OFFICERS, new Date())
  await client.query('VACUUM ANALYZE')
}

interface Running {
  readonly installation: TemporaryInstallation
  readonly client: Client
  readonly recording: string
  readonly kind: DurableOrder['kind']
  readonly processes: number
}

const finished = z.object({ cpuUs: z.number() })

async function run({ installation, client, recording, kind, processes }: Running): Promise<Rate> {
  await empty(installation, client)
  const workers = Array.from({ length: processes }, (_, n) => {
    const officers = OFFICERS.filter((_, at) => at % processes === n)
    const order: DurableOrder = { kind, officers, recording, ...installation.places }
    return fork(path.join(import.meta.dirname, 'durableWorker.ts'), [JSON.stringify(order)])
  })
  try {
    await Promise.all(workers.map(message))
    const started = performance.now()
    const done = workers.map(message)
    for (const worker of workers) worker.send('go')
    const cpu = (await Promise.all(done)).reduce((sum: number, one) => sum + finished.parse(one).cpuUs, 0)
    const seconds = (performance.now() - started) / 1000
    await checkDone(client)
    return { perSecond: UPDATES / seconds, cpuUs: cpu / UPDATES }
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
  }
}

async function message(worker: ChildProcess): Promise<unknown> {
  const [said]: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => [undefined])])
  return said
}

/** A rate of updates that were not made would be worth nothing. */
async function checkDone(client: Client): Promise<void> {
  const { rows } = await client.query(`SELECT
    (SELECT count(*)::int FROM public.inbox WHERE state = 'done') AS done, (SELECT count(*)::int FROM public.outbox) AS said,
    (SELECT count(*)::int FROM public.report) AS reports`)
  const counts = z.array(z.object({ done: z.int(), said: z.int(), reports: z.int() })).parse(rows)[0]
  const all = OFFICERS.length * EVENTS
  if (counts?.done !== all || counts.said !== all || counts.reports !== all / (QUESTIONS + 2))
    throw new Error(`of ${all} updates: ${JSON.stringify(counts)}`)
}
