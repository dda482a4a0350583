import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inviteCode, isCodeAlone, readInviteCode, withoutCodes } from '../../src/domain/inviteCode.ts'

/** What people, keyboards and eyes do to a code. */
const TYPED: readonly (readonly [string, (code: string) => string])[] = [
  ['as it is shown', (code) => code],
  ['without the dash', (code) => code.replace('-', '')],
  ['in small letters', (code) => code.toLowerCase()],
  ['with spaces instead', (code) => code.replace('-', '  ')],
  ['with spaces around', (code) => ` ${code}\n`],
  ['with “mã mời” before it', (code) => `Mã mời: ${code}`],
  ['with “ma” before it', (code) => `ma ${code.toLowerCase()}`],
  ['with O for 0', (code) => code.replaceAll('0', 'O')],
  ['with o for 0', (code) => code.replaceAll('0', 'o')],
  ['with I for 1', (code) => code.replaceAll('1', 'I')],
  ['with l for 1', (code) => code.replaceAll('1', 'l')],
]

/** Codes of the words "mã" and "mã mời", and those of digits or letters alone, have tests of their own. */
const anyCode = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map((bytes) => inviteCode(bytes))
  .filter((code) => !code.startsWith('MA') && /\d/.test(code) && /[A-Z]/.test(code))

describe('a code is read', () => {
  test.each(TYPED)('%s', (_how, typed) => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readInviteCode(typed(code))).toBe(code.replace('-', ''))
      }),
    )
  })
})

test('no code has a letter that looks like a digit, or a U', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      expect(inviteCode(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    }),
  )
})

test('every byte matters and each letter is as likely as another', () => {
  const letters = Array.from({ length: 256 }, (_, byte) => inviteCode(new Uint8Array(10).fill(byte))[0])
  const counts = Map.groupBy(letters, (letter) => letter)
  expect([...counts.values()].map((same) => same.length)).toEqual(Array.from({ length: 32 }, () => 8))
})

test.each(['', '   ', 'ABCDE-FGHJ', 'ABCDE-FGHJKM', 'ABCDU-12345', '7K2MQ 4XW9P thêm', 'chào', '0912345678 9'])(
  '«%s» is no code',
  (said) => {
    expect(readInviteCode(said)).toBeUndefined()
  },
)

describe('codes that stand in words', () => {
  test.each([
    ['mã em là 0P9JB-6QPTV, em hỏi tiếp', 'mã em là •••, em hỏi tiếp'],
    ['0p9jb 6qptv\nhoa mai vàng', '•••\nhoa mai vàng'],
    ['0P9JB6QPTV', '•••'],
    ['ABCDE-FGHJK', '•••'],
  ])('«%s» without them', (said, rest) => {
    expect(withoutCodes(said)).toBe(rest)
  })
  test.each(['vay thang 10200 dong', 'gọi 09123-45678', 'hợp đồng HD12345678', '0912345678'])(
    '«%s» holds none',
    (said) => {
      expect(withoutCodes(said)).toBe(said)
    },
  )
  test.each([
    ['Mã: 0P9JB-6QPTV', true],
    ['0P9JB-6QPTV 🙏', true],
    ['09123-45678', false],
    ['mã em là 0P9JB-6QPTV', false],
    ['...', false],
  ])('«%s» is nothing but a code: %s', (said, alone) => {
    expect(isCodeAlone(said)).toBe(alone)
  })
})
