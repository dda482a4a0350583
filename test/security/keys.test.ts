import { readFileSync, statSync } from 'node:fs'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { ask, DAY, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'

const WORDS = 'tôi muốn ly hôn chồng, thủ tục ra sao'
const START = '2026-11-10T09:00'

async function started(): Promise<TestBot> {
  const bot = await startTestBot({ at: START })
  onTestFinished(() => bot.stop())
  return bot
}

async function keysOf(bot: TestBot): Promise<readonly { readonly kid: string; readonly wrapped: Uint8Array }[]> {
  return await bot.store.vault.caseKey.findMany()
}

const daysOf = (bot: TestBot): readonly string[] =>
  Object.keys(
    z.object({ days: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(bot.store.ring.file, 'utf8')))
      .days,
  ).toSorted()

async function isReadable(bot: TestBot): Promise<boolean> {
  await takeFirst(bot, 'counsellor-1')
  return bot.seen('counsellor-1').some((one) => one.text.includes(WORDS))
}

test.skipIf(process.platform === 'win32')(
  'the key ring is readable by its owner alone, also after it was changed',
  async () => {
    const bot = await started()
    expect(statSync(bot.store.ring.file).mode & 0o777).toBe(0o600)
    await ask(bot, 'woman', WORDS)
    expect(daysOf(bot)).toEqual(['2026-11-10'])
    expect(statSync(bot.store.ring.file).mode & 0o777).toBe(0o600)
  },
)

test('each day every living case is wrapped by the key of that day', async () => {
  const bot = await started()
  await ask(bot, 'woman-1', WORDS)
  await ask(bot, 'woman-2', WORDS)
  const first = await keysOf(bot)
  bot.clock.move(DAY)
  await bot.settle()
  const second = await keysOf(bot)
  expect(first.map((one) => one.kid)).toEqual(['2026-11-10', '2026-11-10'])
  expect(second.map((one) => one.kid)).toEqual(['2026-11-11', '2026-11-11'])
  expect(second.map((one) => one.wrapped)).not.toEqual(first.map((one) => one.wrapped))
})

test('a key is destroyed when it is older than seven days, and living cases outlive it', async () => {
  const bot = await started()
  await ask(bot, 'woman', WORDS)
  for (let day = 0; day < 8; day++) {
    bot.clock.move(DAY)
    await bot.settle()
  }
  expect(daysOf(bot)).not.toContain('2026-11-10')
  expect(daysOf(bot)).toHaveLength(8)
  expect(await isReadable(bot)).toBe(true)
})

test('a case is still readable when the bot stood still for longer than a week', async () => {
  const bot = await started()
  await ask(bot, 'woman', WORDS)
  bot.clock.move(30 * DAY)
  await bot.settle()
  bot.clock.move(DAY)
  await bot.settle()
  expect(daysOf(bot)).not.toContain('2026-11-10')
  expect(await isReadable(bot)).toBe(true)
})

test('no key is destroyed when the cases could not be wrapped anew', async () => {
  const bot = await started()
  await ask(bot, 'woman', WORDS)
  await asOwner(bot, "ALTER TABLE vault.case_key ADD CONSTRAINT broken CHECK (kid = '2026-11-10')")
  bot.clock.move(30 * DAY)
  await expect(bot.settle()).rejects.toThrow(/check constraint/)
  await asOwner(bot, 'ALTER TABLE vault.case_key DROP CONSTRAINT broken')
  bot.clock.move(DAY)
  await bot.settle()
  expect(await isReadable(bot)).toBe(true)
})

test('a case that was erased cannot be read from a backup once the key of its day is gone', async () => {
  const bot = await started()
  await ask(bot, 'woman', WORDS)
  const [backup] = await keysOf(bot)
  await bot.press('woman', 'Xóa')
  await bot.press('woman', 'Xóa hết')
  expect(await keysOf(bot)).toEqual([])
  expect(bot.store.ring.dayKey(backup?.kid ?? '')).toBeDefined()
  for (let day = 0; day < 8; day++) {
    bot.clock.move(DAY)
    await bot.settle()
  }
  expect(bot.store.ring.dayKey(backup?.kid ?? '')).toBeUndefined()
})

async function asOwner(bot: TestBot, sql: string): Promise<void> {
  const client = new Client({ connectionString: bot.ownerUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}
