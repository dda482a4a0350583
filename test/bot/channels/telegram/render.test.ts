import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Out, OutButton, SentRef } from '../../../../src/bot/channel.ts'
import { caps } from '../../../../src/bot/channels/telegram/caps.ts'
import { type Call, render } from '../../../../src/bot/channels/telegram/render.ts'
import { splitText } from '../../../../src/bot/channels/split.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import { telegramCheck } from '../../../support/telegramSchema.ts'
import { many } from '../../../support/many.ts'

const anOut = (out: Partial<Out> = {}): Out => ({
  text: 'Chào chị',
  buttons: [],
  files: [],
  card: false,
  protect: false,
  ...out,
})
const show = (out: Partial<Out>, before: SentRef = {}): readonly Call[] => render(anOut(out), caps, before)
const aButton = (label: string, style?: 'go' | 'danger'): OutButton =>
  style === undefined ? { token: label, label } : { token: label, label, style }

test('a message is plain text without previews of links', () => {
  expect(show({})).toEqual([
    { kind: 'text', text: 'Chào chị', options: { link_preview_options: { is_disabled: true } } },
  ])
})

test('short labels share a row, a long one has its own, colours follow', () => {
  const buttons = [aButton('Có', 'go'), aButton('Không'), aButton('Tôi chưa biết chắc chắn'), aButton('Huỷ', 'danger')]
  const [call] = show({ buttons })
  expect(call?.options.reply_markup).toEqual({
    inline_keyboard: [
      [
        { text: 'Có', callback_data: 'Có', style: 'success' },
        { text: 'Không', callback_data: 'Không' },
      ],
      [{ text: 'Tôi chưa biết chắc chắn', callback_data: 'Tôi chưa biết chắc chắn' }],
      [{ text: 'Huỷ', callback_data: 'Huỷ', style: 'danger' }],
    ],
  })
})

test('more choices than buttons stand in the text with their numbers; the way out stays a button', () => {
  const buttons = Array.from({ length: 20 }, (_, n) => ({ token: `3.${n.toString(36)}`, label: `Mục ${n + 1}` }))
  const [call] = show({ buttons })
  expect(call).toMatchObject({ text: expect.stringContaining('17. Mục 17\n18. Mục 18') })
  const shown = call?.options.reply_markup?.inline_keyboard.flat() ?? []
  expect([shown.length, shown.at(-1)?.callback_data]).toEqual([16, '3.j'])
})

test('a label too long for a button stands whole in the text', () => {
  const label = 'Ban Tuyên giáo, Chính sách và Luật pháp của Hội'
  expect(show({ buttons: [aButton(label)] })).toMatchObject([{ text: `Chào chị\n\n1. ${label}` }])
})

test('of a long message only the last part has the buttons', () => {
  const calls = show({ text: 'một hai ba bốn '.repeat(700), buttons: [aButton('Có')] })
  expect(calls.map(({ options }) => options.reply_markup !== undefined)).toEqual([false, false, true])
})

test('what is said in confidence cannot be forwarded, in none of its parts', () => {
  const calls = show({ text: 'một hai ba bốn '.repeat(700), files: [fileId('a')], protect: true })
  expect(calls.map(({ options }) => 'protect_content' in options)).toEqual([true, true, true, true])
})

test('a card takes the place of the card before it', () => {
  expect(show({ card: true }, { ref: '12' })).toMatchObject([{ kind: 'edit', message: 12, text: 'Chào chị' }])
})

test.each<[string, Partial<Out>, SentRef]>([
  ['no card before it', { card: true }, {}],
  ['no card itself', {}, { ref: '12' }],
  ['too long for one message', { card: true, text: 'a'.repeat(5000) }, { ref: '12' }],
  ['with a file', { card: true, files: [fileId('a')] }, { ref: '12' }],
])('a message is sent anew: %s', (_, out, before) => {
  expect(show(out, before).every(({ kind }) => kind !== 'edit')).toBe(true)
})

test('a card that cannot be edited is as protected when sent anew', () => {
  expect(show({ card: true, protect: true }, { ref: '12' })).toMatchObject([{ anew: { protect_content: true } }])
})

test('a short text goes under the last file, with the buttons', () => {
  const calls = show({ files: [fileId('a'), fileId('b')], buttons: [aButton('Có')] })
  expect(calls).toMatchObject([
    { kind: 'file', file: 'a', options: {} },
    {
      kind: 'file',
      file: 'b',
      options: { caption: 'Chào chị', reply_markup: { inline_keyboard: [[{ text: 'Có' }]] } },
    },
  ])
})

