import type { UnitId } from '../ids.ts'
import type { LocalDate } from '../calendar.ts'
import type { History, Segment } from '../unit/lineage.ts'
import type { Indicator } from '../plan/plan.ts'
import { isApproved, type Report } from '../report/report.ts'
import type { UnitVersion } from '../unit/unit.ts'
import { compare } from '../unit/tree.ts'
import type { UnitStanding } from './figures.ts'
import type { Gathered } from './gather.ts'
import type { Judged, JudgedUnit, Life, RuleWork } from './rule.ts'
import type { Scope } from './scope.ts'
import { standingOf, type Told } from './standing.ts'

export interface Court {
  readonly work: RuleWork
  readonly gathered: Gathered
  readonly scope: Scope
  readonly carry: Indicator['carry']
  readonly asOf: LocalDate
  /** Filled while judging. */
  readonly silent: Map<string, Found>
}

/** One line of descent put to the rule. */
interface Case {
  readonly judged: Judged
  readonly reports: readonly Report[]
  readonly life: Life
  readonly line: History
}

/** Where a unit stands. One that has ended is judged by what it did while it was there. */
export function judgeUnit(version: UnitVersion, court: Court, ended: boolean): JudgedUnit {
  const { unit, name } = version
  const found = isSilent(unit, court) ? findSilent(version, court, ended) : find(version, court, ended)
  return { ...found, standing: { unit, name, ...found.standing } }
}

type Found = Omit<JudgedUnit, 'standing'> & { readonly standing: Omit<UnitStanding, 'unit' | 'name'> }

/** Nothing was sent by it or by anyone it descends from: most units, most of the year. */
const isSilent = (unit: UnitId, { gathered, scope }: Court): boolean => {
  const [line, ...others] = scope.historiesOf(unit)
  const isAlone = others.length === 0 && line?.length === 1
  return isAlone && !gathered.sentBy.some((by) => by.has(unit))
}

/** Silent units of the same age stand alike, so one of them is judged. */
const findSilent = (version: UnitVersion, court: Court, ended: boolean): Found => {
  const key = `${court.scope.firstDay(version.unit)} ${ended} ${version.to}`
  const found = court.silent.get(key) ?? find(version, court, ended)
  court.silent.set(key, found)
  return found
}

const find = (version: UnitVersion, court: Court, ended: boolean): Found => {
  const { work, gathered, scope, carry, asOf } = court
  const { unit } = version
  const until = ended ? version.to : undefined
  const histories = scope.historiesOf(unit)
  const lines = carry === 'sum' && histories.length > 0 ? [unique(histories.flat())] : histories
  const chosen = choose(
    lines.map((line) => tryLine(line, { work, gathered, scope }, until)),
    carry,
  )
  const approved = judgeApproved(chosen, work)
  const { judged } = chosen
  const closed = ended || judged.closes < asOf
  const told = { met: judged.met, closed, sent: sentOf(histories.flat(), gathered) }
  const carriedFrom = judged.met ? carriedBy(unit, chosen, work) : []
  return {
    life: chosen.life,
    reports: chosen.reports,
    standing: {
      standing: judged.asksNothing ? 'notApplicable' : standingOf(told),
      value: judged.value,
      approvedValue: approved.value,
      approvedMet: approved.met && !judged.asksNothing,
      ...(judged.missing ? { missing: judged.missing } : {}),
      ...(judged.met || closed ? {} : { due: judged.closes }),
      ...(carriedFrom.length > 0 ? { carriedFrom } : {}),
    },
  }
}

const tryLine = (
  line: History,
  { work, gathered, scope }: Pick<Court, 'work' | 'gathered' | 'scope'>,
  until: LocalDate | undefined,
): Case => {
  const reports = reportsOf(line, gathered.countingBy)
  const first = line.flatMap(({ unit }) => scope.firstDay(unit) ?? []).sort(compare)[0]
  const since = first ?? scope.day
  const life = until === undefined ? { since } : { since, until }
  return { judged: work.judge(reports, life), reports, life, line }
}

/** `all` takes the worst line, the other ways the best. */
const choose = (cases: readonly Case[], carry: Indicator['carry']): Case => {
  const [first, ...rest] = cases
  if (!first) throw new Error('a unit without a history')
  const sign = carry === 'all' ? -1 : 1
  return rest.reduce((best, next) => (sign * rank(next.judged, best.judged) > 0 ? next : best), first)
}

const rank = (a: Judged, b: Judged): number =>
  Number(a.met) - Number(b.met) || a.value - b.value || compare(a.closes, b.closes)

const judgeApproved = ({ judged, reports, life }: Case, work: RuleWork): Judged =>
  reports.every(isApproved) ? judged : work.judge(reports.filter(isApproved), life)

/** Predecessors without whom it would not be met. */
const carriedBy = (unit: UnitId, { line, reports, life }: Case, work: RuleWork): readonly UnitId[] => {
  const others = new Set(line.map((segment) => segment.unit).filter((one) => one !== unit))
  if (others.size === 0) return []
  const isOwn = (report: Report): boolean => report.unit === unit || report.jointUnits.includes(unit)
  if (work.judge(reports.filter(isOwn), life).met) return []
  const gave = reports.filter((report) => !isOwn(report)).flatMap(({ unit, jointUnits }) => [unit, ...jointUnits])
  return [...others].filter((other) => gave.includes(other)).sort(compare)
}

const sentOf = (segments: History, { sentBy }: Gathered): Told['sent'] => {
  const sent = sentBy.flatMap((by) => reportsOf(segments, by))
  if (sent.some(({ none }) => !none)) return 'something'
  return sent.length > 0 ? 'none' : 'nothing'
}

const NOTHING: readonly Report[] = []

const reportsOf = (line: History, by: ReadonlyMap<UnitId, readonly Report[]>): readonly Report[] => {
  const [only, ...rest] = line
  if (only && rest.length === 0 && only.from === undefined && only.before === undefined) {
    return by.get(only.unit) ?? NOTHING
  }
  const within = ({ unit, from, before }: Segment): readonly Report[] =>
    (by.get(unit) ?? NOTHING).filter(
      ({ eventDate }) => (from === undefined || from <= eventDate) && (before === undefined || eventDate < before),
    )
  return [...new Set(line.flatMap(within))]
}

/** The same stretch of one unit stands in several lines; a joint report is then still one. */
const unique = (segments: History): History => [
  ...new Map(segments.map((one) => [`${one.unit} ${one.from} ${one.before}`, one])).values(),
]
