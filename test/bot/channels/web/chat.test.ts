import { expect, test } from 'vitest'
import { usualLimits } from '../../../../src/bot/channels/web/limits.ts'
import { aClientId, post, webServer } from './server.ts'

const problemOf = (answer: { json: () => { error: unknown } }) => answer.json().error

test('a session is opened and what is said in it arrives', async () => {
  const server = await webServer()
  const opened = await post(server, '/chat/session', {})
  const { token } = opened.json()
  const answer = await post(server, '/chat/messages', { id: aClientId(1), text: 'em chào chị' }, token)
  expect([answer.statusCode, answer.json()]).toEqual([202, {}])
  expect(server.arrivals).toMatchObject([
    { channel: 'web', address: server.addressOf(token), what: { kind: 'text', text: 'em chào chị' } },
  ])
})

test.each([
  [{ press: 'n.1' }, { kind: 'press', token: 'n.1' }],
  [{ back: true }, { kind: 'back' }],
])('%j arrives as %j', async (said, what) => {
  const server = await webServer()
  const token = await server.ports.openSession()
  await post(server, '/chat/messages', { id: aClientId(1), ...said }, token)
  expect(server.arrivals[0]?.what).toEqual(what)
})

test('two sessions may choose the same id, and the key of the event names neither', async () => {
  const server = await webServer()
  const tokens = [await server.ports.openSession(), await server.ports.openSession()]
  for (const token of tokens) await post(server, '/chat/messages', { id: aClientId(1), text: 'x' }, token)
  const keys = server.arrivals.map((arrival) => arrival.eventKey)
  expect(new Set(keys).size).toBe(2)
  for (const [i, key] of keys.entries()) {
    expect(key).not.toContain(tokens[i])
    expect(key).not.toContain(server.arrivals[i]?.address)
  }
})

test('what is not stored is not acknowledged', async () => {
  const server = await webServer({
    answer: () => {
      throw new Error('the database is away')
    },
  })
  const token = await server.ports.openSession()
  const answer = await post(server, '/chat/messages', { id: aClientId(1), text: 'bí mật' }, token)
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toMatch(/database|bí mật/)
  expect(server.failures).toEqual(['/chat/messages'])
})

test('a text of 20,000 characters arrives, one more is too long', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const send = (n: number) => post(server, '/chat/messages', { id: aClientId(n), text: 'ế'.repeat(n) }, token)
  expect((await send(20_000)).statusCode).toBe(202)
  const answer = await send(20_001)
  expect(answer.statusCode).toBe(413)
  expect(problemOf(answer)).toMatchObject({ code: 'tooLong', field: 'text' })
})

test('a body too big to hold any text is too big', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await post(server, '/chat/messages', { id: aClientId(1), text: 'a'.repeat(400_000) }, token)
  expect(answer.statusCode).toBe(413)
})

test.each([
  ['id', { text: 'a' }],
  ['id', { id: 'one', text: 'a' }],
  ['text', { id: aClientId(1), text: 7 }],
  ['text', { id: aClientId(1), text: '' }],
  ['text', { id: aClientId(1) }],
  ['text', { id: aClientId(1), text: 'a', press: 'b' }],
  ['back', { id: aClientId(1), back: 'yes' }],
  ['press', { id: aClientId(1), press: 'n'.repeat(100) }],
  ['body', { id: aClientId(1), text: 'a', address: 'someone' }],
])('a bad %s is named: %j', async (field, body) => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await post(server, '/chat/messages', body, token)
  expect(answer.statusCode).toBe(400)
  expect(problemOf(answer)).toMatchObject({ code: 'badField', field })
  expect(server.arrivals).toEqual([])
})

test('what is not JSON is refused without a word of it', async () => {
  const server = await webServer()
  const authorization = `Bearer ${await server.ports.openSession()}`
  const send = (payload: string, type: string) =>
    server.app.inject({
      method: 'POST',
      url: '/chat/messages',
      payload,
      headers: { authorization, 'content-type': type },
    })
  const broken = await send('{"text": "bí mật', 'application/json')
  expect([broken.statusCode, problemOf(broken)]).toMatchObject([400, { code: 'badJson' }])
  expect(broken.body).not.toContain('bí mật')
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    expect((await send('{"text": "a"}', type)).statusCode).toBe(415)
  }
})

