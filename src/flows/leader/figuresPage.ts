import { formatDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Row } from '../../domain/tally/figures.ts'
import { headOf } from '../../domain/tally/verdict.ts'
import { unitLabels } from '../../domain/unit/labels.ts'
import { trend as trendOf } from '../papers/charts.ts'
import { figuresPaper, MOST } from '../papers/figuresPaper.ts'
import { shortLabels, shortName } from '../papers/shortName.ts'
import { unitName } from '../form/showValue.ts'
import { planName } from '../officer/unitPlace.ts'
import { type Line, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import type { Asking } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import { figuresFor, rowsAsked } from './view.ts'
import type { FiguresPage, PageRow, PageUnit } from './figuresData.ts'
import { figure } from './rowLines.ts'

export function* figuresPage(unit: UnitId, ctx: Ctx): Asking<FiguresPage<Line> | undefined> {
  const opened = yield* figuresFor(unit, ctx)
  if (opened === undefined) return undefined
  const paper = yield* figuresPaper(unit, MOST.word, opened, ctx)
  const trend = yield* trendOf(unit, opened, ctx)
  const below = ctx.tree.childrenOn(unit, ctx.today).filter((one) => one.level !== 'board' && may(one.unit, ctx))
  const labels = shortLabels(
    ctx.tree,
    unit,
    below.map((one) => one.unit),
    ctx.today,
  )
  const parent = ctx.tree.versionOn(unit, ctx.today)?.parent
  return {
    unit: pageUnit(unit, ctx),
    ...(parent !== undefined && may(parent, ctx) ? { up: pageUnit(parent, ctx) } : {}),
    below: below.map((one) => ({ id: one.unit, name: words(labels(one.unit)) })),
    plan: planName(opened.plan),
    asOf: words(formatDate(opened.figures.asOf)),
    rows: rowsAsked({ unit }, opened, ctx).map((row) => pageRow(row, ctx)),
    trend,
    tables: paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])).slice(1),
  }
}

const may = (unit: UnitId, ctx: Ctx): boolean => mayDo(ctx, 'progress.read', unit)
const pageUnit = (unit: UnitId, ctx: Ctx): PageUnit<Line> => ({ id: unit, name: words(unitName(ctx.tree, unit)) })

function pageRow(row: Row, ctx: Ctx): PageRow<Line> {
  const head = headOf(row.figures)
  const units = row.levels.flatMap((level) => level.units)
  const labels = unitLabels(
    ctx.tree,
    units.map((one) => one.unit),
    ctx.today,
  )
  return {
    id: row.indicator,
    title: words(row.title),
    figure: figure(row.figures),
    verdict: row.verdict,
    verdictName: t(`paper.verdict.${row.verdict}`),
    ...(head.of === undefined ? {} : { met: head.value, of: head.of }),
    units: units.map((one, index) => ({
      id: one.unit,
      name: words(shortName(labels[index] ?? one.name)),
      standing: one.standing,
      said: t(`standing.${one.standing}`),
    })),
  }
}
