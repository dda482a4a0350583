import type { UnitId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import { reviewedBy } from '../../domain/report/review.ts'
import { type Ctx, unitsOf } from '../union/context.ts'
import { type Asking, peopleOf, waitingReports } from '../union/needs.ts'
import { mayReview } from '../union/rights.ts'

/** What waits for the one who asks, the oldest first: sent by the units directly below hers, or by those no nearer unit leads. */
export function* reportsToReview(ctx: Ctx): Asking<readonly Report[]> {
  const mine = unitsOf(ctx.who, 'leader')
  if (mine.length === 0) return []
  const between = mine
    .flatMap((unit) => ctx.tree.subtreeOn(unit, ctx.today))
    .map((one) => one.unit)
    .filter((unit) => ctx.tree.childrenOn(unit, ctx.today).length > 0)
  const people = yield* peopleOf([...new Set(between)])
  const led = new Set<UnitId>([...mine, ...people.filter((one) => one.role === 'leader').map((one) => one.unit)])
  const units = mine.flatMap((unit) => reviewedBy(ctx.tree, unit, led, ctx.today))
  const waiting = yield* waitingReports(units)
  return waiting.filter((one) => mayReview(ctx, one))
}
