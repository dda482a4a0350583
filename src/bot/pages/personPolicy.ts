import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { cookieOf } from '../http/cookie.ts'
import { noSession } from '../http/error.ts'
import { personDecorator } from '../http/policy.ts'
import { findPersonSession, type PersonSession } from '../store/union/personSessions.ts'

/** Every route of `app` with the policy 'person' is answered 401 without the living session of a person of the Union. */
export function guardPeople(app: FastifyInstance, bot: App, secure: boolean): void {
  app.decorateRequest(personDecorator)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.policy !== 'person') return
    const secret = cookieOf(request, secure)
    const session = secret === undefined ? undefined : await findPersonSession(bot.store, secret, bot.now())
    if (session === undefined) throw noSession()
    request.setDecorator<PersonSession>(personDecorator, session)
  })
}

export const personOf = (request: FastifyRequest): PersonSession => request.getDecorator<PersonSession>(personDecorator)
