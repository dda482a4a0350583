import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildPage } from '../../scripts/buildPage.ts'
import type { Config } from '../../src/bot/config/config.ts'
import { installDemo } from '../../src/bot/install/demo.ts'
import { start } from '../../src/bot/start/startBot.ts'
import { openInstallation } from '../../src/bot/store/openInstallation.ts'
import { inviteAtServer } from '../../src/bot/store/union/invitations.ts'
import { unitId } from '../../src/domain/ids.ts'
import { quickParent } from '../support/quickParent.ts'
import { startTelegramStand, type TelegramStand } from '../support/telegramStand.ts'
import type { TelegramUser } from '../support/telegramUser.ts'
import type { Seen } from '../support/telegramWorld.ts'

export interface TelegramBot {
  readonly stand: TelegramStand
  /** A code for the administrator of the province, made at the server before the bot ran. */
  readonly adminCode: string
  /** An officer of the commune Khê Trung who has just typed her code and is at the first screen. */
  officer(id: number): Promise<Talker>
  talker(id: number): Talker
  /** Of the web chat that runs beside. */
  address(): string
  startBot(): Promise<void>
  stopBot(): Promise<void>
  stop(): Promise<void>
}

/** The whole bot on the demonstration province, with Telegram, on data that outlive a restart. */
export async function startTelegramBot(officers: number): Promise<TelegramBot> {
  const stand = await startTelegramStand()
  const dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-story-'))
  const config: Config = {
    port: 0,
    dataDir,
    keyRingFile: path.join(dataDir, 'key-ring.json'),
    demo: true,
    logLevel: 'error',
    telegram: { token: stand.token, apiRoot: stand.url },
  }
  await buildPage()
  const [adminCode = '', ...codes] = await inviteAll(config, officers)
  let bot = await start(config)
  const talker = (id: number) => talkerOf(stand.user(id))
  return {
    stand,
    adminCode,
    talker,
    address: () => bot.address,
    officer: async (id) => {
      const officer = talker(id)
      await officer.say(codes.pop() ?? '')
      await officer.sees('Tài khoản này là cán bộ báo cáo của Hội LHPN xã Khê Trung')
      await officer.press('Về đầu')
      await officer.sees('Chị cần làm gì ạ?')
      return officer
    },
    startBot: async () => {
      bot = await start(config)
    },
    stopBot: () => bot.stop(),
    stop: async () => {
      await bot.stop()
      await stand.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

async function inviteAll(config: Config, officers: number): Promise<readonly string[]> {
  const installation = await openInstallation(config)
  const { store } = installation
  try {
    const now = new Date()
    await installDemo(store, now)
    const invite = (role: string, unit: string) =>
      store.union.$transaction((tx) => inviteAtServer(store, tx, { role, unit: unitId(unit), name: 'Hội viên', now }))
    const codes = [await invite('admin', 'tinh')]
    for (let n = 0; n < officers; n++) codes.push(await invite('officer', KHE_TRUNG))
    return codes
  } finally {
    await installation.close()
  }
}

const KHE_TRUNG = 'xa-11'

export interface Talker {
  readonly user: TelegramUser
  say(text: string): Promise<void>
  /** Presses this button of the newest message that has any. */
  press(label: string): Promise<void>
  /** Waits until a message of the bot holds this. */
  sees(words: string): Promise<Seen>
  /** What the bot said and still stands there. */
  said(): readonly Seen[]
}

function talkerOf(user: TelegramUser): Talker {
  const said = () => user.seen().filter(({ from }) => from === 'bot')
  const find = (words: string) => said().findLast(({ text }) => text.includes(words))
  const isThere = (label: string) =>
    user
      .seen()
      .findLast(({ buttons }) => buttons.length > 0)
      ?.buttons.some((one) => one.label.includes(label)) === true
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    await user.waitFor(() => look() !== undefined).catch(() => {})
    const found = look()
    if (found === undefined) throw new Error(`${what} never came; last was: ${said().at(-1)?.text}`)
    return found
  }
  return {
    user,
    said,
    say: (text) => user.say(text),
    press: async (label) => {
      await until(`the button ${label}`, () => isThere(label) || undefined)
      await user.press(label)
    },
    sees: (words) => until(words, () => find(words)),
  }
}
