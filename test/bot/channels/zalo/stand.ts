import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { App } from '../../../../src/bot/app.ts'
import type { Channel, Out } from '../../../../src/bot/channel.ts'
import { talkChannel } from '../../../../src/bot/channels/talk/channel.ts'
import type { ZaloChannel } from '../../../../src/bot/channels/zalo/channel.ts'
import { buildHttp, listen } from '../../../../src/bot/http/server.ts'
import { installDemo } from '../../../../src/bot/install/demo.ts'
import { openKeyRing } from '../../../../src/bot/keys/keys.ts'
import { makeLog } from '../../../../src/bot/log.ts'
import { makeApp } from '../../../../src/bot/start/makeApp.ts'
import type { ZaloConfig } from '../../../../src/bot/config/zalo.ts'
import { openTelegram } from '../../../../src/bot/channels/telegram/open.ts'
import { openZalo, zaloPath } from '../../../../src/bot/channels/zalo/open.ts'
import { drain } from '../../../../src/bot/runtime.ts'
import { storeArrival } from '../../../../src/bot/store/inbox.ts'
import { openBlobs } from '../../../../src/bot/store/openBlobs.ts'
import { openStore, type Store } from '../../../../src/bot/store/store.ts'
import { zaloGrantRow } from '../../../../src/bot/store/zaloGrants.ts'
import { inviteAtServer } from '../../../../src/bot/store/union/invitations.ts'
import { freshDatabase } from '../../../support/database.ts'
import { startTelegramStand, type TelegramStand } from '../../../support/telegramStand.ts'
import type { SimOptions } from '../../../zalo/simulator/world.ts'
import { SIM_ACCOUNT, startZaloSimulator, type ZaloSimulator } from '../../../zalo/simulator/simulator.ts'

/** The whole bot with one account, on the simulator; the talk channel is there for the other side of a story. */
export interface ZaloStand {
  readonly app: App
  readonly store: Store
  readonly zalo: ZaloChannel
  readonly simulator: ZaloSimulator
  readonly http: FastifyInstance
  /** Where Zalo calls. */
  readonly webhook: string
  readonly address: string
  readonly dataDir: string
  readonly ownerUrl: string
  readonly log: readonly string[]
  move(ms: number): void
  now(): number
  /** Lets everything happen. */
  settle(): Promise<void>
  /** What a person of the talk channel is shown after she says or presses something. */
  say(key: string, text: string): Promise<readonly Out[]>
  press(key: string, label: string): Promise<readonly Out[]>
  seen(key: string): readonly Out[]
  /** Telegram beside it, where it was asked for. */
  readonly telegram: TelegramStand | undefined
  /** A code for an officer of this unit. */
  invite(role: string, unit: string): Promise<string>
  stop(): Promise<void>
}

export interface StandOptions {
  readonly at?: string
  readonly granted?: boolean
  readonly simulator?: Partial<SimOptions>
  readonly oaSecret?: boolean
  readonly budgetMs?: number
  /** Beside it; polled, or called at this public address. */
  readonly telegram?: boolean | { readonly publicUrl: string }
  readonly digest?: NonNullable<ZaloConfig['digest']>
}

/** A busy machine is no fault of what is tested here. */
const PATIENCE_MS = 60_000

