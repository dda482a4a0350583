import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyedHash } from '../../src/bot/keys/keys.ts'
import { HOUR, startTestBot, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
}, 180_000)
afterAll(() => bot.stop())

async function invite(code: string, role: string): Promise<void> {
  const now = bot.clock.now()
  await bot.store.union.invitation.create({
    data: {
      id: `i-${code}`,
      hash: keyedHash(bot.store.keys.invitation, code.replace('-', '')),
      role,
      unit: 'tinh',
      name: 'Chị Mới',
      createdAt: now,
      expiresAt: new Date(now.getTime() + HOUR),
    },
  })
}
const members = () => bot.store.vault.member.count({ where: { revokedAt: null } })

test('nobody is administrator and in the club at once, whichever comes first', { timeout: 120_000 }, async () => {
  const before = await members()
  await invite('AAAAA-AAAA2', 'counsellor')
  await bot.say('admin', 'hỏi kín')
  await bot.say('admin', 'AAAAA-AAAA2')
  await bot.say('admin', 'AAAAA-AAAA2')
  expect(await members()).toBe(before)
  await invite('BBBBB-BBBB2', 'counsellor')
  await bot.say('new:chi-moi', 'BBBBB-BBBB2')
  expect(await members()).toBe(before + 1)
  await bot.press('new:chi-moi', 'Bàn tư vấn')
  await bot.press('new:chi-moi', 'Việc khác của Hội')
  await invite('CCCCC-CCCC2', 'admin')
  await bot.say('new:chi-moi', 'mã mời')
  await bot.say('new:chi-moi', 'CCCCC-CCCC2')
  expect(await bot.store.union.grant.count({ where: { role: 'admin', person: { name: 'Chị Mới' } } })).toBe(1)
  expect(await members()).toBe(before)
})
