import { formatDate, localDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { unitName } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { measure, reportsFor } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { figure } from '../leader/rowLines.ts'
import { MOST } from './figuresPaper.ts'
import { frameFor } from './letterheadOf.ts'
import type { Block, Paper } from './paper.ts'
import { sumOrDots } from './sumOrDots.ts'
import { ofForm, type TableInput } from './tableParts.ts'
import { reportTables } from './tables.ts'

/** Decree 56/2012/NĐ-CP is of that day; ten years end ten years later (task T2.2.3). */
const DECREE = localDate('2012-07-16')
const ROWS = ['T2.2.1', 'T2.2.2', 'T2.2.3', 'T2.2.4', 'I.4']

const TASK = 'T2.2.3'

/** The plan that asks for the summary: that of today, or the one that ended lately, where the new one asks for it no more. */
export const tenYearPlan = (ctx: Pick<Ctx, 'plans' | 'today'>): Plan | undefined =>
  [ctx.plans.latestOn(ctx.today), ctx.plans.endedBefore(ctx.today)].find((plan) =>
    plan?.indicators.some(({ id }) => id === TASK),
  )

/** The summary of ten years of Decree 56, as far as the bot knows them: what is older than its records she fills in. */
export function* tenYearReport(unit: UnitId, ctx: Ctx): Asking<Paper<Line> | undefined> {
  const plan = tenYearPlan(ctx)
  if (plan === undefined) return undefined
  const asOf = plan.to < ctx.today ? plan.to : ctx.today
  const reports = yield* reportsFor(plan, unit, ctx)
  const figures = yield* measure({ plan, unit, asOf }, ctx)
  const frame = yield* frameFor(unit, ctx)
  const counted: TableInput = { plan, tree: ctx.tree, reports, unit, from: DECREE, to: asOf, most: MOST.word }
  const sums = (form: string, ...fields: readonly [string, ...string[]]): string =>
    sumOrDots(ofForm(counted, form), ...fields)
  const values = {
    meetings: ofForm(counted, 'F-MTG').length,
    dialogues: ofForm(counted, 'F-DLG').length,
    questions: sums('F-DLG', 'questions'),
    supervisions: ofForm(counted, 'F-SUP').length,
    asked: sums('F-SUP', 'recommendations'),
    accepted: sums('F-SUP', 'accepted', 'answered', 'recommendations'),
    drafts: ofForm(counted, 'F-FBK').length,
  }
  const rows = figures.rows.filter((row) => ROWS.includes(row.indicator) && row.levels.length > 0)
  const first = reports.map((one) => one.eventDate).toSorted()[0]
  return {
    ...frame,
    title: t('ten.title'),
    lines: [],
    blocks: [
      text(t('ten.opening', { unit: unitName(ctx.tree, unit) })),
      heading(t('ten.part.direction')),
      ...rows.map((row) =>
        text(t('ten.row', { id: row.indicator, title: words(row.title), figure: figure(row.figures) })),
      ),
      heading(t('ten.part.results')),
      text(first === undefined ? t('ten.noRecords') : t('ten.records', { date: formatDate(first) })),
      text(t('ten.meetings', values)),
      text(t('ten.drafts', values)),
      text(t('ten.dialogues', values)),
      fill(t('ten.older')),
      heading(t('ten.part.limits')),
      fill(t('rpt.causes')),
      heading(t('ten.part.lessons')),
      fill(),
      heading(t('ten.part.proposals')),
      fill(),
      text(t('ten.closing', { unit: unitName(ctx.tree, unit) })),
      ...reportTables(counted)
        .slice(0, 2)
        .map((table): Block<Line> => ({ kind: 'table', table })),
    ],
  }
}

const text = (line: Line): Block<Line> => ({ kind: 'text', text: line })
const fill = (line: Line = words('')): Block<Line> => ({ kind: 'fill', text: line })
const heading = (line: Line): Block<Line> => ({ kind: 'heading', text: line })
