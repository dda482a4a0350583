import { formatDate, type LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { effect, type Owed } from '../../domain/report/owed.ts'
import type { Report } from '../../domain/report/report.ts'
import { tally } from '../../domain/tally/tally.ts'
import { type Choice, type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { reportsFor } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { owedLines } from './owedLines.ts'

const MONTH_MINUTES = 30 * 24 * 60
const MENDS = 3

interface Stand {
  readonly plan: Plan
  readonly unit: UnitId
  readonly asOf: LocalDate
}

/**
 * What a unit owes, as a notice tells it: where a report was sent and stands returned she is led to it, so that she does not
 * write it a second time.
 */
export function* toldOwed(
  rows: readonly Owed[],
  stand: Stand,
  ctx: Ctx,
): Asking<{ readonly lines: readonly Line[]; readonly mends: readonly Choice[] }> {
  const reports = yield* reportsFor(stand.plan, stand.unit, ctx)
  const asked = new Set(rows.map(({ row }) => row))
  const sentBack = reports
    .filter((one) => one.state === 'returned' && one.unit === stand.unit)
    .map((report) => ({ report, rows: rowsOf(report, reports, stand, ctx).filter((row) => asked.has(row)) }))
    .filter((one) => one.rows.length > 0)
  return {
    lines: owedLines(rows, stand.plan, new Set(sentBack.flatMap((one) => one.rows))),
    mends: sentBack.slice(0, MENDS).map(({ report }) => ({
      act: { kind: 'mend', payload: { report: report.id }, minutes: MONTH_MINUTES },
      label: mendLabel(report, ctx),
      style: 'go',
    })),
  }
}

/** The rows that this report would move, were it sent again as it is. */
function rowsOf(report: Report, reports: readonly Report[], stand: Stand, ctx: Ctx): readonly string[] {
  const figures = (all: readonly Report[]) => tally({ ...stand, tree: ctx.tree, reports: all })
  const again: Report = { ...report, state: 'submitted' }
  return effect(figures(reports), figures([...reports, again]), stand.unit).map(({ indicator }) => indicator)
}

export const mendLabel = (report: Report, ctx: Ctx): Line =>
  t('unit.mend', {
    form: words(ctx.plans.form(report.form, report.formVersion)?.short ?? report.form),
    date: formatDate(report.eventDate),
  })
