import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { readLineAs } from '../../../src/domain/line/readLine.ts'
import { plan2022 } from '../../support/plan2022.ts'

const TODAY = localDate('2025-03-19')

function placeOf(text: string, id = 'F-COM') {
  const form = plan2022.forms.find((one) => one.id === id)
  const read = form === undefined ? undefined : readLineAs(text, form, TODAY)
  return read?.given['place'] ?? (read?.doubtful['place'] === undefined ? undefined : ['?', read.doubtful['place']])
}

test.each([
  ['truyền thông PCBLGĐ 12/3 ở thôn Đông, 45 người 30 nữ', 'thôn Đông'],
  ['truyền thông PCBLGĐ 12/3 thôn Đông, 45 người 30 nữ', 'thôn Đông'],
  ['truyen thong pcblgd 12/3 o thon dong, 45 nguoi', 'thon dong'],
  ['tuyên truyền đất đai ở thôn 3 45 người', 'thôn 3'],
  ['tuyên truyền đất đai tại thôn 1, thôn 2 và thôn 3, 45 người', 'thôn 1, thôn 2 và thôn 3'],
  ['tuyên truyền tại hội trường UBND P.7 hôm qua, 45 người', 'hội trường UBND P.7'],
  ['tuyên truyền tại nhà văn hóa bản Bẹ có 62 người dự', 'nhà văn hóa bản Bẹ'],
  ['tuyên truyền ở chợ đông lắm, 60 người hôm qua', 'chợ'],
  [
    'tuyên truyền đất đai 12/3, 45 người, địa điểm: nhà sinh hoạt cộng đồng buôn Ea Tam',
    'nhà sinh hoạt cộng đồng buôn Ea Tam',
  ],
])('«%s» was at %s', (text, place) => {
  expect(placeOf(text)).toBe(place)
})

test.each([
  'tuyên truyền chính sách nhà ở xã hội 12/3, 45 người',
  'tuyên truyền luật hòa giải ở cơ sở 12/3, 45 người',
  'tuyên truyền đất đai 12/3, 45 hội viên thôn Hạ',
])('«%s» does not say where', (text) => {
  expect(placeOf(text)).toBeUndefined()
})

test('a person named in a place is asked about', () => {
  expect(placeOf('tuyên truyền 12/3, 45 người, tại trụ sở bà Nguyễn Thị Hoa')).toEqual(['?', expect.any(String)])
})

interface Placed {
  readonly text: string
  readonly form: string
  readonly fields?: { readonly place?: string }
}
const isPlaced = (value: unknown): value is Placed =>
  typeof value === 'object' && value !== null && 'form' in value && typeof value.form === 'string'

/** The second and third set of lines name places; nothing had read one when they were frozen. Looked at while this was made. */
test('of the places in the lines of others, what is taken unasked is right', () => {
  const lines = ['lines.unseen2.jsonl', 'lines.unseen3.jsonl'].flatMap((name) =>
    readFileSync(path.join(import.meta.dirname, '../../data', name), 'utf8')
      .trim()
      .split('\n')
      .map((one): unknown => JSON.parse(one))
      .filter(isPlaced),
  )
  const read = lines.flatMap(({ text, form, fields }) => {
    const place = placeOf(text, form)
    return typeof place === 'string' ? [[place, fields?.place ?? 'no place']] : []
  })
  expect(read.filter(([place, label]) => place?.toLowerCase() !== label?.toLowerCase())).toEqual([])
  expect(read.length).toBeGreaterThanOrEqual(40)
})
