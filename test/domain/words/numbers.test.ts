import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from '../../../src/domain/words/numbers.ts'

const read = (value: number) => ({ kind: 'read', value })
const doubtful = (value: number, why: string) => ({ kind: 'doubtful', value, why })
const unreadable = (why: string) => ({ kind: 'unreadable', why })

describe('numbers in digits', () => {
  test.each([
    ['45', 45],
    ['0', 0],
    ['05 cuộc', 5],
    ['45 người', 45],
    ['45ng', 45],
    ['50ng', 50],
    ['45 ng', 45],
    ['1.200', 1200],
    ['1 200', 1200],
    ['1\u00A0200', 1200],
    ['1 200 người', 1200],
    ['1.014', 1014],
    ['1,200,000', 1_200_000],
    ['1.200.000', 1_200_000],
    ['45,0', 45],
    ['１２', 12],
    ['- 45 người', 45],
    ['45!', 45],
    ['(45)', 45],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toEqual(read(value))
  })

  test.each([
    ['12k', 12_000],
    ['12k5', 12_500],
    ['2tr5', 2_500_000],
    ['2tr500', 2_500_000],
    ['2 triệu rưỡi', 2_500_000],
    ['12 trieu 5', 12_500_000],
    ['1,5 triệu', 1_500_000],
    ['1,2 nghìn', 1200],
    ['1.2 nghin', 1200],
    ['1 nghìn 250', 1250],
    ['1 tỉ 2', 1_200_000_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['3 trăm 50', 350],
    ['5 chục', 50],
    ['5 chuc can bo', 50],
    ['2 tá', 24],
    ['4 mươi', 40],
    ['4 lăm', 45],
  ])('%s in thousands, tens or dozens', (text, value) => {
    expect(readNumber(text)).toEqual(read(value))
  })

  test.each([
    ['1,200', 1200, 'separator'],
    ['2tr50', 2_500_000, 'separator'],
    ['có 45 chị ở nhà 1 200', undefined, 'several'],
    ['ở khu A 1 200 đến họp', 1200, 'separator'],
    ['12 k', 12_000, 'unit'],
    ['một cặp', 2, 'unit'],
    ['3 cặp', 6, 'unit'],
  ])('%s is read back', (text, value, why) => {
    expect(readNumber(text)).toEqual(value === undefined ? unreadable(why) : doubtful(value, why))
  })

  test.each([
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['âm 5', 'negative'],
    ['45.5', 'notWhole'],
    ['4,5', 'notWhole'],
    ['1,25 chục', 'notWhole'],
    ['1.2.3', 'notANumber'],
    ['45%', 'notANumber'],
    ['0912345678', 'range'],
    ['9'.repeat(30), 'range'],
    ['', 'notANumber'],
    ['🙏', 'notANumber'],
    ['12/3', 'notANumber'],
    ['t7', 'notANumber'],
    ['8h30', 'notANumber'],
  ])('%s is refused', (text, why) => {
    expect(readNumber(text)).toEqual(unreadable(why))
  })
})

describe('numbers in a sentence', () => {
  test.each([
    ['có 45 chị dự', 45],
    ['co45 nguoi', 45],
    ['có ba chị dự', 3],
    ['co ba chi du', 3],
    ['co ba noi dung', 3],
    ['3 nội dung phối hợp', 3],
    ['nam muoi chi em du', 50],
    ['ngày 12/3 có 45 chị dự', 45],
    ['8h30 thôn 5 có 45 chị', 45],
    ['hôm t7 có 45 chị', 45],
    ['8 giờ có 45 chị', 45],
    ['10h 45 chị', 45],
    ['năm nay có 45 chị', 45],
    ['năm 2025 được 45', 45],
    ['tháng ba có 45 chị', 45],
    ['tư vấn 45 lượt', 45],
    ['tu van 45 luot', 45],
    ['45 k co nam', 45],
    ['45 chị, tổng là 45', 45],
    ['tập huấn kinh phí 12tr', 12_000_000],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toEqual(read(value))
  })

  test.each([
    '30 nữ 15 nam',
    'nam 10, nữ 35',
    '40-50',
    '40 đến 50',
    '45/50',
    '2 tổ 30 chị',
    '3 ngày 45 chị',
    'một buổi 45 chị',
    'bốn5',
    '10 tổ 45 chị',
  ])('%s holds several', (text) => {
    expect(readNumber(text)).toEqual(unreadable('several'))
  })

  test.each(['sau khi hop', 'thứ hai', 'chị Ba', 'năm ngoái', 'tổ 3', 'ba noi', 'đã họp'])('%s holds none', (text) => {
    expect(readNumber(text)).toEqual(unreadable('notANumber'))
  })

  test.each([
    'à nhầm, 45 chứ không phải 54',
    'sửa giúp e: bc hôm qua 45 người chứ k phải 54 nha',
    '45 chu ko phai 54',
    '54 à nhầm 45',
    'không phải 54 mà là 45',
    'ko phai 54, 45 moi dung',
    '45, không phải 54',
    'sửa 54 thành 45',
  ])('the corrected one is meant: %s', (text) => {
    expect(readNumber(text)).toEqual(read(45))
  })

  test('a long talk is not an answer', () => {
    expect(readNumber(`45 ${'chị '.repeat(100)}`)).toEqual(unreadable('tooLong'))
    expect(readNumber('1 '.repeat(50_000))).toEqual(unreadable('tooLong'))
  })

  test('any text is read without throwing, composed or not', () => {
    const word = fc.constantFrom(
      'năm',
      'trăm',
      'linh',
      'rưỡi',
      'triệu',
      'k',
      'tr',
      '5',
      '1.200',
      ',',
      'không',
      'phải',
      'mươi',
    )
    const salad = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), salad), (text) => {
        const reading = readNumber(text.normalize('NFC'))
        expect(readNumber(text.normalize('NFD'))).toEqual(reading)
        const value = reading.kind === 'unreadable' ? 0 : reading.value
        expect(Number.isSafeInteger(value) && value >= 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
