import { afterAll, beforeAll, expect, test } from 'vitest'
import { ChannelError } from '../../../src/bot/channel.ts'
import { planReminders } from '../../../src/bot/jobs/reminders.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'

/** The reminder of 09/11, seven days before: `lost` gets no answer from the channel for hers. */
let bot: TestBot
const tries = new Map<string, number>()
const ABOUT = 'Còn 7 ngày'

beforeAll(async () => {
  bot = await startTestBot({
    at: '2022-11-01T09:00',
    refuse: (to, out) => {
      if (!out.text.includes(ABOUT)) return undefined
      tries.set(to, (tries.get(to) ?? 0) + 1)
      return to === 'officer-2' ? new ChannelError('unknown', 'answer.lost') : undefined
    },
  })
  bot.clock.set('2022-11-02T05:00')
  await bot.settle()
}, 60_000)

afterAll(async () => {
  await bot.stop()
})

test('nobody is reminded before 07:30', () => {
  expect(tries.size).toBe(0)
})

test('two processes that plan the same day plan it once', async () => {
  const planned = () => bot.store.union.due.count({ where: { kind: 'remind' } })
  const before = await planned()
  const plan = () => bot.store.union.$transaction((tx) => planReminders(bot.app, tx, bot.clock.now()))
  await Promise.all([plan(), plan()])
  expect([before > 0, await planned()]).toEqual([true, before])
})

test('each is reminded once, and one whose outcome is unknown is not sent again', async () => {
  bot.clock.set('2022-11-02T08:00')
  await bot.settle()
  for (const at of ['2022-11-02T08:10', '2022-11-02T19:00', '2022-11-03T09:00', '2022-11-04T09:00']) {
    bot.clock.set(at)
    await bot.settle()
  }
  expect([tries.get('officer-1'), tries.get('officer-2'), [...tries.values()].every((n) => n === 1)]).toEqual([
    1,
    1,
    true,
  ])
  const unknown = await bot.store.union.outbox.count({ where: { kind: 'reminder', state: 'unknown' } })
  expect(unknown).toBe(1)
})

test('after the day nothing of it is called open any more', async () => {
  bot.clock.set('2022-11-12T08:30')
  await bot.settle()
  const told = bot.seen('officer-1').at(-1)?.text ?? ''
  expect(told).toContain('Hạn 09/11/2022 đã qua')
  expect(told).toContain('chưa có báo cáo')
  expect(told).not.toContain('chưa đến hạn')
})

test('a reminder never comes inside a draft; of one that she left for a day it says that it waits', async () => {
  await bot.stop()
  bot = await startTestBot({ at: '2022-11-01T19:00' })
  await bot.say('officer-1', 'giám sát')
  const told = () => bot.seen('officer-1').filter(({ text }) => text.includes('đến hạn 09/11/2022'))
  bot.clock.set('2022-11-02T08:00')
  await bot.settle()
  bot.clock.set('2022-11-02T18:50')
  await bot.settle()
  expect(told()).toEqual([])
  bot.clock.set('2022-11-02T19:10')
  await bot.settle()
  expect(told().map(({ text }) => text.includes('«Giám sát» chị đang nhập dở'))).toEqual([true])
  await bot.say('officer-1', 'tiếp tục')
  expect(bot.seen('officer-1').at(-1)?.text).toContain('Giám sát · câu 1/')
})
