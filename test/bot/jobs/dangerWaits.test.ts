import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, HOUR, MINUTE, startTestBot, takeFirst, type TestBot } from '../../support/bot.ts'

let bot: TestBot
beforeEach(async () => {
  bot = await startTestBot({ at: '2026-11-23T22:00' })
})
afterEach(() => bot.stop())

const paged = (key: string): number => bot.seen(key).filter((one) => one.text.includes('TIN KHẨN')).length
const pages = () => ['counsellor-2', 'head', 'province-duty'].map(paged)

async function wait(ms: number): Promise<void> {
  bot.clock.move(ms)
  await bot.settle()
}

async function giveBack(): Promise<void> {
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Trả về')
  await bot.press('counsellor-1', 'quá việc')
}

test('a case that a counsellor made urgent and gave back pages the club at night, then the province', async () => {
  await ask(bot, 'woman', 'Em muốn hỏi giấy tờ ra tòa để chia tay')
  await takeFirst(bot, 'counsellor-1')
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Mức độ')
  await bot.press('counsellor-1', 'KHẨN')
  expect(pages()).toEqual([0, 0, 0])
  await giveBack()
  expect(pages()).toEqual([1, 1, 0])
  await wait(5 * MINUTE)
  expect(pages()).toEqual([2, 2, 1])
  await bot.press('counsellor-2', 'Nhận tin khẩn')
  expect(bot.seen('counsellor-2').at(-1)?.text).toContain('giấy tờ ra tòa')
  await wait(4 * MINUTE)
  expect(pages()).toEqual([2, 2, 1])
})

test('where she wants another counsellor than the one who took her alarm, it pages again', async () => {
  await ask(bot, 'woman', 'chồng em hay đánh em, em muốn hỏi ly hôn')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(bot.seen('woman').at(-1)?.text ?? '')?.[0] ?? ''
  await bot.say('woman', 'nó đang cầm dao đập cửa cứu em với')
  await bot.press('counsellor-1', 'Nhận tin khẩn')
  await bot.say('woman', 'thoát')
  await bot.say('woman', 'hỏi kín')
  await bot.say('woman', code)
  expect(pages()).toEqual([1, 1, 0])
  await bot.press('woman', 'Muốn người khác')
  expect(pages()).toEqual([2, 2, 1])
})

test('given back after she said that she is safe it pages nobody: the clock of the promise goes on', async () => {
  await ask(bot, 'woman', 'chồng em hay đánh em, em muốn hỏi ly hôn')
  await bot.say('woman', 'nó đang cầm dao đập cửa cứu em với')
  await bot.press('counsellor-1', 'Nhận tin khẩn')
  await bot.say('woman', 'em an toàn rồi')
  const before = pages()
  await bot.say('counsellor-1', 'Bàn tư vấn')
  await bot.press('counsellor-1', 'Ca của tôi')
  await bot.press('counsellor-1', 'CA-')
  await giveBack()
  expect(pages()).toEqual(before)
  await wait(HOUR)
  expect(pages()).toEqual(before)
  expect(bot.seen('head').at(-1)?.text).toContain('CA-')
})
