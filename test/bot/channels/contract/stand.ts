import type { FastifyInstance } from 'fastify'
import type { App } from '../../../../src/bot/app.ts'
import type { Channel, Inbound } from '../../../../src/bot/channel.ts'
import { openTelegram, telegramPath } from '../../../../src/bot/channels/telegram/open.ts'
import { webChannel, webHub } from '../../../../src/bot/channels/web/channel.ts'
import type { WebPorts } from '../../../../src/bot/channels/web/ports.ts'
import { webRoutes } from '../../../../src/bot/channels/web/routes.ts'
import { webPorts } from '../../../../src/bot/channels/web/storePorts.ts'
import type { ZaloChannel } from '../../../../src/bot/channels/zalo/channel.ts'
import { openZalo, zaloPath } from '../../../../src/bot/channels/zalo/open.ts'
import { buildHttp, listen } from '../../../../src/bot/http/server.ts'
import { drain } from '../../../../src/bot/runtime.ts'
import { openBody } from '../../../../src/bot/store/inbox.ts'
import { zaloGrantRow } from '../../../../src/bot/store/zaloGrants.ts'
import { startTestBot, type TestBot } from '../../../support/bot.ts'
import { startTelegramStand, type TelegramStand } from '../../../support/telegramStand.ts'
import { SIM_ACCOUNT, startZaloSimulator, type ZaloSimulator } from '../../../zalo/simulator/simulator.ts'
import { emptyPage } from '../web/server.ts'

/** The whole bot with all its channels on one store, each on a counterpart of its own, and a clock that stands still. */
export interface Stand {
  readonly bot: TestBot
  readonly http: FastifyInstance
  readonly address: string
  readonly telegram: TelegramStand
  readonly telegramWebhook: { readonly url: string; readonly secret: string }
  readonly zalo: ZaloChannel
  readonly simulator: ZaloSimulator
  readonly web: WebPorts
  /** Lets everything happen that can happen now. */
  settle(): Promise<void>
  /** What came in and waits, opened. */
  waiting(): Promise<readonly Inbound[]>
  stop(): Promise<void>
}

const SECRET = 'Ab-9_secret-of-the-webhook-0123456789'
/** A busy machine is no fault of what is tested here. */
const PATIENCE_MS = 60_000

export async function startStand(): Promise<Stand> {
  let now = (): number => 0
  const options = { now: () => now(), answerMs: PATIENCE_MS }
  const [bot, telegram, simulator] = await Promise.all([
    startTestBot({ at: '2022-11-07T08:00' }),
    startTelegramStand(options),
    startZaloSimulator(options),
  ])
  const { store, clock, dataDir } = bot
  now = () => clock.now().getTime()
  const channels = new Map<string, Channel>()
  const hub = webHub()
  const app: App = { ...bot.app, channels, said: (channel, to) => void (channel === 'web' && hub.wake(to)) }
  channels.set('web', webChannel(hub))
  const onTelegram = openTelegram({
    app,
    config: { token: telegram.token, apiRoot: telegram.url, webhookSecret: SECRET },
    publicUrl: 'https://hoi.example',
  })
  channels.set('telegram', onTelegram.channel)
  let address = ''
  const onZalo = openZalo({
    app,
    dataDir,
    base: () => address,
    budgetMs: PATIENCE_MS,
    config: {
      accounts: [{ name: 'zalo', ...SIM_ACCOUNT }],
      roots: { api: simulator.url, business: simulator.url, oauth: simulator.url },
    },
  })
  const [zalo] = onZalo.channels
  if (zalo === undefined) throw new Error('no account')
  channels.set('zalo', zalo.channel)
  await zaloGrantRow(store, 'zalo').begin(simulator.grant(), clock.now())
  const web = webPorts({ store, files: app.files, hub, now: clock.now, wake: () => {} })
  const http = await buildHttp({
    routes: [webRoutes(web, { pageDir: emptyPage, secure: false }), ...onTelegram.routes, ...onZalo.routes],
    secure: false,
    ready: async () => true,
    graceMs: 0,
    failed: (route, error) => {
      throw new Error(route, { cause: error })
    },
  })
  address = await listen(http, 0, '127.0.0.1')
  simulator.world.webhook = `${address}/zalo/${zaloPath(store, SIM_ACCOUNT.appId)}`
  return {
    bot,
    http,
    address,
    telegram,
    telegramWebhook: { url: `/telegram/${telegramPath(store)}`, secret: SECRET },
    zalo,
    simulator,
    web,
    settle: async () => {
      await drain(app)
      await simulator.events.settled()
    },
    waiting: async () => {
      const rows = await store.union.inbox.findMany({ where: { state: 'waiting' }, orderBy: { id: 'asc' } })
      return rows.flatMap((row) => {
        const stored = openBody(store, row)
        return stored.kind === 'arrival' ? [stored.what] : []
      })
    },
    stop: async () => {
      await http.close()
      await telegram.stop()
      await simulator.stop()
      await bot.stop()
    },
  }
}
