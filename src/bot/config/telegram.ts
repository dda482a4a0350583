import { z } from 'zod'
import { bareUrl } from './bareUrl.ts'
import { type Env, variableReader } from './readVariable.ts'

export interface TelegramConfig {
  readonly token: string
  readonly apiRoot?: string
  /** Telegram calls us and says this; absent: we poll. */
  readonly webhookSecret?: string
  /** Groups that the bot does not leave. */
  readonly allowedGroups?: ReadonlySet<string>
}

export const TELEGRAM_FORMS: Readonly<Record<string, string>> = {
  TELEGRAM_API_ROOT: 'http://…',
  TELEGRAM_BOT_TOKEN: '123456:ABC…',
  TELEGRAM_WEBHOOK_SECRET: 'A–Z a–z 0–9 _ - (16–256), PUBLIC_URL=https://…',
  TELEGRAM_GROUPS: '-1001234567890,-1009876543210',
}

const token = z.string().regex(/^\d{5,}:[A-Za-z0-9_-]{3,}$/)
const root = z.url({ protocol: /^https?$/ }).transform(bareUrl)
const secret = z.string().regex(/^[A-Za-z0-9_-]{16,256}$/)
const groups = z
  .string()
  .regex(/^-\d{5,20}(?:\s*,\s*-\d{5,20})*$/)
  .transform((text) => new Set(text.split(',').map((one) => one.trim())))

/** undefined: Telegram is not used. `wrong` is told the variable that cannot be right. */
export function readTelegramConfig(env: Env, wrong: (name: string) => Error): TelegramConfig | undefined {
  const read = variableReader(env, wrong)
  const apiRoot = read('TELEGRAM_API_ROOT', root)
  const webhookSecret = read('TELEGRAM_WEBHOOK_SECRET', secret)
  const allowedGroups = read('TELEGRAM_GROUPS', groups)
  const bot = read('TELEGRAM_BOT_TOKEN', token)
  if (bot === undefined) return undefined
  // Telegram calls an address of the internet, over TLS.
  if (webhookSecret !== undefined && env['PUBLIC_URL']?.startsWith('https:') !== true)
    throw wrong('TELEGRAM_WEBHOOK_SECRET')
  return {
    token: bot,
    ...(apiRoot === undefined ? {} : { apiRoot }),
    ...(webhookSecret === undefined ? {} : { webhookSecret }),
    ...(allowedGroups === undefined ? {} : { allowedGroups }),
  }
}
