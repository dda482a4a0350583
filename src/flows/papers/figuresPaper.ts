import { formatDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import { unitName } from '../form/showValue.ts'
import { figuresBefore, rowsAsked } from '../leader/view.ts'
import { planName } from '../officer/unitPlace.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { isAnythingKnown, reportsFor, type UnitFigures } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import type { Paper } from './paper.ts'
import { planTable } from './planTable.ts'
import { reportTables } from './tables.ts'

/** Rows of one list in a document, and in a workbook. */
export const MOST = { word: 300, excel: 10_000 } as const

/** The plan's table and those of the reports, as a leader asks for them: from the first day of the plan until today. */
export function* figuresPaper(unit: UnitId, most: number, opened: UnitFigures, ctx: Ctx): Asking<Paper<Line>> {
  const { plan, figures } = opened
  const before = yield* yearBefore(opened, ctx)
  const reports = yield* reportsFor(plan, unit, ctx)
  const mayList = readableBy(ctx)
  const input = { plan, tree: ctx.tree, reports, unit, from: plan.from, to: figures.asOf, most, mayList }
  return {
    title: t('paper.figures.title'),
    lines: [
      t('paper.figures.unit', { unit: unitName(ctx.tree, unit) }),
      t('paper.figures.plan', { plan: planName(plan), date: formatDate(figures.asOf) }),
    ],
    blocks: [
      planTable({
        plan,
        tree: ctx.tree,
        figures: { ...figures, rows: rowsAsked({ unit, asOf: figures.asOf }, opened, ctx) },
        ...(before === undefined ? {} : { before }),
      }),
      ...reportTables(input),
    ].map((table) => ({ kind: 'table', table })),
  }
}

/** Units whose reports the chat would show her one by one; all are summed. */
function readableBy(ctx: Ctx): (unit: UnitId) => boolean {
  const known = new Map<UnitId, boolean>()
  return (unit) => {
    const before = known.get(unit)
    if (before !== undefined) return before
    const may = mayDo(ctx, 'report.read', unit)
    known.set(unit, may)
    return may
  }
}

/** "So cùng kỳ": the same day a year ago; undefined where nothing is known of that time, as the chat says too. */
export function* yearBefore({ plan, figures }: UnitFigures, ctx: Ctx): Asking<Tally | undefined> {
  const then = yield* figuresBefore({ unit: figures.unit, asOf: figures.asOf }, plan, ctx)
  return then !== undefined && (yield* isAnythingKnown(then, ctx)) ? then.figures : undefined
}
