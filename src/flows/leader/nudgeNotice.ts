import { owed } from '../../domain/report/owed.ts'
import { unitId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import type { OwnEvent } from '../heard.ts'
import { owedLines } from '../officer/owedLines.ts'
import { toKinds } from '../officer/reminderNotices.ts'
import { type Say, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { figuresOf } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import { ROWS } from './nudgePlace.ts'

const WEEK_MINUTES = 7 * 24 * 60

/** A leader's "nhắc", as the unit reads it: what it still owes of the rows. Done meanwhile: nothing is said. */
export function* nudgeNotice({ data }: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const unit = unitId(data['unit'] ?? '-')
  if (!mayDo(ctx, 'report.write', unit)) return []
  const opened = yield* figuresOf(unit, ctx)
  if (opened === undefined) return []
  const asked = new Set(data['row']?.split(ROWS))
  const rows = owed(opened.figures, unit).filter((one) => asked.has(one.row) && one.standing !== 'met')
  if (rows.length === 0) return []
  const names = { from: unitName(ctx.tree, data['from'] ?? ''), unit: unitName(ctx.tree, unit) }
  const head = rows.length === 1 ? t('nudge.notice', names) : t('nudge.notices', { ...names, n: rows.length })
  return [{ lines: [head, ...owedLines(rows, opened.plan)], choices: [toKinds(WEEK_MINUTES)] }]
}
