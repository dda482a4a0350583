import { addDays, addMonths, dateOf, dayOf, type LocalDate, monthOf, yearOf } from '../calendar.ts'
import type { ReportId, UnitId } from '../ids.ts'
import type { Form } from '../plan/form.ts'
import type { Plan } from '../plan/plan.ts'
import { isSent, type Report } from '../report/report.ts'
import { amountIn } from '../tally/values.ts'
import type { Text } from '../text.ts'
import type { Level, UnitTree } from '../unit/unit.ts'
import { compare } from '../unit/tree.ts'

/**
 * Something to ask a unit about, against its own past and its peers. It accuses nobody: a loudspeaker day may well have had ten
 * times the listeners. Plain JSON: a digest freezes it.
 */
export type Anomaly = { readonly unit: UnitId; readonly name: string } & (
  | {
      readonly kind: 'tenfold'
      readonly report: ReportId
      readonly code: string
      readonly field: Text
      readonly value: number
      /** The middle of what it has had before, or of what its peers have. */
      readonly usual: number
      readonly against: 'own' | 'peers'
    }
  | {
      readonly kind: 'same'
      readonly form: Text
      readonly months: number
      readonly from: LocalDate
      readonly to: LocalDate
    }
  /** Nothing for two whole months in which half of its peers sent something. */
  | { readonly kind: 'silent'; readonly last?: LocalDate; readonly peers: number; readonly of: number }
)

export interface AnomalyQuestion {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly unit: UnitId
  /** Of the subtree. */
  readonly reports: readonly Report[]
  readonly asOf: LocalDate
}

const RECENT_DAYS = 60
const TIMES = 10
/** Fewer people than this are no crowd, however few came before. */
const CROWD = 50
const OWN_PAST = 3
const PEERS_PAST = 5
const SAME_MONTHS = 3

export function anomalies(question: AnomalyQuestion): readonly Anomaly[] {
  const { tree, unit, asOf } = question
  const below = tree.subtreeOn(unit, asOf).filter((one) => one.level !== 'board' && one.unit !== unit)
  const levels = new Map(below.map((one) => [one.unit, one.level]))
  const sent = question.reports.filter((one) => isSent(one) && dateOf(one.submittedAt) <= asOf && levels.has(one.unit))
  const names = new Map(below.map((one) => [one.unit, one.name]))
  const crowd: Crowd = { sent, levels, nameOf: (one) => names.get(one) ?? one }
  return [...tenfold(question, crowd), ...sameEveryMonth(question, crowd), ...silent(question, crowd)]
}

interface Crowd {
  readonly sent: readonly Report[]
  readonly levels: ReadonlyMap<UnitId, Level>
  readonly nameOf: (unit: UnitId) => string
}

/** Sums of the plan: heads, issues, leaflets. A field counts once, whatever rows add it up. */
function* tenfold({ plan, asOf }: AnomalyQuestion, { sent, levels, nameOf }: Crowd): Generator<Anomaly> {
  const recent = addDays(asOf, -RECENT_DAYS)
  const byForm = Map.groupBy(
    sent.filter(({ none }) => !none),
    ({ form }) => form,
  )
  for (const { form, field, label } of summedFields(plan)) {
    const reports = (byForm.get(form) ?? []).filter((one) => amountIn(one.answers[field]) > 0)
    const values = (some: readonly Report[]): readonly number[] => some.map((one) => amountIn(one.answers[field]))
    const ofUnit = Map.groupBy(reports, (one) => one.unit)
    const ofLevel = Map.groupBy(reports, (one) => levels.get(one.unit))
    for (const report of reports) {
      const value = amountIn(report.answers[field])
      if (value < CROWD || dateOf(report.submittedAt) < recent) continue
      const own = (ofUnit.get(report.unit) ?? []).filter((one) => isBefore(one, report))
      const peers = (ofLevel.get(levels.get(report.unit)) ?? []).filter((one) => one.unit !== report.unit)
      const against = own.length >= OWN_PAST ? 'own' : 'peers'
      if (against === 'peers' && peers.length < PEERS_PAST) continue
      const usual = middle(values(against === 'own' ? own : peers))
      if (value < TIMES * usual) continue
      const { unit, code } = report
      yield { unit, name: nameOf(unit), kind: 'tenfold', report: report.id, code, field: label, value, usual, against }
    }
  }
}

