import { formatDate } from '../../domain/calendar.ts'
import type { Owed } from '../../domain/report/owed.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import { type Line, t, words } from '../say.ts'

const SHOWN = 12

/** Rows of a unit, at most a dozen, each with what was sent and what of it is approved; of those sent back only that. */
export function owedLines(
  rows: readonly Owed[],
  plan: Plan,
  sentBack: ReadonlySet<string> = new Set(),
): readonly Line[] {
  const rest = rows.length - SHOWN
  const lines = rows.slice(0, SHOWN).map((one) => (sentBack.has(one.row) ? backLine(one, plan) : owedLine(one, plan)))
  return [...lines, ...(rest > 0 ? [t('unit.more', { n: rest })] : [])]
}

const backLine = ({ row }: Owed, plan: Plan): Line => t('unit.rowBack', { id: row, title: titleOf(row, plan) })

const titleOf = (row: string, plan: Plan): Line => words(plan.indicators.find((one) => one.id === row)?.title ?? row)

function owedLine(row: Owed, plan: Plan): Line {
  const title = titleOf(row.row, plan)
  const values = { id: row.row, title, standing: standingLine(row.standing, row.settled) }
  const figures = { sent: row.value, approved: row.approved }
  if (!row.asked) return t(isUptake(plan, row.row) ? 'unit.rowRaised' : 'unit.rowPlain', { ...values, ...figures })
  if (row.due === undefined) {
    return row.value === 0 ? t('unit.row', values) : t('unit.rowFigures', { ...values, ...figures })
  }
  const due = formatDate(row.due)
  return row.value === 0
    ? t('unit.rowDue', { ...values, due })
    : t('unit.rowDueFigures', { ...values, due, ...figures })
}

/** Where it stands: what was told of one month only is not told of the whole. */
export const standingLine = (standing: Standing, settled: boolean): Line =>
  t(standing === 'reportedZero' && !settled ? 'standing.zeroSoFar' : `standing.${standing}`)

/** What a unit has of such a row is how many issues it raised; what came of them is told of all units together. */
export const isUptake = (plan: Plan, row: string): boolean =>
  plan.indicators.find((one) => one.id === row)?.rule.kind === 'uptake'
