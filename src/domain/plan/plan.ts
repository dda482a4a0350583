import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Text } from '../text.ts'
import type { Level } from '../unit/unit.ts'
import type { Form } from './form.ts'

/**
 * Which answers of a report make it count; every part that is given must hold. A field of several choices is `in` a list
 * when one of its values is.
 */
export interface Filter {
  readonly in?: Readonly<Record<string, readonly string[]>>
  readonly set?: readonly string[]
  readonly notSet?: readonly string[]
  /** Dates before the as-of day: {past: [due_on], notSet: [closed_on]} is what is overdue. */
  readonly past?: readonly string[]
  readonly is?: Readonly<Record<string, boolean>>
  /** Some record of a list has a field with one of these values: {issues: {status: [accepted_full]}}. */
  readonly some?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** The first number is below the second; one without a value is 0: {answered: recommendations}. */
  readonly less?: Readonly<Record<string, string>>
}

/**
 * Something that a report leaves open, asked for later, once: the answer to a comment, the end of a petition. Asked so many days
 * `after` a day in the answers, or `before` one that is yet to come.
 */
export interface Loop {
  readonly id: string
  readonly form: string
  /** Open while this holds. */
  readonly when: Filter
  readonly after?: { readonly field: string; readonly days: number }
  readonly before?: { readonly field: string; readonly days: number }
  /** The stage whose questions close it. */
  readonly stage: string
  readonly ask: Text
}

export interface Source {
  readonly form: string
  readonly where?: Filter
}

export type Interval = 'year' | 'half' | 'quarter' | 'month'

/** What is computed: see the table of rules in the design, §4. */
export type Rule =
  | { readonly kind: 'coverage'; readonly atLeast: number }
  | {
      readonly kind: 'cadence'
      readonly every: Interval
      readonly atLeast: number
      readonly graceDays: number
      readonly label?: Text
    }
  /** Reports of the node itself; with `below`, of its whole subtree (a joint event is one). */
  | { readonly kind: 'count'; readonly below?: boolean }
  /** Of a number, of all options of countsByOption, or of how many records a list has. */
  | { readonly kind: 'sum'; readonly field: string }
  | {
      readonly kind: 'stages'
      readonly steps: readonly { readonly id: string; readonly label: Text; readonly field: string }[]
    }
  | {
      readonly kind: 'distinct'
      readonly field: string
      readonly named?: readonly { readonly id: string; readonly label: Text }[]
    }
  /** `from` ≤ the day ≤ `to`, whatever the window; `per: unit` counts the units that have one, as coverage does. */
  | { readonly kind: 'inForce'; readonly from: string; readonly to?: string; readonly per?: 'unit' }
  | {
      readonly kind: 'uptake'
      readonly list: string
      readonly status: string
      readonly accepted: readonly string[]
      readonly part: readonly string[]
      readonly rejected: readonly string[]
      readonly noReply: readonly string[]
    }
  | { readonly kind: 'onTime'; readonly sentOn: string; readonly due?: LocalDate }

/** Only what the plan states. `percent`: share of units that must reach the threshold; `atLeast`: of the node's own figure. */
export interface Target {
  readonly percent?: number
  readonly atLeast?: number
}

/** `where` narrows the sources of the row; `sources`, where given, stand in their place. */
export interface Also {
  readonly id: string
  readonly title: Text
  readonly rule: Rule
  readonly where?: Filter
  readonly sources?: readonly Source[]
}

export interface Indicator {
  readonly id: string
  readonly kind: 'indicator' | 'task' | 'organisation'
  /** The official wording, word for word from the plan. */
  readonly wording: string
  readonly title: Text
  readonly levels: readonly Level[]
  readonly sources: readonly Source[]
  readonly rule: Rule
  /** Further figures printed under the row (I.2 "đủ các bước"; drafts of I.3a; people of T2.3.1). */
  readonly also: readonly Also[]
  readonly target?: Target
  /** Split by this field (a choice, many, or the options of countsByOption); if the filter lists its values, by those only. */
  readonly by?: string
  readonly window: { readonly from: LocalDate; readonly to: LocalDate }
  readonly carry: 'any' | 'sum' | 'all' | 'reset'
  readonly evidence?: Text
  readonly focus: boolean
  /** What counts, in one or two plain sentences for officers. */
  readonly explain: Text
  /** A row that is only told, never counted (O.1, O.6). */
  readonly told: boolean
  /** The row holds for affiliated units only when they are flagged grassroots. */
  readonly affiliatedByFlag: boolean
}

/** A text that the plan names: R01–R21. */
export interface PlanDocument {
  readonly id: string
  readonly name: Text
  readonly number?: string
  readonly date?: string
  readonly issuer?: string
  readonly title?: string
  readonly status?: string
}

export interface Plan {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly issuer: string
  readonly number?: string
  readonly decidedOn?: LocalDate
  /** In force on these days, inclusive. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Marked in every heading, as "minh họa" for the demonstration. */
  readonly mark?: Text
  /** The unit at whose subtree this plan holds; absent: every root. */
  readonly root?: UnitId
  /** Days before (negative) and after a due date on which a unit that owes is reminded; absent: as usual (see report/reminders.ts). */
  readonly reminders?: readonly number[]
  readonly documents: readonly PlanDocument[]
  readonly forms: readonly Form[]
  readonly loops: readonly Loop[]
  readonly indicators: readonly Indicator[]
}
