// A process of its own that fills a world of one size, measures what is done with it, and says the times.
import { Client } from 'pg'
import { z } from 'zod'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import { makeLog } from '../../src/bot/log.ts'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import type { App } from '../../src/bot/app.ts'
import { tick } from '../../src/bot/jobs/tick.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'
import { writeRegister } from '../../src/bot/store/register.ts'
import type { Store } from '../../src/bot/store/store.ts'
import { answerUnion } from '../../src/bot/store/union/answer.ts'
import { makeFiguresCache } from '../../src/bot/store/union/figuresCache.ts'
import { startReport } from '../../src/bot/store/union/reportEvents.ts'
import { toReport } from '../../src/bot/store/union/reports.ts'
import { drive } from '../../src/bot/turns/ask.ts'
import { unionTurn } from '../../src/bot/turns/unionTurn.ts'
import { at, instant, localDate } from '../../src/domain/calendar.ts'
import { conversationId, personId, reportId, unitId } from '../../src/domain/ids.ts'
import type { Report } from '../../src/domain/report/report.ts'
import { tally } from '../../src/domain/tally/tally.ts'
import { makeUnitTree } from '../../src/domain/unit/tree.ts'
import type { Ctx } from '../../src/flows/union/context.ts'
import type { Place } from '../../src/flows/union/place.ts'
import { advancePlace } from '../../src/flows/union/places.ts'
import { temporaryInstallation } from '../support/temporaryInstallation.ts'
import { median } from './figures.ts'
import { AS_OF, communeId, districtId, fill, ROOT, unitsOf } from './sizeWorld.ts'

const CHANNEL = 'bench'
const PAGE = 20_000
const LEADERS = 1000
const LANES = 4
const EARLIER = localDate('2022-06-30')

const size = z.object({ communes: z.int(), reports: z.int() }).parse(JSON.parse(process.argv[2] ?? '{}'))
const installation = await temporaryInstallation('temporary')
const { store } = installation
let now = new Date(at(AS_OF, 6))
let sent = 0
const app: App = await makeApp({
  store,
  blobs: openBlobs(installation.places),
  log: makeLog('error', { write: (line) => void process.stderr.write(line) }),
  demo: false,
  now: () => now,
  channels: new Map(),
  wake: () => {},
})
const register = { versions: unitsOf(size), lineage: [] }
const tree = makeUnitTree(register)
await store.union.$transaction((tx) => writeRegister(tx, register), { timeout: 60_000 })
await fill(installation.ownerUrl, size)
const figures = {
  ...(await measureWhole()),
  newReportMs: await measureNewReport(),
  ...(await measureDigests(Math.min(LEADERS, size.communes))),
  first: await measureFirst(),
  looks: await measureLooks(),
}
// Nothing is left behind: whoever reads the figures ends this process.
await installation.close()
process.send?.(figures)

async function measureWhole(): Promise<{ readonly readMs: number; readonly tallyMs: number }> {
  const { readMs, reports } = await readAll()
  return { readMs, tallyMs: measureTally(reports) }
}

/** Page by page through the whole table; what the rows become is kept for the tally, and not part of the read. */
async function readAll(): Promise<{ readonly readMs: number; readonly reports: readonly Report[] }> {
  const client = new Client({ connectionString: installation.ownerUrl })
  await client.connect()
  const kept: Report[] = []
  let readMs = 0
  for (let last = ''; ; ) {
    const started = performance.now()
    const { rows } = await client.query<Parameters<typeof toReport>[0]>(
      'SELECT * FROM public.report WHERE id > $1 ORDER BY id LIMIT $2',
      [last, PAGE],
    )
    readMs += performance.now() - started
    const end = rows.at(-1)
    if (end === undefined) break
    last = end.id
    for (const row of rows) kept.push(toReport(row))
  }
  await client.end()
  return { readMs, reports: kept }
}

function measureTally(all: readonly Report[]): number {
  const plan = app.plans.planOn(AS_OF)
  if (plan === undefined) throw new Error('no plan')
  const started = performance.now()
  const made = tally({ plan, tree, reports: all, unit: unitId(ROOT), asOf: AS_OF })
  const ms = performance.now() - started
  if (made.rows.length !== plan.indicators.length) throw new Error('not the whole plan')
  return ms
}

async function measureNewReport(): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 200; n++) {
    const started = performance.now()
    await sendOne(communeId(n % size.communes))
    times.push(performance.now() - started)
  }
  return median(times)
}

async function sendOne(unit: string): Promise<void> {
  const n = ++sent
  await store.union.$transaction((tx) =>
    startReport(tx, {
      id: reportId(`new-${n}`),
      code: `NEW-${n}`,
      form: 'F-COM',
      formVersion: 1,
      unit: unitId(unit),
      jointUnits: [],
      eventDate: AS_OF,
      none: false,
      answers: { kind: 'talk', sessions: 1, participants: 30 },
      by: personId('p1'),
      now,
    }),
  )
}

