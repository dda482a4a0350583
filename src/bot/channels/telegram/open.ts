import { fileId } from '../../../domain/ids.ts'
import type { Locale } from '../../../domain/text.ts'
import type { App } from '../../app.ts'
import { bareUrl } from '../../config/bareUrl.ts'
import { telegramChannel, type TelegramChannel, type Webhook } from './channel.ts'
import type { Menu } from './menus.ts'
import { hourly } from '../../alarm.ts'
import { keyedHash } from '../../keys/keys.ts'
import { storeArrival } from '../../store/inbox.ts'
import { keepTelegramName } from '../../store/settings.ts'
import type { Store } from '../../store/store.ts'
import type { TelegramConfig } from '../../config/telegram.ts'

export interface TelegramParts {
  readonly app: App
  readonly config: TelegramConfig
  readonly publicUrl: string | undefined
  /** See TelegramOptions; for tests. */
  readonly pauseMs?: number
  readonly watchMs?: number
}

/** The Telegram bot of the configuration, on the store. */
export function openTelegram({ app, config, publicUrl = '', ...pace }: TelegramParts): TelegramChannel {
  const { webhookSecret, ...rest } = config
  const alarm = hourly((event) => app.log.error({ event, module: 'telegram' }), app.now)
  return telegramChannel({
    ...rest,
    ...pace,
    now: app.now,
    ...(webhookSecret === undefined ? {} : { webhook: webhookOf(app, publicUrl, webhookSecret) }),
    menus: menusOf(app),
    named: (username) => keepTelegramName(app.store.union, username),
    readFile: (id) => app.files.read(fileId(id)),
    saveFile: (input) => app.files.save(input),
    receive: async (arrival) => {
      await storeArrival(app.store, arrival, app.now())
      app.wake()
    },
    log: {
      warn: (fields, message) => app.log.warn({ event: message, module: 'telegram', ...codeIn(fields) }),
      alarm,
    },
  })
}

/** The part of the webhook's address that nobody can guess; the same after each start. */
export const telegramPath = (store: Store): string =>
  Buffer.from(keyedHash(store.ring.derive('telegram-path/v1', 1), 'telegram'))
    .subarray(0, 18)
    .toString('base64url')

function webhookOf({ store }: App, publicUrl: string, secret: string): Webhook {
  const path = telegramPath(store)
  return { path, secret, url: `${bareUrl(publicUrl)}/telegram/${path}` }
}

/** The same for everyone, and neutral: whoever looks over her shoulder sees a bot of the Union. */
function menusOf(app: App): readonly Menu[] {
  const commands = (locale: Locale) =>
    (
      [
        ['menu', 'menu.home'],
        ['baocao', 'menu.report'],
        ['tieptuc', 'help.goOn'],
      ] as const
    ).map(([command, key]) => ({ command, description: app.speak({ key }, locale) }))
  return [{ commands: commands('vi') }, { language: 'en', commands: commands('en') }]
}

const codeIn = ({ problem }: Readonly<Record<string, string | number>>): { readonly code?: string } =>
  problem === undefined ? {} : { code: String(problem) }
