import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { App } from '../../src/bot/app.ts'
import type { Channel, ChannelError, Inbound, Out } from '../../src/bot/channel.ts'
import { talkChannel } from '../../src/bot/channels/talk/channel.ts'
import { makePlanBook } from '../../src/domain/plan/planBook.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { installDemo } from '../../src/bot/install/demo.ts'
import { openKeyRing } from '../../src/bot/keys/keys.ts'
import { makeLog } from '../../src/bot/log.ts'
import { makeApp } from '../../src/bot/start/makeApp.ts'
import { drain } from '../../src/bot/runtime.ts'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { openBlobs } from '../../src/bot/store/openBlobs.ts'
import { openStore, type Store } from '../../src/bot/store/store.ts'
import { freshDatabase } from './database.ts'
import { quickParent } from './quickParent.ts'
import { seedRoot } from './seed.ts'

export interface TestClock {
  readonly now: () => Date
  set(at: string): void
  move(ms: number): void
}

/** The whole bot on a database of its own: the demonstration province, the talk channel, and a clock that stands still. */
export interface TestBot {
  readonly app: App
  readonly store: Store
  readonly ownerUrl: string
  readonly dataDir: string
  readonly clock: TestClock
  /** Lines of the log. */
  readonly log: readonly string[]
  /** Says something as this person (any unknown key is a visitor) and lets everything happen; what she was shown. */
  say(key: string, text: string): Promise<readonly Out[]>
  /** Presses the newest button of this person whose label contains this; what she was shown. */
  press(key: string, label: string): Promise<readonly Out[]>
  hear(key: string, what: Inbound): Promise<readonly Out[]>
  /** Only stores what came in; `settle` lets everything happen. */
  arrive(key: string, what: Inbound): Promise<void>
  settle(): Promise<void>
  /** All messages to this person so far, oldest first. */
  seen(key: string): readonly Out[]
  tokenOf(key: string, label: string): string
  stop(): Promise<void>
}

export interface TestBotOptions {
  readonly at: string
  /** What the channel answers instead of taking a message. */
  readonly refuse?: (to: string, out: Out) => ChannelError | undefined
  /** Other plans than those of the folder. */
  readonly plans?: readonly Plan[]
  /** The address of the pages, where they are served. */
  readonly base?: string
  /** Another database than one of its own. */
  readonly ground?: Ground
}

/** What a bot stands on; `leave` takes it away again. */
export interface Ground {
  readonly store: Store
  readonly ownerUrl: string
  readonly dataDir: string
  readonly leave: () => Promise<void>
}

async function freshGround(): Promise<Ground> {
  const dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-bot-'))
  const database = await freshDatabase()
  const keyFile = path.join(dataDir, 'keys.json')
  if (seedRoot !== undefined) {
    writeFileSync(keyFile, JSON.stringify({ version: 1, roots: [{ id: 1, key: seedRoot }], days: {} }), { mode: 0o600 })
  }
  const { ring } = openKeyRing(keyFile)
  const store = openStore({ botUrl: database.botUrl, vaultUrl: database.vaultUrl, ring })
  const leave = async (): Promise<void> => {
    await store.close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { store, ownerUrl: database.ownerUrl, dataDir, leave }
}

export async function startTestBot({ at, refuse, plans, ground, base }: TestBotOptions): Promise<TestBot> {
  const { store, ownerUrl, dataDir, leave } = ground ?? (await freshGround())
  const clock = standingClock(at)
  const shown = new Map<string, Out[]>()
  const lines: string[] = []
  await installDemo(store, clock.now())
  const talk = talkChannel(({ to, out }) => {
    const sofar = shown.get(to)
    if (sofar === undefined) shown.set(to, [out])
    else sofar.push(out)
  })
  const channel: Channel = {
    ...talk,
    send: async (to, out, before) => {
      const error = refuse?.(to, out)
      if (error !== undefined) throw error
      return await talk.send(to, out, before)
    },
  }
  const made = await makeApp({
    store,
    blobs: openBlobs({ dataDir }),
    log: makeLog('info', { write: (line) => void lines.push(line) }),
    demo: true,
    now: clock.now,
    channels: new Map([['talk', channel]]),
    wake: () => {},
    base: () => base,
  })
  const app = plans === undefined ? made : { ...made, plans: makePlanBook(plans) }
  await drain(app)
  let count = 0
  const arrive = async (key: string, what: Inbound): Promise<void> => {
    await storeArrival(store, { channel: 'talk', address: key, eventKey: `${++count}`, what }, clock.now())
  }
  const hear = async (key: string, what: Inbound): Promise<readonly Out[]> => {
    const before = seen(key).length
    await arrive(key, what)
    await drain(app)
    return seen(key).slice(before)
  }
  const seen = (key: string): readonly Out[] => shown.get(key) ?? []
  const tokenOf = (key: string, label: string): string => {
    const holds = ({ label: read }: Out['buttons'][number]): boolean => read.includes(label)
    const button = seen(key)
      .findLast(({ buttons }) => buttons.some(holds))
      ?.buttons.find(holds)
    if (button === undefined) throw new Error(`${key} was never shown a button '${label}'`)
    return button.token
  }
  return {
    app,
    store,
    ownerUrl,
    dataDir,
    clock,
    log: lines,
    arrive,
    hear,
    seen,
    tokenOf,
    settle: () => drain(app),
    say: (key, text) => hear(key, { kind: 'text', text }),
    press: async (key, label) => await hear(key, { kind: 'press', token: tokenOf(key, label) }),
    stop: async () => {
      await app.documents.close()
      await leave()
    },
  }
}

/** Vietnam's time where no zone is given. */
function standingClock(at: string): TestClock {
  const read = (text: string): Date => new Date(/[Z+]/.test(text) ? text : `${text}+07:00`)
  let now = read(at)
  return {
    now: () => now,
    set: (text) => {
      now = read(text)
    },
    move: (ms) => {
      now = new Date(now.getTime() + ms)
    },
  }
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The same step for many persons at once, which costs little more than for one. */
export async function together(bot: TestBot, keys: readonly string[], what: (key: string) => Inbound): Promise<void> {
  for (const key of keys) await bot.arrive(key, what(key))
  await bot.settle()
}

export const text = (said: string): Inbound => ({ kind: 'text', text: said })

/** A woman's way from the first screen into the room where she writes. */
export async function agree(bot: TestBot, woman: string): Promise<void> {
  await bot.say(woman, 'hỏi kín')
  await bot.press(woman, 'Tiện')
  await bot.press(woman, 'Đồng ý')
}

/** A woman's case, opened with these words. */
export async function ask(bot: TestBot, woman: string, words: string): Promise<void> {
  await agree(bot, woman)
  await bot.say(woman, words)
}

/** A counsellor takes the first case that waits, wherever she stands. */
export async function takeFirst(bot: TestBot, counsellor: string): Promise<void> {
  await bot.say(counsellor, 'Bàn tư vấn')
  await bot.press(counsellor, 'Hàng chờ')
  await bot.press(counsellor, 'CA-')
}
