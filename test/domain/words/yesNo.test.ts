import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readYesNo } from '../../../src/domain/words/dates.ts'

test.each([
  'có',
  'co',
  'Có',
  'CÓ',
  'có ạ',
  'co a',
  'ừ',
  'uh',
  'vâng',
  'vang',
  'dạ',
  'da',
  'dạ có',
  'dạ có ạ',
  'Dạ vâng ạ',
  'dạ rồi chị',
  'ok',
  'Ok em',
  'oke',
  'đúng',
  'dung',
  'đúng rồi',
  'dung roi',
  'rồi',
  'roi',
  'có rồi',
  'yes',
  'y',
  '1',
  'phải',
  'đồng ý',
  'vâng em đồng ý',
  '👍',
  'có!',
])('%s is yes', (text) => {
  expect(readYesNo(text)).toBe(true)
})

test.each([
  'không',
  'khong',
  'Không ạ',
  'ko',
  'k',
  'kg',
  'hông',
  'hổng',
  'chưa',
  'chua',
  'chưa ạ',
  'dạ chưa',
  'dạ em chưa muốn',
  'em không đồng ý ạ',
  'dạ không ạ',
  'no',
  'n',
  '2',
  'không phải',
  'ko phai',
  'k phải',
  'ko có',
  'chưa có',
  'sai',
  'sai rồi',
  'không đồng ý',
  '❌',
])('%s is no', (text) => {
  expect(readYesNo(text)).toBe(false)
})

test.each([
  '',
  '  ',
  'vắng',
  'đừng',
  'cô',
  'cỏ',
  'có 45',
  'không biết',
  '3',
  'được không',
  'có không',
  '🙏',
  'có '.repeat(50_000),
])('%s is neither', (text) => {
  expect(readYesNo(text)).toBeUndefined()
})

test('any text is read without throwing, composed or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readYesNo(text.normalize('NFD'))).toBe(readYesNo(text.normalize('NFC')))
    }),
  )
})
