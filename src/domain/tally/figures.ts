import type { Instant, LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Interval, Rule, Target } from '../plan/plan.ts'
import type { Text } from '../text.ts'
import type { Level } from '../unit/unit.ts'
import type { Standing } from './standing.ts'

/** What a tally says. Plain JSON: a digest freezes it. "sent" is submitted or approved; "approved" stands beside it. */

export type Verdict = 'met' | 'open' | 'notMet' | 'none'

/** An interval of a cadence that a unit has not kept; `open` still can be, `ahead` has not begun. */
export interface IntervalOwed {
  readonly key: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Last day on which it can be kept, grace included. */
  readonly due: LocalDate
  readonly have: number
  readonly need: number
  readonly state: 'missed' | 'open' | 'ahead'
  /** While open; 0 on the last day. */
  readonly daysLeft?: number
}

export type Missing =
  | { readonly kind: 'short'; readonly need: number }
  | { readonly kind: 'intervals'; readonly intervals: readonly IntervalOwed[] }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'named'; readonly values: readonly string[] }
  | { readonly kind: 'late'; readonly sentOn: LocalDate; readonly days: number }

export interface UnitStanding {
  readonly unit: UnitId
  readonly name: string
  readonly standing: Standing
  readonly value: number
  readonly approvedValue: number
  readonly approvedMet: boolean
  readonly missing?: Missing
  /** Last day on which it can still be met; absent once it is met or too late. */
  readonly due?: LocalDate
  /** Predecessors without whose reports it would not be met ("theo đơn vị cũ"). */
  readonly carriedFrom?: readonly UnitId[]
}

export interface LevelFigures {
  readonly level: Level
  readonly met: number
  readonly of: number
  readonly approvedMet: number
  /** Of the rule's measure (events, people, issues), over the level; a joint event once. */
  readonly total: number
  readonly approvedTotal: number
  /** Everyone in the denominator, and those marked notApplicable. */
  readonly units: readonly UnitStanding[]
  /** Ended before the day of the row: 'theo đơn vị cũ', in no denominator. */
  readonly formerUnits: readonly UnitStanding[]
}

export interface Share {
  readonly met: number
  readonly of: number
  readonly approvedMet: number
}

export interface Amount {
  readonly sent: number
  readonly approved: number
}

export interface Uptake {
  readonly raised: number
  readonly pending: number
  readonly full: number
  readonly part: number
  readonly rejected: number
  readonly noReply: number
  readonly answered: number
  /** In full or in part. */
  readonly accepted: number
  /** Accepted ÷ answered and accepted ÷ raised, 0 to 1; absent where nothing was. */
  readonly ofAnswered?: number
  readonly ofRaised?: number
}

export type Figures =
  | ({ readonly kind: 'coverage'; readonly atLeast: number; readonly events: Amount } & Share)
  | ({
      readonly kind: 'cadence'
      readonly every: Interval
      readonly label?: Text
      readonly events: Amount
      readonly intervals: readonly ({
        readonly key: string
        readonly from: LocalDate
        readonly to: LocalDate
        readonly due: LocalDate
      } & Share)[]
    } & Share)
  /** `sent` and `approved` are the row's figure: of the node itself, or of its subtree with `below`. */
  | ({ readonly kind: 'count'; readonly below: boolean; readonly subtree: Amount } & Amount)
  | ({ readonly kind: 'sum'; readonly field: string; readonly events: Amount } & Amount)
  | ({
      readonly kind: 'stages'
      /** Units that have taken the step, and units whose furthest step it is. */
      readonly steps: readonly {
        readonly id: string
        readonly label: Text
        readonly reached: Amount
        readonly furthest: Amount
      }[]
    } & Share)
  | ({
      readonly kind: 'distinct'
      readonly values: readonly ({ readonly id: string; readonly label?: Text; readonly named: boolean } & Amount)[]
    } & Amount)
  | ({ readonly kind: 'inForce'; readonly on: LocalDate; readonly per?: 'unit' } & Share & Amount)
  | { readonly kind: 'uptake'; readonly sent: Uptake; readonly approved: Uptake }
  /** Without `due` ("chưa đặt hạn") nothing is on time or late: `met` counts those received. */
  | ({ readonly kind: 'onTime'; readonly due?: LocalDate; readonly received: Amount; readonly late: Amount } & Share)
  | { readonly kind: 'told' }

/** One part of a row that is split by a field. */
export interface Part extends Amount {
  readonly id: string
  readonly label?: Text
  readonly events: Amount
}

/** A figure printed under a row. */
export interface AlsoRow {
  readonly id: string
  readonly title: Text
  readonly kind: Rule['kind']
  readonly figures: Figures
  /** Only where the rule is a share of units. */
  readonly levels: readonly LevelFigures[]
}

export interface Row {
  readonly indicator: string
  readonly title: Text
  readonly kind: Figures['kind']
  readonly focus: boolean
  /** The day whose units are the denominator. */
  readonly day: LocalDate
  readonly figures: Figures
  /** A level without a unit in force is absent ("không áp dụng"). */
  readonly levels: readonly LevelFigures[]
  readonly target?: Target
  readonly verdict: Verdict
  readonly also: readonly AlsoRow[]
  readonly by?: readonly Part[]
}

export interface Tally {
  readonly plan: string
  readonly planVersion: number
  readonly mark?: Text
  readonly unit: UnitId
  readonly asOf: LocalDate
  readonly knownAt?: Instant
  readonly rows: readonly Row[]
}
