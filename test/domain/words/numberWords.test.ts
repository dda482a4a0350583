import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from '../../../src/domain/words/numbers.ts'

const read = (value: number) => ({ kind: 'read', value })
const doubtful = (value: number, why: string) => ({ kind: 'doubtful', value, why })
const unreadable = (why: string) => ({ kind: 'unreadable', why })

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** A number below one million in schoolbook words. */
function inWords(n: number): string {
  if (n >= 1000) {
    const rest = n % 1000
    const tail = rest === 0 ? '' : rest < 10 ? ` linh ${DIGITS[rest]}` : rest < 100 ? undefined : ` ${inWords(rest)}`
    return tail === undefined
      ? `${inWords(n - rest)} ${inWords(rest)}`
      : `${inWords(Math.floor(n / 1000))} nghìn${tail}`
  }
  if (n >= 100) {
    const rest = n % 100
    const tail = rest === 0 ? '' : rest < 10 ? ` linh ${DIGITS[rest]}` : ` ${inWords(rest)}`
    return `${DIGITS[Math.floor(n / 100)]} trăm${tail}`
  }
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  const ending = ones === 0 ? '' : ones === 5 ? ' lăm' : ones === 1 && tens > 1 ? ' mốt' : ` ${DIGITS[ones]}`
  return `${tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`}${ending}`
}

const unaccented = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')

test.each([
  ['bốn lăm', 45],
  ['bon lam', 45],
  ['bốn mươi lăm', 45],
  ['bon muoi lam', 45],
  ['năm mươi', 50],
  ['nam muoi', 50],
  ['mười', 10],
  ['mười lăm', 15],
  ['muoi lam', 15],
  ['hai nhăm', 25],
  ['hai mươi tư', 24],
  ['hai tư', 24],
  ['hai mốt', 21],
  ['ba tám', 38],
  ['bẩy mươi', 70],
  ['một trăm linh năm', 105],
  ['một trăm lẻ năm người', 105],
  ['mot tram linh nam', 105],
  ['trăm rưỡi', 150],
  ['tram ruoi', 150],
  ['hai trăm rưỡi', 250],
  ['một trăm hai', 120],
  ['nghìn rưỡi', 1500],
  ['một nghìn hai', 1200],
  ['một nghìn hai trăm', 1200],
  ['một triệu hai trăm năm mươi nghìn', 1_250_000],
  ['tá', 12],
  ['ba', 3],
  ['hai', 2],
  ['bay nguoi', 7],
  ['nam nguoi', 5],
  ['Ba Mươi', 30],
  ['hai tư vấn viên', 2],
  ['hai mươi tư vấn viên', 20],
  ['hai lam viec', 2],
  ['4 tư vấn viên', 4],
])('%s', (text, value) => {
  expect(readNumber(text)).toEqual(read(value))
})

test.each(['nam', 'sau', 'bay', 'tam'])('%s alone without accents is read back', (text) => {
  expect(readNumber(text)).toMatchObject({ kind: 'doubtful', why: 'unaccented' })
})

test.each([
  'không có',
  'ko có',
  'k co',
  'không',
  'khong',
  'k',
  'không có ai',
  'không một ai',
  'dạ không ạ',
  'số không',
  'không có kiến nghị nào',
])('%s is zero', (text) => {
  expect(readNumber(text)).toEqual(read(0))
})

test('chưa có is zero, to be confirmed', () => {
  expect(readNumber('chưa có')).toEqual(doubtful(0, 'notYet'))
})

test.each(['không biết', 'không nhớ', 'không rõ', 'không có số liệu', 'không phải 54', 'không phẩy năm'])(
  '%s is not zero',
  (text) => {
    expect(readNumber(text)).toEqual(unreadable('notANumber'))
  },
)

test.each([
  'dăm chục',
  'vài',
  'vài chục',
  'mấy chục',
  'gần trăm',
  'hơn trăm',
  'cả trăm',
  'hàng trăm',
  'nhiều lắm',
  '40 mấy',
])('%s is vague', (text) => {
  expect(readNumber(text)).toEqual(unreadable('vague'))
})

test.each([
  'bốn năm chục',
  'năm sáu người',
  'hai ba chục',
  'nam sau nguoi',
  'năm bảy chị',
  'mươi người',
  'một số chị',
  'một nửa',
])('%s means no one number', (text) => {
  expect(readNumber(text)).toEqual(unreadable('vague'))
})

test.each([
  ['khoảng 40', 40],
  ['khoang 40 nguoi', 40],
  ['hơn 30', 30],
  ['gần 100', 100],
  ['tầm 40 chị', 40],
  ['~40', 40],
  ['40+', 40],
  ['trên 50 người', 50],
  ['khoảng năm mươi', 50],
  ['trăm người', 100],
  ['chưa đến 40', 40],
  ['không quá 40', 40],
])('%s is read back as about that', (text, value) => {
  expect(readNumber(text)).toEqual(doubtful(value, 'approximate'))
})

test('every number below a million comes back from its words', () => {
  const spoken = fc.integer({ min: 1, max: 999_999 }).filter((n) => n < 1000 || n % 1000 === 0 || n % 1000 >= 100)
  fc.assert(
    fc.property(spoken, (n) => {
      expect(readNumber(inWords(n))).toEqual(read(n))
    }),
    { numRuns: 500 },
  )
})

test('every number of two digits and more comes back from its words without accents', () => {
  for (let n = 10; n < 1000; n += 1) expect(readNumber(unaccented(inWords(n)))).toEqual(read(n))
})
