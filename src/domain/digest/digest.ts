import { isAlike } from '../alike.ts'
import { anomalies, type Anomaly } from './anomalies.ts'
import { addDays, dateOf, type Instant, type LocalDate } from '../calendar.ts'
import { type Behind, lagging, unitsThatOwe } from './behind.ts'
import { decide, type Decision } from './decision.ts'
import { type Due, dueWithin } from './due.ts'
import type { CounsellingTold } from '../case/disclosure.ts'
import type { UnitId } from '../ids.ts'
import { type OpenLoop, openLoops } from './openLoops.ts'
import { owed } from '../report/owed.ts'
import type { Plan } from '../plan/plan.ts'
import { isSent, type Report } from '../report/report.ts'
import type { Tally, Verdict } from '../tally/figures.ts'
import { headOf } from '../tally/verdict.ts'
import type { Text } from '../text.ts'
import type { UnitTree } from '../unit/unit.ts'
import { labelsBelow } from '../unit/labels.ts'

/** A row as a digest keeps it, for the next one to compare with. */
export interface FrozenFigure {
  readonly indicator: string
  readonly title: Text
  readonly verdict: Verdict
  readonly value: number
  readonly approved: number
  readonly of?: number
}

export interface Change {
  readonly indicator: string
  readonly from: FrozenFigure
  readonly to: FrozenFigure
}

/** Three lines, as data. Only rows with a target have a verdict. */
export type Headline =
  | { readonly kind: 'verdicts'; readonly met: number; readonly open: number; readonly notMet: number }
  /** What came in since the previous one, and what waits to be looked at. */
  | {
      readonly kind: 'week'
      readonly reports: number
      readonly units: number
      readonly moved: number
      readonly waiting: number
      readonly sincePrevious: boolean
    }
  | { readonly kind: 'units'; readonly owing: number; readonly late: number; readonly of: number }

/** How a plan ended: every row that had something to reach. */
export interface PlanEnd {
  readonly title: Text
  readonly asOf: LocalDate
  readonly figures: readonly FrozenFigure[]
}

/** Plain JSON that needs nothing else to be read: frozen as it is, numbered, never written again. */
export interface Digest {
  readonly format: 1
  readonly number: number
  /** The Monday of its week. */
  readonly week: LocalDate
  readonly unit: UnitId
  readonly name: string
  readonly asOf: LocalDate
  readonly knownAt: Instant
  readonly plan: string
  readonly planVersion: number
  readonly planTitle: Text
  readonly mark?: Text
  readonly headline: readonly Headline[]
  /** Only in the first digest of a plan: how the one ended that the digests before were about. */
  readonly ended?: PlanEnd
  readonly moved: readonly Change[]
  /** At most five, the latest first. */
  readonly behind: readonly Behind[]
  readonly due: readonly Due[]
  readonly loops: readonly OpenLoop[]
  /** At most three. */
  readonly questions: readonly Anomaly[]
  /** Only for the one province of an installation, and only what was released (security reference §2.6). */
  readonly counselling?: CounsellingTold
  readonly decide?: Decision
  /** What the previous digest would say of its own day with what is known now ("điều chỉnh"). */
  readonly corrections: readonly Change[]
  /** The day of the digest it is compared with, where more than a week has passed since. */
  readonly since?: LocalDate
  /** Frozen and not sent: the number of the newest before it that was, 0 where none was. */
  readonly lastSent?: number
  /** Nothing of all this is new since the previous one, and nothing is nearly due: it is told in one line. */
  readonly quiet: boolean
  readonly figures: readonly FrozenFigure[]
}

export interface DigestInput {
  readonly number: number
  readonly week: LocalDate
  readonly tally: Tally
  readonly plan: Plan
  readonly tree: UnitTree
  /** Of the subtree, as known now. */
  readonly reports: readonly Report[]
  readonly knownAt: Instant
  readonly counselling?: CounsellingTold
  /** What it is compared with. */
  readonly previous?: Digest
  /** The plan of the digests before, where another has followed it, and its tally as of its last day. */
  readonly ended?: { readonly plan: Plan; readonly tally: Tally }
  readonly lastSent?: number
  /** The tally as of the previous digest's day, with what is known now; without it there are no corrections. */
  readonly restated?: Tally
}

const NAMED_BEHIND = 5
const DAYS_AHEAD = 14
const ASKED = 3

