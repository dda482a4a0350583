import { formatDate, type LocalDate, type Period, periodRange } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { isSent } from '../../domain/report/report.ts'
import { inSpan } from '../../domain/spans.ts'
import type { Row } from '../../domain/tally/figures.ts'
import { unitsIn, figure } from '../leader/rowLines.ts'
import { rowsAsked } from '../leader/view.ts'
import { unitName } from '../form/showValue.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { isAnythingKnown, measure, reportsFor } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { MOST, yearBefore } from './figuresPaper.ts'
import { frameFor } from './letterheadOf.ts'
import type { Block, Paper } from './paper.ts'
import { planTable } from './planTable.ts'
import { deedBlocks } from './reportBody.ts'
import type { TableInput } from './tableParts.ts'
import { reportTables } from './tables.ts'

/**
 * The periodic report of a unit (F-RPT) as a document to be signed, written from what was reported: every figure of it is one of
 * the tally or a sum of reports, of the units below it too, and its tables add up to the same. What only she can know, causes
 * and directions, is left as a dotted line.
 */
export function* periodicReport(unit: UnitId, period: Period, ctx: Ctx): Asking<Paper<Line> | undefined> {
  const { from, to } = periodRange(period)
  const asOf = dayIn(period, ctx)
  const plan = ctx.plans.planOn(asOf)
  if (plan === undefined || from > ctx.today) return undefined
  const reports = yield* reportsFor(plan, unit, ctx)
  const figures = yield* measure({ plan, unit, asOf }, ctx)
  const before = yield* yearBefore({ plan, figures }, ctx)
  // What the body says is of the period, what the plan asks is of the year: where they differ the table has both.
  const isPart = from > plan.from
  const span = { from, to: asOf }
  const inPeriod = isPart ? yield* measure({ plan: inSpan(plan, span), unit, asOf }, ctx) : undefined
  const isSilent = !(yield* isAnythingKnown({ plan, figures }, ctx))
  const rows = rowsAsked({ unit, asOf }, { plan, figures }, ctx)
  const frame = yield* frameFor(unit, ctx)
  const counted: TableInput = { plan, tree: ctx.tree, reports, unit, from, to: asOf, most: MOST.word }
  const asked = figures.rows.filter((row) => row.target !== undefined && row.levels.length > 0)
  const table = planTable({
    plan,
    tree: ctx.tree,
    figures: { ...figures, rows },
    ...(before === undefined ? {} : { before }),
    ...(inPeriod === undefined ? {} : { inPeriod }),
  })
  const tables = [table, ...reportTables(counted)]
  return {
    ...frame,
    title: t('rpt.title', { period: inText(period), plan: words(plan.title) }),
    lines: [
      ...(asOf < to ? [t('rpt.untilNow', { date: formatDate(asOf) })] : []),
      ...(isSilent ? [t('rpt.nothingKnown', { date: formatDate(asOf) })] : []),
    ],
    blocks: [
      text(t('rpt.opening', { unit: unitName(ctx.tree, unit), plan: words(plan.title) })),
      ...deedBlocks(counted),
      heading(isPart ? t('rpt.part.targetsOfYear', { date: formatDate(asOf) }) : t('rpt.part.targets')),
      ...asked.map((row) => text(targetLine(row))),
      heading(t('rpt.part.limits')),
      ...limits(asked, isPart),
      fill(t('rpt.causes')),
      heading(t('rpt.part.next')),
      ...next(asked),
      fill(),
      heading(t('rpt.part.proposals')),
      ...proposals(counted),
      text(t('rpt.closing', { unit: unitName(ctx.tree, unit), period: inText(period) })),
      ...tables.map((table): Block<Line> => ({ kind: 'table', table })),
    ],
  }
}

/** The last day of a period, or today while it runs. */
export function dayIn(period: Period, ctx: Pick<Ctx, 'today'>): LocalDate {
  const { to } = periodRange(period)
  return to < ctx.today ? to : ctx.today
}

const ROMAN = ['I', 'II', 'III', 'IV']

/** In the middle of a sentence, quarters as the State writes them: 'quý II năm 2022'. */
function inText({ kind, n, year }: Period): Line {
  if (kind === 'half' && n === 2) return t('rpt.period.secondHalf', { year })
  return t(`rpt.period.${kind}`, { n: kind === 'quarter' ? (ROMAN[n - 1] ?? n) : n, year })
}

const text = (line: Line): Block<Line> => ({ kind: 'text', text: line })
const fill = (line: Line = words('')): Block<Line> => ({ kind: 'fill', text: line })
const heading = (line: Line): Block<Line> => ({ kind: 'heading', text: line })

const targetLine = (row: Row): Line =>
  t('rpt.target', {
    id: row.indicator,
    title: words(row.title),
    figure: figure(row.figures),
    verdict: t(`paper.verdict.${row.verdict}`),
  })

/** Only what the figures show: who is not there, and how many. What still has time is no shortcoming. */
function limits(asked: readonly Row[], isPart: boolean): readonly Block<Line>[] {
  const unmet = asked.filter((row) => row.verdict === 'notMet')
  if (unmet.length === 0) {
    const isOpen = asked.some((row) => row.verdict === 'open')
    return [text(t(isOpen ? 'rpt.noneOverdue' : isPart ? 'rpt.noLimitsInYear' : 'rpt.noLimits'))]
  }
  return unmet.map((row) => {
    const values = { id: row.indicator, title: words(row.title) }
    const several = row.levels.some((level) => level.of > 1) || row.levels.length > 1
    return text(several ? t('rpt.limit', { ...values, n: unitsIn(row).length }) : t('rpt.limitOwn', values))
  })
}

function next(asked: readonly Row[]): readonly Block<Line>[] {
  const open = asked.filter((row) => row.verdict === 'open')
  return open.map((row) => text(t('rpt.goOn', { id: row.indicator, title: words(row.title) })))
}

/** What was addressed to the upper Union in the period. */
function proposals({ reports, from, to }: TableInput): readonly Block<Line>[] {
  const said = reports
    .filter((one) => isSent(one) && from <= one.eventDate && one.eventDate <= to)
    .flatMap(({ form, answers }): readonly string[] => {
      if (form === 'F-ISS' && answers['addressed_to'] === 'upper_union') return strings(answers['proposal'])
      return form === 'F-DLG' ? strings(answers['proposals_to_upper']) : []
    })
  return said.length === 0 ? [fill()] : said.map((one) => text(t('rpt.proposal', { text: one })))
}

const strings = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
