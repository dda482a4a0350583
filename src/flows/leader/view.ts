import { formatDate, type LocalDate, parsePeriodKey, periodKey, periodRange } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { back, inSpan, aYearBefore, type Span } from '../../domain/spans.ts'
import type { Row } from '../../domain/tally/figures.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { readDate, readPeriod } from '../../domain/words/dates.ts'
import { showPeriod } from '../form/showValue.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { dayWithin, measure, type UnitFigures } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import type { View } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'

/** What she looks at, without where on the screen she stands. */
export const viewOf = ({ unit, asOf, period }: View): View => ({
  unit,
  ...(asOf === undefined ? {} : { asOf }),
  ...(period === undefined ? {} : { period }),
})

/** The same days for another unit: the way up and down keeps what she chose. */
export const lookingAt = (view: View, unit: UnitId): View => ({ ...viewOf(view), unit })

/** The day of the view; after the end of a plan that none has followed yet, its last one. */
export const dayOf = (view: View, ctx: Ctx): LocalDate => dayWithin(view.asOf ?? ctx.today, ctx)

const spanOf = ({ period }: View): Span | undefined => {
  const read = period === undefined ? undefined : parsePeriodKey(period)
  return read === undefined ? undefined : periodRange(read)
}

/** The tally of a view, if the one who asks may see the unit and a plan held on the day, or until lately. */
export function* figuresIn(view: View, ctx: Ctx): Asking<UnitFigures | undefined> {
  if (!mayDo(ctx, 'progress.read', view.unit)) return undefined
  const span = spanOf(view)
  const asOf = dayOf(view, ctx)
  const whole = ctx.plans.planOn(span !== undefined && span.to < asOf ? span.to : asOf)
  if (whole === undefined) return undefined
  const plan = span === undefined ? whole : inSpan(whole, span)
  return { plan, figures: yield* measure({ plan, unit: view.unit, asOf }, ctx) }
}

/** The tally of a unit's subtree today, if the one who asks may see it. */
export const figuresFor = (unit: UnitId, ctx: Ctx): Asking<UnitFigures | undefined> => figuresIn({ unit }, ctx)

/** The same days a year earlier, by that year's plan or, where it is not kept here, by the rules of this one. */
export function* figuresBefore(view: View, now: Plan, ctx: Ctx): Asking<UnitFigures | undefined> {
  const asOf = back(dayOf(view, ctx))
  const plan = ctx.plans.planOn(asOf) ?? aYearBefore(now)
  const span = spanOf(view)
  const cut = span === undefined ? plan : inSpan(plan, { from: back(span.from), to: back(span.to) })
  return { plan: cut, figures: yield* measure({ plan: cut, unit: view.unit, asOf }, ctx) }
}

/** «tính đến 30/06/2022 · Quý 2/2022» */
export function viewWords(view: View, ctx: Ctx): Line {
  const date = formatDate(dayOf(view, ctx))
  return view.period === undefined
    ? t('view.asOf', { date })
    : t('view.asOfIn', { date, period: showPeriod(view.period) })
}

/** A day or a period that she typed, in any of her ways; undefined when it is neither. */
export function viewSaid(view: View, said: string, ctx: Ctx): View | undefined {
  const period = readPeriod(said, ctx.today)
  if (period.kind === 'read') return { ...view, period: periodKey(period.value) }
  const day = readDate(said, ctx.today)
  return day.kind === 'read' && day.value <= ctx.today ? { ...view, asOf: day.value } : undefined
}

/** The rows that ask something of this unit or of one below it. */
export function rowsAsked(view: View, { plan, figures }: UnitFigures, ctx: Ctx): readonly Row[] {
  const levels = new Set(ctx.tree.subtreeOn(view.unit, dayOf(view, ctx)).map((one) => one.level))
  const asked = new Set(
    plan.indicators.filter((one) => one.levels.some((level) => levels.has(level))).map((one) => one.id),
  )
  return figures.rows.filter((row) => row.figures.kind !== 'told' && asked.has(row.indicator))
}
