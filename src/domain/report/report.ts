import type { Instant, LocalDate } from '../calendar.ts'
import type { PersonId, ReportId, UnitId } from '../ids.ts'
import type { Answers } from '../plan/form.ts'

/**
 * Facts are events and are never rewritten. A report is one id with events; its state and its answers on a day are what its
 * events up to then say. `none` stands for "kỳ này không có".
 */
export const REPORT_EVENT_KINDS = [
  'submitted',
  'staged',
  'amended',
  'returned',
  'resubmitted',
  'approved',
  'withdrawn',
  /** An approval, a return or a withdrawal taken back. */
  'reopened',
] as const
export type ReportEventKind = (typeof REPORT_EVENT_KINDS)[number]

export interface ReportEvent {
  readonly report: ReportId
  readonly seq: number
  readonly kind: ReportEventKind
  /** When it was recorded (`--known-at`). */
  readonly at: Instant
  readonly by?: PersonId
  /** All answers as they stand after this event; absent where the event does not change them. */
  readonly answers?: Answers
  /** With the answers: what they say of the day and of the units that did it together. */
  readonly eventDate?: LocalDate
  readonly jointUnits?: readonly UnitId[]
  readonly comment?: { readonly field: string; readonly text: string }
  /** Accepted by the passing of time, not by a person. */
  readonly automatic?: boolean
}

export const REPORT_STATES = ['submitted', 'returned', 'approved', 'withdrawn'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** How a report stands after an event. */
export const STATE_AFTER: Readonly<Record<ReportEventKind, ReportState>> = {
  submitted: 'submitted',
  staged: 'submitted',
  amended: 'submitted',
  resubmitted: 'submitted',
  reopened: 'submitted',
  returned: 'returned',
  approved: 'approved',
  withdrawn: 'withdrawn',
}

/** From which states an event may follow; what does not fit is nothing, so a press that comes twice does no harm. */
export const MAY_FOLLOW: Readonly<Record<Exclude<ReportEventKind, 'submitted'>, readonly ReportState[]>> = {
  staged: ['submitted', 'approved', 'returned'],
  amended: ['submitted', 'approved', 'returned'],
  resubmitted: ['returned'],
  returned: ['submitted', 'approved'],
  approved: ['submitted'],
  withdrawn: ['submitted', 'returned'],
  reopened: ['approved', 'returned', 'withdrawn'],
}

/** A report as it stands, for tallies and lists. */
export interface Report {
  readonly id: ReportId
  /** Short code that people can say: 'GS-7K2M'. */
  readonly code: string
  readonly form: string
  readonly formVersion: number
  readonly unit: UnitId
  /** Units that did it together; each keeps its credit, people count once. */
  readonly jointUnits: readonly UnitId[]
  readonly eventDate: LocalDate
  readonly state: ReportState
  readonly answers: Answers
  /** "Kỳ này không có": reported, and nothing happened. */
  readonly none: boolean
  readonly by: PersonId
  readonly submittedAt: Instant
  readonly changedAt: Instant
  readonly automatic: boolean
  /** Sent or changed when the period of its day had been reported upwards already. */
  readonly afterClose?: boolean
}

/** What figures are made of: a report without its id, and without who wrote it and when. */
export type Deed = Pick<Report, 'form' | 'unit' | 'jointUnits' | 'eventDate' | 'state' | 'none' | 'answers'>

/** Counts in verdicts: sent and not returned or withdrawn. */
export const isSent = (report: Pick<Report, 'state'>): boolean =>
  report.state === 'submitted' || report.state === 'approved'
export const isApproved = (report: Pick<Report, 'state'>): boolean => report.state === 'approved'

/** As a list shows them and she remembers them: by the day of the event, then by when they were sent. What is done to one later moves nothing. */
export const newestFirst = (a: Report, b: Report): number =>
  a.eventDate === b.eventDate ? b.submittedAt - a.submittedAt : a.eventDate < b.eventDate ? 1 : -1
