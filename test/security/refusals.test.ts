import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { ask, MINUTE, startTestBot, type TestBot } from '../support/bot.ts'

const DANGER = 'chồng em đang cầm dao đuổi em cứu em với'
const CALM = 'em muốn hỏi thủ tục ly hôn thuận tình ạ'

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

/** Counsellor 1 has a case from the queue, and the woman asks for somebody else; how many messages each had before that. */
async function refuses(woman: string, words: string): Promise<(key: string) => number> {
  if (words === DANGER) await bot.say(woman, words)
  else await ask(bot, woman, words)
  await bot.say('counsellor-1', 'bàn tư vấn')
  await bot.press('counsellor-1', 'Hàng chờ')
  expect(screen(await bot.say('counsellor-1', '1'))).toContain(words)
  await bot.say('counsellor-1', 'Chào em, chị đây')
  const before = new Map(['counsellor-1', 'counsellor-2', 'province-duty'].map((key) => [key, bot.seen(key).length]))
  await bot.press(woman, 'Muốn người khác')
  return (key) => before.get(key) ?? 0
}

test('a case is not in the queue of whom she refused, and no old button takes it', async () => {
  const from = (await refuses('calm', CALM))('counsellor-1')
  await bot.say('counsellor-1', 'bàn tư vấn')
  expect(told('counsellor-1', from)).toContain('Đang chờ: 0 ca')
  expect(screen(await bot.press('counsellor-1', 'Nhận ca'))).toContain('Chị ấy đã nhờ người khác trả lời')
  expect(told('counsellor-1', from)).not.toContain(CALM)
  expect(screen(await bot.press('counsellor-2', 'Nhận ca'))).toContain(CALM)
  // Nor is she asked to take it over.
  await bot.press('counsellor-2', 'Việc khác với ca')
  const whom = screen(await bot.press('counsellor-2', 'Chuyển người khác'))
  expect(whom).toContain('Chủ nhiệm')
  expect(whom).not.toContain('Tư vấn viên 1')
  await bot.press('counsellor-2', 'Quay lại')
  await bot.say('counsellor-2', 'bàn tư vấn')
})

test('in danger whom she refused is neither paged again nor takes the alarm', async () => {
  const before = await refuses('danger', DANGER)
  const first = before('counsellor-1')
  expect(told('counsellor-2', before('counsellor-2'))).toContain('TIN KHẨN')
  bot.clock.move(6 * MINUTE)
  await bot.settle()
  expect(told('counsellor-1', first)).not.toContain('TIN KHẨN')
  await bot.say('counsellor-1', 'bàn tư vấn')
  expect(told('counsellor-1', first)).toContain('Đang chờ: 0 ca, 0 tin khẩn')
  expect(screen(await bot.press('counsellor-1', 'Nhận tin khẩn'))).toContain('Chị ấy đã nhờ người khác trả lời')
  expect(screen(await bot.press('counsellor-2', 'Nhận tin khẩn'))).toContain(DANGER)
  await bot.say('counsellor-2', 'bàn tư vấn')
})

test('where the woman wants somebody else by the word of her counsellor it is a refusal; what a counsellor declines is not', async () => {
  await ask(bot, 'declined', CALM)
  await bot.press('counsellor-1', 'Từ chối')
  await bot.press('counsellor-1', 'Đang quá việc')
  await bot.say('counsellor-1', 'bàn tư vấn')
  expect(screen(await bot.press('counsellor-1', 'Hàng chờ'))).toContain('chị đã từ chối')
  await bot.say('counsellor-1', '1')
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Trả về hàng chờ')
  await bot.press('counsellor-1', 'Chị ấy muốn người khác')
  await bot.say('counsellor-1', 'bàn tư vấn')
  expect(bot.seen('counsellor-1').at(-1)?.text).toContain('Đang chờ: 0 ca')
  await bot.say('counsellor-2', 'bàn tư vấn')
  await bot.press('counsellor-2', 'Hàng chờ')
  await bot.say('counsellor-2', '1')
  await bot.say('counsellor-2', 'bàn tư vấn')
})

test('a case that names her commune is not offered to her, and she reads why', async () => {
  const from = bot.seen('counsellor-1').length
  await ask(bot, 'near', 'em ở phường Trần Phú, em muốn hỏi thủ tục ly hôn thuận tình ạ')
  await bot.say('counsellor-1', 'bàn tư vấn')
  const queue = screen(await bot.press('counsellor-1', 'Hàng chờ'))
  expect(queue).toContain('1 ca khác nhắc đến nơi chị công tác')
  expect(queue).not.toContain('CA-')
  await bot.press('counsellor-2', 'Nhận ca')
  expect(told('counsellor-2')).toContain('phường Trần Phú')
  expect(told('counsellor-1', from)).not.toContain('phường Trần Phú')
})

test('where the club has nobody else the province is called at once, and never whom she refused', async () => {
  await bot.store.vault.member.updateMany({
    where: { role: { not: 'provinceDuty' }, NOT: { demoKey: 'counsellor-1' } },
    data: { revokedAt: bot.clock.now() },
  })
  await bot.say('province-duty', 'bàn tư vấn')
  const before = await refuses('alone', DANGER)
  expect(told('province-duty', before('province-duty'))).toContain('TIN KHẨN')
  expect(told('counsellor-1', before('counsellor-1'))).not.toContain('TIN KHẨN')
})
