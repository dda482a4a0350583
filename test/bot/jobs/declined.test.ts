import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, MINUTE, startTestBot, type TestBot } from '../../support/bot.ts'

const MEMBERS = ['counsellor-1', 'counsellor-2', 'head']
let bot: TestBot
let code = ''
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-23T09:00' })
  for (const one of MEMBERS) {
    await bot.say(one, 'vào ca trực')
    await bot.press(one, 'Em nhận được')
  }
  await ask(bot, 'woman', 'Em muốn hỏi giấy tờ ra tòa để chia tay')
  code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('woman').at(-1)?.text ?? '')?.[0] ?? ''
})
afterAll(() => bot.stop())

const last = (key: string) => bot.seen(key).at(-1)
const labels = (key: string): string =>
  last(key)
    ?.buttons.map(({ label }) => label)
    .join(' ') ?? ''

test('a case that all have declined is put before the head with a button, and stays in every queue', async () => {
  for (const one of MEMBERS) {
    await bot.press(one, 'Từ chối')
    await bot.press(one, 'quá việc')
  }
  expect(last('head')?.text).toContain('không còn ai nhận')
  expect(labels('head')).toContain('Nhận ca')
  for (const one of MEMBERS) {
    await bot.say(one, 'hàng chờ')
    expect(labels(one)).toContain('chị đã từ chối')
  }
})

test('when its promise is broken the head hears of it again, and she reads an apology and a time to come', async () => {
  bot.clock.set('2026-11-24T17:01')
  await bot.settle()
  expect(last('head')?.text).toContain('Ca quá hẹn')
  expect(labels('head')).toContain('Nhận ca')
  bot.clock.set('2026-11-24T20:00')
  await bot.say('woman', 'hỏi kín')
  await bot.say('woman', code)
  expect(last('woman')?.text).toContain('Em xin lỗi chị')
  expect(last('woman')?.text).toContain('Muộn nhất 10:00 thứ Tư, 25/11/2026')
})

test('the new time is a clock as well, and the promise that was not kept is still counted as broken', async () => {
  bot.clock.set('2026-11-25T09:01')
  await bot.settle()
  expect(last('head')?.text).toContain('sắp đến hẹn')
  expect(labels('head')).toContain('Nhận ca')
  bot.clock.move(60 * MINUTE)
  await bot.settle()
  expect(last('head')?.text).toContain('Ca quá hẹn')
  const promises = await bot.store.vault.casePromise.findMany({ select: { dueAt: true, answeredAt: true } })
  expect(promises).toEqual([{ dueAt: new Date('2026-11-24T17:00+07:00'), answeredAt: null }])
})
