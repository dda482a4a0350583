import { formatDate } from '../../domain/calendar.ts'
import type { Plan, Target } from '../../domain/plan/plan.ts'
import type { Row, Tally } from '../../domain/tally/figures.ts'
import { type Head, headOf } from '../../domain/tally/verdict.ts'
import type { Text } from '../../domain/text.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { unitsIn, figure } from '../leader/rowLines.ts'
import { joined } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Table } from './paper.ts'
import { shortLabels } from './shortName.ts'

const NAMED = 6

export interface PlanTableInput {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly figures: Tally
  /** The tally of the same day a year ago, under the plan of that year; absent where there was none. */
  readonly before?: Tally
  /** What was done in a part of the year alone; then the other figures are said to be those since its first day. */
  readonly inPeriod?: Tally
}

/** The plan's own table: every row that is counted here, what the plan asks, what is done, and who is not there yet. */
export function planTable({ plan, tree, figures, before, inPeriod }: PlanTableInput): Table<Line> {
  const rows = figures.rows.filter((row) => row.figures.kind !== 'told')
  return {
    title:
      inPeriod === undefined ? t('paper.plan.title') : t('paper.plan.titleOfYear', { date: formatDate(figures.asOf) }),
    columns: [
      { head: t('paper.plan.row'), width: 7 },
      { head: t('paper.plan.content'), width: 28 },
      { head: t('paper.plan.target'), width: 10, align: 'center' },
      ...(inPeriod === undefined ? [] : [{ head: t('paper.plan.inPeriod'), width: 10, align: 'center' as const }]),
      {
        head: t(inPeriod === undefined ? 'paper.plan.result' : 'paper.plan.resultOfYear'),
        width: 14,
        align: 'center',
      },
      { head: t('paper.plan.percent'), width: 7, align: 'right' },
      ...(before === undefined ? [] : [{ head: t('paper.plan.before'), width: 10, align: 'right' as const }]),
      { head: t('paper.plan.verdict'), width: 10, align: 'center' },
      { head: t('paper.plan.behind'), width: 24 },
    ],
    rows: rows.map((row) => {
      const head = headOf(row.figures)
      return [
        words(row.indicator),
        words(contentOf(plan, row)),
        targetLine(row.target),
        ...(inPeriod === undefined ? [] : [figureIn(inPeriod, row.indicator)]),
        figure(row.figures),
        percent(head),
        ...(before === undefined ? [] : [change(head, before, row.indicator)]),
        t(`paper.verdict.${row.verdict}`),
        behindLine(row, tree, figures),
      ]
    }),
    note: t('paper.plan.note'),
  }
}

/** An indicator in the words of the plan; a task by its short title, since the plan's words fill half a page. */
function contentOf(plan: Plan, row: Row): string | Text {
  const found = plan.indicators.find((one) => one.id === row.indicator)
  return found?.kind === 'indicator' ? found.wording : row.title
}

const targetLine = (target: Target | undefined): Line =>
  target?.percent !== undefined
    ? t('paper.plan.percentOf', { percent: target.percent })
    : target?.atLeast !== undefined
      ? t('paper.plan.atLeast', { n: target.atLeast })
      : words('–')

/** Rows that ask nothing in the period have no figure of it. */
function figureIn(inPeriod: Tally, indicator: string): Line {
  const row = inPeriod.rows.find((one) => one.indicator === indicator)
  return row === undefined ? words('–') : figure(row.figures)
}

const percent = ({ value, of }: Head): Line | undefined =>
  of === undefined || of === 0 ? undefined : t('paper.plan.share', { percent: Math.round((value * 100) / of) })

/** Against the same day of the year before: points of a share, or the plain difference. */
function change({ value, of }: Head, before: Tally, indicator: string): Line {
  const row = before.rows.find((one) => one.indicator === indicator)
  if (row === undefined) return words('–')
  const then = headOf(row.figures)
  if (of === undefined || then.of === undefined) return words(signed(value - then.value))
  if (of === 0 || then.of === 0) return words('–')
  return t('paper.plan.points', {
    n: signed(Math.round((value * 100) / of) - Math.round((then.value * 100) / then.of)),
  })
}

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))

/** Only rows that ask something of every unit have someone behind. */
function behindLine(row: Row, tree: UnitTree, { unit: root, asOf }: Tally): Line | undefined {
  const asks = row.target !== undefined || row.figures.kind === 'coverage' || row.figures.kind === 'cadence'
  const behind = asks ? unitsIn(row) : []
  if (behind.length === 0) return undefined
  const named = behind.slice(0, NAMED).map((one) => one.unit)
  const labels = shortLabels(tree, root, named, asOf)
  const names = joined(
    named.map((one) => words(labels(one))),
    '; ',
  )
  return behind.length <= NAMED ? names : t('paper.plan.andMore', { names, n: behind.length - NAMED })
}
