import type { IncomingHttpHeaders } from 'node:http'
import Fastify from 'fastify'

/** A request as it came, byte for byte. */
export interface Tapped {
  readonly url: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** Stands before a server: passes each request on, and keeps it, so that it can be said again. */
export interface Tap {
  readonly url: string
  readonly kept: readonly Tapped[]
  /** The same request once more, with headers of its own beside; its status. */
  again(request: Tapped, headers?: Readonly<Record<string, string>>): Promise<number>
  stop(): Promise<void>
}

/** `target`: where it passes on to, once that is known. */
export async function startTap(target: () => string): Promise<Tap> {
  const kept: Tapped[] = []
  const pass = async ({ url, body, headers }: Tapped, more: Readonly<Record<string, string>> = {}): Promise<Response> =>
    await fetch(`${target()}${url}`, { method: 'POST', body: new Uint8Array(body), headers: { ...headers, ...more } })
  const server = Fastify({ logger: false, forceCloseConnections: true })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.post('/*', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const one = { url: request.url, body, headers: ownHeaders(request.headers) }
    const answer = await pass(one)
    if (answer.ok) kept.push(one)
    return await reply.code(answer.status).send(await answer.text())
  })
  return {
    url: await server.listen({ port: 0, host: '127.0.0.1' }),
    kept,
    again: async (request, headers) => (await pass(request, headers)).status,
    stop: () => server.close(),
  }
}

const OF_THE_WAY = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'keep-alive'])

const ownHeaders = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !OF_THE_WAY.has(name) ? [[name, value]] : [],
    ),
  )
