import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptSilently } from '../../../src/bot/jobs/accept.ts'
import { reportId } from '../../../src/domain/ids.ts'
import { recordEvent } from '../../../src/bot/store/union/reportEvents.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { SOME_REPORTS, sendSome } from '../../support/someReports.ts'

let bot: TestBot
/** Three reports in one transaction, so that one batch is far from all. */
const BATCH = 3

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-11-01T09:00' })
  await sendSome(bot)
})
afterAll(() => bot.stop())

const states = async (): Promise<Readonly<Record<string, number>>> => {
  const rows = await bot.store.union.report.groupBy({ by: ['state'], _count: { id: true } })
  return Object.fromEntries(rows.map((row) => [row.state, row._count.id]))
}

test('nothing is accepted before its days are over', async () => {
  await acceptSilently(bot.app, new Date('2022-11-07T20:00:00Z'), BATCH)
  expect(await states()).toEqual({ submitted: SOME_REPORTS.length })
})

test('afterwards all are, batch by batch, each once and with its mark; one that was sent back is not', async () => {
  const [first] = await bot.store.union.report.findMany({ select: { id: true }, orderBy: { id: 'desc' }, take: 1 })
  const back = reportId(first?.id ?? '')
  await bot.store.union.$transaction((tx) =>
    recordEvent(tx, {
      id: back,
      kind: 'returned',
      now: bot.clock.now(),
      comment: { field: 'attendees', text: 'Chị xem lại giúp em' },
    }),
  )
  const later = new Date('2022-11-10T02:00:00Z')
  await Promise.all([acceptSilently(bot.app, later, BATCH), acceptSilently(bot.app, later, BATCH)])
  expect(await states()).toEqual({ approved: SOME_REPORTS.length - 1, returned: 1 })
  const events = await bot.store.union.reportEvent.groupBy({
    by: ['reportId'],
    where: { kind: 'approved', automatic: true },
    _count: { seq: true },
  })
  expect(events.map((one) => one._count.seq)).toEqual(events.map(() => 1))
  expect(events.length).toBe(SOME_REPORTS.length - 1)
})
