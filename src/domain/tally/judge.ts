import type { UnitId } from '../ids.ts'
import type { LocalDate } from '../calendar.ts'
import type { History, Segment } from '../unit/lineage.ts'
import type { Indicator } from '../plan/plan.ts'
import type { UnitVersion } from '../unit/unit.ts'
import { compare } from '../unit/tree.ts'
import { addDeeds, type Deeds, isAllApproved } from './bag.ts'
import type { UnitStanding } from './figures.ts'
import type { Bundle } from './bundles.ts'
import type { Judged, JudgedUnit, Life, RuleWork } from './rule.ts'
import type { Scope } from './scope.ts'
import { standingOf, type Told } from './standing.ts'

export interface Court {
  readonly work: RuleWork
  /** Which figure of the plan it is. */
  readonly at: number
  readonly bundlesBy: BundlesBy
  readonly scope: Scope
  readonly carry: Indicator['carry']
  /** The last day that is over. */
  readonly over: LocalDate
  /** Filled while judging. */
  readonly silent: Map<string, Found>
}

/** By unit that is credited, joint units too. */
export type BundlesBy = ReadonlyMap<UnitId, readonly Bundle[]>

/** One line of descent put to the rule. */
interface Case {
  readonly judged: Judged
  readonly bundles: readonly Bundle[]
  readonly deeds: Deeds
  readonly life: Life
  readonly line: History
}

export interface StandingUnit extends JudgedUnit {
  readonly standing: UnitStanding
}

/** Where a unit stands. One that has ended is judged by what it did while it was there. */
export function judgeUnit(version: UnitVersion, court: Court, ended: boolean): StandingUnit {
  const { unit, name } = version
  const found = isSilent(unit, court) ? findSilent(version, court, ended) : find(version, court, ended)
  return { ...found, standing: { unit, name, ...found.standing } }
}

type Found = JudgedUnit & { readonly standing: Omit<UnitStanding, 'unit' | 'name'> }

/** Nothing was sent by it or by anyone it descends from: most units, most of the year. */
const isSilent = (unit: UnitId, { at, bundlesBy, scope }: Court): boolean => {
  const [line, ...others] = scope.historiesOf(unit)
  const isAlone = others.length === 0 && line?.length === 1
  return isAlone && !(bundlesBy.get(unit) ?? NOTHING).some(({ sheet }) => sheet.slots[at] !== undefined)
}

/** Silent units of the same age stand alike, so one of them is judged. */
const findSilent = (version: UnitVersion, court: Court, ended: boolean): Found => {
  const key = `${court.scope.firstDay(version.unit)} ${ended} ${version.to}`
  const found = court.silent.get(key) ?? find(version, court, ended)
  court.silent.set(key, found)
  return found
}

const find = (version: UnitVersion, court: Court, ended: boolean): Found => {
  const { work, scope, carry, over } = court
  const { unit } = version
  const until = ended ? version.to : undefined
  const histories = scope.historiesOf(unit)
  const lines = carry === 'sum' && histories.length > 0 ? [unique(histories.flat())] : histories
  const chosen = choose(
    lines.map((line) => tryLine(line, court, until)),
    carry,
  )
  const approved = judgeApproved(chosen, work)
  const { judged } = chosen
  const closed = ended || judged.closes <= over
  const told = { met: judged.met, closed, sent: sentOf(histories.flat(), court) }
  const carriedFrom = judged.met ? carriedBy(unit, chosen, court) : []
  return {
    life: chosen.life,
    deeds: chosen.deeds,
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

const tryLine = (line: History, { work, at, bundlesBy, scope }: Court, until: LocalDate | undefined): Case => {
  const bundles = bundlesIn(line, bundlesBy)
  const deeds = deedsOf(bundles, at)
  const first = line.flatMap(({ unit }) => scope.firstDay(unit) ?? []).sort(compare)[0]
  const since = first ?? scope.day
  const life = until === undefined ? { since } : { since, until }
  return { judged: work.judge(deeds.sent, life), bundles, deeds, life, line }
}

const deedsOf = (bundles: readonly Bundle[], at: number): Deeds =>
  addDeeds(bundles.flatMap(({ sheet }) => sheet.slots[at]?.deeds ?? []))

/** `all` takes the worst line, the other ways the best. */
const choose = (cases: readonly Case[], carry: Indicator['carry']): Case => {
  const [first, ...rest] = cases
  if (!first) throw new Error('a unit without a history')
  const sign = carry === 'all' ? -1 : 1
  return rest.reduce((best, next) => (sign * rank(next.judged, best.judged) > 0 ? next : best), first)
}

const rank = (a: Judged, b: Judged): number =>
  Number(a.met) - Number(b.met) || a.value - b.value || compare(a.closes, b.closes)

const judgeApproved = ({ judged, deeds, life }: Case, work: RuleWork): Judged =>
  isAllApproved(deeds) ? judged : work.judge(deeds.approved, life)

/** Predecessors without whom it would not be met. */
const carriedBy = (unit: UnitId, { line, bundles, life }: Case, { work, at }: Court): readonly UnitId[] => {
  const others = new Set(line.map((segment) => segment.unit).filter((one) => one !== unit))
  if (others.size === 0) return []
  const isOwn = ({ crew }: Bundle): boolean => crew.includes(unit)
  if (work.judge(deedsOf(bundles.filter(isOwn), at).sent, life).met) return []
  const gave = bundles.filter((bundle) => !isOwn(bundle) && bundle.sheet.slots[at]?.deeds !== undefined)
  return [...others].filter((other) => gave.some(({ crew }) => crew.includes(other))).sort(compare)
}

const sentOf = (segments: History, { at, bundlesBy }: Court): Told['sent'] => {
  const sent = bundlesIn(segments, bundlesBy).flatMap(({ sheet }) => sheet.slots[at]?.sent ?? [])
  if (sent.includes('something')) return 'something'
  return sent.length > 0 ? 'none' : 'nothing'
}

const NOTHING: readonly Bundle[] = []

/** Each bundle once, also where it lies in several stretches of the line. */
const bundlesIn = (line: History, by: BundlesBy): readonly Bundle[] => {
  const [only, ...rest] = line
  if (only && rest.length === 0 && only.from === undefined && only.before === undefined) {
    return by.get(only.unit) ?? NOTHING
  }
  const within = ({ unit, from, before }: Segment): readonly Bundle[] =>
    (by.get(unit) ?? NOTHING).filter(
      ({ since }) => (from === undefined || from <= since) && (before === undefined || since < before),
    )
  return [...new Set(line.flatMap(within))]
}

/** The same stretch of one unit stands in several lines. */
const unique = (segments: History): History => [
  ...new Map(segments.map((one) => [`${one.unit} ${one.from} ${one.before}`, one])).values(),
]
