import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FiguresCache, makeFiguresCache } from '../../../src/bot/store/union/figuresCache.ts'
import { recordEvent, startReport } from '../../../src/bot/store/union/reportEvents.ts'
import { anyReportOf, freeCodeOf, reportOf, reportsOf } from '../../../src/bot/store/union/reports.ts'
import { localDate } from '../../../src/domain/calendar.ts'
import { personId, reportId, unitId } from '../../../src/domain/ids.ts'
import type { Answers } from '../../../src/domain/plan/form.ts'
import { formsOfAnyDate } from '../../../src/domain/plan/formsOfAnyDate.ts'
import { inSpan } from '../../../src/domain/spans.ts'
import { tally } from '../../../src/domain/tally/tally.ts'
import { aMerge, aTree, aUnit } from '../../support/builders.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { many, patience } from '../../support/many.ts'
import { plan2022 } from '../../support/plan2022.ts'

const COMMUNES = ['x1', 'x2', 'x3', 'x4', 'x5'].map((one) => unitId(one))
const ALL = [...['t', 'h1', 'h2'].map((one) => unitId(one)), ...COMMUNES]
/** The first two of the communes went into the last. */
const tree = aTree(
  [
    aUnit('t', 'province'),
    aUnit('h1', 'district', { parent: 't' }),
    aUnit('h2', 'district', { parent: 't' }),
    aUnit('x1', 'commune', { parent: 'h1', to: '2022-06-30' }),
    aUnit('x2', 'commune', { parent: 'h1', to: '2022-06-30' }),
    aUnit('x3', 'commune', { parent: 'h1' }),
    aUnit('x4', 'commune', { parent: 'h2' }),
    aUnit('x5', 'commune', { parent: 'h1', from: '2022-07-01' }),
  ],
  [aMerge('2022-07-01', ['x1', 'x2'], 'x5')],
)
const quarter = inSpan(plan2022, { from: localDate('2022-04-01'), to: localDate('2022-06-30') })

const anyUnits = fc.subarray(COMMUNES, { minLength: 1 })
const anyDay = fc.constantFrom('2021-12-20', '2022-03-01', '2022-06-30', '2022-07-05', '2022-12-31', '2023-01-05')
/** Days of answers are also in the future of a look: what is due, what ends. */
const anyReport = fc.record({
  form: fc.constantFrom('F-COM', 'F-PET', 'F-MTG', 'F-SUP', 'F-FBK', 'F-SUM'),
  on: anyDay,
  units: anyUnits,
  participants: fc.nat(90),
  due_on: anyDay,
  regulation_signed_on: anyDay,
  regulation_to: fc.option(anyDay, { nil: undefined }),
  sent_on: anyDay,
  conducted_on: fc.option(anyDay, { nil: undefined }),
})
type Given = typeof anyReport extends fc.Arbitrary<infer T> ? T : never

type Step =
  | { readonly kind: 'new'; readonly given: Given }
  | { readonly kind: 'change'; readonly which: number; readonly given: Given }
  | { readonly kind: 'approve' | 'return' | 'withdraw'; readonly which: number }
  | {
      readonly kind: 'look'
      readonly unit: (typeof ALL)[number]
      readonly days: readonly string[]
      readonly part: boolean
      readonly at: number
    }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('new' as const), given: anyReport }) },
  fc.record({ kind: fc.constant('change' as const), which: fc.nat(20), given: anyReport }),
  fc.record({ kind: fc.constantFrom('approve' as const, 'return' as const, 'withdraw' as const), which: fc.nat(20) }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('look' as const),
      unit: fc.constantFrom(...ALL),
      days: fc.array(anyDay, { minLength: 1, maxLength: 3 }),
      part: fc.boolean(),
      at: fc.nat(2),
    }),
  },
)

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2022-06-30T09:00' })
})
afterAll(() => bot.stop())

let made = 0

/** Two processes that remember, and one that has room for almost nothing. */
const processes = (): readonly FiguresCache[] => [makeFiguresCache(), makeFiguresCache(), makeFiguresCache(4)]

const answersOf = ({ form: _form, on: _on, units: _units, ...answers }: Given): Answers => ({
  ...answers,
  role: 'lead',
  counterpart: 'same_level',
  has_regulation: true,
})

