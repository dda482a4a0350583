import { connect, createServer } from 'node:net'
import { once } from 'node:events'
import type { FastifyPluginAsync } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { buildHttp, type HttpOptions, listen, parsePort } from '../../../src/bot/http/server.ts'

async function server(options: Partial<HttpOptions> = {}) {
  const app = await buildHttp({ routes: [], secure: false, ready: async () => true, failed: () => {}, ...options })
  onTestFinished(() => app.close())
  return app
}

const noPolicy: FastifyPluginAsync = async (app) => {
  app.get('/secret', async () => 'secret')
}
const nobodyChecks: FastifyPluginAsync = async (app) => {
  app.get('/secret', { config: { policy: 'session' } }, async () => 'secret')
}
const metrics: FastifyPluginAsync = async (app) => {
  app.get('/metrics', { config: { policy: 'loopback' } }, async () => 'n 1')
}

test('a route that does not say who may call it stops the start', async () => {
  await expect(server({ routes: [noPolicy] })).rejects.toThrow('route /secret declares no policy')
})

test('a route for sessions that nothing checks stops the start', async () => {
  await expect(server({ routes: [nobodyChecks] })).rejects.toThrow('nothing there checks them')
})

test('what is for this machine is nothing to others', async () => {
  const app = await server({ routes: [metrics] })
  const from = async (remoteAddress: string) => (await app.inject({ url: '/metrics', remoteAddress })).statusCode
  expect([await from('127.0.0.1'), await from('10.1.2.3')]).toEqual([200, 404])
})

test('it lives, and is ready when events can be taken in', async () => {
  const app = await server({ ready: async () => false })
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).statusCode).toBe(503)
})

test('a connection on which nothing is asked does not hold up the stop', async () => {
  const app = await server({ graceMs: 0 })
  const { port, hostname } = new URL(await listen(app, 0, '127.0.0.1'))
  const silent = connect(Number(port), hostname)
  onTestFinished(() => void silent.destroy())
  await once(silent, 'connect')
  const ended = once(silent, 'close')
  await app.close()
  await ended
  expect(app.server.listening).toBe(false)
})

test.each([
  [undefined, 8080],
  ['', 8080],
  ['0', 0],
  ['65535', 65_535],
])('PORT %j is %i', (text, port) => {
  expect(parsePort(text)).toBe(port)
})

test.each(['web', '65536', '-1', '80.5', '0x50', ' 80'])('PORT %j is refused in words', (text) => {
  expect(() => parsePort(text)).toThrow(/^PORT phải là một số/)
})

test('a port in use is said in words, with another to try', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const failed = listen(await server(), port, '127.0.0.1')
  await expect(failed).rejects.toThrow(`PORT=${port + 1}`)
  await expect(failed).rejects.toMatchObject({ name: 'StartError' })
})
