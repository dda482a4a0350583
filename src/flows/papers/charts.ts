import { endOfMonth, formatDate, type LocalDate, addDays, monthOf } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Row } from '../../domain/tally/figures.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import { headOf } from '../../domain/tally/verdict.ts'
import { unitLabels } from '../../domain/unit/labels.ts'
import { figure } from '../leader/rowLines.ts'
import { unitName } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { measureOn, type UnitFigures } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import type { Chart } from './chart.ts'
import { shortName } from './shortName.ts'

export const CHARTS = ['progress', 'matrix', 'trend'] as const
export type ChartKind = (typeof CHARTS)[number]

export function* chartOf(kind: ChartKind, unit: UnitId, opened: UnitFigures, ctx: Ctx): Asking<Chart<Line>> {
  const head = {
    title: t(`chart.${kind}.title`),
    lines: [
      words(unitName(ctx.tree, unit)),
      t('chart.asOf', { date: formatDate(opened.figures.asOf) }),
      ...(opened.plan.mark === undefined ? [] : [t('chart.mark', { mark: words(opened.plan.mark) })]),
    ],
  }
  switch (kind) {
    case 'progress':
      return { ...head, ...progress(opened) }
    case 'matrix':
      return { ...head, ...matrix(opened, ctx) }
    case 'trend':
      return { ...head, ...(yield* trend(unit, opened, ctx)) }
  }
}

const SHARES: ReadonlySet<string> = new Set(['coverage', 'cadence', 'stages', 'onTime'])
const isShare = (row: Row): boolean => SHARES.has(row.figures.kind) && (headOf(row.figures).of ?? 0) > 0

const rowLabel = (row: Row): Line => t('chart.row', { id: row.indicator, title: words(row.title) })

/** Rows that are a share of units, and under them the plain figures that the plan puts first. */
function progress({ figures }: UnitFigures) {
  const rows = figures.rows.filter(isShare)
  const plain = figures.rows.filter((row) => !isShare(row) && row.levels.length > 0 && (row.focus || row.target))
  return {
    kind: 'progress' as const,
    rows: rows.map((row) => {
      const { value, of = 0 } = headOf(row.figures)
      return { label: rowLabel(row), met: value, of, verdict: row.verdict }
    }),
    legend: { met: t('chart.verdict.met'), open: t('chart.verdict.open'), notMet: t('chart.verdict.notMet') },
    plain: plain.map((row) => ({ label: rowLabel(row), figure: figure(row.figures) })),
  }
}

/** What fits on a picture that a phone shows. */
const UNITS_SHOWN = 60
/** What does not ask is an empty cell, and needs no word. */
const ORDER: readonly Standing[] = ['met', 'open', 'notMet', 'reportedZero', 'noReport']

/** Every unit below against every row that asks something of it; those who owe most come first where not all fit. */
function matrix({ figures }: UnitFigures, ctx: Ctx) {
  const rows = figures.rows.filter((row) => isShare(row) && (row.target !== undefined || row.focus))
  const byUnit = new Map<UnitId, Map<string, Standing>>()
  for (const row of rows) {
    for (const { unit, standing } of row.levels.flatMap((level) => level.units)) {
      const cells = byUnit.get(unit) ?? new Map<string, Standing>()
      byUnit.set(unit, cells.set(row.indicator, standing))
    }
  }
  const labels = unitLabels(ctx.tree, [...byUnit.keys()], figures.asOf)
  const all = [...byUnit.values()].map((cells, index) => ({
    label: words(shortName(labels[index] ?? '')),
    cells: rows.map((row): Standing => cells.get(row.indicator) ?? 'notApplicable'),
  }))
  const owing = (cells: readonly Standing[]): number =>
    cells.filter((one) => one !== 'met' && one !== 'notApplicable').length
  const shown =
    all.length <= UNITS_SHOWN ? all : all.toSorted((a, b) => owing(b.cells) - owing(a.cells)).slice(0, UNITS_SHOWN)
  const seen = new Set(shown.flatMap((one) => one.cells))
  return {
    kind: 'matrix' as const,
    columns: rows.map((row) => words(row.indicator)),
    rows: shown,
    legend: ORDER.filter((one) => seen.has(one)).map((standing) => ({ standing, label: t(`standing.${standing}`) })),
    ...(all.length > shown.length ? { note: t('chart.matrix.more', { n: all.length - shown.length }) } : {}),
  }
}

const LINES = 5

/** The same figures as of the end of each month so far, with what is known now. */
export function* trend(unit: UnitId, { plan, figures }: UnitFigures, ctx: Ctx) {
  const days = monthEnds(plan.from, figures.asOf)
  const tallies = yield* measureOn({ plan, unit, days }, ctx)
  const shown = figures.rows.filter((row) => isShare(row) && (row.target !== undefined || row.focus)).slice(0, LINES)
  return {
    kind: 'trend' as const,
    points: days.map((day) => t('chart.month', { n: monthOf(day) })),
    unit: t('chart.trend.unit'),
    series: shown.map((row) => ({
      label: words(row.indicator),
      name: rowLabel(row),
      values: tallies.map((tally) => {
        const found = tally.rows.find((one) => one.indicator === row.indicator)
        const { value, of = 0 } = found === undefined ? { value: 0 } : headOf(found.figures)
        return of === 0 ? 0 : Math.round((value * 100) / of)
      }),
    })),
  }
}

function monthEnds(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = endOfMonth(from); day < to; day = endOfMonth(addDays(day, 1))) days.push(day)
  return [...days, to]
}
