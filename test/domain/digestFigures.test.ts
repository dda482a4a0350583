import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, at, dateOf, localDate, startOfWeek } from '../../src/domain/calendar.ts'
import { makeDigest } from '../../src/domain/digest/digest.ts'
import type { Answers } from '../../src/domain/plan/form.ts'
import type { Report } from '../../src/domain/report/report.ts'
import { tally } from '../../src/domain/tally/tally.ts'
import type { UnitVersion } from '../../src/domain/unit/unit.ts'
import { aReport, aTree, aUnit, day, unit } from '../support/builders.ts'
import { many, patience } from '../support/many.ts'
import { plan2022 } from '../support/plan2022.ts'
import { plainFigures, type World } from '../support/plainFigures.ts'

const BEGIN = localDate('2021-11-01')
const anyDay = fc.integer({ min: 0, max: 480 }).map((n) => addDays(BEGIN, n))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const oneOf = (...values: readonly string[]) => fc.constantFrom(...values)
const some = (...values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
const few = fc.nat(9)
const issues = fc.array(
  fc.record({ status: oneOf('pending', 'accepted_full', 'accepted_part', 'rejected', 'no_reply') }),
  { minLength: 1, maxLength: 3 },
)

/** Answers of each form that some row looks at, also such as do not count. */
const ANSWERS: Readonly<Record<string, fc.Arbitrary<Answers>>> = {
  'F-SUP': fc.record({
    role: oneOf('lead', 'co_lead', 'participant'),
    conducted_on: maybe(anyDay),
    topic_code: oneOf('a', 'b', 'other'),
  }),
  'F-FBK': fc.record({ body_kind: oneOf('party_committee', 'department', 'central'), issues }),
  'F-MTG': fc.record({
    counterpart: oneOf('same_level', 'other'),
    has_regulation: fc.boolean(),
    regulation_signed_on: anyDay,
    regulation_to: maybe(anyDay),
  }),
  'F-DIR': fc.record({
    documents: some('R03', 'R04', 'R13', 'R16', 'R19', 'R20', 'plan'),
    sessions: few,
    goal: oneOf('gender_equality', 'other'),
  }),
  'F-DLG': fc.constant({}),
  'F-ISS': fc.constant({}),
  'F-SUM': fc.record({ sent_on: maybe(anyDay) }),
  'F-COM': fc.record({
    kind: oneOf('law_day', 'training', 'group', 'talk'),
    topics: some('persuade_relatives', 'gender_equality', 'land'),
    sessions: few,
    partners: maybe(some('justice', 'police')),
  }),
  'F-CNS': fc.record({ provider: oneOf('club', 'unit'), consultations: fc.record({ land: few, civil: few }) }),
  'F-AGR': fc.record({
    valid_from: anyDay,
    valid_to: maybe(anyDay),
    programme: oneOf('joint13', 'other'),
    activities: few,
  }),
  'F-PET': fc.constant({}),
  'F-MED': fc.record({ total: few }),
  'F-EXM': fc.constant({}),
  'F-OPN': fc.record({ issues }),
  'F-PLN': fc.constant({}),
  'F-RPT': fc.record({ sent_on: maybe(anyDay) }),
}

interface Shape {
  readonly communes: readonly number[]
  readonly flags: readonly boolean[]
  readonly ends: readonly boolean[]
}

/** A province: districts with communes, some of which end in the summer; affiliated units, a board; and a province beside it. */
function unitsOf({ communes, flags, ends }: Shape): readonly UnitVersion[] {
  const districts = communes.flatMap((count, d) => [
    aUnit(`h${d}`, 'district', { parent: 't' }),
    ...Array.from({ length: count }, (_, n) =>
      aUnit(`x${d}.${n}`, 'commune', {
        parent: `h${d}`,
        ...(ends[(d + n) % ends.length] === true ? { to: '2022-06-30' } : {}),
      }),
    ),
  ])
  const affiliated = flags.map((grassroots, n) => aUnit(`ca${n}`, 'affiliated', { parent: 't', grassroots }))
  const beside = [aUnit('z', 'province'), aUnit('zx', 'commune', { parent: 'z' })]
  return [aUnit('t', 'province'), ...districts, ...affiliated, aUnit('ban', 'board', { parent: 't' }), ...beside]
}

const anyShape: fc.Arbitrary<Shape> = fc.record({
  communes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
  flags: fc.array(fc.boolean(), { maxLength: 2 }),
  ends: fc.array(
    fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    { minLength: 1, maxLength: 5 },
  ),
})

const reportIn = (ids: readonly string[]): fc.Arbitrary<Report> =>
  fc.constantFrom(...Object.entries(ANSWERS)).chain(([form, answers]) =>
    fc
      .record({
        id: fc.uuid(),
        unit: fc.constantFrom(...ids),
        joint: fc.oneof(
          { weight: 5, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(fc.constantFrom(...ids), { maxLength: 3 }) },
        ),
        on: anyDay,
        state: fc.constantFrom<Report['state']>(
          'submitted',
          'submitted',
          'approved',
          'approved',
          'returned',
          'withdrawn',
        ),
        none: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
        answers,
      })
      .map((given) => aReport({ ...given, form })),
  )

const anyWorld: fc.Arbitrary<World> = anyShape.chain((shape) => {
  const units = unitsOf(shape)
  const ids = units.map((one) => one.unit)
  return fc.record({
    units: fc.constant(units),
    root: fc.constant('t'),
    reports: fc.array(reportIn(ids), { minLength: 20, maxLength: 120, size: 'max' }),
    asOf: fc.integer({ min: 70, max: 460 }).map((n) => addDays(BEGIN, n)),
  })
})

/** As of 2022 only: on other days another plan, or none, would be in force. */
const WORLDS = many(25, 1000)

test(
  `the figures of a digest are those that plain loops count, in ${WORLDS} provinces`,
  () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const tree = aTree(world.units)
        const asOf = day(world.asOf)
        const made = makeDigest({
          number: 1,
          week: startOfWeek(asOf),
          knownAt: at(asOf, 7),
          tally: tally({ plan: plan2022, tree, reports: world.reports, unit: unit('t'), asOf }),
          plan: plan2022,
          tree,
          reports: world.reports,
        })
        const figures = Object.fromEntries(
          made.figures.map(({ indicator, value, approved, of }) => [
            indicator,
            { value, approved, ...(of === undefined ? {} : { of }) },
          ]),
        )
        expect(figures).toEqual(plainFigures(world))
        expect(made.headline).toEqual(headlineOf(world, made.figures))
      }),
      { numRuns: WORLDS },
    )
  },
  patience(60_000),
)

