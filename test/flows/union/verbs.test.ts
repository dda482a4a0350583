import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVerb } from '../../../src/flows/union/verbs.ts'

const SAID: readonly (readonly [string, string])[] = [
  ['menu', 'menu'],
  ['trang chủ', 'menu'],
  ['/start', 'menu'],
  ['bắt đầu', 'menu'],
  ['?', 'help'],
  ['trợ giúp', 'help'],
  ['hướng dẫn', 'help'],
  ['quay lại', 'back'],
  ['để sau', 'later'],
  ['hủy', 'cancel'],
  ['huỷ bỏ', 'cancel'],
  ['tiếp tục', 'resume'],
  ['báo cáo', 'report'],
  ['đơn vị tôi', 'unit'],
  ['bản nháp', 'drafts'],
  ['các báo cáo', 'reports'],
  ['báo cáo đã gửi', 'reports'],
  ['việc còn mở', 'loops'],
  ['tiến độ', 'progress'],
  ['bản tin', 'digest'],
  ['quản trị', 'admin'],
  ['hỏi kín', 'confidential'],
  ['tư vấn', 'counsel'],
  ['báo tin chính thức', 'formal'],
  ['bao giup nguoi khac', 'bystander'],
  ['mã mời', 'code'],
]
/** What leaves a question; the rest may be its answer. */
const LEAVES = new Set(['menu', 'help', 'back', 'later', 'cancel', 'stuck'])

const DRESS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => `  ${text} !`,
  (text) => text.normalize('NFD').replace(/[\u0300-\u036F]/g, ''),
  (text) => text.replaceAll(' ', ''),
]

describe.each(SAID)('«%s»', (said, verb) => {
  test('works however it is typed', () => {
    const dressed = said === '?' ? [said, ' ? '] : DRESS.map((dress) => dress(said))
    expect(dressed.map((text) => readVerb(text, false))).toEqual(dressed.map(() => verb))
  })
  test(`while an answer is typed it ${LEAVES.has(verb) ? 'still works' : 'is the answer'}`, () => {
    expect(readVerb(said, true)).toBe(LEAVES.has(verb) ? verb : undefined)
  })
})

test.each([
  '',
  '0',
  '45',
  'thoát',
  'xóa',
  'menu nhé chị',
  'báo cáo giám sát',
  'hủy buổi họp',
  '??',
  'một tin rất dài '.repeat(3),
])('%j is no verb', (text) => {
  expect(readVerb(text, false)).toBeUndefined()
})

test('numbers and dates are never verbs', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('', '/3', ' người', '%'), (n, tail) => {
      expect(readVerb(`${n}${tail}`, false)).toBeUndefined()
    }),
  )
})
