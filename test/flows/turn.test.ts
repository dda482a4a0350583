import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, instant, localDate, MINUTE } from '../../src/domain/calendar.ts'
import { fold } from '../../src/domain/words/fold.ts'
import { ask, type Choice, choice, type Line, say, words, type Offered } from '../../src/flows/say.ts'
import { type Conversation, notice, readPress, readTyped, settle } from '../../src/flows/turn.ts'

const NOW = at(localDate('2026-11-23'), 9)
const FIRST: Conversation<string> = { place: 'here', count: 7 }
const speak = (line: Line): string => ('text' in line ? line.text.vi : line.key)

const button = (id: string, label: string): Choice => choice(id, words(label))
const lasting = (kind: string, label: string, minutes = 10): Choice => ({
  label: words(label),
  act: { kind, payload: { report: 'r1' }, minutes },
})
const card = (...choices: readonly Choice[]) => ({ place: 'there', says: [ask([words('?')], choices)], effects: ['e'] })
const typed = (conversation: Conversation<string>, text: string): Offered | undefined =>
  readTyped(conversation, text, speak)

describe('a screen', () => {
  const { conversation } = settle(FIRST, card(button('a', 'Báo cáo'), button('b', 'Đơn vị tôi')), NOW)

  test('is the one thing a turn leaves: place, nonce, choices', () => {
    expect(conversation).toMatchObject({ place: 'there', count: 8, screen: { nonce: '8', typed: 'choices' } })
  })
  test('a press of it is its choice', () => {
    expect([readPress(conversation.screen, '8.0'), readPress(conversation.screen, '8.1')]).toEqual(['a', 'b'])
  })
  test.each(['7.0', '9.0', '8', '8.', '.0', '', '8.2', '8.-1', '8.x', 'a.0', '-.0'])(
    '%j is no press of it',
    (token) => {
      expect(readPress(conversation.screen, token)).toBeUndefined()
    },
  )
  test('without choices there is none, and every press is stale', () => {
    const after = settle(conversation, { place: 'there', says: [say(words('xong'))], effects: [] }, NOW).conversation
    expect(after.screen).toBeUndefined()
    expect(readPress(after.screen, '9.0')).toBeUndefined()
  })
  test('choices of several bubbles are numbered through', () => {
    const says = [ask([], [button('a', 'Một')]), say(words('x')), ask([], [button('b', 'Hai')])]
    const { screen } = settle(FIRST, { place: 'there', says, effects: [] }, NOW).conversation
    expect(readPress(screen, '8.1')).toBe('b')
  })
  test('a press counts in base 36', () => {
    const many = Array.from({ length: 40 }, (_, n) => button(`id${n}`, `Mục ${n}`))
    const { screen } = settle(FIRST, card(...many), NOW).conversation
    expect(many.map((_, n) => readPress(screen, `8.${n.toString(36)}`))).toEqual(many.map((_, n) => `id${n}`))
  })
})

test('no two of a thousand screens share a nonce', () => {
  let conversation: Conversation<string> = FIRST
  const nonces = Array.from({ length: 1000 }, () => {
    conversation = settle(conversation, card(button('a', 'x')), NOW).conversation
    return conversation.screen?.nonce
  })
  expect(new Set(nonces).size).toBe(1000)
})

describe('what is typed instead of a press', () => {
  const { conversation } = settle(FIRST, card(button('a', 'Báo cáo'), button('b', 'Đơn vị tôi (xã)')), NOW)

  test.each([
    ['its number', '2', 'b'],
    ['its number with a dot', '2.', 'b'],
    ['its label', 'Báo cáo', 'a'],
    ['its label without accents', 'bao cao', 'a'],
    ['its label in capitals', 'BÁO CÁO!', 'a'],
    ['without what stands in brackets', 'đơn vị tôi', 'b'],
    ['its beginning', 'don vi', 'b'],
  ])('%s', (_what, text, id) => {
    expect(typed(conversation, text)?.id).toBe(id)
  })
  test.each(['3', '0', 'xin chào', ''])('%j is no choice', (text) => {
    expect(typed(conversation, text)).toBeUndefined()
  })
  test('every label is understood without its accents', () => {
    const labels = ['Giám sát', 'Đối thoại', 'Hòa giải', 'Quán triệt', 'Nắm tình hình']
    const screen = settle(FIRST, card(...labels.map((one) => button(one, one))), NOW).conversation
    fc.assert(
      fc.property(fc.constantFrom(...labels), (label) => {
        expect(typed(screen, fold(label))?.id).toBe(label)
      }),
    )
  })
})

