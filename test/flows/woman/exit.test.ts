import { describe, expect, test } from 'vitest'
import { isErase, isExit } from '../../../src/flows/exit.ts'

/** Different numbers, the same ones in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state >>> 8
  }
}

const WORDS = ['thoát', 'thoat', 'ẩn', 'thoát ra', 'thoat ra', 'thoát nhanh', 'thoat nhanh']
const plain = (text: string): string => text
const stripped = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036F]/g, '')
const spaced = (text: string): string => [...text.normalize('NFC')].join(' ')
const wide = (text: string): string =>
  text.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfe_e0))
const CASES = [
  plain,
  (text: string) => text.toUpperCase(),
  (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1),
]
const FORMS = [plain, stripped, (text: string) => text.normalize('NFD'), spaced, (text: string) => wide(stripped(text))]
const BEFORE = ['', ' ', '\n', '...', '"', '(', '!', '- ', '\u200B', '👉 ', '/', '*', '\u00A0', '> ']
const BETWEEN = [' ', '  ', '-', '.', '_', '\u200B ', '']
const AFTER = [
  '',
  ' ',
  '!',
  '!!!',
  '.',
  '…',
  '?',
  ')',
  '"',
  '\n',
  ' 🙏',
  '\u200D',
  '~',
  '。',
  ' :)',
  '👋🏻',
  '\uFE0F',
  ';;',
]

interface Typing {
  readonly forms: readonly ((text: string) => string)[]
  readonly between: readonly string[]
}
const WHOLE: Typing = { forms: FORMS, between: BETWEEN }
/** Words with small words around them stay apart. */
const APART: Typing = { forms: FORMS.filter((one) => one !== spaced), between: BETWEEN.filter((one) => one !== '') }

function decorated(n: number, words: readonly string[], { forms, between }: Typing = WHOLE): readonly string[] {
  const dice = numbers(1)
  const of = <T>(values: readonly T[], other: T): T => values[dice.next().value % values.length] ?? other
  return Array.from({ length: n }, () => {
    const word = of(words, 'ẩn').replaceAll(' ', of(between, ' '))
    return of(BEFORE, '') + of(CASES, plain)(of(forms, plain)(word)) + of(AFTER, '') + of(AFTER, '')
  })
}

const SAID = [
  'thoát đi',
  'thoat nha',
  'thoát luôn',
  'cho em thoát',
  'thoát thoát',
  'thoatt',
  'thoats',
  'thoast',
  'em thoát nhé',
  'chị ơi cho em thoát ra',
  'thoát giúp em',
  'thôi em thoát đây',
  'ẩn đi',
]
const ERASING = [
  'xóa',
  'xoas',
  'xosa',
  'xóa tin nhắn',
  'xoá giùm em',
  'xóa giúp em',
  'em muốn xóa hết',
  'xóa hết tin nhắn đi ạ',
  'xóa ngay',
  'chị ơi xóa hộ em',
  'thôi xóa đi',
  'xóa cuộc trò chuyện này',
]

const SUBJECTS = [
  'em',
  'chồng em',
  'chị ấy',
  'mẹ chồng',
  'cháu',
  'anh ấy',
  'tôi',
  'hai vợ chồng',
  'bên nội',
  'hàng xóm',
]
const VERBS = [
  'muốn thoát khỏi',
  'đang ăn cơm với',
  'hay ẩn số khi gọi',
  'an ủi',
  'hỏi về',
  'không thoát được',
  'lo cho',
  'ở ẩn vì',
  'đưa tiền ăn cho',
  'thoát ra khỏi nhà cùng',
  'xóa tin nhắn của',
  'muốn thoát',
  'xóa hết',
]
const OBJECTS = [
  'nhà đó',
  'con',
  'bà nội',
  'thôn An',
  'món nợ',
  'đất đai',
  'xã Phú An',
  'an toàn của con',
  'tiền ăn học',
  'giấy tờ',
  'cảnh này',
  'nghèo',
  'tên em khỏi hộ khẩu',
]
const TAILS = ['', ' ạ', ' rồi', ' từ tháng 3', ' giúp em với', '?', ' 2 năm nay', ' ăn', ' nhé chị', '...']

function ordinary(n: number): readonly string[] {
  const dice = numbers(2)
  const of = (values: readonly string[]): string => values[dice.next().value % values.length] ?? ''
  return Array.from({ length: n }, (_, index) => {
    const text = `${of(SUBJECTS)} ${of(VERBS)} ${of(OBJECTS)}${of(TAILS)}`
    return index % 2 === 0 ? text : stripped(text).replaceAll('đ', 'd')
  })
}

test('twenty thousand ways to write an exit word all leave', () => {
  expect(decorated(20_000, WORDS).filter((text) => !isExit(text))).toEqual([])
})

test('nor do small words around it keep anybody here', () => {
  expect(decorated(20_000, SAID, APART).filter((text) => !isExit(text))).toEqual([])
})

test('twenty thousand ways to wish that all were erased are heard', () => {
  expect(decorated(20_000, ERASING, APART).filter((text) => !isErase(text))).toEqual([])
})

test('ten thousand ordinary sentences never leave', () => {
  expect(ordinary(10_000).filter((text) => isExit(text) || isErase(text))).toEqual([])
})

describe('what is told, or asked of a person, is neither', () => {
  test.each([
    'em muốn thoát khỏi cảnh này',
    'giúp em thoát',
    'em muốn thoát',
    'cho em thoát khỏi anh ấy',
    'em thoát rồi',
    'em thoát được rồi chị ạ',
    'xóa tên em khỏi hộ khẩu',
    'em lỡ xóa hết tin nhắn rồi',
    'em xóa hết tin nhắn',
    'nó xóa hết tin nhắn của em',
    'xóa đói giảm nghèo',
    'xóa án tích',
    'xóa được không chị',
    'đừng xóa',
    'ăn đi',
    'cho em ăn',
    'em an',
    'cho em an',
    'thoát án',
    'thoát 2 lần',
  ])('«%s»', (text) => {
    expect([isExit(text), isErase(text)]).toEqual([false, false])
  })
})

describe('no exit word', () => {
  test.each([
    '',
    ' ',
    '0',
    'hủy',
    'xóa',
    'huy',
    'xoa',
    'an toàn',
    'thôn An',
    'em an',
    'thoát nghèo',
    'thoát vị',
    'anh',
    'menu',
  ])('%j', (text) => {
    expect(isExit(text)).toBe(false)
  })
  test('a very long message is none, whatever it is decorated with', () => {
    expect(isExit(`thoát${'!'.repeat(200)}`)).toBe(false)
  })
})
