import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'

/**
 * The unit register. Names, parents and levels are rows with validity dates; the depth of the tree is never hard-coded.
 * `board` receives and compiles and is in no denominator; `affiliated` is not territorial (domain reference §1.5 A9).
 */
export type Level = 'province' | 'district' | 'commune' | 'affiliated' | 'board'
export const LEVELS: readonly Level[] = ['province', 'district', 'commune', 'affiliated', 'board']

export interface UnitVersion {
  readonly unit: UnitId
  readonly name: string
  readonly level: Level
  readonly parent?: UnitId
  readonly from: LocalDate
  /** Last day in force, inclusive; absent while in force. */
  readonly to?: LocalDate
  /** Affiliated units that the Union counts as grassroots in I.2 and I.3a. */
  readonly grassroots?: boolean
  /** Official code of the administrative unit, never reused (Decision 19/2025/QĐ-TTg). */
  readonly code?: string
}

export type LineageKind = 'merge' | 'split' | 'rename' | 'reparent' | 'end'

export interface LineageEvent {
  readonly kind: LineageKind
  readonly on: LocalDate
  readonly from: readonly UnitId[]
  readonly to: readonly UnitId[]
  readonly basis: string
}

export interface Register {
  readonly versions: readonly UnitVersion[]
  readonly lineage: readonly LineageEvent[]
}

/** A register made ready for many questions; build it once per change of the register. */
export interface UnitTree {
  readonly register: Register
  /** The version of a unit in force on a day, or undefined. */
  versionOn(unit: UnitId, day: LocalDate): UnitVersion | undefined
  /** The latest version of a unit known at all, also when it has ended. */
  latest(unit: UnitId): UnitVersion | undefined
  /** Units in force on a day, of one level or of all. */
  inForce(day: LocalDate, level?: Level): readonly UnitVersion[]
  childrenOn(unit: UnitId, day: LocalDate): readonly UnitVersion[]
  /** The unit itself and all below it on a day. */
  subtreeOn(unit: UnitId, day: LocalDate): readonly UnitVersion[]
  /** From the unit's parent up to the root on a day. */
  ancestorsOn(unit: UnitId, day: LocalDate): readonly UnitVersion[]
  isWithin(unit: UnitId, root: UnitId, day: LocalDate): boolean
}
