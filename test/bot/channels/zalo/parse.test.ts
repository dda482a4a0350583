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

/** What Zalo's pages show is in fixtures/; these are its edges. */
test.each<[string, object, object]>([
  ['user_send_text', { text: '#hoi:a.0f3c' }, { kind: 'press', token: 'a.0f3c' }],
  ['user_send_text', { text: '#hoi:3.0 ' }, { kind: 'text', text: '#hoi:3.0 ' }],
  ['user_send_text', { text: '#wu:report' }, { kind: 'text', text: '#wu:report' }],
  ['user_send_text', {}, { kind: 'unknown' }],
  ['user_send_business_card', {}, { kind: 'unread', what: 'contact' }],
  [
    'user_send_location',
    { attachments: [{ type: 'location', payload: { coordinates: { latitude: '21.02', longitude: '105.85' } } }] },
    { kind: 'unread', what: 'location' },
  ],
  ['user_send_video', {}, { kind: 'unread', what: 'other' }],
  ['user_send_sticker', {}, { kind: 'unread', what: 'other' }],
  ['user_send_image', {}, { kind: 'badFile', why: 'unreadable' }],
])('%s %j', (event_name, message, what) => {
  expect(sends(event_name, message)).toEqual({
    kind: 'arrivals',
    arrivals: [{ ...base, eventKey: `${event_name}:m1`, what }],
  })
})

test('words are not lost for an id of another form, nor the hand of a person for hers', () => {
  const text = read({ ...user, event_name: 'user_send_text', message: { text: 'Cứu em', msg_id: 12 } })
  expect(text).toMatchObject({ arrivals: [{ what: { kind: 'text', text: 'Cứu em' } }] })
  const sender = { id: account.oaId, admin_id: 7 }
  const message = { text: 'Chào', msg_id: 'e' }
  const byHand = read({ sender, recipient: { id: base.address }, event_name: 'oa_send_text', message })
  expect(byHand).toMatchObject({ kind: 'echo', byHand: true })
})

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
