import { expect, test } from 'vitest'
import { besideSecrets, secretsIn } from '../../../src/domain/case/secretsSaid.ts'

test.each([
  ['hoa mai vàng', ['hoa mai vàng']],
  ['em muốn hỏi, chồng em đi xa', ['em muốn hỏi, chồng em đi xa']],
  ['mã em là Y8YGJ-V1Q1P', ['mã em là Y8YGJ-V1Q1P']],
  ['ma la Y8YGJ-V1Q1P tu rieng hoa mai vang', ['hoa mai vang']],
  ['em vào lại với mã y8ygj-v1q1p, từ riêng của em là hoa mai vàng ạ', ['hoa mai vang']],
  ['Y8YGJ-V1Q1P con mèo', ['con meo']],
  ['từ riêng là hoa sen, em hỏi tiếp', ['từ riêng là hoa sen, em hỏi tiếp', 'hoa sen']],
])('the word that may be meant in «%s»', (said, words) => {
  expect(secretsIn(said)).toEqual(words)
})

test.each([
  ['ma la Y8YGJ-V1Q1P tu rieng hoa mai vang', ''],
  ['mã Y8YGJ-V1Q1P, hoa mai, em muốn hỏi tiếp chuyện con', 'em muốn hỏi tiếp chuyện con'],
  ['từ riêng là hoa sen. Em muốn hỏi chuyện đất ạ', 'Em muốn hỏi chuyện đất ạ'],
  ['luc 12h30 chieu nay em bi danh', 'luc 12h30 chieu nay em bi danh'],
  ['em muốn hỏi chuyện con', 'em muốn hỏi chuyện con'],
  ['Em hỏi chuyện đất mà quên từ riêng, nhờ chị', 'Em hỏi chuyện đất mà quên từ riêng, nhờ chị'],
  ['từ riêng em quên mất rồi chị ạ', 'từ riêng em quên mất rồi chị ạ'],
  ['mã Y8YGJ-V1Q1P, em quên từ riêng của em rồi', 'em quên từ riêng của em rồi'],
])('what may go on from «%s»', (said, beside) => {
  expect(besideSecrets(said)).toBe(beside)
})
