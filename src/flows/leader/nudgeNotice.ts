import { formsOfLoops, unitsWaiting, type WaitingUnit } from '../../domain/digest/openLoops.ts'
import { owed } from '../../domain/report/owed.ts'
import { unitId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import type { OwnEvent } from '../heard.ts'
import { toKinds } from '../officer/reminderNotices.ts'
import { toldOwed } from '../officer/sentBack.ts'
import { type Say, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { figuresOf, reportsFor, type UnitFigures } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import { loopLine } from './digestLines.ts'
import { ROWS } from './nudgePlace.ts'

const WEEK_MINUTES = 7 * 24 * 60

/** A leader's "nhắc", as the unit reads it: what it still owes of the rows, and what waits too long in them. Done meanwhile: nothing is said. */
export function* nudgeNotice({ data }: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const unit = unitId(data['unit'] ?? '-')
  if (!mayDo(ctx, 'report.write', unit)) return []
  const opened = yield* figuresOf(unit, ctx)
  if (opened === undefined) return []
  const asked = new Set(data['row']?.split(ROWS))
  const rows = owed(opened.figures, unit).filter((one) => asked.has(one.row) && one.standing !== 'met')
  const waiting = yield* waitingOf(opened, asked, ctx)
  if (rows.length + waiting.length === 0) return []
  const n = rows.length + waiting.length
  const names = { from: unitName(ctx.tree, data['from'] ?? ''), unit: unitName(ctx.tree, unit) }
  const head = n === 1 ? t('nudge.notice', names) : t('nudge.notices', { ...names, n })
  const { lines, mends } = yield* toldOwed(rows, { plan: opened.plan, unit, asOf: opened.figures.asOf }, ctx)
  return [{ lines: [head, ...lines, ...waiting.map(loopLine)], choices: [...mends, toKinds(WEEK_MINUTES)] }]
}

/** Its own comments without an answer and petitions past their day, in these rows. */
function* waitingOf(
  { plan, figures }: UnitFigures,
  rows: ReadonlySet<string>,
  ctx: Ctx,
): Asking<readonly WaitingUnit[]> {
  const asked = { ...plan, indicators: plan.indicators.filter(({ id, target }) => rows.has(id) && !target) }
  const forms = formsOfLoops(asked)
  if (forms.length === 0) return []
  const { unit, asOf } = figures
  const reports = yield* reportsFor(plan, unit, ctx, forms)
  return unitsWaiting({ plan: asked, reports, asOf }, { tree: ctx.tree, day: asOf }).filter((one) => one.unit === unit)
}
