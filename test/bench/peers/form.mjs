// What is said and checked, for the peers alone: each asks the same questions with the same buttons and the same validators.
import { CONFIRM, OPTIONS, START } from '../script.ts'

export const rows = (labels, dataOf) => ({
  inline_keyboard: Array.from({ length: Math.ceil(labels.length / 2) }, (_, row) =>
    labels.slice(row * 2, row * 2 + 2).map((text, column) => ({ text, callback_data: dataOf(row * 2 + column) })),
  ),
})

export const question = (asked, i) => ({
  text: `Câu ${i + 1}/${asked.length}: ${asked[i].ask}`,
  reply_markup:
    asked[i].kind === 'choice'
      ? rows(OPTIONS, (n) => `v:${i}:${n}`)
      : rows(['Câu trước', 'Để sau'], (n) => `${n === 0 ? 'b' : 'l'}:${i}`),
})

export const summary = (asked, answers) => ({
  text: ['Chị kiểm tra lại:', ...asked.map(({ id }, i) => `${i + 1}. ${answers[id]}`)].join('\n'),
  reply_markup: rows([CONFIRM, 'Sửa'], (n) => (n === 0 ? 'ok' : 'edit')),
})

export const thanks = 'Đã gửi báo cáo. Cảm ơn chị!'

export const isStart = (update) => update.message?.text === START

/** What the officer typed, or the number of the option that she pressed. */
export function said(update) {
  const data = update.callback_query?.data
  return data === undefined
    ? update.message?.text
    : data.startsWith('v:')
      ? data.slice(data.lastIndexOf(':') + 1)
      : data
}

/** [true, value] or [false, what is wrong]. */
export function check({ kind }, raw = '') {
  const text = raw.normalize('NFC').trim()
  if (kind === 'choice') {
    const option = OPTIONS[Number(text)]
    return option === undefined ? [false, 'Chị chọn một nút ở trên nhé.'] : [true, option]
  }
  if (kind === 'number') {
    const digits = text.replace(/[ .]/g, '')
    if (!/^\d{1,5}$/.test(digits) || Number(digits) > 10_000) return [false, 'Chị nhập một số từ 0 đến 10.000 nhé.']
    return [true, Number(digits)]
  }
  if (kind === 'text') {
    const length = [...text].length
    return length >= 5 && length <= 300 ? [true, text] : [false, 'Chị viết từ 5 đến 300 ký tự nhé.']
  }
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (parts === null) return [false, 'Chị nhập ngày dạng 05/11/2026 nhé.']
  const [, day, month, year] = parts.map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCDate() === day ? [true, date.toISOString().slice(0, 10)] : [false, 'Không có ngày này.']
}
