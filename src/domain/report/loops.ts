import { addDays, isLocalDate, type LocalDate } from '../calendar.ts'
import type { Loop, Plan } from '../plan/plan.ts'
import type { PlanBook } from '../plan/planBook.ts'
import { isSent, type Report } from './report.ts'
import { matcherOf } from '../tally/filter.ts'

/** Something that a report still leaves open, and the day on which it is asked for. */
export interface OpenLoop {
  readonly report: Report
  readonly loop: Loop
  readonly askOn: LocalDate
  /** What a reminder of it is known by: asked once, and once more only when its due date is another. */
  readonly key: string
}

/** What these reports leave open on a day, whenever it is asked for; the nearest first. */
export function openLoops(plan: Plan, reports: readonly Report[], today: LocalDate): readonly OpenLoop[] {
  return plan.loops
    .flatMap((loop) => {
      const isOpen = matcherOf([[{ form: loop.form, where: loop.when }]], today)
      return reports.filter((report) => isSent(report) && isOpen(report)).flatMap((report) => opened(loop, report))
    })
    .sort(nearestFirst)
}

/** Each report by the loops of the plan of its own day: what one year left open stays open in the next. */
export function openLoopsOfAll(
  plans: Pick<PlanBook, 'planOn'>,
  reports: readonly Report[],
  today: LocalDate,
): readonly OpenLoop[] {
  const byPlan = Map.groupBy(reports, (one) => plans.planOn(one.eventDate))
  return [...byPlan]
    .flatMap(([plan, some]) => (plan === undefined ? [] : openLoops(plan, some, today)))
    .sort(nearestFirst)
}

const nearestFirst = (a: OpenLoop, b: OpenLoop): number =>
  a.askOn < b.askOn ? -1 : a.askOn > b.askOn ? 1 : a.key < b.key ? -1 : 1

/** A loop asked for this late is not asked for any more: it stays in the list of the unit. */
const ASKED_WITHIN = 14

/** Those that are to be asked for now. */
export const isAskedNow = ({ askOn }: OpenLoop, today: LocalDate): boolean =>
  askOn <= today && today < addDays(askOn, ASKED_WITHIN)

function opened(loop: Loop, report: Report): readonly OpenLoop[] {
  const field = loop.after?.field ?? loop.before?.field ?? ''
  const day = report.answers[field]
  if (typeof day !== 'string' || !isLocalDate(day)) return []
  const askOn = loop.before === undefined ? addDays(day, loop.after?.days ?? 0) : addDays(day, -loop.before.days)
  const key = loop.before === undefined ? `${report.id}:${loop.id}` : `${report.id}:${loop.id}:${day}`
  return [{ report, loop, askOn, key }]
}