const isBefore = (one: Report, other: Report): boolean =>
  one.submittedAt < other.submittedAt || (one.submittedAt === other.submittedAt && one.id < other.id)

function summedFields(plan: Plan): readonly { readonly form: string; readonly field: string; readonly label: Text }[] {
  const found = new Map<string, { form: string; field: string; label: Text }>()
  for (const row of plan.indicators) {
    const sums = [
      { rule: row.rule, sources: row.sources },
      ...row.also.map((one) => ({ rule: one.rule, sources: one.sources ?? row.sources })),
    ]
    for (const { rule, sources } of sums) {
      if (rule.kind !== 'sum') continue
      for (const { form } of sources) {
        const label = plan.forms.find(({ id }) => id === form)?.fields.find(({ id }) => id === rule.field)?.label
        if (label !== undefined) found.set(`${form} ${rule.field}`, { form, field: rule.field, label })
      }
    }
  }
  return [...found.values()]
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

/** The same numbers, all of them, in reports of months that follow each other. */
function* sameEveryMonth({ plan, asOf }: AnomalyQuestion, { sent, nameOf }: Crowd): Generator<Anomaly> {
  const recent = addDays(asOf, -RECENT_DAYS)
  for (const form of plan.forms) {
    const numbers = (report: Report): string => JSON.stringify(numbersIn(form, report))
    const ofForm = sent.filter((one) => one.form === form.id && !one.none && numbersIn(form, one).length > 1)
    for (const [unit, reports] of Map.groupBy(ofForm, (one) => one.unit)) {
      const newest = reports.toSorted((a, b) => compare(b.eventDate, a.eventDate))
      const [last] = newest
      if (last === undefined || last.eventDate < recent) continue
      const run = takeWhile(newest, (one, index) => isMonthBefore(one, last, index) && numbers(one) === numbers(last))
      const first = run.at(-1)
      if (run.length < SAME_MONTHS || first === undefined) continue
      const span = { from: first.eventDate, to: last.eventDate }
      yield { unit, name: nameOf(unit), kind: 'same', form: form.short, months: run.length, ...span }
    }
  }
}

/** Numbers that were given, without zeros: two forms that say nothing are not alike. */
const numbersIn = (form: Form, { answers }: Report): readonly (readonly [string, number])[] =>
  form.fields.flatMap(({ id, kind }) => {
    if (kind !== 'number' && kind !== 'countsByOption') return []
    const value = amountIn(answers[id])
    return value > 0 ? [[id, value] as const] : []
  })

const monthsSince = (day: LocalDate): number => yearOf(day) * 12 + monthOf(day)

const isMonthBefore = (one: Report, last: Report, index: number): boolean =>
  monthsSince(last.eventDate) - monthsSince(one.eventDate) === index

const takeWhile = <T>(items: readonly T[], test: (item: T, index: number) => boolean): readonly T[] => {
  const end = items.findIndex((item, index) => !test(item, index))
  return end < 0 ? items : items.slice(0, end)
}

/** In the first weeks of a plan nobody has been silent for two months of it. */
function* silent({ plan, asOf }: AnomalyQuestion, { sent, levels, nameOf }: Crowd): Generator<Anomaly> {
  const thisMonth = dayOf(yearOf(asOf), monthOf(asOf), 1) ?? asOf
  const since = addMonths(thisMonth, -2)
  if (since < plan.from || asOf > plan.to) return
  const last = new Map<UnitId, LocalDate>()
  for (const { unit, submittedAt } of sent) {
    const day = dateOf(submittedAt)
    if (day > (last.get(unit) ?? '')) last.set(unit, day)
  }
  const isHeard = (unit: UnitId): boolean => (last.get(unit) ?? '') >= since
  for (const [, peers] of Map.groupBy(levels.keys(), (unit) => levels.get(unit))) {
    const heard = peers.filter(isHeard).length
    if (heard * 2 < peers.length) continue
    for (const unit of peers.filter((one) => !isHeard(one)).toSorted(compare)) {
      const day = last.get(unit)
      const told = day === undefined ? {} : { last: day }
      yield { unit, name: nameOf(unit), kind: 'silent', ...told, peers: heard, of: peers.length }
    }
  }
}
