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

test('an alarm that a member raised outside her desk is her room’s: her code opens it', async () => {
  await bot.say('counsellor-2', 'bàn tư vấn')
  await bot.say('counsellor-2', 'Việc khác của Hội')
  const from = bot.seen('counsellor-2').length
  await bot.say('counsellor-2', 'nó đang cầm dao đập cửa cứu em với KANARI')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told('counsellor-2', from))?.[0] ?? 'none'
  const row = await bot.store.vault.alarm.findFirstOrThrow({ orderBy: { raisedAt: 'desc' }, where: { takenAt: null } })
  expect(row.receipt).not.toBeNull()
  const room = await bot.store.vault.vaultConversation.findFirstOrThrow({
    where: { lane: row.lane ?? new Uint8Array() },
  })
  expect([room.kind, room.memberId]).toEqual(['woman', null])
  await bot.say('counsellor-2', 'thoát')
  await bot.say('counsellor-2', 'hỏi riêng')
  await bot.press('counsellor-2', 'Hỏi cho riêng tôi')
  const back = bot.seen('counsellor-2').length
  await bot.say('counsellor-2', code)
  expect(told('counsellor-2', back)).toContain('Chưa có ai nhận tin')
})
