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

/** What Telegram is known to send is in fixtures/; these are its edges. */
test.each<[string, object, Inbound]>([
  ['a figure', { text: '/ 5' }, { kind: 'text', text: '/ 5' }],
  ['a command', { text: '/huy' }, { kind: 'text', text: 'huy' }],
  ['a command to us by name', { text: '/huy@ChiHoiBot' }, { kind: 'text', text: 'huy' }],
  ['a command with words', { text: '/sua  câu 3' }, { kind: 'text', text: 'sua câu 3' }],
  ['a date is no command', { text: '5/11' }, { kind: 'text', text: '5/11' }],
  ['a start', { text: '/start' }, { kind: 'start' }],
  ['a start with a code', { text: '/start Ab_-9' }, { kind: 'start', code: 'Ab_-9' }],
  ['a start with what no link carries', { text: '/start xin chào' }, { kind: 'start' }],
  ['a round video', { video_note: { file_id: 'v' } }, { kind: 'voice' }],
  ['a recording', { audio: { file_id: 'v' } }, { kind: 'voice' }],
  [
    'a contact of nobody on Telegram',
    { contact: { phone_number: '+84902', first_name: 'Hoa' } },
    { kind: 'unread', what: 'contact' },
  ],
  ['a place', { location: { latitude: 21.02, longitude: 105.85 } }, { kind: 'unread', what: 'location' }],
  ['a place with a name', { venue: { title: 'Chợ' }, location: {} }, { kind: 'unread', what: 'location' }],
  ['a video', { video: { file_id: 'v' } }, { kind: 'unread', what: 'other' }],
  ['a sticker', { sticker: { file_id: 's' } }, { kind: 'unread', what: 'other' }],
])('%s comes in', (_, content, what) => {
  expect(read(aMessage(content))).toEqual({ kind: 'arrivals', arrivals: [{ ...base, what }] })
})

test('the caption of a voice is not dropped', () => {
  expect(read(aMessage({ voice: {}, caption: 'Cứu tôi' }))).toMatchObject({
    arrivals: [{ what: { kind: 'voice' } }, { what: { kind: 'text', text: 'Cứu tôi' } }],
  })
})

const membership = (chat: object, status: string) => ({
  update_id: 50,
  my_chat_member: { chat, from: woman, date: 1, new_chat_member: { user: { id: 666 }, status } },
})

test.each<[string, unknown]>([
  ['a message', aMessage({ text: 'a' }, { chat: club })],
  ['an anonymous admin', aMessage({ text: 'a' }, { chat: club, sender_chat: club })],
  ['an edit', { update_id: 50, edited_message: aMessage({ text: 'a' }, { chat: club }).message }],
  [
    'a press',
    { update_id: 50, callback_query: { id: 'q', from: woman, data: 'a', message: { message_id: 1, chat: club } } },
  ],
  ['being made an admin', membership(club, 'administrator')],
])('a group is left at %s', (_, update) => {
  expect(read(update)).toEqual({ kind: 'leave', chat: '-1001' })
})

test.each<[string, unknown]>([
  ['words through another bot', aMessage({ text: 'a' }, { via_bot: { id: 9, is_bot: true } })],
  ['another bot', aMessage({ text: 'a' }, { from: { ...woman, is_bot: true } })],
  ['nobody', aMessage({ text: 'a' }, { from: undefined })],
  ['a note of Telegram', aMessage({ pinned_message: {} })],
  ['being put out of a group', membership(club, 'kicked')],
  ['a press without a message', { update_id: 50, callback_query: { id: 'q', from: woman, data: 'a' } }],
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
