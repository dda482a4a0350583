import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { webhookRoutes } from '../../../../src/bot/channels/telegram/webhook.ts'
import { buildHttp } from '../../../../src/bot/http/server.ts'
import { many } from '../../../support/many.ts'

const SECRET = 'Ab-9_secret-of-the-webhook-0123456789'
const PATH = 'p4th-nobody-guesses'
const FORGERIES = many(300, 10_000)

let http: FastifyInstance
let taken: unknown[] = []
let broken = false
let failures = 0

beforeAll(async () => {
  const take = async (update: unknown): Promise<void> => {
    if (broken) throw new Error('the database is away')
    taken.push(update)
  }
  http = await buildHttp({
    routes: [webhookRoutes({ path: PATH, secret: SECRET, take, warn: () => {} })],
    secure: false,
    ready: async () => true,
    failed: () => failures++,
  })
})

afterAll(() => http.close())

beforeEach(() => {
  taken = []
  broken = false
})

interface Call {
  readonly url?: string
  readonly method?: 'POST' | 'GET' | 'PUT'
  readonly secret?: string | readonly string[]
  readonly body?: string | Buffer
}

const call = ({ url = `/telegram/${PATH}`, method = 'POST', secret = SECRET, body = '{"update_id":1}' }: Call = {}) =>
  http.inject({
    method,
    url,
    ...(method === 'GET' ? {} : { payload: body }),
    headers: {
      'content-type': 'application/json',
      ...(secret === ''
        ? {}
        : { 'x-telegram-bot-api-secret-token': typeof secret === 'string' ? secret : [...secret] }),
    },
  })

test('an update with the secret is taken, and the answer is empty', async () => {
  const answer = await call()
  expect([answer.statusCode, answer.body, taken]).toEqual([200, '', [{ update_id: 1 }]])
})

test('what could not be kept is not acknowledged: Telegram delivers it again', async () => {
  broken = true
  const answer = await call()
  expect([answer.statusCode, answer.body]).toEqual([503, ''])
})

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'
const some = (length: number): string => Array.from({ length }, () => letters.charAt(randomInt(64))).join('')

/** T11: missing, doubled, another case, a prefix, a suffix, an array, other alphabets, lengths at the edges, other addresses. */
const FORGED: readonly (() => Call)[] = [
  () => ({ secret: '' }),
  () => ({ secret: [SECRET, SECRET] }),
  () => ({ secret: `${SECRET}, ${SECRET}` }),
  () => ({ secret: SECRET.toUpperCase() }),
  () => ({ secret: SECRET.slice(0, randomInt(1, SECRET.length)) }),
  () => ({ secret: `${SECRET}${some(randomInt(1, 9))}` }),
  () => ({ secret: `x${SECRET}` }),
  () => ({ secret: Buffer.from(SECRET, 'utf16le').toString('latin1').replaceAll('\0', '') + 'x' }),
  () => ({ secret: some([1, 256, 257][randomInt(3)] ?? 1) }),
  () => ({ secret: some(SECRET.length) }),
  () => ({ url: `/telegram/${some(18)}` }),
  () => ({ url: `/telegram/${PATH}/` }),
  () => ({ url: '/telegram/' }),
  () => ({ method: 'PUT' }),
  () => ({ method: 'GET' }),
  () => ({ body: '' }),
  () => ({ body: '{"update_id":1' }),
  () => ({ body: Buffer.from('{"update_id":1}', 'utf16le') }),
  () => ({ body: 'x'.repeat(1024 * 1024 + 1) }),
]

test(`of ${FORGERIES} forged requests none is taken, none is answered 5xx, and every answer is empty or ours`, async () => {
  for (let n = 0; n < FORGERIES; n++) {
    const answer = await call(FORGED[n % FORGED.length]?.())
    expect(answer.statusCode, `forgery ${n % FORGED.length}`).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain('method')
  }
  expect(taken).toEqual([])
  expect(failures).toBe(0)
})
