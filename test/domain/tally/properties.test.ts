import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar.ts'
import type { Report } from '../../../src/domain/report/report.ts'
import type { LevelFigures, Row, Tally, UnitStanding } from '../../../src/domain/tally/figures.ts'
import { STANDINGS } from '../../../src/domain/tally/standing.ts'
import { headOf } from '../../../src/domain/tally/verdict.ts'
import {
  anyDay,
  anyReports,
  anyTree,
  anyUnit,
  INDICATORS,
  reorganised,
  reportOf,
  soloReports,
  stable,
  WINDOW,
} from '../../support/anyTally.ts'
import { tallyOf } from '../../support/tallies.ts'

const levelsOf = (tally: Tally): readonly LevelFigures[] =>
  tally.rows.flatMap((row) => [...row.levels, ...row.also.flatMap(({ levels }) => levels)])
const rowsById = (tally: Tally): ReadonlyMap<string, Row> => new Map(tally.rows.map((row) => [row.indicator, row]))
const standingsOf = (row: Row): readonly UnitStanding[] => row.levels.flatMap(({ units }) => units)

test('the numerator is within the denominator, and the six standings add up', () => {
  fc.assert(
    fc.property(anyTree, anyReports, anyUnit, anyDay, (tree, reports, unit, asOf) => {
      for (const level of levelsOf(tallyOf(INDICATORS, reports, { tree, unit, asOf }))) {
        const count = (wanted: string): number => level.units.filter(({ standing }) => standing === wanted).length
        expect(level.met).toBe(count('met'))
        expect(level.of).toBe(level.units.length - count('notApplicable'))
        expect(level.met).toBeLessThanOrEqual(level.of)
        expect(level.approvedMet).toBeLessThanOrEqual(level.of)
        expect(STANDINGS.map(count).reduce((a, b) => a + b, 0)).toBe(level.units.length)
      }
    }),
  )
})

test('the denominator is the register on the day, whoever reported', () => {
  fc.assert(
    fc.property(anyTree, anyReports, anyDay, (tree, reports, asOf) => {
      for (const row of tallyOf(INDICATORS, reports, { tree, asOf }).rows) {
        for (const level of row.levels.filter((one) => one.level !== 'affiliated')) {
          expect(level.of).toBe(tree.inForce(row.day, level.level).length)
        }
      }
    }),
  )
})

test('a unit without a report is counted, and not as met', () => {
  fc.assert(
    fc.property(anyReports, anyDay, (reports, asOf) => {
      const silent = reports.filter(({ unit, jointUnits }) => unit !== 'x3' && !jointUnits.some((one) => one === 'x3'))
      for (const row of tallyOf(INDICATORS, silent, { tree: stable, asOf }).rows) {
        const found = standingsOf(row).find(({ unit }) => unit === 'x3')
        expect(found?.standing).toMatch(/^(open|noReport)$/)
      }
    }),
  )
})

test('the shares of a parent are those of the units below and its own', () => {
  fc.assert(
    fc.property(anyTree, anyReports, anyDay, (tree, reports, asOf) => {
      const whole = tallyOf(INDICATORS, reports, { tree, asOf })
      const parts = tree
        .childrenOn(whole.unit, asOf)
        .map(({ unit }) => rowsById(tallyOf(INDICATORS, reports, { tree, unit, asOf })))
      for (const row of whole.rows) {
        const children = parts.flatMap((rows) => rows.get(row.indicator) ?? [])
        for (const key of ['met', 'of', 'approvedMet'] as const) {
          const total = (levels: readonly LevelFigures[]): number => levels.reduce((sum, level) => sum + level[key], 0)
          const own = total(row.levels.filter(({ level }) => level === 'province'))
          expect(total(row.levels)).toBe(own + total(children.flatMap(({ levels }) => levels)))
        }
      }
    }),
  )
})

const TOTALS = INDICATORS.filter(({ id }) => ['r3', 'r4', 'r7', 'r8'].includes(id))
const totalOf = ({ figures }: Row): number => (figures.kind === 'uptake' ? figures.sent.raised : headOf(figures).value)

test.each([
  ['at most', anyReports, (whole: number, parts: number) => whole <= parts],
  ['without joint events exactly', soloReports, (whole: number, parts: number) => whole === parts],
] as const)('a total is %s what the node itself and the units below have', (_name, arbitrary, holds) => {
  fc.assert(
    fc.property(arbitrary, anyDay, (reports, asOf) => {
      const totals = (unit: string, of: readonly Report[]): readonly number[] =>
        tallyOf(TOTALS, of, { tree: stable, unit, asOf }).rows.map(totalOf)
      const own = reports.filter((one) => creditedTo(one, ['t']))
      const parts = [totals('t', own), totals('h1', reports), totals('h2', reports)]
      totals('t', reports).forEach((whole, index) => {
        expect(
          holds(
            whole,
            parts.reduce((sum, part) => sum + (part[index] ?? 0), 0),
          ),
        ).toBe(true)
      })
    }),
  )
})

test('a reorganisation loses no deed and counts none twice', () => {
  fc.assert(
    fc.property(anyReports, fc.integer({ min: 181, max: 364 }), (reports, n) => {
      const asOf = addDays(WINDOW.from, n)
      const row = TOTALS.filter(({ id }) => id === 'r3')
      const whole = tallyOf(row, reports, { tree: reorganised, asOf }).rows.map(totalOf)
      const counting = reports.filter(
        (one) =>
          !one.none &&
          WINDOW.from <= one.eventDate &&
          one.eventDate <= asOf &&
          creditedTo(one, ['t', 'h1', 'h2', 'x1', 'x2', 'x3', 'xm']),
      )
      expect(whole).toEqual([counting.length])
    }),
  )
})

const creditedTo = ({ unit, jointUnits }: Report, wanted: readonly string[]): boolean =>
  [unit, ...jointUnits].some((one) => wanted.includes(one))

test('the order of arrival leaves no trace', () => {
  fc.assert(
    fc.property(
      anyTree,
      anyReports.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      anyUnit,
      anyDay,
      (tree, [reports, shuffled], unit, asOf) => {
        const asked = { tree, unit, asOf }
        expect(tallyOf(INDICATORS, shuffled, asked)).toEqual(tallyOf(INDICATORS, reports, asked))
      },
    ),
  )
})

test('what was returned or withdrawn changes nothing', () => {
  fc.assert(
    fc.property(
      anyTree,
      anyReports,
      fc.array(reportOf(['returned', 'withdrawn'], 2)),
      anyDay,
      (tree, sent, back, asOf) => {
        const asked = { tree, asOf }
        expect(tallyOf(INDICATORS, [...sent, ...back], asked)).toEqual(tallyOf(INDICATORS, sent, asked))
      },
    ),
  )
})

test('a tally is plain JSON: frozen and read again it is the same', () => {
  fc.assert(
    fc.property(anyTree, anyReports, anyDay, (tree, reports, asOf) => {
      const made = tallyOf(INDICATORS, reports, { tree, asOf })
      expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
    }),
  )
})
