import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Alarm, type Tokens, zaloTokens } from '../../../../src/bot/channels/zalo/tokens.ts'
import { openKeyRing } from '../../../../src/bot/keys/keys.ts'
import { openStore, type Store } from '../../../../src/bot/store/store.ts'
import { type GrantRow, zaloGrantRow } from '../../../../src/bot/store/zaloGrants.ts'
import { ZaloError } from '../../../../src/bot/zalo/error.ts'
import { refreshPair } from '../../../../src/bot/zalo/oauth.ts'
import { type FreshDatabase, freshDatabase } from '../../../support/database.ts'
import { many, patience } from '../../../support/many.ts'
import { SIM_ACCOUNT, startZaloSimulator, type ZaloSimulator } from '../../../zalo/simulator/simulator.ts'

const HOUR = 3600_000
/** For the large counts, which take hours on a busy machine. */
const LONG_MS = 6 * HOUR
const account = 'zalo'
let dir = ''
let database: FreshDatabase
let store: Store
let simulator: ZaloSimulator
let time = 0
let alarms: Alarm[] = []

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'tokens-'))
  database = await freshDatabase()
  const { ring } = openKeyRing(path.join(dir, 'keys.json'))
  store = openStore({ botUrl: database.botUrl, vaultUrl: database.vaultUrl, ring, connections: 6 })
  simulator = await startZaloSimulator({ now: () => time })
})

afterAll(async () => {
  await simulator.stop()
  await store.close()
  await database.drop()
  rmSync(dir, { recursive: true, force: true })
})

beforeEach(begin)

async function begin(): Promise<void> {
  time = 1_700_000_000_000
  alarms = []
  simulator.world.pairs.length = 0
  simulator.world.faults.length = 0
  await zaloGrantRow(store, account).begin(simulator.grant(), new Date(time))
}

interface Parts {
  readonly row?: GrantRow
  readonly refresh?: typeof refreshPair
}

const aProcess = ({ row = zaloGrantRow(store, account), refresh = refreshPair }: Parts = {}): Tokens =>
  zaloTokens({
    app: { ...SIM_ACCOUNT, oauthRoot: simulator.url },
    row,
    now: () => new Date(time),
    alarm: (alarm) => void alarms.push(alarm),
    refresh,
  })

/** The lease has run out: its clock is the database's, so the row is moved instead. */
const afterLease = () =>
  store.union
    .$executeRaw`UPDATE public.zalo_grant SET "leaseUntil" = clock_timestamp() - interval '1 second' WHERE "leaseUntil" IS NOT NULL`
const state = async () => (await store.union.zaloGrant.findUniqueOrThrow({ where: { account } })).state
const uses = () => simulator.world.pairs.map((pair) => pair.uses)
const isGood = (token: string) =>
  simulator.world.pairs.some(({ access, accessUntil }) => access === token && accessUntil > time)

test('nothing of the pair can be read in the database', async () => {
  const [pair] = simulator.world.pairs
  const row = await store.union.zaloGrant.findUniqueOrThrow({ where: { account } })
  const bytes = [row.access, row.refresh, row.fingerprint].map((one) => Buffer.from(one).toString('latin1')).join()
  expect(bytes).not.toContain(pair?.access ?? '-')
  expect(bytes).not.toContain(pair?.refresh ?? '-')
})

test('at 20 hours the pair is renewed, before it is needed', async () => {
  const tokens = aProcess()
  const first = await tokens.access()
  time += 19 * HOUR
  await tokens.tick()
  expect(uses()).toEqual([0])
  time += HOUR
  await tokens.tick()
  expect(uses()).toEqual([1, 0])
  const second = await tokens.access()
  expect([second === first, isGood(second)]).toEqual([false, true])
})

test('a refused token is renewed once, and whoever still holds the old one is given the new', async () => {
  const [one, other] = [aProcess(), aProcess()]
  const old = await one.access()
  const renewed = await one.renew(old)
  expect(await other.renew(old)).toBe(renewed)
  expect(uses()).toEqual([1, 0])
})

test('a lost answer leaves the old token in use, allows one more try, and then calls for a person', async () => {
  simulator.world.faults.push({ path: '/v4/oa/access_token', how: 'lostAfter' })
  const tokens = aProcess()
  time += 20 * HOUR
  const old = await tokens.access()
  await tokens.tick()
  expect([await state(), await tokens.access()]).toEqual(['uncertain', old])
  await tokens.tick()
  expect(uses()).toEqual([1, 0])
  await afterLease()
  await tokens.tick()
  expect([await state(), alarms.includes('zalo.needsConsent')]).toEqual(['needsConsent', true])
  expect(uses()).toEqual([2, 0])
  for (let n = 0; n < 3; n++) {
    await afterLease()
    await tokens.tick()
  }
  expect(uses()).toEqual([2, 0])
  // Sending goes on with the old token for as long as Zalo takes it.
  expect(await tokens.access()).toBe(old)
})

test('a request that was lost before Zalo saw it is made good by the second try', async () => {
  simulator.world.faults.push({ path: '/v4/oa/access_token', how: 'lost' })
  const tokens = aProcess()
  time += 20 * HOUR
  await tokens.tick()
  await afterLease()
  await tokens.tick()
  expect([await state(), isGood(await tokens.access())]).toEqual(['ok', true])
  expect(uses()).toEqual([1, 0])
})

