import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { notFound } from './error.ts'

/**
 * Who may call a route. public: anyone (a webhook checks its own secret). session: who holds a session's token. person: a person
 * of the Union whose browser holds the cookie of a living session. loopback: a
 * program of this very machine. demo: the same, and only where the demonstration is on.
 */
export type Policy = 'public' | 'session' | 'person' | 'demo' | 'loopback'

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
  }
}

/** A plugin whose routes are for sessions decorates its requests with this, and so says that it checks them itself. */
export const sessionDecorator = 'session'
export const personDecorator = 'person'

/** Refuses a route that does not say who may call it: the server then does not start. */
export function checkPolicy(app: FastifyInstance, route: RouteOptions): void {
  const policy: string | undefined = route.config?.policy
  if (policy === undefined || !isPolicy(policy)) throw new Error(`route ${route.url} declares no policy`)
  const decorator = policy === 'session' ? sessionDecorator : policy === 'person' ? personDecorator : undefined
  if (decorator !== undefined && !app.hasRequestDecorator(decorator)) {
    throw new Error(`route ${route.url} is for sessions, and nothing there checks them`)
  }
}

export async function obeyPolicy(request: FastifyRequest): Promise<void> {
  const policy = request.routeOptions.config.policy
  if ((policy === 'demo' || policy === 'loopback') && !isFromThisMachine(request)) throw notFound()
}

const isPolicy = (text: string): text is Policy => ['public', 'session', 'person', 'demo', 'loopback'].includes(text)

/**
 * The Host is checked too, because a page of another site can have its name resolve to 127.0.0.1 and so reach us through the
 * browser of whoever sits here; and a proxy on this machine speaks for others.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const { headers, raw } = request
  if (forwarding.some((name) => headers[name] !== undefined)) return false
  const address = raw.socket.remoteAddress ?? ''
  return loopbackAddress.test(address) && loopbackHost.test(headers.host ?? '')
}

const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']
const loopbackAddress = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/
const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i
