import type { FastifyInstance, FastifyRequest } from 'fastify'
import { noSession } from '../../http/error.ts'
import { sessionDecorator } from '../../http/policy.ts'
import type { WebPorts } from './ports.ts'

export interface WebSession {
  readonly token: string
  readonly address: string
}

/** Every route of `app` with the policy 'session' is answered 401 without a living one. */
export function guardSessions(app: FastifyInstance, ports: Pick<WebPorts, 'findSession'>): void {
  app.decorateRequest(sessionDecorator)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.policy !== 'session') return
    const token = tokenOf(request)
    const address = token === undefined ? undefined : await ports.findSession(token)
    if (token === undefined || address === undefined) throw noSession()
    request.setDecorator<WebSession>(sessionDecorator, { token, address })
  })
}

export const sessionOf = (request: FastifyRequest): WebSession => request.getDecorator<WebSession>(sessionDecorator)

export const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Bearer ([\w.~-]{16,200})$/i.exec(request.headers.authorization ?? '')?.[1]
