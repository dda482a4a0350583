import { expect, test } from 'vitest'
import type { Inbound } from '../../../../src/bot/channel.ts'
import { parse } from '../../../../src/bot/channels/telegram/parse.ts'

const woman = { id: 7, is_bot: false, first_name: 'Lan' }
const room = { id: 7, type: 'private', first_name: 'Lan' }
const club = { id: -1001, type: 'supergroup', title: 'CLB' }
const aMessage = (content: object, message: object = {}) => ({
  update_id: 50,
  message: { message_id: 3, date: 1, from: woman, chat: room, ...content, ...message },
})
const base = { channel: 'telegram', address: '7', eventKey: '50', ref: '3' }
const read = (update: unknown) => parse(update, 'telegram')

test.each<[string, object, Inbound]>([
  ['words', { text: 'Chào' }, { kind: 'text', text: 'Chào' }],
  ['a figure', { text: '/ 5' }, { kind: 'text', text: '/ 5' }],
  ['a command', { text: '/huy' }, { kind: 'text', text: 'huy' }],
  ['a command to us by name', { text: '/huy@ChiHoiBot' }, { kind: 'text', text: 'huy' }],
  ['a command with words', { text: '/sua  câu 3' }, { kind: 'text', text: 'sua câu 3' }],
  ['a date is no command', { text: '5/11' }, { kind: 'text', text: '5/11' }],
  ['a start', { text: '/start' }, { kind: 'start' }],
  ['a start with a code', { text: '/start Ab_-9' }, { kind: 'start', code: 'Ab_-9' }],
  ['a start with what no link carries', { text: '/start xin chào' }, { kind: 'start' }],
  ['a voice', { voice: { file_id: 'v' } }, { kind: 'voice' }],
  ['a round video', { video_note: { file_id: 'v' } }, { kind: 'voice' }],
  ['a recording', { audio: { file_id: 'v' } }, { kind: 'voice' }],
  ['a sticker', { sticker: { file_id: 's' } }, { kind: 'unknown' }],
  [
    'her own contact',
    { contact: { phone_number: '+84901', first_name: 'Lan', user_id: 7 } },
    { kind: 'text', text: '+84901' },
  ],
  ["another's contact", { contact: { phone_number: '+84902', first_name: 'Hoa', user_id: 8 } }, { kind: 'unknown' }],
  ['a contact of nobody on Telegram', { contact: { phone_number: '+84902', first_name: 'Hoa' } }, { kind: 'unknown' }],
  [
    'an answer to a message',
    { text: 'Vâng', reply_to_message: { message_id: 2 } },
    { kind: 'text', text: 'Vâng', replyTo: '2' },
  ],
])('%s comes in', (_, content, what) => {
  expect(read(aMessage(content))).toEqual({ kind: 'arrivals', arrivals: [{ ...base, what }] })
})

test('the largest size of a photo is fetched, and its caption arrives too', () => {
  const photo = [
    { file_id: 's', width: 90, height: 60, file_size: 900 },
    { file_id: 'l', width: 1280, height: 853, file_size: 90_000 },
    { file_id: 'm', width: 320, height: 213 },
  ]
  expect(read(aMessage({ photo, caption: 'Chồng tôi đánh' }))).toEqual({
    kind: 'attachment',
    attachment: { fileId: 'l', name: 'photo.jpg', mime: 'image/jpeg', size: 90_000 },
    base,
    words: [{ ...base, eventKey: '50:caption', what: { kind: 'text', text: 'Chồng tôi đánh' } }],
  })
})

test('a document keeps its name and type', () => {
  const document = { file_id: 'd', file_name: 'kế hoạch.docx', mime_type: 'application/msword', file_size: 12 }
  expect(read(aMessage({ document }))).toEqual({
    kind: 'attachment',
    attachment: { fileId: 'd', name: 'kế hoạch.docx', mime: 'application/msword', size: 12 },
    base,
    words: [],
  })
})

test('the caption of a voice is not dropped', () => {
  expect(read(aMessage({ voice: {}, caption: 'Cứu tôi' }))).toMatchObject({
    arrivals: [{ what: { kind: 'voice' } }, { what: { kind: 'text', text: 'Cứu tôi' } }],
  })
})

test('a press carries its token and the query to answer', () => {
  const callback_query = { id: 'q1', from: woman, data: 'c.1.2', message: { message_id: 3, chat: room, date: 0 } }
  expect(read({ update_id: 50, callback_query })).toEqual({
    kind: 'press',
    queryId: 'q1',
    arrival: { channel: 'telegram', address: '7', eventKey: '50', what: { kind: 'press', token: 'c.1.2' } },
  })
})

test('an edited message is an amendment, not an answer', () => {
  const { message } = aMessage({ text: 'Sửa' })
  expect(read({ update_id: 50, edited_message: message })).toEqual({
    kind: 'arrivals',
    arrivals: [{ ...base, what: { kind: 'edited', text: 'Sửa' } }],
  })
})

test('the pictures of one set know each other', () => {
  const photo = [{ file_id: 's', width: 90, height: 60 }]
  expect(read(aMessage({ photo, media_group_id: 'g1' }))).toMatchObject({ kind: 'attachment', album: 'g1' })
})

const membership = (chat: object, status: string) => ({
  update_id: 50,
  my_chat_member: { chat, from: woman, date: 1, new_chat_member: { user: { id: 666 }, status } },
})

test('who blocks us is known to have done so', () => {
  expect(read(membership(room, 'kicked'))).toMatchObject({ arrivals: [{ what: { kind: 'blocked' } }] })
})

test.each<[string, unknown]>([
  ['a message', aMessage({ text: 'a' }, { chat: club })],
  ['an anonymous admin', aMessage({ text: 'a' }, { chat: club, sender_chat: club })],
  ['an edit', { update_id: 50, edited_message: aMessage({ text: 'a' }, { chat: club }).message }],
  [
    'a press',
    { update_id: 50, callback_query: { id: 'q', from: woman, data: 'a', message: { message_id: 1, chat: club } } },
  ],
  ['being added', membership(club, 'member')],
  ['being made an admin', membership(club, 'administrator')],
])('a group is left at %s', (_, update) => {
  expect(read(update)).toEqual({ kind: 'leave', chat: '-1001' })
})

test.each<[string, unknown]>([
  ['words through another bot', aMessage({ text: 'a' }, { via_bot: { id: 9, is_bot: true } })],
  ['another bot', aMessage({ text: 'a' }, { from: { ...woman, is_bot: true } })],
  ['nobody', aMessage({ text: 'a' }, { from: undefined })],
  ['a note of Telegram', aMessage({ pinned_message: {} })],
  ['an unblocking', membership(room, 'member')],
  ['being put out of a group', membership(club, 'kicked')],
  ['a press without a message', { update_id: 50, callback_query: { id: 'q', from: woman, data: 'a' } }],
  ['a channel post', { update_id: 50, channel_post: { message_id: 1, chat: club, text: 'a' } }],
])('%s is passed over', (_, update) => {
  expect(read(update)).toEqual({ kind: 'nothing' })
})

test.each<[string, unknown]>([
  [
    'an id that JSON has rounded',
    JSON.parse(
      '{"update_id":50,"message":{"message_id":3,"from":{"id":7123456789012345678},"chat":{"id":7123456789012345678,"type":"private"},"text":"a"}}',
    ),
  ],
  ['a text that is no text', aMessage({ text: 5 })],
  ['no update at all', 'hello'],
])('%s is nobody’s', (_, update) => {
  expect(read(update)).toEqual({ kind: 'nothing', unreadable: true })
})