/** Leaders of the districts and of communes, each with a conversation: planned, prepared, frozen, and put into the outbox. */
async function measureDigests(
  leaders: number,
): Promise<{ readonly digestsMs: number; readonly digestsCpuMs: number; readonly digests: number }> {
  const units = Array.from({ length: leaders }, (_, n) => (n < 34 ? districtId(n) : communeId(n)))
  await store.union.$transaction(
    async (tx) => {
      await tx.person.createMany({ data: units.map((unit) => ({ id: `l-${unit}`, name: unit, createdAt: now })) })
      await tx.grant.createMany({
        data: units.map((unit) => ({
          id: `g-${unit}`,
          personId: `l-${unit}`,
          role: 'leader',
          unit,
          from: '2020-01-01',
        })),
      })
      await tx.conversation.createMany({ data: units.map((unit) => conversationOf(unit)) })
    },
    { timeout: 60_000 },
  )
  await tick(app)
  now = new Date(at(AS_OF, 7))
  const cpu = process.cpuUsage()
  const started = performance.now()
  while (await tick(app));
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (await unionTurn(app));
    }),
  )
  const digestsMs = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  return { digestsMs, digestsCpuMs: (user + system) / 1000, digests: await store.union.digest.count() }
}

function conversationOf(unit: string) {
  const id = `c-${unit}`
  const seal = (column: string, text: string) =>
    store.seals.union.seal({ table: 'conversation', column, row: id }, text)
  return {
    id,
    lane: blindIndex(store.keys.unionLane, CHANNEL, unit),
    channel: CHANNEL,
    address: seal('address', unit),
    personId: `l-${unit}`,
    state: seal('state', JSON.stringify({ place: { at: 'home' }, count: 0 })),
  }
}

/** The root in a process that has just started; how much it keeps of all reports; and another day that nobody asked for yet. */
async function measureFirst() {
  const [look] = placesOf(ROOT)
  if (look === undefined) throw new Error('no place')
  const started = { ...store, figures: makeFiguresCache() }
  const before = heapMb()
  const firstMs = await timed(look, ROOT, started)
  const keptMb = heapMb() - before
  const otherDayMs = await timed({ ...look, asOf: EARLIER }, ROOT, started)
  return { firstMs, keptMb, otherDayMs }
}

function heapMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/**
 * What a tap costs, from the question to the words, without the channel: the rows of a unit, one row, and the units below, ranked.
 * Before each such walk a report has come in below the unit, so every first tap finds that something has changed.
 */
async function measureLooks() {
  const looks: Record<string, { n: number; p50: number; p95: number }> = {}
  const levels = {
    commune: [communeId(0), communeId(7), communeId(30)],
    district: [districtId(0), districtId(5)],
    province: [ROOT],
  }
  for (const [level, units] of Object.entries(levels)) {
    const times: number[] = []
    for (let walk = 0; walk < 20; walk++) {
      for (const unit of units) {
        await sendOne(level === 'commune' ? unit : communeId(unit === ROOT ? walk : Number(unit.slice(1))))
        for (const place of placesOf(unit)) times.push(await timed(place, unit))
      }
    }
    times.sort((a, b) => a - b)
    const at95 = times[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? Number.NaN
    looks[level] = { n: times.length, p50: median(times), p95: at95 }
  }
  return looks
}

function placesOf(unit: string) {
  return [
    { at: 'progress' as const, unit: unitId(unit), page: 0 },
    { at: 'row' as const, unit: unitId(unit), row: 'I.2', page: 0 },
    { at: 'below' as const, unit: unitId(unit), page: 0, ranked: true },
  ]
}

async function timed(place: Place, unit: string, from: Store = store): Promise<number> {
  const who = { id: personId('looker'), name: '', grants: [{ role: 'leader' as const, unit: unitId(unit) }] }
  const ctx: Ctx = {
    now: instant(now.getTime()),
    today: AS_OF,
    locale: 'vi',
    who,
    plans: app.plans,
    tree,
    newId: () => 'id',
    newSecret: () => new Uint8Array(10),
    speak: (line) => app.speak(line, 'vi'),
    demo: false,
  }
  const seat = {
    id: conversationId('looker'),
    channel: CHANNEL,
    address: 'looker',
    lane: new Uint8Array(16),
    conversation: { place: { at: 'home' as const }, count: 0 },
    who,
    locale: 'vi' as const,
    register: '1',
  }
  const started = performance.now()
  const decision = await drive(advancePlace(place, { kind: 'enter' }, ctx), (need) =>
    answerUnion(from, store.union, { need, seat, now }),
  )
  for (const one of decision.says) for (const line of one.lines) app.speak(line, 'vi')
  return performance.now() - started
}