export function makeDigest(input: DigestInput): Digest {
  const { number, week, tally, plan, tree, reports, knownAt, counselling, previous, restated, lastSent, ended } = input
  const { asOf } = tally
  const figures = freeze(tally)
  const corrected = previous && restated ? freeze(restated) : undefined
  const corrections = previous && corrected ? changes(previous.figures, corrected) : []
  // From the corrected figures on: what is a correction has not moved.
  const moved = changes(corrected ?? previous?.figures ?? [], figures)
  const all = unitsThatOwe(tally)
  const due = dueWithin({ tally, plan, today: asOf, days: DAYS_AHEAD })
  const behind = labelled(lagging(all, tally).slice(0, NAMED_BEHIND), tree, tally)
  const loops = openLoops({ plan, reports, asOf })
  const own = owed(tally, tally.unit).filter(({ standing }) => standing !== 'met')
  const decision = decide({ rows: tally.rows, behind, due, loops, own }, previous?.decide)
  const of = Math.max(0, tree.subtreeOn(tally.unit, asOf).filter(({ level }) => level !== 'board').length - 1)
  const came = arrived(reports, previous?.asOf ?? addDays(asOf, -7), asOf)
  const found = anomalies({ plan, tree, unit: tally.unit, reports, asOf })
  const told = { behind, due, loops, questions: labelled(found.slice(0, ASKED), tree, tally) }
  return {
    format: 1,
    number,
    week,
    unit: tally.unit,
    name: tree.latest(tally.unit)?.name ?? tally.unit,
    asOf,
    knownAt,
    plan: tally.plan,
    planVersion: tally.planVersion,
    planTitle: plan.title,
    ...(tally.mark ? { mark: tally.mark } : {}),
    headline: [
      { kind: 'verdicts', ...verdictsOf(figures) },
      { kind: 'week', ...came, moved: moved.length, sincePrevious: previous !== undefined },
      { kind: 'units', owing: all.length, late: all.filter(({ late }) => late > 0).length, of },
    ],
    ...(ended ? { ended: endOf(ended) } : {}),
    moved,
    ...told,
    ...(counselling ? { counselling } : {}),
    ...(decision ? { decide: decision } : {}),
    corrections,
    ...(previous && previous.asOf < addDays(asOf, -7) ? { since: previous.asOf } : {}),
    ...(lastSent === undefined ? {} : { lastSent }),
    quiet:
      previous !== undefined &&
      came.reports + moved.length + corrections.length === 0 &&
      !due.some(isOwed) &&
      // What stands only in one that was not sent is told all the same.
      (previous.lastSent === undefined || lastSent !== undefined) &&
      isSame(told, previous) &&
      !isNews(counselling, previous.counselling),
    figures,
  }
}

const endOf = ({ plan, tally }: { readonly plan: Plan; readonly tally: Tally }): PlanEnd => ({
  title: plan.title,
  asOf: tally.asOf,
  figures: freeze(tally).filter(({ verdict }) => verdict !== 'none'),
})

/** Sent from the one day on and before the other, so that no report is told twice and none is left out. */
const arrived = (reports: readonly Report[], from: LocalDate, before: LocalDate) => {
  const sent = reports.filter(isSent)
  const came = sent.filter(({ submittedAt }) => {
    const day = dateOf(submittedAt)
    return from <= day && day < before
  })
  return {
    reports: came.length,
    units: new Set(came.map(({ unit }) => unit)).size,
    waiting: sent.filter(({ state }) => state === 'submitted').length,
  }
}

/** Names that tell units apart, as they were on the day. */
const labelled = <T extends { readonly unit: UnitId; readonly name: string }>(
  named: readonly T[],
  tree: UnitTree,
  { unit: root, asOf }: Tally,
): readonly T[] => {
  const units = named.map(({ unit }) => unit)
  const labels = labelsBelow(tree, root, units, asOf)
  return named.map((one, index) => ({ ...one, name: labels[index] ?? one.name }))
}

const isOwed = ({ rows }: Due): boolean => rows.some(({ owing }) => owing > 0)

/** A quarter that was released since, or a week in which a promise was not kept. */
const isNews = (now: CounsellingTold | undefined, before: CounsellingTold | undefined): boolean =>
  now?.week?.band === 'broken' || now?.quarter?.quarter !== before?.quarter?.quarter

type Told = Pick<Digest, 'behind' | 'due' | 'loops' | 'questions'>

const isSame = (a: Told, b: Told): boolean =>
  isAlike([a.behind, a.due, a.loops, a.questions], [b.behind, b.due, b.loops, b.questions])

export const freeze = (tally: Tally): readonly FrozenFigure[] =>
  tally.rows
    .filter(({ kind }) => kind !== 'told')
    .map(({ indicator, title, verdict, figures }) => ({ indicator, title, verdict, ...headOf(figures) }))

const changes = (before: readonly FrozenFigure[], after: readonly FrozenFigure[]): readonly Change[] => {
  const earlier = new Map(before.map((figure) => [figure.indicator, figure]))
  return after.flatMap((to) => {
    const from = earlier.get(to.indicator)
    if (!from || (from.verdict === to.verdict && from.value === to.value && from.of === to.of)) return []
    return { indicator: to.indicator, from, to }
  })
}

const verdictsOf = (figures: readonly FrozenFigure[]) => {
  const number = (wanted: Verdict): number => figures.filter(({ verdict }) => verdict === wanted).length
  return { met: number('met'), open: number('open'), notMet: number('notMet') }
}
