import { afterAll, beforeAll, expect, test } from 'vitest'
import { blindIndex } from '../../src/bot/keys/keys.ts'
import type { Out } from '../../src/bot/channel.ts'
import { MINUTE, startTestBot, type TestBot } from '../support/bot.ts'

const FIRST = 'chồng em đang cầm dao đuổi em cứu em với'
const SECOND = 'nó đang đập cửa, cứu em với'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
  await bot.say('counsellor-1', 'vào ca trực')
  await bot.press('counsellor-1', 'Em nhận được')
})
afterAll(() => bot.stop())

const screen = (outs: readonly Out[]): string => outs.map((one) => one.text).join('\n')
const told = (key: string): string => screen(bot.seen(key))
const codesOf = (key: string): readonly string[] => told(key).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/g) ?? []
const alarmsOf = (key: string) =>
  bot.store.vault.alarm.findMany({
    where: { lane: blindIndex(bot.store.keys.vaultLane, 'talk', key) },
    orderBy: { raisedAt: 'asc' },
  })

/** Whoever is on duty takes the one alarm that waits. */
async function takeOne(): Promise<string> {
  await bot.say('counsellor-1', 'bàn tư vấn')
  expect(screen(await bot.say('counsellor-1', 'hàng chờ'))).toContain('Đang chờ (1)')
  return screen(await bot.say('counsellor-1', '1'))
}

test.each([
  ['after half an hour of silence', async (key: string) => bot.clock.move(31 * MINUTE + key.length)],
  ['after an early exit', async (key: string) => await bot.say(key, 'thoát')],
])('a second alarm %s is joined to the first: one on the board, whose pages go on', async (name, between) => {
  const key = `twice ${name}`
  await bot.say(key, FIRST)
  bot.clock.move(11 * MINUTE)
  await bot.settle()
  await between(key)
  await bot.settle()
  const [before] = await alarmsOf(key)
  await bot.say(key, SECOND)
  const [first, second, ...more] = await alarmsOf(key)
  expect(more).toEqual([])
  expect([first?.step, first?.dueAt, first?.takenAt]).toEqual([before?.step, before?.dueAt, null])
  expect(second?.joins).toBe(first?.id)

  const read = await takeOne()
  expect(read).toContain(FIRST)
  expect(read).toContain(SECOND)
  await bot.say('counsellor-1', 'Chị ra cửa sau ngay')
  expect(told(key)).toContain('Chị ra cửa sau ngay')

  // Whoever writes there without her code reads the answer and none of her words, however it is asked for.
  const seen = [
    await bot.say(key, 'có ai không'),
    await bot.say(key, 'mục khác'),
    await bot.say(key, 'xem lại hỏi và trả lời'),
  ]
  expect(seen.map(screen).join('\n')).not.toContain(FIRST)
  const [own = '', later = ''] = codesOf(key)
  expect(own).not.toBe(later)
  await bot.say(key, 'thoát')
  await bot.say(key, 'hỏi riêng')
  expect(screen(await bot.say(key, later))).toContain('Chị ra cửa sau ngay')
  expect(screen(await bot.say(key, own))).toContain('Chị ra cửa sau ngay')
  await bot.say(key, 'mục khác')
  expect(screen(await bot.say(key, 'xem lại hỏi và trả lời'))).toContain(FIRST)
  await bot.say(key, 'thoát')
})

test('«Đã an toàn» of a later one does not end the first', async () => {
  const key = 'not over'
  await bot.say(key, FIRST)
  bot.clock.move(31 * MINUTE)
  await bot.say(key, SECOND)
  await bot.press(key, 'Đã an toàn')
  const [first, second] = await alarmsOf(key)
  expect([first?.stoodDownAt, second?.stoodDownAt === null]).toEqual([null, false])
  expect(await takeOne()).toContain('Đã an toàn')
})

test('after the first was taken, or is over, a second is one of its own', async () => {
  const key = 'over'
  await bot.say(key, FIRST)
  await bot.press(key, 'Đã an toàn')
  await bot.say(key, SECOND)
  expect((await alarmsOf(key)).map((one) => one.joins)).toEqual([null, null])
  await takeOne()
})

test('erasing ends both', async () => {
  const key = 'erased'
  await bot.say(key, FIRST)
  await bot.say(key, 'thoát')
  await bot.say(key, SECOND)
  await takeOne()
  const [own = ''] = codesOf(key)
  const ids = (await alarmsOf(key)).map((one) => one.id)
  await bot.say(key, own)
  await bot.press(key, 'Xóa')
  await bot.press(key, 'Xóa hết')
  const left = await bot.store.vault.alarm.findMany({ where: { id: { in: ids } } })
  expect(left.map((one) => [one.receipt, one.lane, one.body.length, one.stoodDownAt === null])).toEqual([
    [null, null, 0, false],
    [null, null, 0, false],
  ])
})