export async function startZaloStand(options: StandOptions = {}): Promise<ZaloStand> {
  let time = new Date(`${options.at ?? '2022-11-07T08:00'}+07:00`).getTime()
  const now = () => new Date(time)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'chihoi-zalo-'))
  const database = await freshDatabase()
  const { ring } = openKeyRing(path.join(dataDir, 'keys.json'))
  const store = openStore({ botUrl: database.botUrl, vaultUrl: database.vaultUrl, ring })
  await installDemo(store, now())
  const shown: { readonly to: string; readonly out: Out }[] = []
  const lines: string[] = []
  const channels = new Map<string, Channel>([['talk', talkChannel((spoken) => void shown.push(spoken))]])
  const app = await makeApp({
    store,
    blobs: openBlobs({ dataDir }),
    log: makeLog('info', { write: (line) => void lines.push(line) }),
    demo: true,
    now,
    channels,
    wake: () => {},
  })
  const simulator = await startZaloSimulator({ now: () => time, answerMs: PATIENCE_MS, ...options.simulator })
  let address = ''
  const { oaSecret, ...account } = { name: 'zalo', ...SIM_ACCOUNT }
  const { channels: opened, routes } = openZalo({
    app,
    dataDir,
    base: () => address,
    budgetMs: options.budgetMs ?? PATIENCE_MS,
    pauseMs: 1,
    config: {
      accounts: [options.oaSecret === false ? account : { ...account, oaSecret }],
      roots: { api: simulator.url, business: simulator.url, oauth: simulator.url },
      verifier: 'AbCd1234',
      ...(options.digest === undefined ? {} : { digest: options.digest }),
    },
  })
  const [zalo] = opened
  if (zalo === undefined) throw new Error('no account')
  channels.set('zalo', zalo.channel)
  const telegram = options.telegram === undefined ? undefined : await startTelegramStand({ now: () => time })
  const bot = telegram === undefined ? undefined : openTelegram({ app, pauseMs: 1, ...telegramOf(telegram, options) })
  const http = await buildHttp({
    routes: [...routes, ...(bot?.routes ?? [])],
    secure: false,
    ready: async () => true,
    failed: (route) => void lines.push(`5xx ${route}`),
  })
  address = await listen(http, 0, '127.0.0.1')
  const webhook = `${address}/zalo/${zaloPath(store, SIM_ACCOUNT.appId)}`
  simulator.world.webhook = webhook
  if (options.granted !== false) await zaloGrantRow(store, 'zalo').begin(simulator.grant(), now())
  if (bot !== undefined) channels.set('telegram', bot.channel)
  await bot?.start()
  await drain(app)

  let count = 0
  // What the bot says comes back to it, and so does what a person writes: until nothing more is on its way.
  const settle = async (): Promise<void> => {
    for (let told = -1; told < simulator.events.sent.length; ) {
      told = simulator.events.sent.length
      await simulator.events.settled()
      await zalo.intake.drain()
      await telegram?.allConfirmed()
      await drain(app)
    }
  }
  const hear = async (key: string, what: Parameters<typeof storeArrival>[1]['what']): Promise<readonly Out[]> => {
    const before = shown.length
    await storeArrival(store, { channel: 'talk', address: key, eventKey: `t${++count}`, what }, now())
    await settle()
    return shown.slice(before).flatMap((one) => (one.to === key ? [one.out] : []))
  }
  const seen = (key: string): readonly Out[] => shown.flatMap((one) => (one.to === key ? [one.out] : []))
  return {
    app,
    store,
    zalo,
    simulator,
    telegram,
    http,
    webhook,
    address,
    dataDir,
    ownerUrl: database.ownerUrl,
    log: lines,
    settle,
    seen,
    now: () => time,
    move: (ms) => {
      time += ms
    },
    say: (key, text) => hear(key, { kind: 'text', text }),
    press: (key, label) => {
      const button = seen(key)
        .flatMap((out) => out.buttons)
        .findLast((one) => one.label.includes(label))
      if (button === undefined) throw new Error(`${key} was never shown '${label}'`)
      return hear(key, { kind: 'press', token: button.token })
    },
    invite: (role, unit) =>
      store.union.$transaction((tx) => inviteAtServer(store, tx, { role, unit, now: now(), name: 'Chị Lan' })),
    stop: async () => {
      await bot?.stop()
      await telegram?.stop()
      await simulator.stop()
      await http.close()
      await zalo.stop()
      await store.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function telegramOf({ token, url }: TelegramStand, { telegram }: StandOptions) {
  const config = { token, apiRoot: url }
  return typeof telegram === 'object'
    ? { config: { ...config, webhookSecret: 'Ab-9_secret-of-the-webhook' }, publicUrl: telegram.publicUrl }
    : { config, publicUrl: undefined }
}