/** A step; a look says whether what is remembered is what a count of all reports in the database says. */
async function take(step: Step, caches: readonly FiguresCache[], ids: string[]): Promise<boolean> {
  const { union } = bot.store
  const now = bot.clock.now()
  if (step.kind === 'look') {
    const asked = { plan: step.part ? quarter : plan2022, tree, unit: step.unit }
    const days = step.days.map((day) => localDate(day))
    const { from, to } = plan2022
    const [reports, remembered] = await union.$transaction(async (tx) => [
      await reportsOf(tx, { units: ALL, from, to, older: formsOfAnyDate(plan2022) }),
      await caches[step.at]?.of(tx, { ...asked, units: ALL, days }),
    ])
    return isDeepStrictEqual(
      remembered,
      days.map((asOf) => tally({ ...asked, asOf, reports })),
    )
  }
  if (step.kind === 'new') {
    const { form, on, units } = step.given
    const id = `r${++made}`
    ids.push(id)
    const [unit, ...jointUnits] = units
    if (unit === undefined) return true
    await union.$transaction((tx) =>
      startReport(tx, {
        id: reportId(id),
        code: `C-${id}`,
        form,
        formVersion: 1,
        unit,
        jointUnits,
        eventDate: localDate(on),
        none: step.given.participants === 0,
        answers: answersOf(step.given),
        by: personId('p1'),
        now,
      }),
    )
    return true
  }
  const chosen = ids[step.which % Math.max(1, ids.length)]
  if (chosen === undefined) return true
  const id = reportId(chosen)
  await union.$transaction((tx) =>
    step.kind === 'change'
      ? recordEvent(tx, {
          id,
          kind: 'amended',
          now,
          jointUnits: step.given.units,
          eventDate: localDate(step.given.on),
          answers: answersOf(step.given),
          afterClose: true,
        })
      : recordEvent(tx, { id, kind: EVENTS[step.kind], now }),
  )
  return true
}

const EVENTS = { approve: 'approved', return: 'returned', withdraw: 'withdrawn' } as const

test(
  'what is remembered is what a count of all reports says, whoever changed them',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
        const caches = processes()
        const ids: string[] = []
        for (const step of steps) expect(await take(step, caches, ids)).toBe(true)
      }),
      { numRuns: many(8, 300) },
    )
  },
  patience(60_000),
)

const GIVEN: Given = {
  form: 'F-COM',
  on: '2022-03-01',
  units: COMMUNES.slice(2, 3),
  participants: 30,
  due_on: '2022-03-01',
  regulation_signed_on: '2022-03-01',
  regulation_to: undefined,
  sent_on: '2022-03-01',
  conducted_on: undefined,
}

test('the same tally again while nothing has changed, another one afterwards', async () => {
  const cache = makeFiguresCache()
  const days = [localDate('2022-06-30')]
  const asked = { plan: plan2022, tree, unit: unitId('t'), units: ALL, days }
  const look = () => bot.store.union.$transaction(async (tx) => (await cache.of(tx, asked))[0])
  const ids: string[] = []
  await take({ kind: 'new', given: GIVEN }, [], ids)
  const first = await look()
  expect(await look()).toBe(first)
  await take({ kind: 'withdraw', which: 0 }, [], ids)
  expect(await look()).not.toBe(first)
})

test('a unit that is taken out of a joint report no longer has it', async () => {
  const caches = processes()
  const ids: string[] = []
  const look: Step = { kind: 'look', unit: unitId('x4'), days: ['2022-12-31'], part: false, at: 0 }
  await take({ kind: 'new', given: { ...GIVEN, units: COMMUNES.slice(2, 4) } }, caches, ids)
  expect(await take(look, caches, ids)).toBe(true)
  await take({ kind: 'change', which: 0, given: { ...GIVEN, units: COMMUNES.slice(2, 3) } }, caches, ids)
  expect(await take(look, caches, ids)).toBe(true)
})

test('a day that an answer names comes, and what was remembered is counted anew', async () => {
  const caches = processes()
  const look = (day: string): Step => ({ kind: 'look', unit: unitId('t'), days: [day], part: false, at: 0 })
  await take({ kind: 'new', given: { ...GIVEN, form: 'F-PET', due_on: '2022-07-05' } }, caches, [])
  expect(await take(look('2022-06-30'), caches, [])).toBe(true)
  expect(await take(look('2022-07-05'), caches, [])).toBe(true)
  expect(await take(look('2022-07-06'), caches, [])).toBe(true)
})

test('whether anything is known of some units is asked without reading it', async () => {
  const wanted = { units: [unitId('nowhere')], from: localDate('2022-01-01'), to: localDate('2022-12-31'), older: [] }
  expect(await anyReportOf(bot.store.union, wanted)).toBe(false)
  await take({ kind: 'new', given: GIVEN }, [], [])
  expect(await anyReportOf(bot.store.union, { ...wanted, units: ALL })).toBe(true)
})

test('a report in a list is the same as when it is opened', async () => {
  const wanted = { units: ALL, from: plan2022.from, to: plan2022.to, older: formsOfAnyDate(plan2022) }
  await take({ kind: 'new', given: { ...GIVEN, units: COMMUNES.slice(2, 4) } }, [], [])
  const [listed, opened] = await bot.store.union.$transaction(async (tx) => {
    const all = await reportsOf(tx, wanted)
    const each = []
    for (const { id } of all) each.push((await reportOf(tx, id)).report)
    return [all, each]
  })
  expect(listed.length).toBeGreaterThan(0)
  expect(listed).toEqual(opened)
})

test('a code that a report bears is passed over', async () => {
  const taken = (await bot.store.union.report.findFirstOrThrow({ select: { code: true } })).code
  expect(await freeCodeOf(bot.store.union, [taken, 'COM-FREE22', 'COM-FREE33'])).toBe('COM-FREE22')
  expect(await freeCodeOf(bot.store.union, [taken])).toBeUndefined()
})
