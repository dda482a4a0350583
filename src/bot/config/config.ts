import path from 'node:path'
import { z } from 'zod'
import { StartError } from '../start/startError.ts'
import { readS3Config, S3_FORMS, type S3Config } from './s3.ts'
import { readTelegramConfig, TELEGRAM_FORMS, type TelegramConfig } from './telegram.ts'
import { readZaloConfig, ZALO_FORMS, type ZaloConfig } from './zalo.ts'

/** Everything the environment may say; a wrong value is refused with the name of its variable. */
export interface Config {
  readonly databaseUrl?: string
  readonly botDatabaseUrl?: string
  readonly vaultDatabaseUrl?: string
  readonly port: number
  readonly publicUrl?: string
  readonly dataDir: string
  readonly keyRingFile: string
  readonly telegram?: TelegramConfig
  readonly zalo?: ZaloConfig
  /** Evidence is kept there instead of in the data folder. */
  readonly s3?: S3Config
  /** The demonstration may run: nothing here says that real people use this. */
  readonly demo: boolean
  readonly logLevel: string
}

const empty = (value: unknown): unknown => (value === '' ? undefined : value)
const text = z.preprocess(empty, z.string().optional())
const url = z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional())

const schema = z.object({
  DATABASE_URL: text,
  BOT_DATABASE_URL: text,
  VAULT_DATABASE_URL: text,
  PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(8080)),
  PUBLIC_URL: url,
  DATA_DIR: z.preprocess(empty, z.string().default('data')),
  KEY_RING_FILE: text,
  DEMO: z.preprocess(empty, z.enum(['0', '1']).default('1')),
  LOG_LEVEL: z.preprocess(empty, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn')),
})

const FORMS: Readonly<Record<string, string>> = {
  PORT: '0–65535',
  PUBLIC_URL: 'https://…',
  DEMO: '0, 1',
  LOG_LEVEL: 'debug, info, warn, error, silent',
  ...S3_FORMS,
  ...TELEGRAM_FORMS,
  ...ZALO_FORMS,
}

export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const read = schema.safeParse(env)
  if (!read.success) throw badVariable(String(read.error.issues[0]?.path[0] ?? '?'))
  const value = read.data
  const dataDir = path.resolve(cwd, value.DATA_DIR)
  const zalo = readZaloConfig(env, badVariable)
  const telegram = readTelegramConfig(env, badVariable)
  const s3 = readS3Config(env, badVariable)
  const real = value.DATABASE_URL ?? value.PUBLIC_URL ?? telegram ?? zalo
  return {
    port: value.PORT,
    dataDir,
    keyRingFile: path.resolve(cwd, value.KEY_RING_FILE ?? path.join(dataDir, 'key-ring.json')),
    demo: real === undefined && value.DEMO === '1',
    logLevel: value.LOG_LEVEL,
    ...(value.DATABASE_URL === undefined ? {} : { databaseUrl: value.DATABASE_URL }),
    ...(value.BOT_DATABASE_URL === undefined ? {} : { botDatabaseUrl: value.BOT_DATABASE_URL }),
    ...(value.VAULT_DATABASE_URL === undefined ? {} : { vaultDatabaseUrl: value.VAULT_DATABASE_URL }),
    ...(value.PUBLIC_URL === undefined ? {} : { publicUrl: value.PUBLIC_URL }),
    ...(zalo === undefined ? {} : { zalo }),
    ...(telegram === undefined ? {} : { telegram }),
    ...(s3 === undefined ? {} : { s3 }),
  }
}

function badVariable(name: string): StartError {
  const form = FORMS[name] ?? '…'
  return new StartError({
    vi: `Biến môi trường ${name} không đúng. Dạng đúng: ${form}. Hãy sửa hoặc bỏ biến này rồi chạy lại.`,
    en: `The environment variable ${name} is wrong. It should look like ${form}. Correct or unset it and start again.`,
  })
}
