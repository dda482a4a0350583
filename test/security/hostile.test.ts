import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanText } from '../../src/domain/words/fold.ts'
import type { Inbound } from '../../src/bot/channel.ts'
import { caseId } from '../../src/domain/ids.ts'
import type { Store } from '../../src/bot/store/store.ts'
import { wordsOf } from '../../src/bot/store/vault/cases.ts'
import { MINUTE, startTestBot, type TestBot, text, together } from '../support/bot.ts'

const NUL = '\u0000'
const TEXTS: Readonly<Record<string, string>> = {
  NUL: `a${NUL}b${NUL}`,
  'only NUL': NUL,
  'lone surrogates': 'x\uD83Dy\uDC00z\uDFFF',
  'zero width': 'a\u200Bb\u200Dc\uFEFFd\u2060',
  decomposed: 'cho\u0302\u0300ng em ho\u0309i',
  'right to left': '\u202Eabc\u202C \u2067שלום\u2069 مرحبا',
  emoji: '👩‍👩‍👧‍👦🇻🇳🏳️‍🌈 1️⃣',
  markup: '<b>a</b><script>alert(1)</script> *đ* _e_ [f](tg://user?id=1) `g` &amp; {{h}} $t(home.hello)',
  SQL: `'; DROP TABLE vault."case"; -- $1 \\x00 E'\\000' NULL`,
  JSON: '{"kind":"press","token":"a.0"}\\u0000"}]',
  prototype: '__proto__',
  token: 'a.00000000000000000000',
  format: '%s %n ${process.env} \\\\ \\u0000 \r\n\t\u2028\u2029',
  digits: '9'.repeat(400),
  combining: `a${'\u0301'.repeat(3000)}`,
  long: 'chồng tôi '.repeat(10_000),
  'one long word': 'a'.repeat(100_000),
  empty: '',
  blank: ' \u00A0\u3000\n\n',
}
const NAMES = Object.keys(TEXTS)
const textOf = (name: string): string => TEXTS[name] ?? ''

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

async function expectNothingBroke(): Promise<void> {
  expect(bot.log).toEqual([])
  const talk = { channel: 'talk' }
  expect(await bot.store.union.inbox.count({ where: { state: { not: 'done' } } })).toBe(0)
  expect(await bot.store.union.outbox.count({ where: { ...talk, state: { not: 'sent' } } })).toBe(0)
  expect(await bot.store.vault.vaultOutbox.count({ where: { ...talk, state: { notIn: ['sent', 'cancelled'] } } })).toBe(
    0,
  )
}

interface Step {
  readonly say?: string
  readonly press?: string
}
const say = (words: string): Step => ({ say: words })
const press = (label: string): Step => ({ press: label })
const step = (key: string, one: Step): Inbound =>
  one.press === undefined ? text(one.say ?? '') : { kind: 'press', token: bot.tokenOf(key, one.press) }

const TO_TOPICS = [say('hỏi kín'), press('Tiện'), press('Đồng ý')]
const TO_CASE = [...TO_TOPICS, say('tôi muốn ly hôn chồng')]
/** The ways to each place where something can be typed. */
const PLACES: Readonly<Record<string, readonly Step[]>> = {
  'the first screen': [say('menu')],
  'an invitation code': [say('mã mời')],
  'the door': [say('hỏi kín')],
  'the terms': [say('hỏi kín'), press('Tiện')],
  'the topics': TO_TOPICS,
  'a case': TO_CASE,
  'the code word': [...TO_CASE, press('Đặt từ riêng')],
  danger: [...TO_TOPICS, say('chồng em đang cầm dao đuổi em, cứu em với')],
}

test.each(Object.keys(PLACES))('no text breaks %s', async (place) => {
  const keys = NAMES.map((name) => `${place}/${name}`)
  for (const one of PLACES[place] ?? []) await together(bot, keys, (key) => step(key, one))
  // In the same minute what she adds to a case is taken without a word.
  bot.clock.move(MINUTE)
  const before = new Map(keys.map((key) => [key, bot.seen(key).length]))
  await together(bot, keys, (key) => text(textOf(key.slice(place.length + 1))))
  expect(keys.filter((key) => bot.seen(key).length === before.get(key))).toEqual([])
  await expectNothingBroke()
})

const WAYS: Readonly<Record<string, readonly string[]>> = {
  'officer-1': ['báo cáo', '1'],
  leader: ['tiến độ'],
  admin: ['quản trị', '1', '1'],
  'counsellor-1': ['xin chào'],
}
test.each(Object.keys(WAYS))('no text breaks a talk of %s', async (key) => {
  for (const name of NAMES) {
    for (const way of WAYS[key] ?? []) await bot.arrive(key, text(way))
    await bot.arrive(key, text(textOf(name)))
    await bot.settle()
    expect([name, bot.seen(key).at(-1)?.text !== '']).toEqual([name, true])
    await bot.arrive(key, text('gỡ kẹt'))
  }
  await bot.settle()
  await expectNothingBroke()
})

test('what a woman wrote is kept composed, well formed and without NUL, else letter by letter', async () => {
  const short = NAMES.filter((name) => textOf(name).length < 4000)
  const keys = short.map((name) => `kept/${name}`)
  for (const one of TO_TOPICS) await together(bot, keys, (key) => step(key, one))
  await together(bot, keys, (key) => text(`ly hôn (${textOf(key.slice(5))})`))
  const kept = new Set(await allWords(bot.store))
  expect(short.filter((name) => !kept.has(`ly hôn (${cleanText(textOf(name))})`))).toEqual([])
  expect([...kept].filter((one) => !one.isWellFormed() || one.includes(NUL) || one !== one.normalize('NFC'))).toEqual(
    [],
  )
})

async function allWords(store: Store): Promise<readonly string[]> {
  return await store.vault.$transaction(async (tx) => {
    const cases = await tx.case.findMany({ select: { id: true } })
    const words: string[] = []
    for (const one of cases) words.push(...(await wordsOf(store, tx, caseId(one.id), 'woman')).map((said) => said.text))
    return words
  })
}

test('forged presses and codes are answered and change nothing', async () => {
  const tokens = ['', '.', NUL, `a.${NUL}`, 'a.\uD800', 'a.', '0.0', 'a.'.repeat(10_000), `1.${'9'.repeat(500)}`]
  for (const key of ['forger', 'counsellor-1', 'officer-1']) {
    for (const token of tokens)
      expect([token, (await bot.hear(key, { kind: 'press', token })).length > 0]).toEqual([token, true])
  }
  for (const code of ['', NUL, '\uD800', 'x'.repeat(10_000), '7K2MQ-4XW9P'])
    expect((await bot.hear('forger', { kind: 'start', code })).length).toBeGreaterThan(0)
  await expectNothingBroke()
})
