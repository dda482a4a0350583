import { expect, test } from 'vitest'
import { cutAtPhones } from '../../../../src/bot/channels/web/page/phones.ts'

const dialled = (text: string) => cutAtPhones(text).flatMap(({ tel }) => tel ?? [])

test.each([
  ['Gọi ngay 113 (công an), 115 (cấp cứu).', ['113', '115']],
  ['• 111 – bảo vệ trẻ em', ['111']],
  ['113 - Công an', ['113']],
  ['Chị gọi 1900 96 96 80 (có thể mất phí)', ['1900969680']],
  ['18001567, 1800.1567 hoặc 1900969680', ['18001567', '18001567', '1900969680']],
  ['113, 115, 111', ['113', '115', '111']],
  ['113', ['113']],
  ['gọi:115!', ['115']],
])('%s can be called', (text, numbers) => {
  expect(dialled(text)).toEqual(numbers)
})

test.each([
  'Có 115 người dự, 113 hội viên, 111 em',
  '113/200 đơn vị, 45/113',
  'ngày 11/3, 1.113.000 đồng, 115%, 113,5',
  'mã A115, 115kg, số 20113, 1130',
  'từ trang 111-115',
  'Nghị định 19001 và 1900',
])('%s is no number to call', (text) => {
  expect(dialled(text)).toEqual([])
})

test.each(['', 'a\n113\n\nb 115', '113113', 'Gọi 113.'])('nothing of %j is lost', (text) => {
  expect(
    cutAtPhones(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
})
