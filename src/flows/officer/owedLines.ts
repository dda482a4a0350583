import { formatDate } from '../../domain/calendar.ts'
import type { Owed } from '../../domain/report/owed.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { type Line, t, words } from '../say.ts'

const SHOWN = 12

/** Rows of a unit, at most a dozen, each with what was sent and what of it is approved. */
export function owedLines(rows: readonly Owed[], plan: Plan): readonly Line[] {
  const rest = rows.length - SHOWN
  return [...rows.slice(0, SHOWN).map((one) => owedLine(one, plan)), ...(rest > 0 ? [t('unit.more', { n: rest })] : [])]
}

function owedLine(row: Owed, plan: Plan): Line {
  const title = words(plan.indicators.find((one) => one.id === row.row)?.title ?? row.row)
  const values = { id: row.row, title, standing: t(`standing.${row.standing}`) }
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

/** What a unit has of such a row is how many issues it raised; what came of them is told of all units together. */
export const isUptake = (plan: Plan, row: string): boolean =>
  plan.indicators.find((one) => one.id === row)?.rule.kind === 'uptake'
