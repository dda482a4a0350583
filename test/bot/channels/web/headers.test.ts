import { connect } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { securityHeaders } from '../../../../src/bot/http/headers.ts'
import { aClientId, webServer, type WebServer } from './server.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

const expected: Readonly<Record<string, unknown>> = {
  'content-security-policy': policy,
  'strict-transport-security': 'max-age=31536000',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/^(?:[a-z-]+=\(\), )+[a-z-]+=\(\)$/),
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

const authorized = async ({ ports }: WebServer) => ({ authorization: `Bearer ${await ports.openSession()}` })

const asked = [
  { method: 'GET', url: '/', status: 200 },
  { method: 'GET', url: '/page.js', status: 200 },
  { method: 'GET', url: '/page.css', status: 200 },
  { method: 'GET', url: '/calendar.css', status: 200 },
  { method: 'GET', url: '/icon.svg', status: 200 },
  { method: 'GET', url: '/so-lieu', status: 200 },
  { method: 'GET', url: '/figures.js', status: 200 },
  { method: 'GET', url: '/figures.css', status: 200 },
  { method: 'GET', url: '/exit', status: 303 },
  { method: 'GET', url: '/lich', status: 200 },
  { method: 'GET', url: '/healthz', status: 200 },
  { method: 'GET', url: '/readyz', status: 200 },
  { method: 'GET', url: '/demo/people', status: 200 },
  { method: 'POST', url: '/demo/session', payload: { key: 'hoa' }, status: 200 },
  { method: 'POST', url: '/demo/session', payload: { key: 'nobody' }, status: 400 },
  { method: 'POST', url: '/demo/examples', payload: {}, status: 200 },
  { method: 'POST', url: '/chat/session', payload: {}, status: 200 },
  { method: 'POST', url: '/chat/messages', payload: { id: aClientId(1), text: 'a' }, status: 202 },
  { method: 'POST', url: '/chat/messages', payload: { id: 1 }, status: 400 },
  { method: 'POST', url: '/chat/messages', payload: { id: aClientId(1), text: 'a'.repeat(20_001) }, status: 413 },
  { method: 'POST', url: '/chat/ack', payload: { ids: ['m1'] }, status: 200 },
  { method: 'POST', url: '/chat/files', payload: {}, status: 415 },
  { method: 'GET', url: '/chat/files/none', status: 404 },
  { method: 'POST', url: '/chat/exit', payload: {}, status: 200 },
  { method: 'GET', url: '/nothing', status: 404 },
  { method: 'DELETE', url: '/chat/messages', status: 404 },
  { method: 'GET', url: '/%zz', status: 400 },
] as const

test.each(asked)('$method $url answers $status with exactly the headers', async ({ status, ...request }) => {
  const server = await webServer({ secure: true, demo: true })
  const answer = await server.app.inject({ ...request, headers: await authorized(server) })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers).toMatchObject(expected)
  expect(answer.headers).not.toHaveProperty('set-cookie')
})

test('no route is left out above', async () => {
  const { app } = await webServer({ demo: true })
  const routes = fullPaths(app.printRoutes({ commonPrefix: false }))
  const seen = new Set<string>(asked.map(({ method, url }) => `${url.replace('files/none', 'files/:id')} (${method})`))
  // Its answer does not end; see stream.test.ts.
  seen.add('/chat/stream (GET)')
  expect(routes.length).toBeGreaterThan(15)
  expect(routes.filter((route) => !seen.has(route))).toEqual([])
})

/** Puts the tree that Fastify prints back together. */
function fullPaths(tree: string): readonly string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^((?:[│ ] {3})*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line)
    if (!found) return []
    const [, indent = '', part = '', methods] = found
    const depth = indent.length / 4
    above.length = depth
    above.push(part)
    return methods === undefined ? [] : [`${above.join('')} (${methods})`]
  })
}

test('a failure of ours has the headers and says nothing', async () => {
  const server = await webServer({
    secure: true,
    answer: () => {
      throw new Error('secret')
    },
  })
  const payload = { id: aClientId(1), text: 'a' }
  const request = { method: 'POST', url: '/chat/messages', payload, headers: await authorized(server) } as const
  const answer = await server.app.inject(request)
  expect(answer.statusCode).toBe(500)
  expect(answer.headers).toMatchObject(expected)
  expect(answer.body).not.toContain('secret')
})

test('without https nothing is said of it', async () => {
  const { app } = await webServer()
  const { 'strict-transport-security': _https, ...plain } = expected
  const { headers } = await app.inject('/')
  expect(headers).toMatchObject(plain)
  expect(headers).not.toHaveProperty('strict-transport-security')
})

test.each([
  ['what is not HTTP', 'hello\r\n\r\n', 'HTTP/1.1 400'],
  ['a request without Host', 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400'],
  ['an odd expectation', 'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: magic\r\n\r\n', 'HTTP/1.1 417'],
  ['too many headers', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 'HTTP/1.1 431'],
])('%s is answered with the headers', async (_name, request, status) => {
  const { app } = await webServer()
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), '127.0.0.1')
  socket.setEncoding('utf8').end(request)
  let answer = ''
  socket.on('data', (text: string) => {
    answer += text
  })
  await once(socket, 'close')
  expect(answer.startsWith(status)).toBe(true)
  for (const [name, value] of Object.entries(securityHeaders(false))) {
    expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase())
  }
})