/** The three lines once more: verdicts of the rows that have a target, what came in this week, and who still owes. */
function headlineOf(world: World, figures: ReturnType<typeof makeDigest>['figures']) {
  const { asOf, reports, units } = world
  const plain = plainFigures(world)
  const isOver = asOf > '2022-12-31'
  const reached: Readonly<Record<string, boolean>> = {
    'I.1': (plain['I.1']?.value ?? 0) >= 1,
    'T2.1.2': (plain['T2.1.2']?.value ?? 0) >= 2,
    'T2.1.4': (plain['T2.1.4']?.value ?? 0) >= 1,
    ...Object.fromEntries(['I.2', 'I.3a', 'I.4'].map((id) => [id, plain[id]?.value === plain[id]?.of])),
  }
  const met = Object.values(reached).filter(Boolean).length
  const rest = Object.keys(reached).length - met
  const sent = reports.filter(({ state }) => state === 'submitted' || state === 'approved')
  const week = sent.filter(({ submittedAt }) => {
    const on = dateOf(submittedAt)
    return addDays(day(asOf), -7) <= on && on < asOf
  })
  const last = isOver ? '2022-12-31' : asOf
  const below = units.filter(
    (one) => one.unit !== 't' && one.parent !== undefined && one.parent !== 'z' && one.level !== 'board',
  )
  const there = (on: string) => below.filter((one) => one.to === undefined || on <= one.to)
  const owing = there(last).filter((one) => owesOf(world, one)).length
  expect(figures).toHaveLength(35)
  return [
    { kind: 'verdicts', met, open: isOver ? 0 : rest, notMet: isOver ? rest : 0 },
    {
      kind: 'week',
      reports: week.length,
      units: new Set(week.map((one) => one.unit)).size,
      waiting: sent.filter(({ state }) => state === 'submitted').length,
      moved: 0,
      sincePrevious: false,
    },
    { kind: 'units', owing, late: isOver ? owing : 0, of: there(asOf).length },
  ]
}

/** Does a unit owe one of the three rows that ask every unit? It is asked as if it were the whole world. */
function owesOf({ reports, asOf }: World, one: UnitVersion): boolean {
  const { parent: _parent, ...alone } = one
  const own = plainFigures({ units: [alone], root: one.unit, reports, asOf })
  return ['I.2', 'I.3a', 'I.4'].some((id) => own[id]?.value !== own[id]?.of)
}
