import { expect, test } from 'vitest'
import { addDays, type LocalDate, localDate, weekday } from '../../src/domain/calendar.ts'
import { unitId } from '../../src/domain/ids.ts'
import { isSent, type Report } from '../../src/domain/report/report.ts'
import { headOf } from '../../src/domain/tally/verdict.ts'
import { tally } from '../../src/domain/tally/tally.ts'
import { DEMO_PEOPLE } from '../../src/bot/install/demoProvince.ts'
import { reportsKnownAt } from '../../src/bot/store/union/reportsKnownAt.ts'
import { startTestBot, type TestBot } from '../support/bot.ts'
import { many } from '../support/many.ts'
import { plan2022 } from '../support/plan2022.ts'
import { TREE } from '../support/unionTalk.ts'
import { type Expected, expectedFigures, type Units } from './oracle.ts'
import { playYear } from './play.ts'
import { seatOfficers } from './seat.ts'
import { writeScript } from './writeScript.ts'

/**
 * A year of a demonstration province replayed through the chat: 36 communes, their districts, the province, its boards and the
 * two affiliated Unions report on every form; reports come back, are mended, changed, withdrawn, approved, or accepted in
 * silence. In the end each row of the plan must be what the script by itself says. In `npm test` a few weeks; PROVE=full the year.
 */
const YEAR = many(0, 1) === 1
const [FROM, TO] = YEAR ? ['2022-01-03', '2022-12-31'] : ['2022-01-03', '2022-01-28']
const PER_DAY = many(4, 12)
const EVERY = many(3, 1)
const COMMUNES = many(5, 36)

const levelUnits = (level: 'district' | 'commune' | 'affiliated' | 'board'): readonly string[] =>
  TREE.inForce(localDate('2022-06-01'), level).map((one) => one.unit)
const UNITS: Units = {
  province: 'tinh',
  districts: levelUnits('district'),
  communes: levelUnits('commune'),
  grassroots: ['pn-cong-an'],
  affiliated: levelUnits('affiliated'),
  boards: levelUnits('board'),
}
const ACTING: readonly { readonly unit: string; readonly level: string }[] = [
  { unit: 'tinh', level: 'province' },
  ...UNITS.districts.map((unit) => ({ unit, level: 'district' })),
  ...UNITS.communes.slice(0, COMMUNES).map((unit) => ({ unit, level: 'commune' })),
  ...UNITS.affiliated.map((unit) => ({ unit, level: 'affiliated' })),
  ...UNITS.boards.map((unit) => ({ unit, level: 'board' })),
]

const officerOf = new Map<string, string>(
  DEMO_PEOPLE.flatMap(({ role, unit, key }) => (role === 'officer' ? [[unit, key]] : [])),
)

test('a year through the chat is what the script says by itself', { timeout: many(240_000, 7_200_000) }, async () => {
  const bot = await startTestBot({ at: `${FROM}T00:00` })
  try {
    const without = ACTING.map((one) => one.unit).filter((unit) => !officerOf.has(unit))
    await seatOfficers(bot.store, without, bot.clock.now())
    const { acts, ledger } = writeScript({
      plan: plan2022,
      cast: ACTING,
      from: localDate(FROM),
      to: localDate(TO),
      worked: workedDays(bot),
      perDay: PER_DAY,
      every: EVERY,
      lively: many(4, 1),
      told: many(0.2, 0.4),
      // A seed whose few weeks hold every kind of act, and deeds done together.
      seed: many(15, 20220103),
    })
    const before = process.cpuUsage()
    const messages = await playYear(bot, CAST, acts, localDate(TO))
    const done = [...Map.groupBy(acts, (one) => one.kind)].map(([kind, some]): [string, number] => [kind, some.length])
    console.log(
      JSON.stringify({
        replay: Object.fromEntries(done),
        messages,
        cpuMs: Math.round(process.cpuUsage(before).user / 1000),
      }),
    )
    expect(done).toHaveLength(8)
    const expected = expectedFigures([...ledger.values()], UNITS, TO)
    const reports = await reportsKnownAt(bot.store.union, undefined)
    expect(differences(expected, reports)).toEqual([])
    for (const [fault, planted] of PLANTED)
      expect([fault, differences(expected, planted(reports)).length > 0]).toEqual([fault, true])
    expect(bot.log.filter((line) => line.includes('failed'))).toEqual([])
  } finally {
    await bot.stop()
  }
})

const CAST = {
  officer: (unit: string) => officerOf.get(unit) ?? `cb-${unit}`,
  /** Only the first district has a leader of its own in the demonstration. */
  leader: (unit: string) =>
    TREE.versionOn(unitId(unit), localDate(FROM))?.parent === 'huyen-1' ? 'leader-district' : 'leader',
  name: (said: string) =>
    TREE.latest(unitId(/^[a-z0-9-]+$/.test(said) ? said : '-'.replace('-', 'none')))?.name ?? said,
}

function workedDays({ app }: TestBot): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = addDays(localDate(FROM), -14); day <= TO; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !app.calendar.off.includes(day)) days.push(day)
  }
  return days
}

/** Rows whose figure is not what the script says, each with both. */
function differences(expected: ReadonlyMap<string, Expected>, reports: readonly Report[]): readonly object[] {
  const { rows } = tally({ plan: plan2022, tree: TREE, reports, unit: unitId('tinh'), asOf: localDate(TO) })
  return rows.flatMap(({ indicator, figures }) => {
    const wanted = expected.get(indicator)
    if (figures.kind === 'told') return []
    const { value, approved, of } = headOf(figures)
    const is: Expected = { sent: value, approved, ...(of === undefined ? {} : { of }) }
    return JSON.stringify(is) === JSON.stringify(wanted) ? [] : [{ indicator, is, wanted }]
  })
}

/** Counted by a row of the plan whoever sent it. */
const EVERYWHERE: readonly string[] = ['F-ISS', 'F-DLG', 'F-PET', 'F-EXM', 'F-FBK']
const isCountedAnywhere = (one: Report): boolean => isSent(one) && !one.none && EVERYWHERE.includes(one.form)

/** What a wrong bot would have kept; each must show. */
const PLANTED: readonly (readonly [string, (reports: readonly Report[]) => readonly Report[]])[] = [
  [
    'a withdrawal is forgotten',
    (all) => all.map((one) => (one.state === 'withdrawn' ? { ...one, state: 'submitted' } : one)),
  ],
  [
    'a report that came back is counted',
    (all) => all.map((one) => (one.state === 'returned' ? { ...one, state: 'submitted' } : one)),
  ],
  [
    'a joint deed is told by each unit',
    (all) => all.flatMap((one) => [one, ...one.jointUnits.map((unit) => ({ ...one, unit, jointUnits: [] }))]),
  ],
  ['joint units get no credit', (all) => all.map((one) => ({ ...one, jointUnits: [] }))],
  ['silence approves nothing', (all) => all.map((one) => (one.automatic ? { ...one, state: 'submitted' } : one))],
  ['one report is lost', (all) => all.filter((one) => one !== all.find(isCountedAnywhere))],
]
