import { addDays, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Filter, Indicator, Plan, Source } from '../plan/plan.ts'
import { isSent, type Report } from '../report/report.ts'
import { matcherOf, narrowed } from '../tally/filter.ts'
import { choicesIn, dayIn, recordsIn } from '../tally/values.ts'
import type { Text } from '../text.ts'
import { unitsToday } from '../unit/successor.ts'
import { compare } from '../unit/tree.ts'
import type { UnitTree } from '../unit/unit.ts'

/** What was begun and has waited too long: a petition past its day, an issue without an answer. */
export interface OpenLoop {
  readonly row: string
  readonly title: Text
  readonly kind: 'overdue' | 'unanswered'
  readonly n: number
  /** Since when the oldest of them waits. */
  readonly oldest: LocalDate
}

/** An issue that was raised is asked after when it has had no answer for so long. */
const PATIENCE_DAYS = 30

export interface LoopQuestion {
  readonly plan: Plan
  /** Of the subtree that is asked for. */
  readonly reports: readonly Report[]
  readonly asOf: LocalDate
}

/** Open loops over time, by what the plan itself says: rows of what is past its day, and issues that nobody answered. */
export function openLoops({ plan, reports, asOf }: LoopQuestion): readonly OpenLoop[] {
  const sent = reports.filter((one) => isSent(one) && one.eventDate <= asOf)
  const byForm = Map.groupBy(sent, ({ form }) => form)
  return plan.indicators.flatMap((row) => {
    const waiting = [...overdueIn(row, byForm, asOf), ...unansweredIn(row, byForm, asOf)]
    return waiting.filter(({ n }) => n > 0)
  })
}

export interface WaitingUnit extends OpenLoop {
  readonly unit: UnitId
}

/** The same unit by unit, the most first: whose things they are, or what that unit has become by a day. */
export function unitsWaiting(
  { reports, ...asked }: LoopQuestion,
  { tree, day }: { readonly tree: UnitTree; readonly day: LocalDate },
): readonly WaitingUnit[] {
  const byUnit = new Map<UnitId, Report[]>()
  for (const [sender, sent] of Map.groupBy(reports, ({ unit }) => unit)) {
    for (const unit of unitsToday(tree, sender, day)) byUnit.set(unit, [...(byUnit.get(unit) ?? []), ...sent])
  }
  return [...byUnit]
    .flatMap(([unit, sent]) => openLoops({ ...asked, reports: sent }).map((one) => ({ unit, ...one })))
    .toSorted((a, b) => b.n - a.n || compare(a.oldest, b.oldest) || compare(a.unit, b.unit))
}

/** Forms whose reports of earlier years may still wait. */
export const formsOfLoops = (plan: Plan): readonly string[] => {
  const asked = plan.indicators.flatMap((row) => {
    const also = row.also.flatMap((one) =>
      (one.sources ?? row.sources).flatMap((source) => narrowed(source, one.where)),
    )
    const overdue = [...row.sources, ...also].filter(({ where }) => pastIn(where).length > 0)
    return row.rule.kind === 'uptake' ? [...overdue, ...row.sources] : overdue
  })
  return [...new Set(asked.map(({ form }) => form))]
}

type ByForm = ReadonlyMap<string, readonly Report[]>

/** Figures of a row whose filter asks for days that are past. */
function overdueIn(row: Indicator, byForm: ByForm, asOf: LocalDate): readonly OpenLoop[] {
  const own = row.sources.map((source) => [source])
  const also = row.also.map((one) => (one.sources ?? row.sources).map((source) => narrowed(source, one.where)))
  const asked = [own, ...also].find((lists) => lists.flat().some(({ where }) => pastIn(where).length > 0))
  if (asked === undefined) return []
  const days = asked.flat().flatMap(({ where }) => pastIn(where))
  const matches = matcherOf(asked, asOf)
  const late = candidates(asked.flat(), byForm).filter(matches)
  const since = late.flatMap((report) => days.flatMap((field) => dayIn(report.answers[field]) ?? []))
  return loop(row, 'overdue', late.length, since)
}

const pastIn = (where: Filter | undefined): readonly string[] => where?.past ?? []

function unansweredIn(row: Indicator, byForm: ByForm, asOf: LocalDate): readonly OpenLoop[] {
  const { rule } = row
  if (rule.kind !== 'uptake') return []
  const closed = new Set([...rule.accepted, ...rule.part, ...rule.rejected])
  const before = addDays(asOf, -PATIENCE_DAYS)
  const matches = matcherOf(
    row.sources.map((source) => [source]),
    asOf,
  )
  const old = candidates(row.sources, byForm).filter((report) => report.eventDate < before && matches(report))
  const waiting = old.flatMap((report) =>
    recordsIn(report.answers[rule.list])
      .filter((issue) => !choicesIn(issue[rule.status]).some((status) => closed.has(status)))
      .map(() => report.eventDate),
  )
  return loop(row, 'unanswered', waiting.length, waiting)
}

const candidates = (sources: readonly Source[], byForm: ByForm): readonly Report[] =>
  [...new Set(sources.map(({ form }) => form))].flatMap((form) => byForm.get(form) ?? [])

function loop(row: Indicator, kind: OpenLoop['kind'], n: number, since: readonly LocalDate[]): readonly OpenLoop[] {
  const oldest = since.toSorted(compare)[0]
  return oldest === undefined ? [] : [{ row: row.id, title: row.title, kind, n, oldest }]
}
