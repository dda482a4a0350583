import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDate } from '../../../src/domain/calendar.ts'
import { problemsOf } from '../../../src/domain/plan/checks.ts'
import { applies, hasValue } from '../../../src/domain/plan/conditions.ts'
import { fitsField } from '../../../src/domain/plan/fitsField.ts'
import { eventDateOf } from '../../../src/domain/plan/eventDate.ts'
import type { Form } from '../../../src/domain/plan/form.ts'
import { demoRegister } from '../../../src/bot/install/demoProvince.ts'
import { type ExampleReport, exampleReports } from '../../../src/bot/install/exampleReports.ts'
import { installExamples } from '../../../src/bot/install/installExamples.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'

const YEAR_END = localDate('2026-12-31')
let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-24T09:00' })
})
afterAll(() => bot.stop())

function formOf({ form, eventDate }: ExampleReport): Form {
  const found = bot.app.plans.planOn(eventDate)?.forms.find((one) => one.id === form)
  if (found === undefined) throw new Error(`no form ${form} on ${eventDate}`)
  return found
}

test('every example is what an officer could have sent', () => {
  for (const one of exampleReports(YEAR_END)) {
    const form = formOf(one)
    for (const field of form.fields) {
      const value = one.answers[field.id]
      const asked = field.stage === undefined && applies(field.when, one.answers)
      const missing = asked && !field.optional && !hasValue(value)
      const wrong = value !== undefined && !fitsField(field, value)
      expect({ form: form.id, field: field.id, missing, wrong }).toMatchObject({ missing: false, wrong: false })
    }
    const blocked = problemsOf(form.checks, one.answers).filter((problem) => problem.severity === 'block')
    expect({ form: form.id, blocked }).toMatchObject({ blocked: [] })
    expect(eventDateOf(form, one.answers, YEAR_END)).toBe(one.eventDate)
    expect(Object.keys(one.answers).filter((id) => !form.fields.some((field) => field.id === id))).toEqual([])
  }
})

test('the examples are of units that are in force, and none lies ahead of the day', () => {
  const units = new Map(
    demoRegister()
      .versions.filter((one) => one.to === undefined)
      .map((one) => [one.unit, one]),
  )
  expect(exampleReports(YEAR_END).filter((one) => !units.has(one.unit))).toEqual([])
  const day = localDate('2026-05-10')
  const early = exampleReports(day)
  expect(early.length).toBeGreaterThan(50)
  expect(early.filter((one) => one.eventDate > day)).toEqual([])
  expect(exampleReports(addDays(localDate('2026-01-01'), 0))).toEqual([])
})

test('an untouched demonstration is filled once, and its leader has figures to read', async () => {
  const { app, store, clock } = bot
  const count = await installExamples(store, app.plans, clock.now())
  expect(count).toBeGreaterThan(200)
  expect(await installExamples(store, app.plans, clock.now())).toBe(0)
  expect(await store.union.report.count()).toBe(count)
  expect(await store.union.report.count({ where: { state: 'returned' } })).toBeGreaterThan(0)
  expect(await store.union.report.count({ where: { submittedAt: { gt: clock.now() } } })).toBe(0)
  const said = (await bot.say('leader', 'tiến độ')).map((one) => one.text).join('\n')
  expect(said).toMatch(/I\.2 .*: (1\d|2\d)\/37/)
})
