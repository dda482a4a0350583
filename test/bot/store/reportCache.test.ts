import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeReportCache, type ReportCache } from '../../../src/bot/store/union/reportCache.ts'
import { recordEvent, startReport } from '../../../src/bot/store/union/reportEvents.ts'
import { freeCodeOf, reportsOf, type Wanted } from '../../../src/bot/store/union/reports.ts'
import { localDate } from '../../../src/domain/calendar.ts'
import { personId, reportId, unitId } from '../../../src/domain/ids.ts'
import { startTestBot, type TestBot } from '../../support/bot.ts'
import { many, patience } from '../../support/many.ts'

const UNITS = ['x1', 'x2', 'x3', 'x4'].map((one) => unitId(one))
const anyUnits = fc.subarray(UNITS, { minLength: 1 })
const anyDay = fc.constantFrom('2021-12-20', '2022-03-01', '2022-06-30', '2023-01-05').map((one) => localDate(one))

type Step =
  | {
      readonly kind: 'new'
      readonly units: readonly (typeof UNITS)[number][]
      readonly on: string
      readonly form: string
    }
  | {
      readonly kind: 'change'
      readonly which: number
      readonly units: readonly (typeof UNITS)[number][]
      readonly on: string
    }
  | { readonly kind: 'approve' | 'withdraw'; readonly which: number }
  | {
      readonly kind: 'look'
      readonly units: readonly (typeof UNITS)[number][]
      readonly older: boolean
      readonly at: number
    }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('new' as const),
    units: anyUnits,
    on: anyDay,
    form: fc.constantFrom('F-COM', 'F-PET'),
  }),
  fc.record({ kind: fc.constant('change' as const), which: fc.nat(20), units: anyUnits, on: anyDay }),
  fc.record({ kind: fc.constantFrom('approve' as const, 'withdraw' as const), which: fc.nat(20) }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('look' as const), units: anyUnits, older: fc.boolean(), at: fc.nat(2) }),
  },
)

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2022-06-30T09:00' })
})
afterAll(() => bot.stop())

let made = 0

/** Two processes that remember, and one that has room for almost nothing. */
const processes = (): readonly ReportCache[] => [makeReportCache(), makeReportCache(), makeReportCache(2)]

/** A step; a look says whether what is remembered is what the database says. */
async function take(step: Step, caches: readonly ReportCache[], ids: string[]): Promise<boolean> {
  const { union } = bot.store
  const now = bot.clock.now()
  if (step.kind === 'look') {
    const wanted: Wanted = {
      units: step.units,
      from: '2022-01-01',
      to: '2022-12-31',
      older: step.older ? ['F-PET'] : [],
    }
    const [fresh, remembered] = await union.$transaction(async (tx) => [
      await reportsOf(tx, wanted),
      await caches[step.at]?.of(tx, wanted),
    ])
    return isDeepStrictEqual(remembered, fresh)
  }
  if (step.kind === 'new') {
    const id = `r${++made}`
    ids.push(id)
    const [unit, ...jointUnits] = step.units
    if (unit === undefined) return true
    await union.$transaction((tx) =>
      startReport(tx, {
        id: reportId(id),
        code: `C-${id}`,
        form: step.form,
        formVersion: 1,
        unit,
        jointUnits,
        eventDate: localDate(step.on),
        none: false,
        answers: { participants: made },
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
          jointUnits: step.units,
          eventDate: localDate(step.on),
          answers: { n: ++made },
        })
      : recordEvent(tx, { id, kind: step.kind === 'approve' ? 'approved' : 'withdrawn', now }),
  )
  return true
}

test(
  'what is remembered is what the database says, whoever changed it',
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

test('the same list again while nothing has changed, another one afterwards', async () => {
  const cache = makeReportCache()
  const wanted: Wanted = { units: UNITS, from: '2022-01-01', to: '2022-12-31', older: [] }
  const look = () => bot.store.union.$transaction((tx) => cache.of(tx, wanted))
  const ids: string[] = []
  await take({ kind: 'new', units: UNITS.slice(0, 1), on: '2022-03-01', form: 'F-COM' }, [], ids)
  const first = await look()
  expect(await look()).toBe(first)
  await take({ kind: 'withdraw', which: 0 }, [], ids)
  expect(await look()).not.toBe(first)
})

test('a unit that is taken out of a joint report no longer has it', async () => {
  const caches = processes()
  const ids: string[] = []
  const look: Step = { kind: 'look', units: UNITS.slice(1, 2), older: false, at: 0 }
  await take({ kind: 'new', units: UNITS.slice(0, 2), on: '2022-03-01', form: 'F-COM' }, caches, ids)
  expect(await take(look, caches, ids)).toBe(true)
  await take({ kind: 'change', which: 0, units: UNITS.slice(2, 3), on: '2022-03-01' }, caches, ids)
  expect(await take(look, caches, ids)).toBe(true)
})

test('a code that a report bears is passed over', async () => {
  const taken = (await bot.store.union.report.findFirstOrThrow({ select: { code: true } })).code
  expect(await freeCodeOf(bot.store.union, [taken, 'COM-FREE22', 'COM-FREE33'])).toBe('COM-FREE22')
  expect(await freeCodeOf(bot.store.union, [taken])).toBeUndefined()
})
