import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, DAY, HOUR, startTestBot, takeFirst, type TestBot } from '../../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-23T09:00' })
  await ask(bot, 'woman', 'Em muốn hỏi giấy tờ ra tòa để chia tay')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', 'Chị nộp đơn ở tòa án khu vực')
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Giới thiệu')
  await bot.press('counsellor-1', 'Trung tâm')
  await bot.press('woman', 'Tôi đồng ý')
  await bot.press('counsellor-1', 'Mở ca')
  await bot.press('counsellor-1', 'Việc khác với ca')
  await bot.press('counsellor-1', 'Giới thiệu')
  await bot.press('counsellor-1', 'Đã chuyển')
})
afterAll(() => bot.stop())

const asked = (key: string): number => bot.seen(key).filter((one) => one.text.includes('kết quả thế nào')).length
const counts = () => [asked('counsellor-1'), asked('counsellor-2'), asked('head'), asked('woman')]

async function wait(ms: number): Promise<void> {
  bot.clock.move(ms)
  await bot.settle()
}

test('what became of a referral is asked a week later of whoever has the case, once', async () => {
  await wait(7 * DAY - HOUR)
  expect(counts()).toEqual([0, 0, 0, 0])
  await wait(2 * HOUR)
  await wait(3 * DAY)
  expect(counts()).toEqual([1, 0, 0, 0])
})

test('still waiting: it is asked again after another week, and not after an answer', async () => {
  await bot.press('counsellor-1', 'Đang chờ')
  await wait(7 * DAY - HOUR)
  expect(counts()).toEqual([1, 0, 0, 0])
  await wait(2 * HOUR)
  expect(counts()).toEqual([2, 0, 0, 0])
  await bot.press('counsellor-1', 'Đã được giúp')
  await wait(30 * DAY)
  expect(counts()).toEqual([2, 0, 0, 0])
  expect(await bot.store.vault.referral.findMany({ select: { state: true, outcome: true } })).toEqual([
    { state: 'ended', outcome: 'helped' },
  ])
})
