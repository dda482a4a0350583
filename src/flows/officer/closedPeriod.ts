import { type LocalDate, parsePeriodKey, periodRange } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { isSent, type Report } from '../../domain/report/report.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, reportsOfForm } from '../union/needs.ts'

/**
 * The periodic report by which a unit has already told what it did in the period of this day; undefined: the period is open.
 * Which form closes a period, and by which field, is said by the plan.
 */
export function* closedBy(
  { unit, day }: { readonly unit: UnitId; readonly day: LocalDate },
  ctx: Ctx,
): Asking<Report | undefined> {
  const plan = ctx.plans.planOn(day)
  for (const form of plan?.forms ?? []) {
    const { closes } = form
    if (closes === undefined) continue
    const sent = yield* reportsOfForm(unit, form.id, ctx.today)
    const closing = sent.find((one) => one.unit === unit && isSent(one) && covers(one.answers[closes], day))
    if (closing !== undefined) return closing
  }
  return undefined
}

function covers(value: unknown, day: LocalDate): boolean {
  const period = typeof value === 'string' ? parsePeriodKey(value) : undefined
  if (period === undefined) return false
  const { from, to } = periodRange(period)
  return from <= day && day <= to
}
