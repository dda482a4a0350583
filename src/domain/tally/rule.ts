import type { LocalDate } from '../calendar.ts'
import type { Report } from '../report/report.ts'
import type { Amount, Figures, LevelFigures, Missing, UnitStanding } from './figures.ts'

/** The days of a row. */
export interface Frame {
  readonly window: { readonly from: LocalDate; readonly to: LocalDate }
  readonly asOf: LocalDate
  /** The day whose units are the denominator: as-of, at latest the end of the window. */
  readonly day: LocalDate
}

/** How long the unit (with those it descends from) has been there to do anything. */
export interface Life {
  readonly since: LocalDate
  /** Its last day, if it has ended. */
  readonly until?: LocalDate
}

/** What a rule says of one unit's deeds. */
export interface Judged {
  readonly value: number
  readonly met: boolean
  /** Last day on which the answer can still change for the better. */
  readonly closes: LocalDate
  readonly missing?: Missing
  /** The unit lived too short a time for the rule to ask anything of it. */
  readonly asksNothing?: boolean
}

export interface JudgedUnit {
  readonly standing: UnitStanding
  readonly life: Life
  /** The deeds that were judged: sent ones. */
  readonly reports: readonly Report[]
}

export interface Scene {
  /** Sent reports that count, of the subtree; a joint one once. */
  readonly counting: readonly Report[]
  /** What the asked unit itself has, where the row is addressed to its level. */
  readonly own: Amount
  /** Everyone in the denominator. */
  readonly units: readonly JudgedUnit[]
  readonly levels: readonly LevelFigures[]
}

export interface RuleWork {
  /** How much one report adds to a total: 1, its people, its issues. */
  readonly weigh: (report: Report) => number
  /** Of those that match the filter, which count at all; absent: all. */
  readonly counts?: (report: Report) => boolean
  /** Reports dated outside the window count too (what is in force was signed earlier). */
  readonly anyDate?: boolean
  judge(reports: readonly Report[], life: Life): Judged
  figures(scene: Scene): Figures
}
