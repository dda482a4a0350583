import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { z } from 'zod'
import { brokenRule } from './telegramRules.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const TYPES = path.join(ROOT, 'node_modules/@gramio/types')

/** The requests we make; another one is refused until it is named here. */
const METHODS = [
  'getUpdates',
  'deleteWebhook',
  'setWebhook',
  'deleteMyCommands',
  'sendMessage',
  'sendPhoto',
  'sendDocument',
  'sendChatAction',
  'editMessageText',
  'editMessageReplyMarkup',
  'deleteMessage',
  'deleteMessages',
  'answerCallbackQuery',
  'getFile',
  'setMyCommands',
  'leaveChat',
] as const

const UPDATE = 'Update'

/** Says what is wrong with a request, or nothing. */
export type RequestCheck = (method: string, payload: unknown) => string | undefined

/** Telegram's own rules for requests, from @gramio/types, which is made from Telegram's pages. */
export function telegramCheck(): RequestCheck {
  made ??= makeCheck()
  return made
}

/** What is wrong with an update that is said to be Telegram's, or nothing: a field that it does not have is wrong too. */
export function updateCheck(): (update: unknown) => string | undefined {
  const ajv = new Ajv({ strict: false, logger: false })
  const check = ajv.compile(readSchemas()[UPDATE] ?? false)
  return (update) => (check(update) ? undefined : ajv.errorsText(check.errors))
}

/** Compiled once for all stands of a process. */
let made: RequestCheck | undefined

function makeCheck(): RequestCheck {
  // Telegram counts UTF-16 units; ajv counts them too, but grumbles.
  const ajv = new Ajv({ strict: false, allErrors: true, unicode: false, logger: false })
  ajv.addKeyword({
    keyword: 'maxBytes',
    type: 'string',
    validate: (max: number, text: string) => Buffer.byteLength(text) <= max,
  })
  const checks = new Map<string, ValidateFunction>()
  for (const [method, schema] of Object.entries(readSchemas()))
    if (method !== UPDATE) checks.set(method, ajv.compile(schema))
  return (method, payload) => {
    if (method === 'getMe' || method === 'getWebhookInfo') return undefined
    const check = checks.get(method)
    if (check === undefined) return `method ${method} is not in telegramSchema.ts`
    return check(payload) ? brokenRule(payload) : ajv.errorsText(check.errors)
  }
}

const schemas = z.record(z.string(), z.looseObject({}))

function readSchemas(): z.infer<typeof schemas> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(TYPES, 'package.json'), 'utf8')))
  const ours = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 8)
  const file = path.join(ROOT, '.cache', `telegram-${version}-${ours}.json`)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true })
    // Test files run side by side: none may read what another has half written.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(makeSchemas()))
    renameSync(draft, file)
  }
  return schemas.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function makeSchemas(): Record<string, unknown> {
  const params = generatorOf('params')
  const schemas = METHODS.map((method) => {
    const type = `${method.charAt(0).toUpperCase()}${method.slice(1)}Params`
    return [method, liftLimits(params.createSchema(type))]
  })
  return Object.fromEntries([...schemas, [UPDATE, generatorOf('objects').createSchema('TelegramUpdate')]])
}

const generatorOf = (file: 'params' | 'objects') =>
  createGenerator({
    path: path.join(TYPES, `out/${file}.d.ts`),
    skipTypeCheck: true,
    topRef: false,
    additionalProperties: false,
    functions: 'hide',
  })

/** The limits stand in words only: "1-4096 characters", "1-64 bytes", "Values between 1-100", "List of 1-30". */
function liftLimits(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(liftLimits)
  if (typeof node !== 'object' || node === null) return node
  const lifted = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, liftLimits(value)]))
  const { description } = lifted
  return typeof description === 'string' ? { ...lifted, ...limitsIn(description) } : lifted
}

function limitsIn(words: string): Readonly<Record<string, number>> {
  const list = /\blist of (\d+)-(\d+)/i.exec(words)
  if (list !== null) return { minItems: Number(list[1]), maxItems: Number(list[2]) }
  const values = /values between (\d+)-(\d+)/i.exec(words)
  if (values !== null) return { minimum: Number(values[1]), maximum: Number(values[2]) }
  const text = /(\d+)-(\d+) (characters|bytes)/i.exec(words)
  if (text === null) return {}
  const [, min, max, unit = ''] = text
  const most = unit.toLowerCase() === 'bytes' ? 'maxBytes' : 'maxLength'
  return { minLength: Number(min), [most]: Number(max) }
}
