import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../../src/bot/app.ts'
import { drain } from '../../../src/bot/runtime.ts'
import { claimUnion, failed } from '../../../src/bot/store/inbox.ts'
import { unionTurn } from '../../../src/bot/turns/unionTurn.ts'
import { MINUTE, startTestBot, type TestBot, text } from '../../support/bot.ts'

let bot: TestBot
/** The same bot, with a fault that breaks every turn. */
let broken: App

beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-04T09:00' })
  broken = { ...bot.app, tree: () => Promise.reject(new TypeError('a fault of ours')) }
})
afterAll(() => bot.stop())

const lastOf = (key: string): string => bot.seen(key).at(-1)?.text ?? ''

test('when a turn breaks on words of danger, the numbers go out all the same, and the turn is done later', async () => {
  await bot.arrive('lan', text('anh ấy đang cầm dao đuổi em, cứu em với'))
  await drain(broken)
  expect(lastOf('lan')).toContain('113')
  expect(await bot.store.vault.alarm.count()).toBe(0)
  bot.clock.move(MINUTE)
  await drain(bot.app)
  expect(await bot.store.vault.alarm.count()).toBe(1)
})

test('a child whose turn breaks is told the number for children', async () => {
  await bot.arrive('bi', text('cháu 9 tuổi, bố cháu đang đánh mẹ cháu, cháu sợ lắm'))
  await drain(broken)
  expect(lastOf('bi')).toContain('111')
  bot.clock.move(MINUTE)
  await drain(bot.app)
})

test('a turn that breaks five times is set aside, and the person hears one calm sentence', async () => {
  await bot.arrive('hoa', text('xin chào'))
  for (let tries = 0; tries < 5; tries++) {
    await drain(broken)
    bot.clock.move(MINUTE)
  }
  expect(bot.seen('hoa')).toHaveLength(1)
  expect(lastOf('hoa')).toContain('trục trặc')
  expect(await bot.store.union.inbox.count({ where: { state: 'dead' } })).toBe(1)
})

test('a failure told late sets nothing aside that another worker has done', async () => {
  await bot.arrive('mai', text('xin chào'))
  const row = await bot.store.union.$transaction((tx) => claimUnion(tx, bot.clock.now()))
  if (row === undefined) throw new Error('nothing waits')
  await drain(bot.app)
  expect(await failed(bot.store, { ...row, attempts: 4 }, 'TypeError', bot.clock.now())).toBe(false)
  expect(await bot.store.union.inbox.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({ state: 'done' })
})

test('what goes wrong after a turn is done does not make it a failed one', async () => {
  await bot.arrive('thu', text('xin chào'))
  const loud: App = {
    ...bot.app,
    said: () => {
      throw new Error('no page listens')
    },
  }
  await expect(unionTurn(loud)).rejects.toThrow('no page listens')
  await drain(bot.app)
  expect(bot.seen('thu')).toHaveLength(1)
  expect(bot.log.filter((line) => line.includes('turn.failed') && line.includes('no page'))).toEqual([])
})
