import { createCipheriv, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import { keyIdOf, open, type Place, seal, sealerFor } from '../../src/bot/keys/seal.ts'
import { many } from '../support/many.ts'

const key = randomBytes(32)
const PLACE: Place = { table: 'vault.case_message', column: 'body', row: 'message-4711', case: 'case-4711' }

const accepts = (place: Place, sealed: Uint8Array, other = key): boolean => {
  try {
    open(other, place, sealed)
    return true
  } catch {
    return false
  }
}

test('what was sealed opens in its own place, letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
      expect(open(key, PLACE, seal(key, 1, PLACE, words))).toBe(words.toWellFormed())
    }),
    { numRuns: 300 },
  )
})

const MOVES = many(2000, 10_000)

test(`of ${MOVES} values moved to another place none opens`, () => {
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,10}$/)
  const place = fc.record({
    table: fc.constantFrom('vault.case_message', 'vault.alarm', 'vault.conversation', 'conversation', 'inbox'),
    column: fc.constantFrom('body', 'state', 'address'),
    row: id,
    case: fc.option(id, { nil: '' }),
  })
  let tried = 0
  fc.assert(
    fc.property(place, place, (from, to) => {
      fc.pre(JSON.stringify(from) !== JSON.stringify(to))
      tried++
      expect(accepts(to, seal(key, 1, from, 'lời kín'))).toBe(false)
    }),
    { numRuns: MOVES },
  )
  expect(tried).toBe(MOVES)
})

test('every flip of one bit is noticed, but for those of the version and the key id', () => {
  const sealed = seal(key, 1, PLACE, 'lời kín của chị')
  const passed: number[] = []
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Uint8Array.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (accepts(PLACE, changed)) passed.push(bit >> 3)
  }
  // Bytes 1 and 2 only choose the key, and another key opens nothing.
  expect([...new Set(passed)]).toEqual([1, 2])
})

test('a value sealed under another key of the ring opens under that key alone', () => {
  const keys: Readonly<Record<number, Buffer>> = { 1: randomBytes(32), 2: randomBytes(32) }
  const ring = (rootId: number) => ({
    rootId,
    derive: (_: string, root = rootId) => {
      const found = keys[root]
      if (found === undefined) throw new Error('no such root')
      return found
    },
  })
  const old = sealerFor(ring(1), 'vault/v1').seal(PLACE, 'cũ')
  const newer = sealerFor(ring(2), 'vault/v1')
  expect(newer.open(PLACE, old)).toBe('cũ')
  expect(keyIdOf(newer.seal(PLACE, 'mới'))).toBe(2)
  for (let id = 0; id < 1000; id++) {
    if (id === 1) continue
    const claimed = Uint8Array.from(old)
    claimed[1] = id >> 8
    claimed[2] = id & 255
    expect(() => newer.open(PLACE, claimed)).toThrow(/no such root|does not open/)
  }
})

test('every truncation and every lengthening is refused', () => {
  const sealed = seal(key, 1, PLACE, 'lời kín của chị')
  const whole = [...sealed]
  for (let length = 0; length < whole.length; length++) {
    expect(accepts(PLACE, Uint8Array.from(whole.slice(0, length)))).toBe(false)
    expect(accepts(PLACE, Uint8Array.from(whole.slice(whole.length - length)))).toBe(false)
  }
  for (let more = 1; more <= 32; more++)
    expect(accepts(PLACE, Uint8Array.from([...whole, ...randomBytes(more)]))).toBe(false)
})

test('a tag shorter than 16 bytes is refused, also one that would be right', () => {
  const head = Buffer.from([1, 0, 1])
  for (const length of [4, 8, 12, 13, 14, 15] as const) {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: length })
    cipher.setAAD(Buffer.from(`v1|${PLACE.table}|${PLACE.column}|${PLACE.row}|${PLACE.case ?? ''}`))
    const body = Buffer.concat([cipher.update('lời kín của chị'), cipher.final()])
    expect(accepts(PLACE, Uint8Array.from(Buffer.concat([head, iv, body, cipher.getAuthTag()])))).toBe(false)
  }
})

test('of 2,000 random values none opens', () => {
  for (let n = 0; n < 2000; n++) {
    const forged = randomBytes(31 + (n % 64))
    forged[0] = 1
    expect(accepts(PLACE, Uint8Array.from(forged))).toBe(false)
  }
})

test('the same words are never sealed the same way twice', () => {
  const seen = new Set(Array.from({ length: 2000 }, () => Buffer.from(seal(key, 1, PLACE, 'a')).toString('hex')))
  expect(seen.size).toBe(2000)
})

test('a value that does not open never says what was in it, nor the key', () => {
  const sealed = seal(key, 1, PLACE, 'KANARI')
  const said = whatItSays(() => open(randomBytes(32), PLACE, sealed))
  expect(said).toContain('vault.case_message.body')
  expect(said).not.toMatch(/KANARI|message-4711|case-4711/)
  expect(said).not.toContain(key.toString('hex'))
})

function whatItSays(work: () => unknown): string {
  try {
    work()
    return ''
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack ?? ''} ${String(error.cause)}` : ''
  }
}

test('neighbouring addresses of 19 digits are different persons', () => {
  const first = 9_007_199_254_740_993_000n
  const seen = new Set<string>()
  for (let n = 0n; n < 20_000n; n++) seen.add(Buffer.from(blindIndex(key, 'zalo', `${first + n}`)).toString('hex'))
  expect(seen.size).toBe(20_000)
})

test('one account is another index on each channel and under each key', () => {
  const index = (k: Buffer, channel: string): string =>
    Buffer.from(blindIndex(k, channel, '84912345678')).toString('hex')
  const other = randomBytes(32)
  expect(
    new Set([index(key, 'zalo'), index(key, 'telegram'), index(other, 'zalo'), index(other, 'telegram')]).size,
  ).toBe(4)
})
