import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsync } from 'fastify'
import { securityHeaders } from '../../http/headers.ts'
import { chatRoutes } from './chatRoutes.ts'
import { demoRoutes } from './demoRoutes.ts'
import { fileRoutes } from './fileRoutes.ts'
import { usualLimits, type WebLimits, webLimits } from './limits.ts'
import { pageRoutes } from './pageRoutes.ts'
import type { WebPorts } from './ports.ts'
import { guardSessions } from './session.ts'

export interface WebOptions {
  /** What scripts/buildPage.ts made. */
  readonly pageDir: string
  /** PUBLIC_URL is https. */
  readonly secure: boolean
  readonly limits?: WebLimits
  readonly pingMs?: number
  /** Hears why a stream broke off. */
  readonly failed?: (error: unknown) => void
}

/** The web chat; docs/web-chat.md describes what it answers. */
export function webRoutes(ports: WebPorts, options: WebOptions): FastifyPluginAsync {
  return async (app) => {
    const headers = securityHeaders(options.secure)
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(headers)
    })
    await app.register(rateLimit, { global: false })
    guardSessions(app, ports)
    const limits = webLimits(app, options.limits ?? usualLimits, ports.demo !== undefined)
    const chat = {
      ports,
      limits,
      pingMs: options.pingMs ?? 20_000,
      secure: options.secure,
      failed: options.failed ?? (() => undefined),
    }
    pageRoutes(app, ports, options.pageDir)
    chatRoutes(app, chat)
    demoRoutes(app, ports)
    // In a scope of its own: a form is read nowhere but where a file is awaited.
    await app.register(async (files) => fileRoutes(files, chat))
  }
}
