import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { ask, startTestBot, type TestBot } from '../support/bot.ts'

const DANGER = 'chồng em đang cầm dao đuổi em cứu em với'
const WHERE = 'nhà số 12 ngõ 3 đường Lê Lợi, số em 0912345678'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
  for (const key of ['counsellor-1', 'counsellor-2']) {
    await bot.say(key, 'vào ca trực')
    await bot.press(key, 'Em nhận được')
  }
})
afterAll(() => bot.stop())

const screen = (outs: readonly Out[]): string =>
  outs.map((one) => [one.text, ...one.buttons.map((button) => button.label)].join('\n')).join('\n')
const told = (key: string, from = 0): string => screen(bot.seen(key).slice(from))

test('what she answers whoever took her alarm is read as it is, and she is asked to show nothing', async () => {
  await bot.say('hides', DANGER)
  await bot.press('counsellor-1', 'Nhận tin khẩn')
  await bot.say('counsellor-1', 'Chị ở đâu, số điện thoại nào em gọi được')
  expect(screen(await bot.say('hides', WHERE))).not.toContain('che')
  await bot.press('counsellor-1', 'Mở ca')
  expect(told('counsellor-1').slice(-600)).toContain(WHERE)
  await bot.say('hides', 'em an toàn rồi')
  expect(screen(await bot.say('hides', WHERE))).toContain('che')
  await bot.press('counsellor-1', 'Bàn tư vấn')
})

test('what she wrote in the case before its alarm is plain for whoever takes it, also from another', async () => {
  await ask(bot, 'before', 'em muốn hỏi thủ tục ly hôn thuận tình ạ')
  await bot.press('counsellor-1', 'Nhận ca')
  await bot.say('before', WHERE)
  await bot.press('counsellor-1', 'Mở ca')
  expect(bot.seen('counsellor-1').at(-1)?.text).toContain('•••')
  await bot.say('before', DANGER)
  const from = bot.seen('counsellor-2').length
  expect(screen(await bot.press('counsellor-2', 'Nhận tin khẩn'))).toContain(WHERE)
  expect(told('counsellor-2', from)).not.toContain('•••')
  await bot.say('counsellor-2', 'Ca của tôi')
  await bot.say('counsellor-2', '1')
  expect(bot.seen('counsellor-2').at(-1)?.text).toContain(WHERE)
})
