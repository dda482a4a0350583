import type { FastifyPluginAsync } from 'fastify'
import type { App } from '../app.ts'
import { figureRoutes } from './figureRoutes.ts'
import { linkRoutes } from './linkRoutes.ts'
import { guardPeople } from './personPolicy.ts'

/** The pages of people of the Union: one-time links, and the figures behind a session's cookie. */
export const pages =
  (bot: App, secure: boolean): FastifyPluginAsync =>
  async (app) => {
    guardPeople(app, bot, secure)
    // A button is a form without fields; nothing of its body is read.
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: 1024 },
      (_r, _b, done) => done(null),
    )
    linkRoutes(app, bot, secure)
    figureRoutes(app, bot, secure)
  }
