import type { Arrival, Out, SentRef } from '../../src/bot/channel.ts'
import { type TelegramChannel, telegramChannel } from '../../src/bot/channels/telegram/channel.ts'
import type { StoredFile } from '../../src/bot/channels/telegram/send.ts'
import { fileId } from '../../src/domain/ids.ts'
import { startTelegramStand, type TelegramStand } from './telegramStand.ts'

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const anOut = (out: Partial<Out> = {}): Out => ({
  text: 'Chào chị',
  buttons: [],
  files: [],
  card: false,
  protect: false,
  ...out,
})

export interface TelegramTalk {
  readonly stand: TelegramStand
  /** What the bot does with an arrival before it counts as kept. */
  receive: (arrival: Arrival) => Promise<void>
  readonly arrivals: readonly Arrival[]
  readonly warnings: readonly string[]
  readonly alarms: readonly string[]
  send(user: number, out: Partial<Out>, before?: SentRef): Promise<SentRef>
  stopBot(): Promise<void>
  /** A new process, that remembers nothing. */
  startBot(): Promise<void>
  stop(): Promise<void>
}

const filesById: Readonly<Record<string, () => StoredFile>> = {
  chart: () => ({ name: 'chart.png', mime: 'image/png', bytes: PNG }),
  report: () => ({ name: 'ket qua.docx', mime: 'application/msword', bytes: PNG }),
  locked: () => {
    throw new Error('the store is away')
  },
}

/** A bot without a mind, on our channel and the stand. It knows the files `chart`, `report` and `locked`. */
export async function startTelegramTalk(): Promise<TelegramTalk> {
  const stand = await startTelegramStand()
  const arrivals: Arrival[] = []
  const warnings: string[] = []
  const alarms: string[] = []
  let bot = aBot()
  const talk: TelegramTalk = {
    stand,
    receive: async () => {},
    arrivals,
    warnings,
    alarms,
    send: (user, out, before = {}) => bot.channel.send(String(user), anOut(out), before),
    stopBot: () => bot.stop(),
    startBot: () => {
      bot = aBot()
      return bot.start()
    },
    stop: async () => {
      await bot.stop()
      await stand.stop()
      const [broken] = stand.broken()
      if (broken !== undefined) throw new Error(`${broken.method}: ${broken.broken}`)
    },
  }
  await bot.start()
  return talk

  function aBot(): TelegramChannel {
    return telegramChannel({
      token: stand.token,
      apiRoot: stand.url,
      pauseMs: 1,
      watchMs: 20,
      allowedGroups: new Set(['-1009']),
      menus: [{ commands: [{ command: 'huy', description: 'Bỏ câu đang hỏi' }] }],
      readFile: async (id) => filesById[id]?.(),
      saveFile: async ({ name, mime, bytes }) => ({
        kind: 'file',
        file: { id: fileId('saved'), name, mime, size: bytes.byteLength },
      }),
      receive: async (arrival) => {
        await talk.receive(arrival)
        arrivals.push(arrival)
      },
      log: {
        warn: (fields, message) => warnings.push(`${message} ${JSON.stringify(fields)}`),
        alarm: (message) => alarms.push(message),
      },
    })
  }
}
