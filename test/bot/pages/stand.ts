import type { FastifyInstance } from 'fastify'
import { buildPage } from '../../../scripts/buildPage.ts'
import { webHub } from '../../../src/bot/channels/web/channel.ts'
import { webRoutes } from '../../../src/bot/channels/web/routes.ts'
import { buildHttp } from '../../../src/bot/http/server.ts'
import { pages } from '../../../src/bot/pages/pages.ts'
import { webPorts } from '../../../src/bot/channels/web/storePorts.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { sendSome } from '../../support/someReports.ts'

export interface PageStand {
  readonly bot: TestBot
  readonly http: FastifyInstance
  /** What is called a failure of ours. */
  readonly failures: readonly string[]
  /** A fresh one-time link of this person, as the chat gives it: its path. */
  linkOf(key: string): Promise<string>
  stop(): Promise<void>
}

export const BASE = 'https://hoi.example'

/** The whole bot with its pages, as people of a real installation see them. */
export async function startPageStand(secure = true): Promise<PageStand> {
  const bot = await startTestBot({ at: '2022-06-30T16:00', base: BASE })
  await sendSome(bot)
  const { app, store } = bot
  const failures: string[] = []
  const ports = webPorts({ store, files: app.files, hub: webHub(), now: app.now, wake: () => {} })
  const http = await buildHttp({
    routes: [webRoutes(ports, { pageDir: await buildPage(), secure }), pages(app, secure)],
    secure,
    ready: async () => true,
    failed: (route, error) => failures.push(`${route}: ${error instanceof Error ? error.message : ''}`),
  })
  return {
    bot,
    http,
    failures,
    async linkOf(key) {
      await bot.say(key, 'văn bản')
      const inEnglish = bot.seen(key).at(-1)?.text.startsWith('Papers') === true
      const [given] = await bot.press(key, inEnglish ? 'figures' : 'Trang số liệu')
      const path = /https:\/\/hoi\.example(\/mo\/\S+)/.exec(given?.text ?? '')?.[1]
      if (path === undefined) throw new Error(`no link in: ${given?.text}`)
      return path
    },
    async stop() {
      await http.close()
      await bot.stop()
    },
  }
}
