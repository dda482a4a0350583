import { GrammyError, HttpError } from 'grammy'
import { z } from 'zod'
import { ChannelError } from '../../channel.ts'

const SERVER_PAUSE_MS = 5_000
const TOKEN_PAUSE_MS = 60_000

/**
 * What went wrong with a request. Telegram changes codes (its own 404 becomes 400), so the words decide first. The cause is not
 * kept: it holds the address with the token in it, and the person's words.
 */
export function toChannelError(error: unknown): ChannelError {
  if (error instanceof ChannelError) return error
  if (error instanceof GrammyError) return refusalToError(error)
  if (error instanceof HttpError) return lostToError(error)
  return new ChannelError('bug', error instanceof Error ? `telegram ${error.name}` : 'telegram')
}

const GONE = [
  'Forbidden:',
  'Bad Request: chat not found',
  'Bad Request: user not found',
  'Bad Request: PEER_ID_INVALID',
  'Bad Request: group chat was upgraded',
]

function refusalToError({ method, error_code, description, parameters }: GrammyError): ChannelError {
  const code = `telegram ${method} ${error_code} ${description.slice(0, 80)}`
  if (description.startsWith('Too Many Requests') || error_code === 429) {
    const seconds = parameters.retry_after ?? Number(/retry after (\d+)/.exec(description)?.[1] ?? 5)
    return new ChannelError('limited', code, seconds * 1000)
  }
  if (GONE.some((start) => description.startsWith(start)) || error_code === 403) return new ChannelError('gone', code)
  if (parameters.migrate_to_chat_id !== undefined) return new ChannelError('gone', code)
  // The token was taken back, or never was: every request will fail until someone mends it, and none of them is lost.
  if (description.startsWith('Unauthorized') || error_code === 401 || error_code === 404) {
    return new ChannelError('limited', code, TOKEN_PAUSE_MS)
  }
  if (error_code >= 500) return new ChannelError('retry', code, SERVER_PAUSE_MS)
  return new ChannelError('bug', code)
}

const cause = z.looseObject({ code: z.string().optional(), message: z.string().optional() })
/** No connection came about, so nothing was written. */
const UNREACHED = /^(ENOTFOUND|EAI_|ECONNREFUSED|CERT_|ERR_TLS|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/
const UNCONNECTED = /reason: connect E/

function lostToError({ error }: HttpError): ChannelError {
  const { code = 'lost', message = '' } = cause.safeParse(error).data ?? {}
  const unreached = UNREACHED.test(code) || UNCONNECTED.test(message)
  return unreached
    ? new ChannelError('retry', `telegram ${code}`, SERVER_PAUSE_MS)
    : new ChannelError('unknown', `telegram ${code}`)
}

const matches = (error: unknown, texts: readonly string[]): boolean =>
  error instanceof GrammyError && texts.some((text) => error.description.includes(text))

export const isNotModified = (error: unknown): boolean => matches(error, ['message is not modified'])

/** The card can no longer be changed: deleted by the person, too old, or never was a text. */
export const isUneditable = (error: unknown): boolean =>
  matches(error, [
    'message to edit not found',
    "message can't be edited",
    'MESSAGE_ID_INVALID',
    'there is no text in the message to edit',
  ])

export const isTooBig = (error: unknown): boolean => matches(error, ['file is too big'])

/** A picture Telegram will not take as a photo (its size, its shape) it takes as a document. */
export const isBadPhoto = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && /photo|image/i.test(error.description)
