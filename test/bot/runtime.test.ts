import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Channel, ChannelError, type Out } from '../../src/bot/channel.ts'
import { talkChannel } from '../../src/bot/channels/talk/channel.ts'
import { type Running, startLoops } from '../../src/bot/runtime.ts'
import { storeArrival } from '../../src/bot/store/inbox.ts'
import { HOUR, MINUTE, startTestBot, type TestBot } from '../support/bot.ts'

let bot: TestBot
let loops: Running | undefined
let away = false
beforeEach(async () => {
  away = false
  bot = await startTestBot({
    at: '2026-11-10T09:00',
    refuse: () => (away ? new ChannelError('retry', 'away') : undefined),
  })
  loops = undefined
})
afterEach(async () => {
  await loops?.stop()
  await bot.stop()
})

/** A channel of the test's own, in place among those of the bot. */
function addChannel(name: string, send: (to: string, out: Out) => Promise<void>): void {
  const channel: Channel = { ...talkChannel(() => {}), name, send: async (to, out) => (await send(to, out), {}) }
  const { channels } = bot.app
  if (!(channels instanceof Map)) throw new Error('the channels of this bot cannot be added to')
  channels.set(name, channel)
}

const says = async (channel: string, address: string): Promise<void> => {
  await storeArrival(
    bot.store,
    { channel, address, eventKey: `${channel} ${address}`, what: { kind: 'text', text: 'xin chào' } },
    bot.clock.now(),
  )
}

const MANY = Array.from({ length: 12 }, (_, n) => `chat-${n}`)

test('a channel that hangs holds up its own messages alone, and each of them goes once', async () => {
  const release = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const slow: string[] = []
  addChannel('slow', async (to) => {
    slow.push(to)
    await release.promise
    if (new Set(slow).size === MANY.length) over.resolve()
  })
  addChannel('quick', async () => answered.resolve())
  for (const address of MANY) await says('slow', address)
  loops = startLoops(bot.app, { turns: 2, senders: 2 })
  loops.wake()
  // As many as may be under way wait for an answer; only then does somebody write on the other channel.
  await expect.poll(() => slow.length, { timeout: 20_000 }).toBe(2)
  await says('quick', 'her')
  loops.wake()
  await answered.promise
  expect(slow).toHaveLength(2)
  release.resolve()
  await over.promise
  expect([...slow].sort()).toEqual([...MANY].sort())
})

test('what waits for a channel that is away for hours arrives when it is back, once and in order', async () => {
  away = true
  for (const said of ['báo cáo', 'bỏ', 'menu']) await bot.say('officer-1', said)
  for (let minutes = 0; minutes < 180; minutes += 10) {
    bot.clock.move(10 * MINUTE)
    await bot.settle()
  }
  expect(bot.seen('officer-1')).toEqual([])
  const where = { conversationId: 'demo-officer-1-talk' }
  const waiting = await bot.store.union.outbox.findMany({ where, orderBy: { id: 'asc' } })
  expect(waiting.length).toBeGreaterThanOrEqual(3)
  expect(waiting.filter(({ state }) => state !== 'waiting')).toEqual([])
  away = false
  bot.clock.move(10 * MINUTE)
  await bot.settle()
  expect(bot.seen('officer-1')).toHaveLength(waiting.length)
  const sent = await bot.store.union.outbox.findMany({ where: { ...where, state: 'sent' }, orderBy: { id: 'asc' } })
  expect(sent.map(({ id }) => id)).toEqual(waiting.map(({ id }) => id))
  expect(bot.seen('officer-1').at(-1)?.text).toContain('Chị cần làm gì')
})

test('a channel that is away for a whole day gives up what waited', async () => {
  away = true
  await bot.say('officer-1', 'menu')
  bot.clock.move(24 * HOUR)
  await bot.settle()
  const where = { conversationId: 'demo-officer-1-talk' }
  expect(await bot.store.union.outbox.findMany({ where, select: { state: true, body: true } })).toEqual([
    { state: 'dead', body: null },
  ])
})
