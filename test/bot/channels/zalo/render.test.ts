import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Out, OutButton } from '../../../../src/bot/channel.ts'
import { caps } from '../../../../src/bot/channels/zalo/caps.ts'
import { readPayload } from '../../../../src/bot/channels/zalo/payload.ts'
import { type Call, render } from '../../../../src/bot/channels/zalo/render.ts'
import { fileId } from '../../../../src/domain/ids.ts'
import { messageBody } from '../../../../src/bot/zalo/message.ts'
import { ruleMessage } from '../../../zalo/simulator/rules.ts'
import { SIM_ACCOUNT } from '../../../zalo/simulator/simulator.ts'
import { makeWorld, userOf } from '../../../zalo/simulator/world.ts'
import { many } from '../../../support/many.ts'

const anOut = (out: Partial<Out>): Out => ({
  text: 'Chào chị',
  buttons: [],
  files: [],
  card: false,
  protect: false,
  ...out,
})
const show = (out: Partial<Out>): readonly Call[] => render(anOut(out), caps)
const labelled = (...labels: readonly string[]): readonly OutButton[] =>
  labels.map((label, n) => ({ token: `3.${n.toString(36)}`, label }))
const textOf = (calls: readonly Call[]): string => calls.flatMap((one) => ('text' in one ? [one.text] : [])).join('\n')
const titlesOf = (call: Call | undefined) => (call?.kind === 'text' ? call.buttons.map(({ title }) => title) : [])

test('up to five short choices are buttons, hidden in the chat, whose payload is read as a press', () => {
  const [call] = show({ buttons: labelled('Có', 'Không') })
  expect(call).toMatchObject({
    text: 'Chào chị',
    buttons: [{ title: 'Có', type: 'oa.query.hide' }, { title: 'Không' }],
  })
  const payloads =
    call?.kind === 'text' ? call.buttons.map(({ payload }) => (typeof payload === 'string' ? payload : '')) : []
  expect(payloads.map(readPayload)).toEqual(['3.0', '3.1'])
})

test('more choices stand in the text with their numbers; the way out stays a button', () => {
  const [call] = show({ buttons: labelled('a', 'b', 'c', 'd', 'e', 'Thoát') })
  expect(textOf([...show({ buttons: labelled('a', 'b', 'c', 'd', 'e', 'Thoát') })])).toContain('1. a\n2. b\n3. c')
  expect(titlesOf(call)).toEqual(['a', 'b', 'c', 'd', 'Thoát'])
})

test('a second list of a turn goes on counting where the first ended', () => {
  const buttons = ['a', 'b', 'c', 'd', 'e', 'f'].map((label, n) => ({ token: `3.${n + 2}`, label }))
  expect(textOf(show({ buttons }))).toContain('3. a\n4. b')
})

test('a label too long for a button stands whole in the text', () => {
  const label = 'Ban Tuyên giáo, Chính sách và Luật pháp của Hội'
  const [call] = show({ buttons: labelled(label) })
  expect(textOf(show({ buttons: labelled(label) }))).toContain(`1. ${label}`)
  expect(titlesOf(call)[0]?.length).toBeLessThanOrEqual(caps.labelMax)
})

test('of a long message only the last part has the buttons; files come before the words', () => {
  const calls = show({ text: 'một hai ba bốn '.repeat(300), files: [fileId('a')], buttons: labelled('Có') })
  expect(calls.map((one) => (one.kind === 'file' ? 'file' : one.buttons.length))).toEqual(['file', 0, 0, 1])
})

test('accents are put together before they are counted', () => {
  expect(textOf(show({ text: 'Hội'.normalize('NFD') }))).toBe('Hội')
})

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('Hội LHPN', '\n\n', '\n', ' ', '😊', 'a'.repeat(2100), '1. ', '#hoi:3.0'),
)
const message = fc.record({
  text: fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  labels: fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 14 }),
})
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toWellFormed()
    .replaceAll('\0', '')
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}]/gu, '')

test('for any message every request is one that Zalo takes, and no word is lost', () => {
  const world = makeWorld({ ...SIM_ACCOUNT, now: () => 1_000_000, answerMs: 2_000, perMinute: 1, accessSeconds: 1 })
  userOf(world, '7').lastInteraction = 1_000_000
  fc.assert(
    fc.property(message, ({ text, labels }) => {
      const calls = render(anOut({ text, buttons: labelled(...labels) }), caps)
      for (const call of calls) {
        if (call.kind !== 'text') continue
        const { text, buttons } = call
        const body = messageBody(
          { user: '7' },
          buttons.length === 0 ? { kind: 'text', text } : { kind: 'text', text, buttons },
        )
        expect(ruleMessage(world, 'cs', body)).toMatchObject({ ok: true })
      }
      const said = bare(textOf(calls))
      const titles = bare(calls.flatMap(titlesOf).join('\n'))
      expect(said).toContain(bare(text))
      for (const label of labels) expect(said.includes(bare(label)) || titles.includes(bare(label))).toBe(true)
    }),
    { numRuns: many(300, 10_000) },
  )
})
