import Fastify from 'fastify'
import { apiRoutes } from './api.ts'
import { type Events, type Later, makeEvents } from './events.ts'
import { oauthRoutes } from './oauth.ts'
import { pageRoutes } from './page.ts'
import { type Phone, phoneOf } from './phone.ts'
import { issuePair, makeWorld, type SimOptions, userOf, type World } from './world.ts'

export interface ZaloSimulator {
  readonly url: string
  readonly world: World
  readonly events: Events
  /** A person with Zalo, and what she can do there. */
  user(id: string, name?: string): Phone
  /** A pair as if an administrator had consented. */
  grant(): { readonly access: string; readonly refresh: string; readonly expiresInSeconds: number }
  stop(): Promise<void>
}

export const SIM_ACCOUNT = {
  appId: '360846524940903967',
  appSecret: 'app-secret-of-the-simulator',
  oaId: '388613280878808645',
  oaSecret: 'OA_SECRET_EXAMPLE_0123',
}

export interface StartOptions extends Partial<SimOptions> {
  readonly port?: number
  readonly webhook?: string
  readonly later?: Later
}

/** A Zalo of our own: it proves that we agree with ourselves and with zalo.md, not with Zalo (docs/zalo.md has the checklist). */
export async function startZaloSimulator({
  port = 0,
  webhook,
  later,
  ...options
}: StartOptions = {}): Promise<ZaloSimulator> {
  const limits = { perMinute: 4_000, answerMs: 2_000, accessSeconds: 90_000 }
  const world = makeWorld({ ...SIM_ACCOUNT, now: Date.now, ...limits, ...options })
  world.webhook = webhook
  const events = makeEvents(world, later)
  const app = Fastify({ logger: false, bodyLimit: 40 * 1024 * 1024, forceCloseConnections: true })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  await apiRoutes(app, world, events)
  oauthRoutes(app, world)
  app.get<{ Params: { readonly id: string } }>('/media/:id', async (request, reply) => {
    const file = world.media.get(request.params.id)
    return file === undefined ? await reply.code(404).send() : await reply.type(file.mime).send(Buffer.from(file.bytes))
  })
  let url = ''
  const phone = (id: string, name?: string): Phone =>
    phoneOf({ world, events, url: () => url }, userOf(world, id, name))
  pageRoutes(app, world, phone)
  url = await app.listen({ port, host: '127.0.0.1' })
  return {
    url,
    world,
    events,
    user: phone,
    grant: () => {
      const { access, refresh } = issuePair(world)
      return { access, refresh, expiresInSeconds: world.options.accessSeconds }
    },
    stop: async () => {
      await events.settled()
      await app.close()
    },
  }
}
