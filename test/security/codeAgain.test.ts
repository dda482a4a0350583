import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyedHash } from '../../src/bot/keys/keys.ts'
import { HOUR, startTestBot, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

async function invite(code: string, role: string): Promise<void> {
  const now = bot.clock.now()
  await bot.store.union.invitation.create({
    data: {
      id: `i-${code}`,
      hash: keyedHash(bot.store.keys.invitation, code.replace('-', '')),
      role,
      unit: 'xa-1',
      name: 'Chị Mới',
      createdAt: now,
      expiresAt: new Date(now.getTime() + HOUR),
    },
  })
}
const said = async (key: string, text: string): Promise<string> =>
  (await bot.say(key, text)).map((one) => one.text).join('\n')

test('an officer who types her code again is told that she has used it; to anybody else it is a wrong code', async () => {
  await invite('AAAAA-AAAA2', 'officer')
  await bot.say('new:a', 'AAAAA-AAAA2')
  expect(await said('new:a', 'AAAAA-AAAA2')).toMatch(
    /^Mã này chị đã dùng rồi, không cần gõ lại\. Tài khoản này đang là cán bộ báo cáo của /,
  )
  await bot.press('new:a', 'Về đầu')
  expect(await said('new:a', 'mã mời')).toContain('Chị gõ mã mời')
  expect(await said('new:a', 'AAAAA-AAAA2')).toContain('đã dùng rồi')
  // Another officer of the same unit: used and never made look alike.
  expect(await said('officer-1', 'AAAAA-AAAA2')).toBe(await said('officer-1', 'AAAAA-AAAA3'))
  expect(await bot.store.union.grant.count({ where: { person: { name: 'Chị Mới' } } })).toBe(1)
})

test('what was taken from her since is not said to be hers', async () => {
  await bot.store.union.grant.updateMany({
    where: { person: { name: 'Chị Mới' } },
    data: { revokedAt: bot.clock.now() },
  })
  bot.clock.move(2 * HOUR)
  expect(await said('new:a', 'AAAAA-AAAA2')).not.toContain('đã dùng rồi')
})

test('a member types her code again at the desk: no code is called wrong there, and none is looked at', async () => {
  await invite('BBBBB-BBBB2', 'counsellor')
  await bot.say('new:b', 'BBBBB-BBBB2')
  const again = await said('new:b', 'BBBBB-BBBB2')
  expect(again).toMatch(/^Chị đang ở bàn tư vấn rồi, không cần gõ mã/)
  expect(await said('new:b', 'CCCCC-CCCC2')).toBe(again)
})
