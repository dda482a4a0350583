import { GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'
import type { ChannelError } from '../../../../src/bot/channel.ts'
import { toChannelError } from '../../../../src/bot/channels/telegram/problem.ts'

const aRefusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('Call failed', { ok: false, error_code, description, parameters }, 'sendMessage', { text: 'bí mật' })

test.each<[number, string, object, Partial<ChannelError>]>([
  [403, 'Forbidden: bot was blocked by the user', {}, { kind: 'gone', afterMs: 0 }],
  [403, 'Forbidden: user is deactivated', {}, { kind: 'gone', afterMs: 0 }],
  [403, "Forbidden: bot can't initiate conversation with a user", {}, { kind: 'gone', afterMs: 0 }],
  [400, 'Bad Request: chat not found', {}, { kind: 'gone', afterMs: 0 }],
  [
    400,
    'Bad Request: group chat was upgraded to a supergroup chat',
    { migrate_to_chat_id: -1 },
    { kind: 'gone', afterMs: 0 },
  ],
  [429, 'Too Many Requests: retry after 7', { retry_after: 7 }, { kind: 'limited', afterMs: 7000 }],
  [429, 'Too Many Requests: retry after 9', {}, { kind: 'limited', afterMs: 9000 }],
  [401, 'Unauthorized', {}, { kind: 'limited', afterMs: 60_000 }],
  [404, 'Not Found', {}, { kind: 'limited', afterMs: 60_000 }],
  [500, 'Internal Server Error', {}, { kind: 'retry', afterMs: 5000 }],
  [502, 'Bad Gateway', {}, { kind: 'retry', afterMs: 5000 }],
  [400, 'Bad Request: BUTTON_DATA_INVALID', {}, { kind: 'bug', afterMs: 0 }],
  [400, 'Bad Request: message text is empty', {}, { kind: 'bug', afterMs: 0 }],
])('%i %s', (code, description, parameters, problem) => {
  expect(toChannelError(aRefusal(code, description, parameters))).toMatchObject(problem)
})

const lost = (code: string, reason: string) =>
  new HttpError("Network request for 'sendMessage' failed!", {
    code,
    message: `request to https://api.telegram.org/bot123:SECRET/sendMessage failed, reason: ${reason}`,
  })

test.each<[string, string, ChannelError['kind']]>([
  ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', 'retry'],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.telegram.org', 'retry'],
  ['ETIMEDOUT', 'connect ETIMEDOUT 1.2.3.4:443', 'retry'],
  ['CERT_HAS_EXPIRED', 'certificate has expired', 'retry'],
  ['ETIMEDOUT', 'read ETIMEDOUT', 'unknown'],
  ['ECONNRESET', 'socket hang up', 'unknown'],
])('%s, %s', (code, reason, kind) => {
  expect(toChannelError(lost(code, reason)).kind).toBe(kind)
})

test('an answer that never came leaves it unknown', () => {
  const error = new HttpError('failed', new Error('Request timed out after 60 seconds'))
  expect(toChannelError(error).kind).toBe('unknown')
})

test.each([
  lost('ECONNRESET', 'socket hang up'),
  lost('ENOTFOUND', 'x'),
  aRefusal(400, 'Bad Request: x'),
  new Error('SECRET'),
])('no error tells the token or what was said', (error) => {
  const problem = toChannelError(error)
  expect(`${problem.message} ${problem.stack} ${String(problem.cause)}`).not.toMatch(/SECRET|bí mật/)
})
