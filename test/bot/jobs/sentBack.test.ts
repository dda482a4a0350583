import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/domain/calendar.ts'
import { personId, reportId, unitId } from '../../../src/domain/ids.ts'
import { recordEvent, startReport } from '../../../src/bot/store/union/reportEvents.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'

/** The only supervision of a commune stands returned when the year is over. */
let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-12-29T09:00' })
  const id = reportId('sent-back')
  const by = personId('demo-officer-1')
  const now = bot.clock.now()
  const { unit } = await bot.store.union.grant.findFirstOrThrow({ where: { personId: by } })
  await bot.store.union.$transaction(async (tx) => {
    await startReport(tx, {
      id,
      code: 'SUP-000001',
      form: 'F-SUP',
      formVersion: 1,
      unit: unitId(unit),
      jointUnits: [],
      eventDate: localDate('2022-12-20'),
      none: false,
      answers: {
        policy_title: 'Hỗ trợ nhà ở',
        supervised_entity: 'UBND xã',
        role: 'lead',
        mode: 'delegation',
        reached: 'conducted',
        selected_on: '2022-12-01',
        conducted_on: '2022-12-20',
      },
      by,
      now,
    })
    const comment = { field: 'conducted_on', text: 'Chị xem lại ngày giúp em' }
    await recordEvent(tx, { id, kind: 'returned', now, comment })
  })
}, 60_000)
afterAll(() => bot.stop())

test('the reminder of what is overdue leads to the report that was sent back', async () => {
  bot.clock.set('2023-01-03T08:30')
  await bot.settle()
  const told = (key: string) => bot.seen(key).find(({ text }) => text.includes('đã qua'))
  const row = (key: string) =>
    told(key)
      ?.text.split('\n')
      .find((line) => line.includes('I.2'))
  expect(row('officer-2')).toContain('chưa có báo cáo')
  expect(row('officer-1')).toContain('đang được trả lại')
  const labels = (key: string) =>
    told(key)
      ?.buttons?.flat()
      .map(({ label }) => label)
  expect([labels('officer-1'), labels('officer-2')]).toEqual([['Sửa: Giám sát 20/12/2022', 'Báo cáo'], ['Báo cáo']])
  await bot.press('officer-1', 'Sửa: Giám sát 20/12/2022')
  expect(
    bot
      .seen('officer-1')
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('Chị xem lại ngày giúp em')
})

test('put aside it comes back at the question, with the comment', async () => {
  await bot.say('officer-1', 'để sau')
  await bot.say('officer-1', 'menu')
  const said = (await bot.say('officer-1', 'tiếp tục')).map(({ text }) => text).join('\n')
  expect(said).toContain('Chị xem lại ngày giúp em')
  expect(said).toContain('Giám sát được tiến hành ngày nào ạ?')
})

test('sent again without a change it is asked about, with the comment', async () => {
  await bot.press('officer-1', 'Giữ: 20/12/2022')
  const said = (await bot.say('officer-1', 'gửi')).map(({ text }) => text).join('\n')
  expect(said).toContain('chưa sửa gì so với bản được trả lại')
  expect(said).toContain('Chị xem lại ngày giúp em')
  const state = () => bot.store.union.report.findUniqueOrThrow({ where: { id: 'sent-back' } })
  expect((await state()).state).toBe('returned')
  await bot.say('officer-1', 'gửi')
  expect((await state()).state).toBe('submitted')
})
