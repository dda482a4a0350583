import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { ask, startTestBot, type TestBot } from '../support/bot.ts'

const CRY = 'chồng tôi đang cầm dao đuổi tôi cứu tôi với'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
  for (const key of ['counsellor-1', 'counsellor-2']) {
    await bot.say(key, 'vào ca trực')
    await bot.press(key, 'Em nhận được')
  }
})
afterAll(() => bot.stop())

const screen = (outs: readonly Out[]): string => outs.map((one) => one.text).join('\n')
const told = (key: string, from = 0): string => screen(bot.seen(key).slice(from))

test('a counsellor in danger at a case is helped in her own room: others are paged, the woman reads nothing', async () => {
  await ask(bot, 'asks', 'em muốn hỏi thủ tục ly hôn thuận tình ạ')
  await bot.press('counsellor-1', 'Nhận ca')
  const [own, other] = [bot.seen('counsellor-1').length, bot.seen('counsellor-2').length]
  expect(screen(await bot.say('counsellor-1', CRY))).toContain('113')
  await bot.press('counsellor-1', 'Tôi đang nguy hiểm')
  bot.clock.move(1000)
  await bot.settle()
  expect(told('counsellor-2', other)).toContain('TIN KHẨN')
  expect(told('counsellor-1', own)).not.toContain('TIN KHẨN')
  expect(told('counsellor-1', own)).toContain('Mã riêng của chị')
  expect(told('asks')).not.toContain('cầm dao')
  await bot.press('counsellor-2', 'Nhận tin khẩn')
  expect(told('counsellor-2', other)).toContain(CRY)
})
