import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './error.ts'

export const WEBHOOK_BODY_MAX = 1024 * 1024

/** Compared in constant time, whatever their lengths. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Every answer is empty: a webhook's answer must never be a message. */
export function answerEmpty(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    // Stopping: another process, or this one after its start, will be told again.
    if (status === 503) return breakOff(request, reply)
    // A fault of ours goes on to the handler of the whole server, which tells the log.
    if (status >= 500) throw error
    return reply.code(status).send()
  })
}

/** No answer at all: whoever called will call again. */
export function breakOff(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}

function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.problem.status
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
}

/** The signature is over the bytes as they came. */
export function takeRawBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}
