import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchChoice, matchChoices } from '../../../src/domain/words/choices.ts'

const topics = ['Đất đai', 'Hôn nhân và gia đình', '🏠 Bạo lực gia đình', 'Hộ tịch, khai sinh', 'Khác']
const anyText = fc.string({ unit: 'binary', maxLength: 60 })

describe('one choice', () => {
  test.each([
    ['2', 1],
    ['so 2', 1],
    ['số 2', 1],
    ['câu 2', 1],
    ['2.', 1],
    ['2)', 1],
    ['(2)', 1],
    ['2️⃣', 1],
    ['２', 1],
    ['dạ 2 ạ', 1],
    ['em chọn số 2 nhé', 1],
    ['hai', 1],
    ['số ba', 2],
    ['Đất đai', 0],
    ['đất đai', 0],
    ['dat dai', 0],
    ['DATDAI', 0],
    ['Dạ đất đai ạ', 0],
    ['bao luc gia dinh', 2],
    ['bạo lực gia đình!', 2],
    ['hộ tịch khai sinh', 3],
    ['hon nhan', 1],
    ['kha', 4],
    ['chi chon khac', 4],
  ])('%s', (said, index) => {
    expect(matchChoice(topics, said)).toBe(index)
  })

  test.each(['6', '0', '99', '', '   ', 'kh', 'không biết', '1 3', '🏠', 'không phải đất đai', '🙏🙏'])(
    '%s is none',
    (said) => {
      expect(matchChoice(topics, said)).toBeUndefined()
    },
  )

  test('a beginning that two labels share is several', () => {
    expect(matchChoice(['Tập huấn', 'Tập thể'], 'tap')).toBe('several')
    expect(matchChoice(['Tập huấn', 'Tập thể'], 'tap h')).toBe(0)
  })

  test('the word in brackets is enough, a number or a day there is not', () => {
    const papers = ['Số liệu (Word)', 'Số liệu (Excel)', 'Xem tất cả (16)', 'Hôm qua (08/11/2022)']
    expect(matchChoice(papers, 'word')).toBe(0)
    expect(matchChoice(papers, 'chị lấy Excel nhé')).toBe(1)
    expect(matchChoice(papers, '16')).toBeUndefined()
    expect(matchChoice(papers, '08/11/2022')).toBeUndefined()
  })

  test('accents decide between labels that differ only in them', () => {
    expect(matchChoice(['Bản', 'Bạn'], 'bạn')).toBe(1)
    expect(matchChoice(['Bản', 'Bạn'], 'ban')).toBe('several')
    expect(matchChoice(['Bạn bè', 'Bản tin'], 'bản')).toBe(1)
  })

  test('an exact label beats a number word and a number', () => {
    expect(matchChoice(['Tư vấn', 'Năm', 'Ba'], 'ba')).toBe(2)
    expect(matchChoice(['3', '2', '1'], '1')).toBe(2)
    expect(matchChoice(['Bản', 'Ba'], 'Ba')).toBe(1)
  })

  test('the number before a label is not part of it', () => {
    expect(matchChoice(['1. Có', '2. Không'], 'không')).toBe(1)
    expect(matchChoice(['1️⃣ Có', '2️⃣ Không'], 'khong')).toBe(1)
  })

  test('any text is heard without throwing, composed or not', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), anyText, (labels, said) => {
        expect(matchChoice(labels, said.normalize('NFD'))).toBe(matchChoice(labels, said.normalize('NFC')))
        expect(matchChoices(labels, said.normalize('NFD'))).toEqual(matchChoices(labels, said.normalize('NFC')))
      }),
    )
  })
})

describe('several choices', () => {
  test.each([
    ['1,3', [0, 2]],
    ['1 3 và 5', [0, 2, 4]],
    ['1 3 va 5 ạ', [0, 2, 4]],
    ['3, 1, 3', [0, 2]],
    ['1-3', [0, 1, 2]],
    ['từ 2 đến 4', [1, 2, 3]],
    ['1-2, 5', [0, 1, 4]],
    ['số 1 và số 3', [0, 2]],
    ['1. 3.', [0, 2]],
    ['đất đai, bạo lực', [0, 2]],
    ['dat dai va khac', [0, 4]],
    ['hôn nhân và gia đình, đất đai', [0, 1]],
    ['Hộ tịch, khai sinh', [3]],
    ['hộ tịch, khai sinh và khác', [3, 4]],
    ['đất đai\nkhác', [0, 4]],
    ['2', [1]],
    ['tất cả', [0, 1, 2, 3, 4]],
  ])('%s', (said, indexes) => {
    expect(matchChoices(topics, said)).toEqual(indexes)
  })

  test.each(['1,9', '0-2', '4-2', 'đất đai, gì đó', '', ',', 'cả hai', '15'])('%s is none', (said) => {
    expect(matchChoices(topics, said)).toBeUndefined()
  })

  test('both of two', () => {
    expect(matchChoices(['Có', 'Không'], 'cả hai')).toEqual([0, 1])
  })

  test('a very long answer is none', () => {
    expect(matchChoices(topics, '1,'.repeat(50_000))).toBeUndefined()
    expect(matchChoice(topics, 'dat dai '.repeat(12_500))).toBeUndefined()
  })
})
