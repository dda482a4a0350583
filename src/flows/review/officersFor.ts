import type { PersonId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import { answerableFor, unitsToday } from '../../domain/unit/successor.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, peopleOf } from '../union/needs.ts'

/** Who answers for a report today: the officer who sent it while she still writes for the unit, or else those who do now. */
export function* officersFor(report: Pick<Report, 'unit' | 'by'>, ctx: Ctx): Asking<readonly PersonId[]> {
  const people = yield* peopleOf(unitsToday(ctx.tree, report.unit, ctx.today))
  const officers = people.filter((one) => one.role === 'officer').map((one) => one.person)
  return answerableFor(report, officers)
}
