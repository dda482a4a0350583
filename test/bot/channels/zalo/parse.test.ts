import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../../../src/bot/channels/zalo/parse.ts'
import { zaloEventSchema } from '../../../../src/bot/zalo/event.ts'

const account = { channel: 'zalo', oaId: '388613280878808645' }
const common = { app_id: '360846524940903967', timestamp: '154390853474' }
const user = {
  sender: { id: '246845883529197922' },
  recipient: { id: account.oaId },
  user_id_by_app: '552177279717587730',
}
const base = { channel: 'zalo', address: '246845883529197922' }

const read = (event: Readonly<Record<string, unknown>>) =>
  parse(zaloEventSchema.parse({ ...common, ...event }), account)
const sends = (event_name: string, message: object) =>
  read({ ...user, event_name, message: { msg_id: 'm1', ...message } })
const file = (url: string, more: object = {}) => [{ type: 'image', payload: { url, thumbnail: url, ...more } }]

/** Shapes of zalo.md §4.3, transcribed from Zalo's webhook pages. */
test.each<[string, object, object]>([
  ['user_send_text', { text: 'message' }, { kind: 'text', text: 'message' }],
  ['user_send_text', { text: 'vâng', quote_msg_id: 'q7' }, { kind: 'text', text: 'vâng', replyTo: 'q7' }],
  ['user_send_text', { text: '#hoi:3.0' }, { kind: 'press', token: '3.0' }],
  ['user_send_text', { text: '#hoi:a.0f3c' }, { kind: 'press', token: 'a.0f3c' }],
  ['user_send_text', { text: '#hoi:3.0 ' }, { kind: 'text', text: '#hoi:3.0 ' }],
  ['user_send_text', { text: '#wu:report' }, { kind: 'text', text: '#wu:report' }],
  ['user_send_audio', { attachments: file('https://f1.zdn.vn/a.amr') }, { kind: 'voice' }],
  ['user_send_sticker', { attachments: file('https://f1.zdn.vn/a') }, { kind: 'unknown' }],
  [
    'user_send_location',
    { attachments: [{ type: 'location', payload: { coordinates: { latitude: '10.7', longitude: '106.6' } } }] },
    { kind: 'unknown' },
  ],
  ['user_send_business_card', {}, { kind: 'unknown' }],
  ['user_send_link', { attachments: file('https://vnexpress.net') }, { kind: 'text', text: 'https://vnexpress.net' }],
  ['user_send_image', {}, { kind: 'badFile', why: 'unreadable' }],
])('%s %j', (event_name, message, what) => {
  expect(sends(event_name, message)).toEqual({
    kind: 'arrivals',
    arrivals: [{ ...base, eventKey: `${event_name}:m1`, what }],
  })
})

test('pictures are to be fetched, and the words that came with them are kept', () => {
  expect(
    sends('user_send_image', {
      attachments: [...file('https://f1.zdn.vn/1'), ...file('https://f1.zdn.vn/2')],
      text: 'ảnh',
    }),
  ).toEqual({
    kind: 'attachments',
    base: { ...base, eventKey: 'user_send_image:m1' },
    attachments: [
      { url: 'https://f1.zdn.vn/1', name: 'photo.jpg' },
      { url: 'https://f1.zdn.vn/2', name: 'photo.jpg' },
    ],
    words: [{ ...base, eventKey: 'user_send_image:m1:text', what: { kind: 'text', text: 'ảnh' } }],
  })
  expect(
    sends('user_send_file', { attachments: file('https://f1.zdn.vn/3', { name: 'a.pdf', size: '1' }) }),
  ).toMatchObject({
    attachments: [{ name: 'a.pdf' }],
  })
})

const followed = { oa_id: account.oaId, follower: { id: base.address }, user_id_by_app: '1' }

test.each([
  ['follow', { kind: 'start' }],
  ['unfollow', { kind: 'blocked' }],
])('%s has no sender, and a key of four parts', (event_name, what) => {
  const eventKey = `${event_name}:154390853474:${base.address}:${account.oaId}`
  expect(read({ ...followed, event_name })).toEqual({ kind: 'arrivals', arrivals: [{ ...base, eventKey, what }] })
})

test('of contact details that she confirmed the number alone is heard', () => {
  const info = { name: 'Lan', phone: '84901234567', full_address: { user_city: 'X' } }
  const incoming = read({ ...user, event_name: 'user_submit_info', info })
  expect(incoming).toMatchObject({ kind: 'arrivals', arrivals: [{ what: { kind: 'text', text: '84901234567' } }] })
  expect(JSON.stringify(incoming)).not.toContain('Lan')
})

test('a withdrawal is told with the person', () => {
  const event = { user_id: base.address, user_id_by_app: '1', event_name: 'user_withdraw' }
  expect(read(event)).toMatchObject({ kind: 'withdrawn', address: base.address })
})

test('what the account said comes back, and tells whether a person wrote it', () => {
  const echo = (sender: object) =>
    read({
      sender,
      recipient: { id: base.address },
      event_name: 'oa_send_text',
      message: { msg_id: 'e', text: 'Chào' },
    })
  expect(echo({ id: account.oaId })).toMatchObject({ kind: 'echo', address: base.address, text: 'Chào', byHand: false })
  expect(echo({ id: account.oaId, admin_id: '7' })).toMatchObject({ kind: 'echo', byHand: true })
})

test.each(['user_seen_message', 'user_received_message'])(
  '%s comes from the account and is only noted',
  (event_name) => {
    const event = { sender: { id: account.oaId }, recipient: { id: base.address }, message: { msg_ids: ['a'] } }
    expect(read({ ...event, event_name })).toMatchObject({ kind: 'note' })
  },
)

test('a text in the name of the account itself is nobody’s words', () => {
  const event = { sender: { id: account.oaId }, recipient: { id: base.address }, message: { text: 'x', msg_id: '1' } }
  expect(read({ ...event, event_name: 'user_send_text' })).toMatchObject({ kind: 'note' })
})

test('whatever a signed body holds, reading it fails softly and its ids stay strings', () => {
  const json = fc.jsonValue({ maxDepth: 4 })
  const event = fc.record({
    event_name: fc.constantFrom(
      'user_send_text',
      'user_send_image',
      'follow',
      'user_withdraw',
      'oa_send_text',
      'new_one',
    ),
    app_id: fc.constant('1'),
    timestamp: fc.constant('1'),
    sender: fc.oneof(json, fc.constant({ id: '9007199254740993123' })),
    message: fc.oneof(json, fc.record({ msg_id: fc.constant('m'), text: json, attachments: json })),
  })
  const kindOf = (raw: unknown): string => {
    const checked = zaloEventSchema.safeParse(raw)
    return checked.success ? parse(checked.data, account).kind : 'refused'
  }
  fc.assert(
    fc.property(event, (raw) => {
      expect(kindOf(raw)).toBeTypeOf('string')
    }),
  )
})
