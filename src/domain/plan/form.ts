import type { Level } from '../unit/unit.ts'
import type { Text } from '../text.ts'

/**
 * A form is a typed list of fields with guards, not a graph: the next question is the first field that applies and has no
 * value. Forms come from plan files; none is written in code. Source of fields and checks: domain reference §1.4.
 */
export type FieldKind =
  | 'text'
  | 'number'
  | 'date'
  | 'period'
  | 'yesNo'
  | 'choice'
  | 'many'
  | 'unit'
  | 'units'
  | 'docRef'
  | 'evidence'
  | 'countsByOption'
  | 'textList'
  | 'recordList'

export interface Option {
  readonly id: string
  readonly label: Text
  readonly aliases?: readonly string[]
  /** Words that may mean it in a line: read, but asked. */
  readonly maybe?: readonly string[]
}

/** Values, by kind of field; all of them are plain JSON. */
export interface DocRefValue {
  readonly symbol: string
  readonly date?: string
  readonly issuer?: string
}
export interface EvidenceValue {
  readonly files: readonly string[]
  readonly links: readonly string[]
}
export type Value =
  | string
  | number
  | boolean
  | readonly string[]
  | DocRefValue
  | EvidenceValue
  | Readonly<Record<string, number>>
  | readonly Answers[]
export interface Answers {
  readonly [field: string]: Value | undefined
}

/** A closed vocabulary; `set` asks whether the field has a value. */
export type Condition =
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly notIn: readonly string[] }
  | { readonly field: string; readonly set: boolean }
  | { readonly field: string; readonly is: boolean }
  | { readonly field: string; readonly atLeast: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** `block` refuses the answer; `warn` reads it back and asks to confirm. */
export type Severity = 'block' | 'warn'

export type Check =
  | { readonly kind: 'atMost'; readonly field: string; readonly than: string; readonly severity: Severity }
  | {
      readonly kind: 'sumEquals'
      readonly total: string
      readonly parts: readonly string[]
      readonly severity: Severity
    }
  | { readonly kind: 'requiredWhen'; readonly field: string; readonly when: Condition; readonly severity: Severity }
  | {
      readonly kind: 'oneOf'
      readonly fields: readonly string[]
      readonly when?: Condition
      readonly severity: Severity
    }
  | { readonly kind: 'ordered'; readonly fields: readonly string[]; readonly severity: Severity }
  | { readonly kind: 'onOrAfter'; readonly field: string; readonly than: string; readonly severity: Severity }
  | {
      readonly kind: 'nearDay'
      readonly field: string
      /** 'MM-DD' of every year. */
      readonly day: string
      readonly days: number
      readonly when?: Condition
      readonly severity: Severity
    }

export interface Field {
  readonly id: string
  readonly kind: FieldKind
  readonly label: Text
  readonly ask: Text
  readonly help?: Text
  /** One right example, shown when an answer cannot be read. */
  readonly example?: string
  readonly optional: boolean
  /** What is counted: 'người', 'cuộc'. */
  readonly unit?: Text
  /** number: limits of the value; text: of its length in characters; lists: of how many. */
  readonly min?: number
  readonly max?: number
  readonly options?: readonly Option[]
  /** Fields of one record of a recordList. */
  readonly fields?: readonly Field[]
  /** unit, units: which levels may be named; docRef in a form of documents: none. */
  readonly levels?: readonly Level[]
  readonly when?: Condition
  /** Checks among fields of the record, asked as soon as the field has a value. */
  readonly checks?: readonly Check[]
  /** Dates may lie in the future (due dates, validity). */
  readonly future?: boolean
  /** Belongs to a later stage of a dossier: asked only when that stage is added, never in the first report. */
  readonly stage?: string
  /** The text goes up the line: must not name a victim. */
  readonly noNames?: boolean
  /** Never asked by itself: taken where she says it, and offered at the summary. */
  readonly unasked?: boolean
  /** Asked once a term: the value of the unit's last report of this form is offered. */
  readonly keep?: boolean
  /**
   * In a line: number: words beside it ('45 người'); text, choice, many: words before it ('phối hợp với …'); yesNo: words that
   * mean yes.
   */
  readonly words?: readonly string[]
  /** In a line: words beside a number that may mean it: read, but asked. */
  readonly maybe?: readonly string[]
  /** In a line: the date that has no word of its own, or the text after the name of the activity, is this one's. */
  readonly bare?: boolean
  /** In a line: where it took place ('ở thôn Đông') is this one's. */
  readonly place?: boolean
}

export interface Stage {
  readonly id: string
  readonly label: Text
  /** Fields asked when this stage is added to a dossier, as far as their guards allow; one with a value is offered it. */
  readonly asks?: readonly string[]
}

export interface Form {
  readonly id: string
  readonly version: number
  readonly title: Text
  /** Two or three words for buttons. */
  readonly short: Text
  readonly levels: readonly Level[]
  /** The one date that decides the window; asked once. */
  readonly eventDate: string
  /** Fields that stand in, in this order, while eventDate has no value; the first with a value decides. */
  readonly eventDateOr?: readonly string[]
  /** The field that names the thing, for lists and duplicates. */
  readonly mainText: string
  /** Lives for months: one id, stages added over time, counted once. */
  readonly dossier: boolean
  readonly stages: readonly Stage[]
  /** The choice whose options are the stages in order, but for what came of it afterwards: how far a dossier is. Adding such a stage sets it. */
  readonly reached?: string
  readonly fields: readonly Field[]
  readonly checks: readonly Check[]
  /** The period that is told by a report of this form; what is reported of it later is marked. */
  readonly closes?: string
  /** "Kỳ này không có" makes sense for this form. */
  readonly none: boolean
  /** Words by which an officer names this kind of activity. */
  readonly words: readonly string[]
  /** Words that may name it, when no other kind is named. */
  readonly hints?: readonly string[]
}
