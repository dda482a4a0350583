import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, localDate } from '../../../src/domain/calendar.ts'
import { matchChoice, matchChoices } from '../../../src/domain/words/choices.ts'
import { readDate, readPeriod, readYesNo } from '../../../src/domain/words/dates.ts'
import { readDocRef } from '../../../src/domain/words/docRef.ts'
import { readNumber } from '../../../src/domain/words/numbers.ts'
import { readRepair } from '../../../src/domain/words/repair.ts'
import { isTalk } from '../../../src/domain/line/lineTalk.ts'
import { namesPerson } from '../../../src/domain/case/personNames.ts'
import { many } from '../../support/many.ts'

const RUNS = many(400, 100_000)
const TODAY = localDate('2022-06-15')
const WORDS =
  'à nhầm chứ không phải ngày mùng tháng năm quý hôm qua thứ hai ba bốn lăm mươi trăm rưỡi nghìn k tr 45 12/3 1.200 3,5 10/10/2022 ' +
  'chị Nguyễn Thị Lan người nữ cuộc 217-QĐ/TW 12/BC-BTV của và , . ; : - ( ) ? ! tết rằm âm lịch 🙏 ạ \u0301 \u200b'
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 25 }).map((words) => words.join(' ')),
)
const LABELS = ['Đất đai', 'Hôn nhân và gia đình', 'Lao động, bảo hiểm xã hội', 'Khác']
const READERS: readonly (readonly [string, (said: string) => unknown])[] = [
  ['numbers', readNumber],
  ['dates', (said) => readDate(said, TODAY)],
  ['periods', (said) => readPeriod(said, TODAY)],
  ['yes and no', readYesNo],
  ['documents', (said) => readDocRef(said, TODAY)],
  ['one choice', (said) => matchChoice(LABELS, said)],
  ['several choices', (said) => matchChoices(LABELS, said)],
  ['corrections', readRepair],
  ['talk', isTalk],
  ['names of persons', namesPerson],
]

describe.each(READERS)('the reader of %s', (_what, read) => {
  test('never breaks, and reads the same twice', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(read(said)).toEqual(read(said))
      }),
      { numRuns: RUNS },
    )
  })
})

test('a number in digits is read as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', ' người', ' cuộc ạ'), (n, tail) => {
      expect(readNumber(`${n}${tail}`)).toEqual({ kind: 'read', value: n })
    }),
    { numRuns: RUNS },
  )
})

test('a day of this century up to today is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8000 }), (back) => {
      const date = new Date(Date.UTC(2022, 5, 15) - back * 86_400_000).toISOString().slice(0, 10)
      expect(readDate(formatDate(localDate(date)), TODAY)).toEqual({ kind: 'read', value: date })
    }),
    { numRuns: RUNS },
  )
})

test('every label is read as its own choice, with and without accents, and by its number', () => {
  for (const [n, label] of LABELS.entries()) {
    const plain = label
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/g, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D')
    expect([label, plain, String(n + 1)].map((said) => matchChoice(LABELS, said))).toEqual([n, n, n])
  }
})
