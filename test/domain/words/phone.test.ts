import { expect, test } from 'vitest'
import { readMobile } from '../../../src/domain/words/phone.ts'

test.each([
  ['0912345678', '84912345678'],
  ['số của chị là 0912 345 678 nhé', '84912345678'],
  ['+84 912.345.678', '84912345678'],
  ['84-912-345-678', '84912345678'],
  ['0312345678', '84312345678'],
  ['0212345678', undefined],
  ['091234567', undefined],
  ['09123456789', undefined],
  ['0912345678 hoặc 0987654321', undefined],
  ['001187654321', undefined],
  ['', undefined],
])('%s', (said, phone) => {
  expect(readMobile(said)).toBe(phone)
})
