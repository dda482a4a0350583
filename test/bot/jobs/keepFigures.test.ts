import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepFigures } from '../../../src/bot/jobs/keepFigures.ts'
import { treeNow } from '../../../src/bot/jobs/treeNow.ts'
import { dateOf, instant } from '../../../src/domain/calendar.ts'
import { unitsBelow } from '../../../src/flows/union/figures.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { sendSome } from '../../support/someReports.ts'

let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-11-01T09:00' })
  await sendSome(bot)
})
afterAll(() => bot.stop())

test('the figures of the root are counted before anybody asks, unit by unit', async () => {
  const { app } = bot
  const { union, figures } = app.store
  const tree = await treeNow(app, union)
  const today = dateOf(instant(app.now().getTime()))
  const root = tree.inForce(today).find(({ parent }) => parent === undefined)?.unit
  const plan = app.plans.planOn(today)
  if (root === undefined || plan === undefined) throw new Error('no province')

  const step = keepFigures(app)
  const steps: (number | false)[] = []
  for (let said = await step(); said !== false; said = await step()) steps.push(said)
  expect(steps).toHaveLength(tree.childrenOn(root, today).length)

  // Behind the bot's back: whoever read the reports now would find none.
  await union.report.updateMany({ data: { state: 'withdrawn' } })
  const units = unitsBelow(root, { tree, today })
  const [told] = await figures.of(union, { plan, tree, unit: root, units, days: [today] })
  const levels = told?.rows.flatMap((row) => row.levels) ?? []
  expect(levels.some(({ total }) => total > 0)).toBe(true)
})
