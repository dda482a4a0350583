import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { namesPerson, namesVictim } from '../../../src/domain/case/personNames.ts'

interface Labelled {
  readonly text: string
  readonly person: boolean
}
const isLabelled = (value: unknown): value is Labelled =>
  typeof value === 'object' && value !== null && 'text' in value && 'person' in value

/** 300 synthetic sentences of our own, from 60 patterns with drawn names: the recogniser was tuned on them. */
const sentences = readFileSync(path.join(import.meta.dirname, '../../data/names.own.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): unknown => JSON.parse(line))
  .filter(isLabelled)

test('of 300 labelled sentences it finds 95 % of the names, with 5 % false alarms at most', () => {
  const [named, plain] = [sentences.filter((one) => one.person), sentences.filter((one) => !one.person)]
  expect([named.length, plain.length]).toEqual([150, 150])
  expect(named.filter((one) => namesPerson(one.text)).length / 150).toBeGreaterThanOrEqual(0.95)
  expect(plain.filter((one) => namesPerson(one.text)).length / 150).toBeLessThanOrEqual(0.05)
})

describe('a name', () => {
  test.each(['chị Hoa thôn 3 bị chồng đánh', 'tran thi lan xin ly hon', 'Hội viên Lò Thị Sen', 'bé Na con chị Thắm'])(
    '«%s»',
    (text) => {
      expect(namesPerson(text)).toBe(true)
    },
  )
})

describe('no name of a private person', () => {
  test.each([
    'chị M. xin tư vấn',
    'phường Trần Phú',
    'bà Nguyễn Thị Hòa, Chủ tịch Hội, kết luận',
    'chị em hội viên',
    '',
  ])('«%s»', (text) => {
    expect(namesPerson(text)).toBe(false)
  })
})

describe('a name of one who was harmed', () => {
  test.each([
    ['nạn nhân Lê Thị Mơ', true],
    ['nan nhan le thi mo o thon 3', true],
    ['người bị bạo lực là chị Mơ', true],
    ['chị Hoa bị chồng đánh', true],
    ['bị hại: Nguyễn Lan Anh', true],
    ['chị Nguyễn Thị Mai, Hội Phụ nữ xã', false],
    ['Nguyễn Thị Lan, báo cáo viên về phòng, chống bạo lực gia đình', false],
    ['hỗ trợ nạn nhân bạo lực gia đình', false],
    ['Nạn nhân BLGĐ', false],
  ])('«%s»: %s', (text, isVictim) => {
    expect(namesVictim(text)).toBe(isVictim)
  })
})
