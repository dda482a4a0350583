import type { LocalDate } from '../calendar.ts'
import type { Deed } from '../report/report.ts'
import type { Bag, Deeds } from './bag.ts'
import type { Amount, Figures, LevelFigures, Missing } from './figures.ts'

/** The days of a row. */
export interface Frame {
  readonly window: { readonly from: LocalDate; readonly to: LocalDate }
  readonly asOf: LocalDate
  /** The last day that is over: what closes on it can change no more. */
  readonly over: LocalDate
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

/** A unit of the denominator: what was judged, over which life. */
export interface JudgedUnit {
  readonly life: Life
  readonly deeds: Deeds
}

export interface Scene {
  /** What counts, of the subtree; a joint deed once. */
  readonly counting: Deeds
  /** What the asked unit itself has, where the row is addressed to its level. */
  readonly own: Amount
  /** How many units of the denominator told this. */
  readonly told: (mark: string) => number
  readonly levels: readonly LevelFigures[]
}

/** A rule looks at a report once, to say what of it is kept; all else it reads out of what was kept. */
export interface RuleWork {
  /** How much one report adds to a total: 1, its people, its issues. */
  readonly weigh: (report: Deed) => number
  /** What else of it is kept; absent: nothing. */
  readonly marks?: (report: Deed) => Iterable<string>
  /** Of those that match the filter, which count at all; absent: all. */
  readonly counts?: (report: Deed) => boolean
  /** Reports dated outside the window count too (what is in force was signed earlier). */
  readonly anyDate?: boolean
  judge(bag: Bag, life: Life): Judged
  /** What of each unit the figures of all of them are made of, and then no marks of the whole; absent: its standing alone. */
  tells?(unit: JudgedUnit): Iterable<string>
  figures(scene: Scene): Figures
}