test.each([undefined, 'Bearer x', 'Bearer token-of-nobody-at-all', 'Basic dG9rZW4tb2Ytbm9ib2R5'])(
  'nobody comes in with %s',
  async (authorization) => {
    const server = await webServer()
    const headers = authorization === undefined ? {} : { authorization }
    for (const [method, url] of [
      ['POST', '/chat/messages'],
      ['POST', '/chat/ack'],
      ['POST', '/chat/files'],
      ['GET', '/chat/stream'],
      ['GET', '/chat/files/f1'],
    ] as const) {
      expect((await server.app.inject({ method, url, headers })).statusCode).toBe(401)
    }
  },
)

test('an acknowledged message waits no more', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const address = server.addressOf(token)
  const first = server.say(address, { text: 'một' })
  const second = server.say(address, { text: 'hai' })
  expect((await post(server, '/chat/ack', { ids: [first] }, token)).statusCode).toBe(200)
  expect(server.waiting(address).map((message) => message.id)).toEqual([second])
})

test('an exit ends the session and clears the browser', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const answer = await post(server, '/chat/exit', {}, token)
  expect([answer.statusCode, answer.headers['clear-site-data']]).toEqual([200, '"*"'])
  expect((await post(server, '/chat/messages', { id: aClientId(1), text: 'a' }, token)).statusCode).toBe(401)
})

test('an exit clears the browser even when the session is gone', async () => {
  const answer = await post(await webServer(), '/chat/exit', {}, 'token-of-nobody-at-all')
  expect([answer.statusCode, answer.headers['clear-site-data']]).toEqual([200, '"*"'])
})

test('the link of the exit leads to a calendar', async () => {
  const server = await webServer()
  const exit = await server.app.inject('/exit')
  expect([exit.statusCode, exit.headers.location, exit.headers['clear-site-data']]).toEqual([303, '/lich', '"*"'])
  const calendar = await server.app.inject('/lich')
  expect(calendar.body).toContain('<h1>Tháng 11 năm 2026</h1>')
  expect(calendar.body).toContain('<td aria-current="date"><strong>23</strong></td>')
  expect(calendar.body).not.toMatch(/chat|Hội|tư vấn|<script/i)
})

test('new sessions are limited per network address, others still get in', async () => {
  const server = await webServer({ limits: { ...usualLimits, sessions: 2 } })
  const open = (remoteAddress: string) =>
    server.app.inject({ method: 'POST', url: '/chat/session', payload: {}, remoteAddress })
  const codes = []
  for (const ip of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) codes.push((await open(ip)).statusCode)
  expect(codes).toEqual([200, 200, 429, 200])
  expect((await open('10.0.0.1')).headers['retry-after']).toMatch(/^\d+$/)
})

test('an IPv6 household is one network address', async () => {
  const server = await webServer({ limits: { ...usualLimits, sessions: 1 } })
  const open = (remoteAddress: string) =>
    server.app.inject({ method: 'POST', url: '/chat/session', payload: {}, remoteAddress })
  const codes = []
  for (const ip of ['2001:db8:0:1::5', '2001:db8::1:9:9:9:9', '2001:db8:0:2::5'])
    codes.push((await open(ip)).statusCode)
  expect(codes).toEqual([200, 429, 200])
})

test('a flood in one session does not shut out another', async () => {
  const server = await webServer({ limits: { ...usualLimits, messages: 3 } })
  const [loud, quiet] = [await server.ports.openSession(), await server.ports.openSession()]
  const codes = []
  for (const n of [1, 2, 3, 4]) {
    codes.push((await post(server, '/chat/messages', { id: aClientId(n), text: 'a' }, loud)).statusCode)
  }
  codes.push((await post(server, '/chat/messages', { id: aClientId(5), text: 'a' }, quiet)).statusCode)
  expect(codes).toEqual([202, 202, 202, 429, 202])
})
