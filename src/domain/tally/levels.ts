import type { UnitId } from '../ids.ts'
import type { Indicator, Plan, Source } from '../plan/plan.ts'
import type { Level, UnitVersion } from '../unit/unit.ts'
import type { Amount, LevelFigures, UnitStanding } from './figures.ts'
import { type Gathered, isAddressed } from './gather.ts'
import { type Court, judgeUnit } from './judge.ts'
import type { Frame, JudgedUnit, RuleWork } from './rule.ts'
import type { Scope } from './scope.ts'
import type { Shelf } from './shelves.ts'
import { amountOf } from './totals.ts'

export interface Desk {
  readonly plan: Plan
  readonly unit: UnitId
  readonly frame: Frame
  readonly scope: Scope
  /** Has the unit ended by the day that was asked for? Then nothing of it is open any more. */
  hasEnded(unit: UnitId): boolean
  /** What was sent on the forms of these sources, in the window of the row or on any day. */
  shelvesOf(sources: readonly Source[], anyDate: boolean): readonly Shelf[]
}

/** What the asked unit itself has, where the row is addressed to it. */
export function ownAmount(indicator: Indicator, desk: Desk, court: Court): Amount {
  const version = desk.scope.units.find(({ unit }) => unit === desk.unit)
  if (!version || !isAddressed(indicator, version)) return { sent: 0, approved: 0 }
  const { standing } = judgeUnit(version, court, desk.hasEnded(desk.unit))
  return { sent: standing.value, approved: standing.approvedValue }
}

export interface LevelWork {
  readonly indicator: Indicator
  readonly desk: Desk
  readonly court: Court
  /** Filled with everyone in the denominator. */
  readonly judged: Map<UnitId, JudgedUnit>
}

/** Undefined where nobody of the level is, or was, or is asked. */
export function levelFigures(level: Level, { indicator, desk, court, judged }: LevelWork): LevelFigures | undefined {
  // The boards receive and compile: they are in no denominator.
  if (level === 'board' || !concerns(indicator, level)) return undefined
  const { scope, frame } = desk
  const inForce = scope.unitsOf(level)
  const former = scope.former.filter(
    (version) =>
      version.level === level && isAddressed(indicator, version) && (version.to ?? frame.day) >= frame.window.from,
  )
  if (inForce.length === 0 && former.length === 0) return undefined
  const units = inForce.map((version) => {
    if (!isAddressed(indicator, version)) return notAsked(version)
    const one = judgeUnit(version, court, version.to !== undefined && desk.hasEnded(version.unit))
    judged.set(version.unit, one)
    return one.standing
  })
  const counted = units.filter(({ standing }) => standing !== 'notApplicable')
  return {
    level,
    met: counted.filter(({ standing }) => standing === 'met').length,
    of: counted.length,
    approvedMet: counted.filter(({ approvedMet }) => approvedMet).length,
    ...totalsOf(level, court.gathered, court.work),
    units,
    formerUnits: former.map((version) => judgeUnit(version, court, true).standing),
  }
}

/** Affiliated units below are shown as not applicable by rows of the grassroots that do not hold for them. */
const concerns = (indicator: Indicator, level: Level): boolean => {
  if (indicator.levels.includes(level)) return true
  if (level !== 'affiliated') return false
  return indicator.affiliatedByFlag || indicator.levels.includes('commune') || indicator.levels.includes('district')
}

const notAsked = ({ unit, name }: UnitVersion): UnitStanding => ({
  unit,
  name,
  standing: 'notApplicable',
  value: 0,
  approvedValue: 0,
  approvedMet: false,
})

const totalsOf = (
  level: Level,
  { countingOf }: Gathered,
  work: RuleWork,
): Pick<LevelFigures, 'total' | 'approvedTotal'> => {
  const { sent, approved } = amountOf(countingOf.get(level) ?? [], work.weigh)
  return { total: sent, approvedTotal: approved }
}
