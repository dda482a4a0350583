import { type Action, may, type Relation } from '../../domain/access.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import { standingDay, unitsAbove } from '../../domain/report/review.ts'
import type { Ctx } from './context.ts'

/** How the one who asks stands to a unit: hers, below hers on this day, or another's. */
export function relationTo(unit: UnitId, ctx: Ctx): Relation {
  const mine = ctx.who?.grants.map((grant) => grant.unit) ?? []
  if (mine.includes(unit)) return 'own'
  return mine.some((one) => ctx.tree.isWithin(unit, one, ctx.today)) ? 'below' : 'other'
}

/** May she look at what this unit sent, approve it or return it? Nobody does it to what she sent herself. */
export function mayReview(ctx: Ctx, report: Pick<Report, 'unit' | 'by'>): boolean {
  if (report.by === ctx.who?.id) return false
  const isRoot = unitsAbove(ctx.tree, report.unit, ctx.today).length === 0
  return mayDo(ctx, 'report.review', report.unit) || (isRoot && mayDo(ctx, 'report.reviewOwn', report.unit))
}

/** May she do this to this unit? Grant by grant: a role reaches no further than the unit it was given for. */
export function mayDo(ctx: Ctx, action: Action, unit: UnitId): boolean {
  return (ctx.who?.grants ?? []).some((grant) => may([grant.role], action, relationFrom(grant.unit, unit, ctx)))
}

/** A unit that has ended stands where it stood on its last day. */
const relationFrom = (from: UnitId, unit: UnitId, ctx: Ctx): Relation =>
  from === unit ? 'own' : ctx.tree.isWithin(unit, from, standingDay(ctx.tree, unit, ctx.today)) ? 'below' : 'other'
