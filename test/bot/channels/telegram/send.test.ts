import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileId } from '../../../../src/domain/ids.ts'
import type { Fault } from '../../../support/telegramFront.ts'
import type { TelegramStand } from '../../../support/telegramStand.ts'
import { PNG, startTelegramTalk, type TelegramTalk } from '../../../support/telegramTalk.ts'

let talk: TelegramTalk
let stand: TelegramStand

beforeEach(async () => {
  talk = await startTelegramTalk()
  stand = talk.stand
})

afterEach(() => talk.stop())

test('a card shown again as it stands is no failure', async () => {
  await stand.user(7).say('/start')
  const before = await talk.send(7, { card: true })
  expect(await talk.send(7, { card: true }, before)).toEqual(before)
})

test('a card she has deleted is sent anew, as protected as before', async () => {
  const woman = stand.user(7)
  await woman.say('/start')
  const before = await talk.send(7, { card: true })
  woman.deleteMessage(Number(before.ref))
  const after = await talk.send(7, { card: true, text: 'Câu 2', protect: true }, before)
  expect(after.ref).not.toBe(before.ref)
  expect(woman.seen().at(-1)).toMatchObject({ text: 'Câu 2', protect: true })
})

test('a chart goes as a photo, a document as a document, under its name', async () => {
  const woman = stand.user(7)
  await woman.say('/start')
  await talk.send(7, { files: [fileId('chart'), fileId('report')], text: 'Bản tin tuần' })
  const [, chart, report] = woman.seen()
  expect(chart?.file).toMatchObject({ kind: 'photo', bytes: PNG })
  expect(report).toMatchObject({ text: 'Bản tin tuần', file: { kind: 'document', name: 'ket qua.docx' } })
})

test('a photo Telegram will not have goes as a document', async () => {
  const woman = stand.user(7)
  await woman.say('/start')
  stand.faults.fail('sendPhoto', { kind: 'refuse', code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
  await talk.send(7, { files: [fileId('chart')] })
  expect(woman.seen().at(-1)?.file?.kind).toBe('document')
})

test.each([
  ['locked', 'retry'],
  ['forgotten', 'bug'],
])('a file that is %s is not sent, and neither are the words with it', async (file, kind) => {
  const woman = stand.user(7)
  await woman.say('/start')
  await expect(talk.send(7, { files: [fileId(file)] })).rejects.toMatchObject({ kind })
  expect(woman.seen()).toHaveLength(1)
})

test.each<[string, Fault, object]>([
  [
    'a limit',
    { kind: 'refuse', code: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
    { kind: 'limited', afterMs: 7000 },
  ],
  ['a lost answer', { kind: 'loseAnswer' }, { kind: 'unknown' }],
  ['a server in trouble', { kind: 'refuse', code: 502, description: 'Bad Gateway' }, { kind: 'retry' }],
  ['a refusal', { kind: 'refuse', code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' }, { kind: 'bug' }],
])('sending meets %s and says so', async (_, fault, problem) => {
  await stand.user(7).say('/start')
  stand.faults.fail('sendMessage', fault)
  await expect(talk.send(7, {})).rejects.toMatchObject(problem)
})

test('a stranger cannot be written to', async () => {
  await expect(talk.send(8, {})).rejects.toMatchObject({ kind: 'gone' })
})

test('with nobody at the other end nothing was sent', async () => {
  await talk.stopBot()
  await stand.stop()
  await expect(talk.send(7, {})).rejects.toMatchObject({ kind: 'retry' })
})

test('the lost answer of an edit is no riddle: it is done again', async () => {
  await stand.user(7).say('/start')
  const before = await talk.send(7, { card: true })
  stand.faults.fail('editMessageText', { kind: 'loseAnswer' })
  await expect(talk.send(7, { card: true, text: 'Câu 2' }, before)).rejects.toMatchObject({ kind: 'retry' })
  expect(await talk.send(7, { card: true, text: 'Câu 2' }, before)).toEqual(before)
})

test('of a message half sent only the rest is sent again', async () => {
  const woman = stand.user(7)
  await woman.say('/start')
  const long = { text: `${'a'.repeat(4000)}\n\n${'b'.repeat(4000)}`, files: [fileId('chart')] }
  stand.faults.fail('sendPhoto', { kind: 'refuse', code: 500, description: 'Internal Server Error' })
  stand.faults.fail('sendMessage', { kind: 'refuse', code: 429, description: 'Too Many Requests: retry after 1' })
  await expect(talk.send(7, long)).rejects.toMatchObject({ kind: 'retry' })
  await expect(talk.send(7, long)).rejects.toMatchObject({ kind: 'limited' })
  await talk.send(7, long)
  expect(woman.seen().map(({ text }) => text.charAt(0))).toEqual(['/', '', 'a', 'b'])
  await talk.send(7, long)
  expect(woman.seen()).toHaveLength(7)
})