describe('where a value is typed', () => {
  const decision = { ...card(button('skip', 'Bỏ qua'), button('back', 'Quay lại')), typed: 'value' as const }
  const { conversation } = settle(FIRST, decision, NOW)

  test.each(['1', '2', '2.', 'hai', 'một'])('%j is the answer, not a choice', (text) => {
    expect(typed(conversation, text)).toBeUndefined()
  })
  test.each(['Bỏ qua', 'bo qua', 'BỎ QUA.'])('%j is still the choice', (text) => {
    expect(typed(conversation, text)?.id).toBe('skip')
  })
  test('the beginning of a label is the answer', () => {
    expect(typed(conversation, 'quay')).toBeUndefined()
  })
})

describe('where a list stands and a value may be typed', () => {
  const hours = card(button('h:6', '6 giờ'), button('h:7', '7 giờ'), button('m', 'Tháng 11/2022'))
  const { conversation } = settle(FIRST, { ...hours, typed: 'listed' as const }, NOW)

  test.each(['2', '2.', '(2)', ' 2 '])('%j alone is the second of the list', (text) => {
    expect(typed(conversation, text)?.id).toBe('h:7')
  })
  test.each(['7 giờ', '7 gio'])('%j is the choice that says so', (text) => {
    expect(typed(conversation, text)?.id).toBe('h:7')
  })
  test.each(['2 giờ', '7', '0', '15', 'quý 2', 'số 1', '30/6', 'tháng 1', ''])('%j is the answer', (text) => {
    expect(typed(conversation, text)).toBeUndefined()
  })
})

describe('a notice', () => {
  const { conversation } = settle(FIRST, card(button('a', 'Báo cáo'), button('b', 'Nhận hàng')), NOW)
  const told = notice(conversation, card(lasting('takeCase', 'Nhận ca')), NOW)

  test('leaves the screen, the place and the count as they are', () => {
    expect(told.conversation).toMatchObject(conversation)
    expect(readPress(told.conversation.screen, '8.0')).toBe('a')
  })
  test('its words are matched before those of the screen', () => {
    expect(typed(told.conversation, '1')?.act?.kind).toBe('takeCase')
    expect(typed(told.conversation, 'nhận')?.act?.kind).toBe('takeCase')
    expect(typed(told.conversation, 'báo cáo')?.id).toBe('a')
  })
  test('its button ends when its minutes are over', () => {
    expect(told.conversation.offer?.[0]?.act?.until).toBe(NOW + 10 * MINUTE)
  })
  test('without buttons it takes the place of none', () => {
    const after = notice(told.conversation, { place: 'there', says: [say(words('x'))], effects: [] }, NOW)
    expect(after.conversation).toBe(told.conversation)
  })
  test('the newest is the one that is typed', () => {
    const second = notice(told.conversation, card(lasting('openCase', 'Mở ca')), instant(NOW + MINUTE))
    expect(typed(second.conversation, '1')?.act?.kind).toBe('openCase')
  })
  test('the next screen ends it', () => {
    expect(settle(told.conversation, card(button('c', 'Xong')), NOW).conversation.offer).toBeUndefined()
  })
  test('where a value is typed, a number is still the value', () => {
    const asked = settle(FIRST, { ...card(button('skip', 'Bỏ qua')), typed: 'value' as const }, NOW).conversation
    const after = notice(asked, card(lasting('takeCase', 'Nhận ca')), NOW).conversation
    expect(typed(after, '1')).toBeUndefined()
    expect(typed(after, 'nhan ca')?.act?.kind).toBe('takeCase')
  })
})
