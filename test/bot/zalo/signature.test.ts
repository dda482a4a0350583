import { expect, test } from 'vitest'
import { isSigned, signatureOf } from '../../../src/bot/zalo/signature.ts'

/** zalo.md §4.2; the same digests came out of Zalo's own MacUtils. */
const signing = { appId: '360846524940903967', secret: 'OA_SECRET_EXAMPLE_0123' }
const timestamp = '1543908534740'
const plain =
  '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Xin chào chị / 😊","msg_id":"96d3cdf3af150460909"},"timestamp":"1543908534740"}'
const escaped = plain.replace('chào', String.raw`ch\u00e0o`).replace(' / ', String.raw` \/ `)

test.each([
  ['as it is', plain, '3e3cc24ea7f61ffe39d0da4ba567921c24e327704c43e0ecc4608f5ce10e50fc'],
  ['with escapes that say the same', escaped, 'aac9f5d22e8fe7821796bde30473659d731af663e5383e6aeb3517feb0caf582'],
])('the signature is over the bytes: %s', (_, body, mac) => {
  expect(signatureOf(signing, Buffer.from(body), timestamp)).toBe(mac)
  expect(isSigned(signing, Buffer.from(body), timestamp, `mac=${mac}`)).toBe(true)
  expect(isSigned(signing, Buffer.from(body), timestamp, mac)).toBe(true)
})

test('the vector has the length that the reference says', () => {
  expect(Buffer.byteLength(plain)).toBe(279)
})

const mac = signatureOf(signing, Buffer.from(plain), timestamp)

test.each<[string, unknown]>([
  ['none', undefined],
  ['empty', ''],
  ['too short', mac.slice(1)],
  ['too long', `${mac}0`],
  ['in capitals', mac.toUpperCase()],
  ['with a blank', `mac= ${mac}`],
  ['twice', `mac=${mac}, mac=${mac}`],
  ['a list', [mac]],
  ['of another body', signatureOf(signing, Buffer.from(escaped), timestamp)],
])('a signature is refused: %s', (_, header) => {
  expect(isSigned(signing, Buffer.from(plain), timestamp, header)).toBe(false)
})
