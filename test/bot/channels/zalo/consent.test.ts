import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zaloConsents } from '../../../../src/bot/store/zaloConsents.ts'
import { startZaloStand, type ZaloStand } from './stand.ts'

let stand: ZaloStand

beforeAll(async () => {
  stand = await startZaloStand({ granted: false, budgetMs: 200 })
})

afterAll(() => stand.stop())

const at = () => new Date(stand.now())
const makeLink = () => zaloConsents(stand.store).makeLink('zalo', at())
const get = (url: string) => stand.http.inject(url)
const post = (url: string) => stand.http.inject({ method: 'POST', url })
const hrefIn = (page: string): string => (/href="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&')

/** From the link to where Zalo sends the administrator back. */
async function callback(link: string): Promise<URL> {
  const page = await post(`/zalo/consent/${link}`)
  const consent = await fetch(hrefIn(page.body))
  return new URL(hrefIn(await consent.text()))
}

test('without consent nothing is sent and nothing is lost; with it, it goes out', async () => {
  const woman = stand.simulator.user('42')
  await woman.say('xin chào')
  await stand.settle()
  expect(woman.heard()).toEqual([])
  const link = await makeLink()
  expect((await get(`/zalo/consent/${link}`)).statusCode).toBe(200)
  const back = await callback(link)
  expect((await get(back.pathname + back.search)).body).toContain('Xong')
  stand.move(61_000)
  await stand.settle()
  expect(woman.heard().length).toBeGreaterThan(0)
})

test('a link and what comes back are good for one use', async () => {
  const link = await makeLink()
  const back = await callback(link)
  expect((await post(`/zalo/consent/${link}`)).statusCode).toBe(404)
  expect((await get(`/zalo/consent/${link}`)).statusCode).toBe(404)
  expect((await get(back.pathname + back.search)).statusCode).toBe(200)
  expect((await get(back.pathname + back.search)).statusCode).toBe(400)
})

test('a link ends after an hour, what is under way after a quarter of one', async () => {
  const [old, begun] = [await makeLink(), await makeLink()]
  const back = await callback(begun)
  stand.move(16 * 60_000)
  expect((await get(back.pathname + back.search)).statusCode).toBe(400)
  stand.move(45 * 60_000)
  expect((await get(`/zalo/consent/${old}`)).statusCode).toBe(404)
})

test.each([
  ['of another account', (back: URL) => back.searchParams.set('oa_id', '999')],
  ['with another state', (back: URL) => back.searchParams.set('state', 'A'.repeat(43))],
  ['with a code that Zalo did not give', (back: URL) => back.searchParams.set('code', 'x')],
  ['with two codes', (back: URL) => back.searchParams.append('code', 'x')],
])('a callback %s changes nothing', async (_, change) => {
  const before = await stand.store.union.zaloGrant.findMany()
  const back = await callback(await makeLink())
  change(back)
  expect((await get(back.pathname + back.search)).statusCode).toBe(400)
  expect(await stand.store.union.zaloGrant.findMany()).toEqual(before)
})

test('neither link nor state nor verifier can be read in the database', async () => {
  const link = await makeLink()
  const back = await callback(link)
  const rows = await stand.store.union.oneTimeLink.findMany()
  const bytes = rows.map((row) => Buffer.from([...row.hash, ...(row.data ?? [])]).toString('latin1')).join()
  expect(bytes).not.toContain(link)
  expect(bytes).not.toContain(back.searchParams.get('state'))
})

test('while the database hangs Zalo gets its 200, and the event is there afterwards', async () => {
  const holder = new Client({ connectionString: stand.ownerUrl })
  await holder.connect()
  await holder.query('BEGIN; LOCK TABLE public.inbox IN ACCESS EXCLUSIVE MODE')
  expect(await stand.simulator.user('43').say('một')).toBe(200)
  await holder.query('ROLLBACK')
  await holder.end()
  await stand.settle()
  expect(stand.simulator.user('43').heard().length).toBeGreaterThan(0)
})
