import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeVaultSeat } from '../../../src/bot/store/vault/conversation.ts'
import { performDesk } from '../../../src/bot/store/vault/performDesk.ts'
import { instant } from '../../../src/domain/calendar.ts'
import { caseId } from '../../../src/domain/ids.ts'
import { ask, startTestBot, takeFirst, type TestBot } from '../../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-23T09:00' })
  await ask(bot, 'woman', 'chồng em hay đánh em, em muốn hỏi ly hôn')
  await takeFirst(bot, 'counsellor-1')
  await bot.press('counsellor-1', 'Đóng ca')
  await bot.press('counsellor-1', 'Đã trả lời')
  await bot.press('counsellor-1', 'Tư vấn viên 2')
  await bot.press('counsellor-2', 'Xem ca')
})
afterAll(() => bot.stop())

const state = async (): Promise<string> => (await bot.store.vault.case.findFirstOrThrow()).state

test('a closing that waits is not agreed while her new alarm is open', async () => {
  await bot.say('woman', 'nó đang cầm dao đập cửa cứu em với')
  await bot.press('counsellor-2', 'Đồng ý đóng')
  expect(bot.seen('counsellor-2').at(-1)?.text).toContain('đang có tin khẩn')
  expect(await state()).toBe('taken')
})

test('nor after the alarm was taken: it must be proposed again', async () => {
  await bot.press('counsellor-2', 'Nhận tin khẩn')
  const row = await bot.store.vault.case.findFirstOrThrow()
  expect([row.state, row.closeAsked, row.closeBy]).toEqual(['taken', null, null])
})

test('an erased case is not opened again, nor written into', async () => {
  await ask(bot, 'gone', 'tôi muốn ly hôn')
  await takeFirst(bot, 'head')
  await bot.press('gone', 'Xóa')
  await bot.press('gone', 'Xóa hết')
  await bot.say('head', 'Chị nộp đơn ở tòa án khu vực')
  const card = bot.seen('head').at(-1)
  expect(card?.text).toContain('chị ấy đã xóa')
  expect(card?.buttons.map(({ label }) => label)).not.toContain('Mở lại ca')
  const { vault } = bot.store
  const { id, takenBy } = await vault.case.findFirstOrThrow({ where: { state: 'closed' } })
  const { lane } = await vault.vaultConversation.findFirstOrThrow({ where: { memberId: takenBy } })
  const now = bot.clock.now()
  const effect = { do: 'reopenCase' as const, case: caseId(id), promiseAt: instant(now.getTime()) }
  await vault.$transaction(async (tx) => {
    const seat = await takeVaultSeat(bot.store, tx, lane)
    if (seat !== undefined) await performDesk(bot.store, tx, effect, { seat, now, newId: () => 'x' })
  })
  expect((await vault.case.findUniqueOrThrow({ where: { id } })).state).toBe('closed')
})
