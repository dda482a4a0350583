import type { LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { formsOfAnyDate } from '../../domain/plan/formsOfAnyDate.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import { tally } from '../../domain/tally/tally.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import type { Ctx } from './context.ts'
import { type Asking, reportsOf } from './needs.ts'

export interface UnitFigures {
  readonly plan: Plan
  readonly reports: readonly Report[]
  readonly figures: Tally
}

/** The tally of a unit's subtree as of a day, by the plan in force on it; undefined where none is. */
export function* figuresOf(unit: UnitId, ctx: Ctx, asOf: LocalDate = ctx.today): Asking<UnitFigures | undefined> {
  const plan = ctx.plans.planOn(asOf)
  if (plan === undefined) return undefined
  const reports = yield* reportsFor(plan, unit, ctx)
  return { plan, reports, figures: measure({ plan, unit, reports, asOf }, ctx) }
}

/** The same list of reports, plan and register give the same figures: they are made once. */
const made = new WeakMap<readonly Report[], WeakMap<Plan, WeakMap<UnitTree, Map<string, Tally>>>>()

export const measure = (
  { plan, unit, reports, asOf }: { plan: Plan; unit: UnitId; reports: readonly Report[]; asOf: LocalDate },
  ctx: Ctx,
): Tally => {
  const byPlan = kept(made, reports, () => new WeakMap<Plan, WeakMap<UnitTree, Map<string, Tally>>>())
  const byTree = kept(byPlan, plan, () => new WeakMap<UnitTree, Map<string, Tally>>())
  const byQuestion = kept(byTree, ctx.tree, () => new Map<string, Tally>())
  const question = `${unit} ${asOf}`
  const known = byQuestion.get(question) ?? tally({ plan, tree: ctx.tree, reports, unit, asOf })
  byQuestion.set(question, known)
  return known
}

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** Every report that can count for a unit and those below it, also of units that have ended, also signed in earlier years. */
export function* reportsFor(
  plan: Plan,
  unit: UnitId,
  ctx: Ctx,
  alsoOlder: readonly string[] = [],
): Asking<readonly Report[]> {
  const units = ctx.tree.subtreeOn(unit, ctx.today).map((one) => one.unit)
  return yield* reportsOf(withFormer([unit, ...units], ctx), plan.from, plan.to, [
    ...formsOfAnyDate(plan),
    ...alsoOlder,
  ])
}

/** These units and all whose deeds they carry: predecessors, and units that once stood below one of them. */
function withFormer(units: readonly UnitId[], ctx: Ctx): readonly UnitId[] {
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
