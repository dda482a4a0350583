import { z } from 'zod'
import type { Inbound } from '../../channel.ts'
import { HttpError } from '../../http/error.ts'

/** UTF-16 units, as the page's own limit. */
export const textMax = 20_000

const clientId = z.uuid()

const messageBody = z.strictObject({
  id: clientId,
  text: z.string().min(1).max(textMax).optional(),
  press: z.string().min(1).max(64).optional(),
  back: z.literal(true).optional(),
})

const ackBody = z.strictObject({ ids: z.array(z.string().min(1).max(100)).min(1).max(200) })
const demoBody = z.strictObject({ key: z.string().min(1).max(100) })
const emptyBody = z.strictObject({})

export interface Said {
  readonly id: string
  readonly what: Inbound
}

export function readMessage(body: unknown): Said {
  const { id, text, press, back } = parse(messageBody, body)
  const whats: Inbound[] = []
  if (text !== undefined) whats.push({ kind: 'text', text })
  if (press !== undefined) whats.push({ kind: 'press', token: press })
  if (back !== undefined) whats.push({ kind: 'back' })
  const [what, ...others] = whats
  if (what === undefined || others.length > 0) throw badField('text', 'Exactly one of text, press and back is needed.')
  return { id, what }
}

export const readAck = (body: unknown): readonly string[] => parse(ackBody, body).ids
export const readDemoKey = (body: unknown): string => parse(demoBody, body).key
export const readClientId = (value: unknown): string => parse(z.object({ id: clientId }), { id: value }).id
export const readNothing = (body: unknown): void => void parse(emptyBody, body)

export const badField = (field: string, message: string): HttpError =>
  new HttpError({ status: 400, code: 'badField', message, field })

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.code === 'unrecognized_keys' ? 'body' : String(issue?.path[0] ?? 'body')
  if (field === 'text' && issue?.code === 'too_big') {
    const message = `The text is longer than ${textMax} characters.`
    throw new HttpError({ status: 413, code: 'tooLong', message, field })
  }
  throw badField(field, sentenceByIssue[issue?.code ?? ''] ?? 'This value is not allowed.')
}

/** Ours and not zod's, so that nothing which was sent is ever said back. */
const sentenceByIssue: Readonly<Record<string, string>> = {
  invalid_type: 'The type is wrong, or the field is missing.',
  invalid_format: 'This must be a UUID.',
  too_big: 'This is too long.',
  too_small: 'This is empty.',
  unrecognized_keys: 'There is a field that is not known.',
}