test('a text too long for a caption follows the file', () => {
  expect(show({ files: [fileId('a')], text: 'a '.repeat(600) }).map(({ kind }) => kind)).toEqual(['file', 'text'])
})

test('nothing to say is not said', () => {
  expect(show({ text: ' \u200b\n' })).toEqual([])
})

test.each<[string, string, number, readonly string[]]>([
  ['paragraph', 'aaaa\n\nbb bb\nbb', 12, ['aaaa', 'bb bb\nbb']],
  ['line', 'aaaa\nbb bb bb', 10, ['aaaa', 'bb bb bb']],
  ['word', 'aa bb cc', 5, ['aa bb', 'cc']],
  ['nothing better', 'aaaaaaa', 3, ['aaa', 'aaa', 'a']],
  ['a whole character', 'aa😀😀', 3, ['aa', '😀', '😀']],
])('a text is cut at a %s', (_, text, max, parts) => {
  expect(splitText(text, max)).toEqual(parts)
})

const words = fc.array(
  fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\n\n', ' ', 'ướt', '😀', 'a'.repeat(900))),
  {
    maxLength: 40,
  },
)
const texts = words.map((parts) => parts.join(' '))

test('cutting loses no word and invents none', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 5000 }), (text, max) => {
      const parts = splitText(text, max)
      expect(parts.every((part) => part.length <= max)).toBe(true)
      const bare = (text: string) => text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      expect(bare(parts.join(''))).toBe(bare(text))
    }),
  )
})

const label = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), texts)
const button = fc.record(
  {
    token: fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', '.', '-'), minLength: 1, maxLength: 24 }),
    label,
    style: fc.constantFrom('go' as const, 'danger' as const),
  },
  { requiredKeys: ['token', 'label'] },
)
const outs = fc.record({
  text: texts,
  buttons: fc.array(button, { maxLength: 120 }),
  files: fc.array(fc.constantFrom(fileId('a'), fileId('b')), { maxLength: 3 }),
  card: fc.boolean(),
  protect: fc.boolean(),
})

test('whatever is said, Telegram takes every request', () => {
  const check = telegramCheck()
  fc.assert(
    fc.property(outs, fc.constantFrom<SentRef>({}, { ref: '5' }, { ref: 'x' }), (out, before) => {
      for (const call of render(out, caps, before)) expect(brokenBy(call)).toBeUndefined()
    }),
    { numRuns: many(300, 10_000) },
  )

  function brokenBy(call: Call): string | undefined {
    switch (call.kind) {
      case 'text':
        return check('sendMessage', { chat_id: 7, text: call.text, ...call.options })
      case 'edit':
        return (
          check('editMessageText', { chat_id: 7, message_id: call.message, text: call.text, ...call.options }) ??
          check('sendMessage', { chat_id: 7, text: call.text, ...call.anew })
        )
      case 'file':
        return (
          check('sendDocument', { chat_id: 7, document: 'attach://x', ...call.options }) ??
          check('sendPhoto', { chat_id: 7, photo: 'attach://x', ...call.options })
        )
    }
  }
})

const keyboard = (callback_data: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'a', callback_data }]] } })

test.each<[string, string, object]>([
  ['a text of 4097', 'sendMessage', { chat_id: 7, text: 'a'.repeat(4097) }],
  ['an empty text', 'sendMessage', { chat_id: 7, text: '' }],
  ['no chat', 'sendMessage', { text: 'a' }],
  ['an unknown parameter', 'sendMessage', { chat_id: 7, text: 'a', colour: 'red' }],
  ['65 bytes on a button', 'sendMessage', { chat_id: 7, text: 'a', ...keyboard('a'.repeat(65)) }],
  ['66 bytes in 33 letters', 'sendMessage', { chat_id: 7, text: 'a', ...keyboard('é'.repeat(33)) }],
  ['a caption of 1025', 'sendPhoto', { chat_id: 7, photo: 'x', caption: 'a'.repeat(1025) }],
  ['a strange parse mode', 'sendMessage', { chat_id: 7, text: 'a', parse_mode: 'html' }],
  ['broken HTML', 'sendMessage', { chat_id: 7, text: '<b>a', parse_mode: 'HTML' }],
  ['a long poll for 101', 'getUpdates', { limit: 101 }],
  [
    'a button that does nothing',
    'sendMessage',
    { chat_id: 7, text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } },
  ],
  ['an unknown method', 'sendEverything', {}],
])('the check refuses %s', (_, method, payload) => {
  expect(telegramCheck()(method, payload)).toBeTypeOf('string')
})
