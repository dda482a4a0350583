import { describe, expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { FORM_POINTS } from '../../../src/domain/line/likelyFormWeights.ts'
import { readLine } from '../../../src/domain/line/readLine.ts'
import { plan2022 } from '../../support/plan2022.ts'

const forms = plan2022.forms.map((form) => ({ ...form, words: [], hints: [] }))
const ALL = new Set(forms.map((form) => form.id))
const read = (text: string, allowed: ReadonlySet<string> = ALL) =>
  readLine(text, { forms, allowed, today: localDate('2025-03-19') })

describe('a line in which no word of the plan names an activity', () => {
  test('is asked about, the likeliest first', () => {
    const reading = read('hôm qua cùng chủ tịch xã trả lời 12 câu của 70 chị em')
    expect(reading.kind === 'which' ? reading.forms[0] : reading.kind).toBe('F-DLG')
  })
  test('is never taken for a report without asking', () => {
    for (const text of [
      'xuống bản nói luật trẻ em cho 25 phụ huynh, 20 nữ hôm 10/3',
      '9/3 chị em bản Cát nghe luật hộ tịch, 31 người',
    ])
      expect(read(text).kind).toBe('which')
  })
  test('only forms that her unit may report are asked', () => {
    const reading = read('hôm qua cùng chủ tịch xã trả lời 12 câu của 70 chị em', new Set(['F-DIR']))
    expect(reading.kind === 'which' ? reading.forms : []).not.toContain('F-DLG')
  })
  test.each([
    'chị ơi mai mấy giờ họp',
    'trồng 300 cây hoa đường phụ nữ tự quản sáng nay 40 chị',
    'em ốm từ hôm 12/3 chưa đi được',
  ])('what is likely to be talk is left alone: %s', (text) => {
    expect(read(text)).toEqual({ kind: 'none' })
  })
})

test('what is learned names words, nothing that a person could not read', () => {
  expect(FORM_POINTS).toMatch(/^[\p{L}\p{N}\p{M}\s:_=@%!#*^.'+&/,-]+$/u)
})
