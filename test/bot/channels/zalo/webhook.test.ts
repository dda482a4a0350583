import { createHash, randomInt } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { webhookRoutes } from '../../../../src/bot/channels/zalo/webhook.ts'
import { buildHttp, listen } from '../../../../src/bot/http/server.ts'
import { signatureOf } from '../../../../src/bot/zalo/signature.ts'
import { SIM_ACCOUNT } from '../../../zalo/simulator/simulator.ts'
import { many, patience } from '../../../support/many.ts'
import { startZaloStand, type ZaloStand } from './stand.ts'

const { appId, oaId, oaSecret } = SIM_ACCOUNT
const HOUR = 3600_000
/** For the large counts. */
const LONG_MS = HOUR
let stand: ZaloStand
let path = ''
let serial = 0

beforeAll(async () => {
  stand = await startZaloStand()
  path = new URL(stand.webhook).pathname
})

afterAll(() => stand.stop())

beforeEach(async () => {
  await stand.settle()
  await stand.store.union.inbox.deleteMany()
})

interface Request {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

function anEvent(fields: Readonly<Record<string, unknown>> = {}, secret = oaSecret): Request {
  const timestamp = String(stand.now())
  const msg_id = `m${++serial}`
  const message = { text: 'xin chào', msg_id }
  const event = {
    app_id: appId,
    sender: { id: '42' },
    recipient: { id: oaId },
    event_name: 'user_send_text',
    message,
    timestamp,
  }
  const all = { ...event, ...fields }
  const body = JSON.stringify(all)
  const mac = signatureOf({ appId, secret }, Buffer.from(body), all.timestamp)
  return { body, headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` } }
}

const post = ({ body, headers }: Request, url = path) =>
  stand.http.inject({ method: 'POST', url, payload: body, headers })
const rows = () => stand.store.union.inbox.count()

test('a signed event is kept before it is answered, and the answer is empty', async () => {
  const answer = await post(anEvent())
  expect([answer.statusCode, answer.body, await rows()]).toEqual([200, '', 1])
})

test('a registration probe is answered and does nothing', async () => {
  const { body } = anEvent()
  for (const headers of [{}, { 'content-type': 'application/json' }]) {
    const answer = await post({ body, headers: { ...headers } })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  }
  expect((await stand.http.inject({ url: path })).statusCode).toBe(200)
  expect(await rows()).toBe(0)
})

test.each([
  ['without the secret part', '/zalo/'],
  ['with another secret part', '/zalo/AAAAAAAAAAAAAAAAAAAAAAAA'],
])('an address %s is nothing', async (_, url) => {
  expect((await post(anEvent(), url)).statusCode).toBe(404)
  expect(await rows()).toBe(0)
})

test('an old event is refused, unless Zalo says that it tried before', async () => {
  const old = anEvent({ timestamp: String(stand.now() - 3 * HOUR) })
  expect((await post(old)).statusCode).toBe(403)
  expect((await post(anEvent({ timestamp: String(stand.now() + HOUR) }))).statusCode).toBe(403)
  expect(await rows()).toBe(0)
  expect((await post({ ...old, headers: { ...old.headers, num_retry: '5' } })).statusCode).toBe(200)
  expect(await rows()).toBe(1)
})

test('an event about another account of the app is not ours', async () => {
  expect((await post(anEvent({ recipient: { id: '999' } }))).statusCode).toBe(200)
  expect(await rows()).toBe(0)
})

test('what is signed and of another form is taken as far as it can be read, and told to the log', async () => {
  const told = () => stand.log.filter((line) => line.includes('zalo.partNotUnderstood')).length
  const before = told()
  expect((await post(anEvent())).statusCode).toBe(200)
  expect(told()).toBe(before)
  expect((await post(anEvent({ event_name: 'user_withdraw', sender: 42, user_id: 42 }))).statusCode).toBe(200)
  expect(told()).toBe(before + 1)
})

/** Each way in which a request may be wrong. The signature is over the body before it was changed. */
const mutations: readonly ((event: Request, n: number) => Request)[] = [
  ({ body, headers }, n) => ({ body: body.replace('xin', `x${n}`), headers }),
  ({ body, headers }, n) => ({ body: `${body}${' '.repeat((n % 3) + 1)}`, headers }),
  ({ body, headers }, n) => ({ body: body.slice(0, n % body.length), headers }),
  ({ body, headers }, n) => ({ body: flip(body, n), headers }),
  ({ headers }) => ({ body: '', headers }),
  ({ headers }) => ({ body: '[]', headers }),
  ({ headers }) => ({ body: '{"app_id":{"a":[1]},"timestamp":{},"event_name":[]}', headers }),
  ({ headers }, n) => ({ body: '['.repeat(n + 1), headers }),
  ({ body, headers }) => ({ body: Buffer.from(body, 'utf16le').toString('latin1'), headers }),
  ({ body }, n) => signed(body, createHash('sha256').update(`${n}`).digest('hex')),
  ({ body }) => signed(body, ''),
  ({ body }, n) => signed(body, 'a'.repeat(n % 300)),
  ({ body, headers }) => signed(body, String(headers['x-zevent-signature']).toUpperCase()),
  ({ body, headers }) => signed(body, `${headers['x-zevent-signature']},${headers['x-zevent-signature']}`),
  ({ body, headers }) => signed(body, String(headers['x-zevent-signature']).slice(0, -1)),
  () => anEvent({}, 'OA_SECRET_EXAMPLE_0124'),
  () => anEvent({}, ''),
  ({ body, headers }) => ({ body, headers: { ...headers, 'x-zevent-signature': hmacLike(body) } }),
]

const signed = (body: string, mac: string): Request => ({
  body,
  headers: { 'content-type': 'application/json', 'x-zevent-signature': mac },
})
const hmacLike = (body: string): string => `mac=${createHash('sha256').update(oaSecret).update(body).digest('hex')}`

function flip(body: string, n: number): string {
  const at = n % body.length
  const other = String.fromCharCode(33 + ((body.charCodeAt(at) + 1 + randomInt(80)) % 90))
  return body.slice(0, at) + (other === body[at] ? '~' : other) + body.slice(at + 1)
}

test(
  'of mutated and forged requests none is accepted, none is a fault of ours, none leaves a row',
  async () => {
    const count = many(2_000, 10_000)
    const statuses = new Map<number, number>()
    for (let n = 0; n < count; n++) {
      const mutate = mutations[n % mutations.length]
      const answer = await post(mutate?.(anEvent(), n) ?? anEvent())
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      if (answer.body !== '') throw new Error(`mutation ${n % mutations.length} was told something`)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: count })
    expect(await rows()).toBe(0)
  },
  patience(LONG_MS),
)

test('a body too big is refused before it is looked at', async () => {
  const answer = await post(anEvent({ message: { text: 'a'.repeat(1024 * 1024), msg_id: 'x' } }))
  expect([answer.statusCode, answer.body, await rows()]).toEqual([413, '', 0])
})

test('replays at any later time change nothing', async () => {
  const event = anEvent()
  await post(event)
  await stand.settle()
  const before = await stand.store.union.outbox.count()
  for (const hours of [0.5, 1.5, 20, 100, 24 * 28]) {
    stand.move(hours * HOUR)
    await post({ ...event, headers: { ...event.headers, ...(hours < 24 ? { num_retry: '3' } : {}) } })
  }
  expect(await stand.store.union.inbox.count({ where: { channel: 'zalo' } })).toBe(1)
  await stand.zalo.intake.drain()
  expect(await stand.store.union.outbox.count()).toBe(before)
})

test('where an event can be kept nowhere the connection is broken off, so that Zalo tells it again', async () => {
  const own = await buildHttp({
    secure: false,
    ready: async () => true,
    failed: () => {},
    routes: [
      webhookRoutes({
        now: () => new Date(stand.now()),
        warn: () => {},
        accounts: [{ appId, oaId, oaSecret, path: 'x', intake: { keep: () => Promise.reject(new Error('no disk')) } }],
      }),
    ],
  })
  const address = await listen(own, 0, '127.0.0.1')
  const { body, headers } = anEvent()
  await expect(fetch(`${address}/zalo/x`, { method: 'POST', body, headers })).rejects.toThrow('fetch failed')
  await own.close()
})

test('the proof of the domain is a page of its own', async () => {
  const answer = await stand.http.inject('/zalo_verifierAbCd1234.html')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(answer.body).toContain('content="AbCd1234"')
  expect((await stand.http.inject('/zalo_verifierOther.html')).statusCode).toBe(404)
})
