import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpError } from '../../http/error.ts'
import { isFromThisMachine } from '../../http/policy.ts'
import { sessionOf } from './session.ts'

export interface WebLimits {
  /** New sessions of one network address in ten minutes; a village may share one address. */
  readonly sessions: number
  /** Messages of one session in a minute. */
  readonly messages: number
  /** Files of one session in a minute. */
  readonly files: number
  /** All else that one session asks for in a minute: streams, acknowledgements, files to read. */
  readonly calls: number
}

export const usualLimits: WebLimits = { sessions: 60, messages: 120, files: 30, calls: 600 }

export type Limit = (request: FastifyRequest) => Promise<void>

/** `demo`: whoever sits at this machine tries it out, and is not counted. Needs @fastify/rate-limit on `app`. */
export function webLimits(app: FastifyInstance, limits: WebLimits, demo: boolean) {
  // Of this process alone: what is counted under a hash is an address to nobody.
  const key = randomBytes(32)
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  const limit = (max: number, timeWindow: number, of: (request: FastifyRequest) => string): Limit => {
    const count = app.createRateLimit({ max, timeWindow, keyGenerator: (request) => hash(of(request)) })
    return async (request) => {
      if (demo && isFromThisMachine(request)) return
      const counted = await count(request)
      if (counted.isAllowed || !counted.isExceeded) return
      const message = 'Too many at once; wait a little.'
      throw new HttpError({ status: 429, code: 'tooMany', message, retryAfterSeconds: counted.ttlInSeconds })
    }
  }
  return {
    sessions: limit(limits.sessions, 10 * 60_000, (request) => networkOf(request.ip)),
    messages: limit(limits.messages, 60_000, (request) => sessionOf(request).address),
    files: limit(limits.files, 60_000, (request) => sessionOf(request).address),
    calls: limit(limits.calls, 60_000, (request) => sessionOf(request).address),
  }
}

/** One household has a whole /64 of IPv6. */
function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [before = '', after = ''] = ip.split('::')
  const head = before.split(':')
  const tail = after === '' ? [] : after.split(':')
  const gap = ip.includes('::') ? Math.max(8 - head.length - tail.length, 0) : 0
  return [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, 4).join(':')
}
