import type { Indicator } from '../plan/plan.ts'
import type { Level, UnitVersion } from '../unit/unit.ts'
import { type Deeds, NO_DEEDS } from './bag.ts'
import type { Block } from './blocks.ts'
import type { Desk } from './desk.ts'
import type { Amount, LevelFigures, UnitStanding } from './figures.ts'
import { isAddressed } from './gather.ts'
import { type Court, judgeUnit } from './judge.ts'
import { amountOf, total } from './totals.ts'

/** What the asked unit itself has, where the row is addressed to it. */
export function ownAmount(indicator: Indicator, desk: Desk, court: Court): Amount {
  const version = desk.scope.units.find(({ unit }) => unit === desk.unit)
  if (!version || !isAddressed(indicator, version)) return { sent: 0, approved: 0 }
  const { standing } = judgeUnit(version, court, desk.hasEnded(desk.unit))
  return { sent: standing.value, approved: standing.approvedValue }
}

/** The units of a level in a block. */
export type LevelPart = Omit<LevelFigures, 'total' | 'approvedTotal'>

export interface LevelWork {
  readonly indicator: Indicator
  readonly desk: Desk
  readonly court: Court
  /** How many of the denominator told what. */
  readonly told: Map<string, number>
}

/** Undefined where nobody of the level is, or was, or is asked. */
export function levelPart(
  level: Level,
  block: Pick<Block, 'units' | 'former'>,
  { indicator, desk, court, told }: LevelWork,
): LevelPart | undefined {
  // The boards receive and compile: they are in no denominator.
  if (level === 'board' || !concerns(indicator, level)) return undefined
  const { frame } = desk
  const inForce = block.units.filter((version) => version.level === level)
  const former = block.former.filter(
    (version) =>
      version.level === level && isAddressed(indicator, version) && (version.to ?? frame.day) >= frame.window.from,
  )
  if (inForce.length === 0 && former.length === 0) return undefined
  const units = inForce.map((version) => {
    if (!isAddressed(indicator, version)) return notAsked(version)
    const unit = judgeUnit(version, court, version.to !== undefined && desk.hasEnded(version.unit))
    if (unit.standing.standing !== 'notApplicable') {
      for (const mark of court.work.tells?.(unit) ?? []) told.set(mark, (told.get(mark) ?? 0) + 1)
    }
    return unit.standing
  })
  const counted = units.filter(({ standing }) => standing !== 'notApplicable')
  return {
    level,
    met: counted.filter(({ standing }) => standing === 'met').length,
    of: counted.length,
    approvedMet: counted.filter(({ approvedMet }) => approvedMet).length,
    units,
    formerUnits: former.map((version) => judgeUnit(version, court, true).standing),
  }
}

/** A level of all blocks, with what counts on it. */
export function levelOf(parts: readonly LevelPart[], counting: Deeds = NO_DEEDS): LevelFigures | undefined {
  const [first] = parts
  if (first === undefined) return undefined
  const { sent, approved } = amountOf(counting)
  return {
    level: first.level,
    met: total(parts, ({ met }) => met),
    of: total(parts, ({ of }) => of),
    approvedMet: total(parts, ({ approvedMet }) => approvedMet),
    total: sent,
    approvedTotal: approved,
    units: parts.flatMap(({ units }) => units),
    formerUnits: parts.flatMap(({ formerUnits }) => formerUnits),
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