test('a host that cannot be reached costs nothing', async () => {
  const refresh = () => Promise.reject(new ZaloError('oauth', 'retry'))
  time += 20 * HOUR
  for (let n = 0; n < 5; n++) await aProcess({ refresh }).tick()
  expect([await state(), uses()]).toEqual(['ok', [0]])
  time += 2 * HOUR
  await aProcess({ refresh }).tick()
  expect(alarms).toContain('zalo.refreshFails')
  await aProcess().tick()
  expect([await state(), uses()]).toEqual(['ok', [1, 0]])
})

test('only the storing is tried again, never the call, and nothing is used before it is stored', async () => {
  const row = zaloGrantRow(store, account)
  let away = true
  const tokens = aProcess({
    row: { ...row, keep: async (...all) => (away ? Promise.reject(new Error('away')) : await row.keep(...all)) },
  })
  const old = await tokens.access()
  await expect(tokens.renew(old)).rejects.toMatchObject({ kind: 'limited' })
  await expect(tokens.access()).rejects.toMatchObject({ kind: 'limited' })
  away = false
  const token = await tokens.access()
  expect([isGood(token), uses()]).toEqual([true, [1, 0]])
})

test('without consent every sender waits, and a person is called', async () => {
  await store.union.zaloGrant.deleteMany()
  await expect(aProcess().access()).rejects.toMatchObject({ kind: 'limited' })
  await aProcess().tick()
  expect(alarms).toContain('zalo.needsConsent')
})

test('a refresh token older than 60 days is told of', async () => {
  await store.union.zaloGrant.updateMany({ data: { accessUntil: new Date(time + 99 * 24 * HOUR) } })
  time += 61 * 24 * HOUR
  await aProcess({ refresh: () => Promise.reject(new ZaloError('oauth', 'retry')) }).tick()
  expect(alarms).toContain('zalo.refreshTokenOld')
})

/** Where a process may die: before and after each step that leaves something behind. */
const POINTS = ['claim', 'claimed', 'call', 'called', 'keep', 'kept', 'unsure', 'unsureDone'] as const
const never = new Promise<never>(() => {})

/** A process that falls silent at a point: nothing of it runs any more. `died` resolves then. */
function mortal(
  point: (typeof POINTS)[number],
  lost: boolean,
): { readonly tokens: Tokens; readonly died: Promise<void> } {
  let die = (): void => {}
  const died = new Promise<void>((resolve) => {
    die = resolve
  })
  const stop = (): Promise<never> => {
    die()
    return never
  }
  const row = zaloGrantRow(store, account)
  const around = async <T>(before: string, work: () => Promise<T>, after: string): Promise<T> => {
    if (point === before) return await stop()
    const done = await work()
    return point === after ? await stop() : done
  }
  const tokens = aProcess({
    row: {
      ...row,
      claim: (...all) => around('claim', () => row.claim(...all), 'claimed'),
      keep: (...all) => around('keep', () => row.keep(...all), 'kept'),
      unsure: (...all) => around('unsure', () => row.unsure(...all), 'unsureDone'),
    },
    refresh: (app, token) =>
      around(
        'call',
        async () => {
          const pair = await refreshPair(app, token)
          if (lost) throw new ZaloError('oauth', 'unknown')
          return pair
        },
        'called',
      ),
  })
  return { tokens, died }
}

test(
  'whenever a process dies while it renews, a refresh token is used once, and twice only where it is uncertain',
  async () => {
    const rounds = many(2, Math.ceil(1600 / POINTS.length))
    for (let round = 0; round < rounds; round++) {
      for (const point of POINTS) {
        await begin()
        const lost = point.startsWith('unsure')
        const { tokens, died } = mortal(point, lost)
        time += 20 * HOUR
        await Promise.race([died, tokens.tick()])
        const uncertain = (await state()) !== 'ok'
        const heir = aProcess()
        for (let n = 0; n < 3; n++) {
          await heir.tick()
          await afterLease()
        }
        await heir.tick()
        const good = (await state()) === 'ok'
        const ended = good ? isGood(await heir.access()) : alarms.includes('zalo.needsConsent')
        const withinUses = Math.max(...uses()) <= (uncertain ? 2 : 1)
        // Lost only where Zalo's answer went with the process.
        const lostIt = ['called', 'keep', 'unsure', 'unsureDone'].includes(point)
        expect({ point, good, ended, withinUses }).toEqual({ point, good: !lostIt, ended: true, withinUses: true })
      }
    }
  },
  patience(LONG_MS),
)

test(
  'of many processes that renew at once one calls, and all come to its pair',
  async () => {
    const rounds = many(8, 1000)
    for (let round = 0; round < rounds; round++) {
      await begin()
      const processes = Array.from({ length: 4 }, () => aProcess())
      const old = await aProcess().access()
      const results = await Promise.allSettled(processes.flatMap((one) => [one.renew(old), one.renew(old)]))
      const given = new Set(results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
      expect(uses()).toEqual([1, 0])
      expect(given.size).toBe(1)
      for (const one of processes) expect(isGood(await one.renew(old))).toBe(true)
    }
  },
  patience(LONG_MS),
)
