import { type LocalDate, localDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { formsOfAnyDate } from '../../domain/plan/formsOfAnyDate.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import type { Ctx } from './context.ts'
import { anyReport, type Asking, reportsOf, theFigures } from './needs.ts'

export interface UnitFigures {
  readonly plan: Plan
  readonly figures: Tally
}

/** The tally of a unit's subtree today, by the plan in force or the one that ended lately; undefined where none is. */
export function* figuresOf(unit: UnitId, ctx: Ctx): Asking<UnitFigures | undefined> {
  const plan = ctx.plans.latestOn(ctx.today)
  if (plan === undefined) return undefined
  return { plan, figures: yield* measure({ plan, unit, asOf: dayWithin(ctx.today, ctx) }, ctx) }
}

/** A day, or where no plan holds on it the last one of the plan that ended lately. */
export function dayWithin(day: LocalDate, ctx: Pick<Ctx, 'plans'>): LocalDate {
  const plan = ctx.plans.latestOn(day)
  return plan !== undefined && plan.to < day ? plan.to : day
}

/** As of a day, asked today: on a day that is over nothing is open any more that ended with it. */
export function* measure({ asOf, ...asked }: Asked & { readonly asOf: LocalDate }, ctx: Ctx): Asking<Tally> {
  const [figures] = yield* measureOn({ askedOn: ctx.today, ...asked, days: [asOf] }, ctx)
  if (figures === undefined) throw new Error('figures of no day')
  return figures
}

interface Asked {
  readonly plan: Plan
  readonly unit: UnitId
  readonly askedOn?: LocalDate
}

/** As of several days, in their order; without `askedOn` as each of them was while it ran. */
export function* measureOn(asked: Asked & { readonly days: readonly LocalDate[] }, ctx: Ctx): Asking<readonly Tally[]> {
  return yield* theFigures({ ...asked, tree: ctx.tree, units: unitsBelow(asked.unit, ctx) })
}

/** Every report that can count for a unit and those below it, also of units that have ended, also signed in earlier years. */
export function* reportsFor(
  plan: Plan,
  unit: UnitId,
  ctx: Ctx,
  alsoOlder: readonly string[] = [],
): Asking<readonly Report[]> {
  return yield* reportsOf(unitsBelow(unit, ctx), plan.from, plan.to, [...formsOfAnyDate(plan), ...alsoOlder])
}

/** Is anything known of a unit and those below it up to a day? */
export function* isAnythingKnown({ plan, figures }: UnitFigures, ctx: Ctx): Asking<boolean> {
  const units = unitsBelow(figures.unit, ctx)
  return yield* anyReport({ units, from: plan.from, to: figures.asOf, older: formsOfAnyDate(plan) })
}

/** What the unit itself sent, or did together with others. */
export function* ownReports(plan: Plan, unit: UnitId): Asking<readonly Report[]> {
  return yield* reportsOf([unit], plan.from, plan.to, formsOfAnyDate(plan))
}

const FIRST = localDate('1976-01-01')

/** All that these units themselves sent, or did together with others, in whatever year. */
export function* everyReport(units: readonly UnitId[], ctx: Ctx): Asking<readonly Report[]> {
  return yield* reportsOf(units, FIRST, ctx.plans.latestOn(ctx.today)?.to ?? ctx.today)
}

/** All whose deeds may count for a unit. */
export const unitsBelow = (unit: UnitId, ctx: Pick<Ctx, 'tree' | 'today'>): readonly UnitId[] =>
  withFormer([unit, ...ctx.tree.subtreeOn(unit, ctx.today).map((one) => one.unit)], ctx)

/** These units and all whose deeds they carry: predecessors, and units that once stood below one of them. */
function withFormer(units: readonly UnitId[], ctx: Pick<Ctx, 'tree'>): readonly UnitId[] {
  const all = new Set<UnitId>(units)
  for (let size = 0; size !== all.size; ) {
    size = all.size
    for (const event of ctx.tree.register.lineage) {
      if (event.kind !== 'reparent' && event.to.some((one) => all.has(one))) for (const one of event.from) all.add(one)
    }
    for (const version of ctx.tree.register.versions) {
      if (version.parent !== undefined && all.has(version.parent)) all.add(version.unit)
    }
  }
  return [...all]
}
