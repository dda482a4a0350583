import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { clearCookie, cookieOf } from '../../http/cookie.ts'
import { readAck, readMessage, readNothing } from './bodies.ts'
import type { webLimits } from './limits.ts'
import type { WebPorts } from './ports.ts'
import { sessionOf, tokenOf, type WebSession } from './session.ts'
import { openStream, openStreams } from './stream.ts'

export interface ChatOptions {
  readonly ports: WebPorts
  readonly limits: ReturnType<typeof webLimits>
  readonly pingMs: number
  readonly secure: boolean
  readonly failed: (error: unknown) => void
}

const open = { config: { policy: 'public' } } as const
const guarded = { config: { policy: 'session' } } as const

export function chatRoutes(app: FastifyInstance, { ports, limits, pingMs, secure, failed }: ChatOptions): void {
  const streams = openStreams()
  app.addHook('preClose', async () => streams.endAll())

  app.post('/chat/session', open, async (request, reply) => {
    readNothing(request.body)
    await limits.sessions(request)
    const seat = cookieOf(request, secure, 'seat')
    const room = seat === undefined ? undefined : await ports.addressOfSeat(seat)
    if (seat !== undefined) clearCookie(reply, secure, 'seat')
    if (room !== undefined) return reply.send({ token: await ports.openSession(room) })
    // A person of the Union who came by a one-time link goes on in her own conversation.
    const cookie = cookieOf(request, secure)
    const address = cookie === undefined ? undefined : await ports.addressOfCookie(cookie)
    return reply.send({ token: await ports.openSession(address) })
  })

  app.post('/chat/messages', guarded, async (request, reply) => {
    const session = sessionOf(request)
    const { id, what } = readMessage(request.body)
    await limits.messages(request)
    await ports.receive({ channel: 'web', address: session.address, eventKey: eventKeyOf(session, id), what })
    return reply.code(202).send({})
  })

  app.get('/chat/stream', guarded, async (request, reply) => {
    const session = sessionOf(request)
    await limits.calls(request)
    const stream = openStream({ ports, session, pingMs, failed })
    streams.add(session.token, stream)
    return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream.readable)
  })

  app.post('/chat/ack', guarded, async (request, reply) => {
    const ids = readAck(request.body)
    await limits.calls(request)
    await ports.acknowledge(sessionOf(request).address, ids)
    return reply.send({})
  })

  // Public, because whoever leaves must get away even with a token that is no longer known.
  app.post('/chat/exit', open, async (request, reply) => {
    const token = tokenOf(request)
    if (token !== undefined) {
      await ports.endSession(token)
      streams.endOf(token)
    }
    const cookie = cookieOf(request, secure)
    if (cookie !== undefined) await ports.endCookie(cookie)
    return reply.header('clear-site-data', '"*"').send({})
  })
}

/** Unique in the channel, though pages choose their ids themselves, and it leads to no address once the token is forgotten. */
export const eventKeyOf = (session: WebSession, clientId: string): string =>
  createHash('sha256').update(`${session.token} ${clientId.toLowerCase()}`).digest('base64url')
