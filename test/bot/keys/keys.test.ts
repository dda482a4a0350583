import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blindIndex, keyedHash, openKeyRing } from '../../../src/bot/keys/keys.ts'
import { temporaryFolder } from '../../support/folder.ts'

const fresh = () => path.join(temporaryFolder(), 'key-ring.json')

describe('the key ring', () => {
  test('is made at the first start and read at the second', () => {
    const file = fresh()
    const first = openKeyRing(file)
    const second = openKeyRing(file)
    expect([first.made, second.made]).toEqual([true, false])
    expect(second.ring.derive('a').equals(first.ring.derive('a'))).toBe(true)
  })
  test('leaves no other file beside it', () => {
    const file = fresh()
    openKeyRing(file).ring.turnDays('2026-11-23', '2026-11-16')
    expect(readdirSync(path.dirname(file))).toEqual(['key-ring.json'])
  })
  test.skipIf(process.platform === 'win32')('is closed to others again if somebody opened it', () => {
    const file = fresh()
    openKeyRing(file)
    chmodSync(file, 0o644)
    openKeyRing(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
  test.each([
    ['empty', ''],
    ['not JSON', 'xin chào'],
    ['of another shape', '{"version":1}'],
    ['without a root', '{"version":1,"roots":[],"days":{}}'],
    ['with a key that is none', '{"version":1,"roots":[{"id":1,"key":"***"}],"days":{}}'],
  ])('that is %s stops the start and is left as it is', (_what, content) => {
    const file = fresh()
    writeFileSync(file, content)
    expect(() => openKeyRing(file)).toThrow('Không đọc được tệp khóa')
    expect(readFileSync(file, 'utf8')).toBe(content)
  })
})

describe('keys for a purpose', () => {
  test('are 32 bytes, the same each time, another for each purpose', () => {
    const { ring } = openKeyRing(fresh())
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(ring.derive(a)).toHaveLength(32)
        expect(ring.derive(a).equals(ring.derive(b))).toBe(a === b)
      }),
      { numRuns: 50 },
    )
  })
  test('of a root that is not in the ring there is none', () => {
    expect(() => openKeyRing(fresh()).ring.derive('a', 99)).toThrow('no root 99')
  })
})

describe('keys of days', () => {
  test('a day has one key, kept when the day is turned again', () => {
    const { ring } = openKeyRing(fresh())
    ring.turnDays('2026-11-23', '2026-11-16')
    const key = ring.dayKey('2026-11-23')
    ring.turnDays('2026-11-23', '2026-11-16')
    expect(ring.dayKey('2026-11-23')).toEqual(key)
  })
  test('those before the oldest day are destroyed, in the file too', () => {
    const file = fresh()
    const { ring } = openKeyRing(file)
    ring.turnDays('2026-11-15', '2026-11-08')
    ring.turnDays('2026-11-16', '2026-11-09')
    ring.turnDays('2026-11-23', '2026-11-16')
    expect([ring.dayKey('2026-11-15'), ring.dayKey('2026-11-16')?.length]).toEqual([undefined, 32])
    expect(readFileSync(file, 'utf8')).not.toContain('2026-11-15')
  })
  test('one that another process made is found', () => {
    const file = fresh()
    const [one, two] = [openKeyRing(file).ring, openKeyRing(file).ring]
    one.turnDays('2026-11-23', '2026-11-16')
    expect(two.dayKey('2026-11-23')).toEqual(one.dayKey('2026-11-23'))
  })
})

describe('look-ups without storing what is looked up', () => {
  const [bot, vault] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

  test('the same account has the same index, another account or channel another', () => {
    expect(blindIndex(bot, 'zalo', '12')).toEqual(blindIndex(bot, 'zalo', '12'))
    expect(blindIndex(bot, 'zalo', '12')).not.toEqual(blindIndex(bot, 'zalo', '13'))
    expect(blindIndex(bot, 'zalo', '12')).not.toEqual(blindIndex(bot, 'telegram', '12'))
  })
  test('nothing joins the officer to the woman: their indexes differ under their two keys', () => {
    expect(blindIndex(bot, 'zalo', '12')).not.toEqual(blindIndex(vault, 'zalo', '12'))
  })
  test('a hash of a code needs its key', () => {
    expect(keyedHash(bot, '7K2MQ4XW9P')).toEqual(keyedHash(bot, '7K2MQ4XW9P'))
    expect(keyedHash(bot, '7K2MQ4XW9P')).not.toEqual(keyedHash(vault, '7K2MQ4XW9P'))
    expect(blindIndex(bot, 'zalo', '12')).toHaveLength(16)
  })
})
