import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyIdOf, open, openBytes, type Place, seal, sealerFor } from '../../../src/bot/keys/seal.ts'

const KEY = Buffer.alloc(32, 7)
const PLACE: Place = { table: 'case_message', column: 'body', row: 'm1', case: 'c1' }

test('what was sealed opens to the same text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 0, max: 65_535 }), (text, kid) => {
      const sealed = seal(KEY, kid, PLACE, text)
      expect(open(KEY, PLACE, sealed)).toBe(text.toWellFormed())
      expect(keyIdOf(sealed)).toBe(kid)
    }),
  )
})

test('bytes open to the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(Uint8Array.from(openBytes(KEY, PLACE, seal(KEY, 1, PLACE, bytes)))).toEqual(bytes)
    }),
  )
})

test('the same text sealed twice looks different and shows nothing of it', () => {
  const [one, two] = [seal(KEY, 1, PLACE, 'chồng đánh'), seal(KEY, 1, PLACE, 'chồng đánh')]
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false)
  expect(Buffer.from(one).toString('utf8')).not.toContain('chồng')
})

describe('a value does not open', () => {
  const sealed = seal(KEY, 1, PLACE, 'lời kín')

  test.each<[string, Place]>([
    ['in another table', { ...PLACE, table: 'case' }],
    ['in another column', { ...PLACE, column: 'note' }],
    ['in another row', { ...PLACE, row: 'm2' }],
    ['in another case', { ...PLACE, case: 'c2' }],
    ['in no case', { table: 'case_message', column: 'body', row: 'm1' }],
  ])('%s', (_where, place) => {
    expect(() => open(KEY, place, sealed)).toThrow('does not open')
  })
  test('under another key', () => {
    expect(() => open(randomBytes(32), PLACE, sealed)).toThrow('does not open')
  })
  test('when any one of its bits was changed, but for the id of its key', () => {
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Uint8Array.from(sealed)
      const byte = Math.floor(bit / 8)
      changed[byte] = (changed[byte] ?? 0) ^ (1 << (bit % 8))
      const opens = (): string => open(KEY, PLACE, changed)
      if (byte === 1 || byte === 2) continue
      expect(opens).toThrow(/^(not a sealed value|a sealed value does not open)/)
    }
  })
  test('when it was cut', () => {
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(KEY, PLACE, sealed.subarray(0, length))).toThrow('case_message.body')
  })
  test('and the error says where, never what', () => {
    expect(() => open(randomBytes(32), PLACE, sealed)).toThrow(/^a sealed value does not open: case_message\.body$/)
  })
})

test('what an older root sealed still opens after a newer one came', () => {
  const ring = (rootId: number) => ({
    rootId,
    derive: (purpose: string, root = rootId) => Buffer.alloc(32, `${purpose}${root}`),
  })
  const sealed = sealerFor(ring(1), 'union').seal(PLACE, 'xin chào')
  expect(sealerFor(ring(2), 'union').open(PLACE, sealed)).toBe('xin chào')
  expect(() => sealerFor(ring(2), 'vault').open(PLACE, sealed)).toThrow('does not open')
})
