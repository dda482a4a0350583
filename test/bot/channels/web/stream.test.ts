import { expect, onTestFinished, test } from 'vitest'
import { securityHeaders } from '../../../../src/bot/http/headers.ts'
import { post, webServer, type WebServer } from './server.ts'

/** Reads events as a page does. */
async function listenTo(server: WebServer, token: string) {
  const { app } = server
  const origin = app.server.listening ? app.listeningOrigin : await app.listen({ port: 0, host: '127.0.0.1' })
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const answer = await fetch(`${origin}/chat/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  })
  const parts = answer.body?.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]()
  let read = ''
  const until = async (isThere: (text: string) => boolean) => {
    while (!isThere(read)) {
      const part = await parts?.next()
      if (part === undefined || part.done) return `${read}(end)`
      read += part.value
    }
    return read
  }
  return { answer, until, hangUp: () => abort.abort() }
}

const textsIn = (events: string): readonly string[] =>
  [...events.matchAll(/"text":"(.*?)"/g)].map((found) => found[1] ?? '')

test('what waited comes at once and in order, then what is said later', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const address = server.addressOf(token)
  server.say(address, { text: 'một' })
  server.say(address, { text: 'hai' })
  const stream = await listenTo(server, token)
  expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(Object.fromEntries(stream.answer.headers)).toMatchObject(securityHeaders(false))
  expect(textsIn(await stream.until((read) => read.includes('hai')))).toEqual(['một', 'hai'])
  server.say(address, { text: 'ba' })
  expect(textsIn(await stream.until((read) => read.includes('ba')))).toEqual(['một', 'hai', 'ba'])
})

test('a message is an event of one line, whatever its text', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  server.say(server.addressOf(token), { text: 'dòng 1\n\ndata: dòng 2\r\n', card: true })
  const stream = await listenTo(server, token)
  const events = await stream.until((read) => read.includes('}\n\n'))
  const [, data] = /event: message\ndata: (.*)\n\n$/.exec(events) ?? []
  expect(JSON.parse(data ?? '')).toEqual({
    id: 'm3',
    at: 1_700_000_000_000,
    text: 'dòng 1\n\ndata: dòng 2\r\n',
    buttons: [],
    files: [],
    card: true,
  })
})

test('what was not acknowledged comes again on the next stream, and once on each', async () => {
  const server = await webServer({ pingMs: 20 })
  const token = await server.ports.openSession()
  const address = server.addressOf(token)
  const seen = server.say(address, { text: 'đã xem' })
  server.say(address, { text: 'chưa xem' })
  const first = await listenTo(server, token)
  const pinged = await first.until((read) => read.split(': ping').length > 3)
  expect(textsIn(pinged)).toEqual(['đã xem', 'chưa xem'])
  first.hangUp()
  await post(server, '/chat/ack', { ids: [seen] }, token)
  const second = await listenTo(server, token)
  expect(textsIn(await second.until((read) => read.includes('chưa')))).toEqual(['chưa xem'])
})

test('one hears nothing of another', async () => {
  const server = await webServer({ pingMs: 20 })
  const [one, other] = [await server.ports.openSession(), await server.ports.openSession()]
  const stream = await listenTo(server, one)
  server.say(server.addressOf(other), { text: 'riêng' })
  expect(await stream.until((read) => read.includes(': ping'))).not.toContain('riêng')
})

test('the stream ends with the session', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const stream = await listenTo(server, token)
  await post(server, '/chat/exit', {}, token)
  expect(await stream.until(() => false)).toContain('(end)')
})

test('a session that was ended elsewhere ends the stream at the next ping', async () => {
  const server = await webServer({ pingMs: 20 })
  const token = await server.ports.openSession()
  const stream = await listenTo(server, token)
  await server.ports.endSession(token)
  expect(await stream.until(() => false)).toContain('(end)')
})

test('the fifth stream of a session ends the first', async () => {
  const server = await webServer()
  const token = await server.ports.openSession()
  const first = await listenTo(server, token)
  for (let n = 2; n <= 5; n++) await listenTo(server, token)
  expect(await first.until(() => false)).toContain('(end)')
})

test('a stream that fails breaks off and the cause is told', async () => {
  const failures: unknown[] = []
  const server = await webServer({ failed: (error) => failures.push(error) })
  const token = await server.ports.openSession()
  const cause = new Error('the database is away')
  const stream = await listenTo(server, token)
  await stream.until((read) => read.includes(': ok'))
  server.ports.waiting = async () => {
    throw cause
  }
  server.say(server.addressOf(token), { text: 'một' })
  await expect(stream.until(() => false)).rejects.toThrow('terminated')
  expect(failures).toEqual([cause])
})

test('stopping ends the streams', async () => {
  const server = await webServer()
  const stream = await listenTo(server, await server.ports.openSession())
  await server.app.close()
  expect(await stream.until(() => false)).toContain('(end)')
})
