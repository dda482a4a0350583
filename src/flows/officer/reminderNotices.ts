import { daysBetween, formatDate, isLocalDate } from '../../domain/calendar.ts'
import { reportId, unitId } from '../../domain/ids.ts'
import { openLoops } from '../../domain/report/loops.ts'
import type { Owed } from '../../domain/report/owed.ts'
import { owedBy } from '../../domain/report/reminders.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import { unitName } from '../form/showValue.ts'
import type { OwnEvent } from '../heard.ts'
import { type Choice, type Say, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { measure } from '../union/figures.ts'
import { type Asking, theReport } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import { aboutReport } from './loopLines.ts'
import { loopsOf } from './loopsPlace.ts'
import { toldOwed } from './sentBack.ts'

const WEEK_MINUTES = 7 * 24 * 60
const MONTH_MINUTES = 30 * 24 * 60

/** Before or after a due date: what her unit still owes by it. Nothing owed, or she writes for it no more: nothing is said. */
export function* remindNotice({ data }: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const due = data['due'] ?? ''
  const unit = unitId(data['unit'] ?? '-')
  if (!isLocalDate(due) || !mayDo(ctx, 'report.write', unit)) return []
  const plan = ctx.plans.planOn(due)
  if (plan === undefined) return []
  const isOver = due < ctx.today
  const asOf = isOver ? due : ctx.today
  const figures = yield* measure({ plan, unit, asOf, askedOn: asOf }, ctx)
  const rows = owedBy(figures, plan, unit, due)
  if (rows.length === 0) return []
  const date = formatDate(due)
  const values = { unit: unitName(ctx.tree, unit), date }
  const head = isOver
    ? t('remind.after', values)
    : due === ctx.today
      ? t('remind.today', values)
      : t('remind.before', { ...values, n: daysBetween(ctx.today, due) })
  const bare = rows.map(({ due: _due, ...row }) => (isOver ? { ...row, standing: afterDue(row) } : row))
  const { lines, mends } = yield* toldOwed(bare, { plan, unit, asOf }, ctx)
  return [{ lines: [head, ...lines], choices: [...mends, toKinds(WEEK_MINUTES)] }]
}

/** The figures are those of the due day itself, on which everything was still open. */
const afterDue = ({ standing, value }: Owed): Standing =>
  standing === 'open' ? (value === 0 ? 'noReport' : 'notMet') : standing

/** Something that a report left open: is there an answer by now? Closed meanwhile: nothing is said. */
export function* loopNotice({ data }: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const { report } = yield* theReport(reportId(data['report'] ?? '-'))
  const plan = report === undefined ? undefined : ctx.plans.planOn(report.eventDate)
  if (report === undefined || plan === undefined || !mayDo(ctx, 'report.write', report.unit)) return []
  const open = openLoops(plan, [report], ctx.today).find(({ loop }) => loop.id === data['loop'])
  if (open === undefined) return []
  const payload = { report: report.id, stage: open.loop.stage }
  const choices: readonly Choice[] = [
    { act: { kind: 'stage', payload, minutes: MONTH_MINUTES }, label: t('loop.yes'), style: 'go' },
    { act: { kind: 'notYet', payload: {}, minutes: MONTH_MINUTES }, label: t('loop.notYet') },
  ]
  return [{ lines: [aboutReport(report, ctx), words(open.loop.ask)], choices }]
}

/** Somebody's unfinished work is hers now. */
export function* handedOverNotice({ data }: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const unit = unitId(data['unit'] ?? '-')
  if (!mayDo(ctx, 'report.write', unit)) return []
  const loops = (yield* loopsOf(unit, ctx)).length
  const values = { from: data['from'] ?? '', unit: unitName(ctx.tree, unit), drafts: data['drafts'] ?? '0', loops }
  const drafts: Choice = {
    act: { kind: 'drafts', payload: {}, minutes: MONTH_MINUTES },
    label: t('handed.drafts'),
    style: 'go',
  }
  return [{ lines: [t('handed.notice', values)], choices: [drafts] }]
}

export const toKinds = (minutes: number): Choice => ({
  act: { kind: 'kinds', payload: {}, minutes },
  label: t('menu.report'),
  style: 'go',
})
