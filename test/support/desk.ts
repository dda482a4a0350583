import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { App } from '../../src/bot/app.ts'
import type { Channel, Inbound } from '../../src/bot/channel.ts'
import { type Spoken, talkChannel } from '../../src/bot/channels/talk/channel.ts'
import type { Terminal } from '../../src/bot/commands/terminal.ts'
import { readConfig } from '../../src/bot/config/config.ts'
import { makeLog } from '../../src/bot/log.ts'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import { drain } from '../../src/bot/runtime.ts'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'
import { type Installation, openInstallation } from '../../src/bot/store/openInstallation.ts'
import { freshDatabase } from './database.ts'
import { temporaryFolder } from './folder.ts'

/** An administrator's desk: an empty database, a folder for data, and what the commands write. */
export interface Desk {
  readonly env: Record<string, string | undefined>
  readonly dataDir: string
  readonly lines: string[]
  /** At another time. */
  at(now: Date): Terminal
  readonly terminal: Terminal
}

export const NOON = new Date('2022-11-09T12:00:00+07:00')

export async function aDesk(given: { readonly databaseUrl?: string } = {}): Promise<Desk> {
  const dataDir = path.join(temporaryFolder(), 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  let databaseUrl = given.databaseUrl
  if (databaseUrl === undefined) {
    const database = await freshDatabase()
    onTestFinished(() => database.drop())
    databaseUrl = database.ownerUrl
  }
  const lines: string[] = []
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' }
  const at = (now: Date): Terminal => ({ env, cwd: dataDir, now, write: (line) => void lines.push(line) })
  return { env, dataDir, lines, at, terminal: at(NOON) }
}

/** The bot on the same database; one line in is one message, the answer is all that was said because of it. */
export interface Bot {
  readonly app: App
  readonly installation: Installation
  clock: Date
  say(from: string, words: string | Inbound): Promise<readonly Spoken[]>
}

export async function startBot(desk: Desk): Promise<Bot> {
  const config = readConfig(desk.env, desk.dataDir)
  const installation = await openInstallation(config)
  onTestFinished(() => installation.close())
  const { store } = installation
  const shown: Spoken[] = []
  const channels = new Map<string, Channel>([['talk', talkChannel((spoken) => void shown.push(spoken))]])
  const bot: { clock: Date } = { clock: NOON }
  const app = await makeApp({
    store,
    blobs: openBlobs(config),
    log: makeLog('silent'),
    demo: false,
    now: () => bot.clock,
    channels,
    wake: () => {},
  })
  return Object.assign(bot, {
    app,
    installation,
    async say(from: string, words: string | Inbound) {
      const what: Inbound = typeof words === 'string' ? { kind: 'text', text: words } : words
      await storeArrival(store, { channel: 'talk', address: from, eventKey: randomUUID(), what }, bot.clock)
      await drain(app)
      return shown.splice(0)
    },
  })
}

export const textOf = (spoken: readonly Spoken[]): string => spoken.map((one) => one.out.text).join('\n')
