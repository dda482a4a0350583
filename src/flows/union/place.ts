import type { LocalDate } from '../../domain/calendar.ts'
import type { DraftId, PersonId, ReportId, UnitId } from '../../domain/ids.ts'
import type { LetterheadField } from '../../domain/unit/letterhead.ts'
import type { Level } from '../../domain/unit/unit.ts'
import type { Value } from '../../domain/plan/form.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import type { Answered } from '../form/draft.ts'

/** Where a person of the Union, or a visitor, stands. Plain JSON; a place that a newer version does not know becomes home. */
export type Place =
  | { readonly at: 'home' }
  | { readonly at: 'code' }
  | { readonly at: 'name' }
  | { readonly at: 'kinds'; readonly unit?: UnitId; readonly all?: boolean }
  | { readonly at: 'whichUnit'; readonly form: string; readonly line?: string }
  /** A line that may be a report of one of these kinds. */
  | { readonly at: 'line'; readonly text: string; readonly forms: readonly string[] }
  | FormPlace
  | { readonly at: 'summary'; readonly draft: DraftId; readonly warned?: boolean }
  | {
      readonly at: 'editing'
      readonly draft: DraftId
      /** One list of the form, and one record of it. */
      readonly list?: string
      readonly record?: number
    }
  | { readonly at: 'unit'; readonly unit: UnitId }
  /** `on`: a day of an earlier plan, whose reports are listed. */
  | {
      readonly at: 'reports'
      readonly unit: UnitId
      readonly page: number
      readonly on?: LocalDate
      readonly back?: Place
    }
  /** `seen`: how many events it had when it was shown. */
  | { readonly at: 'report'; readonly report: ReportId; readonly back: Place; readonly seen?: number }
  | { readonly at: 'history'; readonly report: ReportId; readonly back: Place }
  | { readonly at: 'queue'; readonly page: number }
  /** `text`: a comment that tells of a person, until she says that it is to go so. */
  | {
      readonly at: 'returning'
      readonly report: ReportId
      readonly back: Place
      readonly field?: string
      readonly text?: string
    }
  | { readonly at: 'loops'; readonly unit: UnitId; readonly page: number }
  | { readonly at: 'nudge'; readonly unit: UnitId; readonly row: string }
  | { readonly at: 'nudgeUnit'; readonly unit: UnitId; readonly back?: LaggingPlace | QuestionsPlace }
  | { readonly at: 'drafts' }
  | ({ readonly at: 'progress'; readonly page: number } & View)
  | ({ readonly at: 'row'; readonly row: string; readonly page: number; readonly state?: Standing } & View)
  | ({ readonly at: 'below'; readonly row?: string; readonly page: number; readonly ranked?: boolean } & View)
  | ({ readonly at: 'look'; readonly step?: 'day' | 'period' } & View)
  | ({ readonly at: 'compare'; readonly page: number } & View)
  | { readonly at: 'papers'; readonly unit: UnitId }
  | { readonly at: 'official'; readonly unit: UnitId }
  | { readonly at: 'digest'; readonly unit: UnitId; readonly number?: number }
  | { readonly at: 'digests'; readonly unit: UnitId; readonly page: number }
  | { readonly at: 'digestSettings'; readonly step?: 'day' | 'hour' | 'phone' }
  | { readonly at: 'deputy'; readonly person?: PersonId }
  | { readonly at: 'announce'; readonly text?: string }
  | { readonly at: 'announcements'; readonly page: number }
  | LaggingPlace
  | QuestionsPlace
  | { readonly at: 'why'; readonly unit: UnitId; readonly back?: LaggingPlace | QuestionsPlace }
  | { readonly at: 'letterhead'; readonly level?: Level; readonly field?: LetterheadField }
  | { readonly at: 'admin' }
  | { readonly at: 'acceptAfter' }
  | { readonly at: 'newPhone'; readonly person: PersonId }
  | { readonly at: 'handOver'; readonly whose?: { readonly person: PersonId; readonly unit: UnitId } }
  | { readonly at: 'invite'; readonly role?: string; readonly found?: readonly UnitId[] }
  | { readonly at: 'revoke'; readonly person?: PersonId; readonly page?: number }
  | { readonly at: 'dangerCheck'; readonly alarm: string; readonly back: Place; readonly text: string }

/** One question of a form stands on the screen. */
export interface FormPlace {
  readonly at: 'form'
  readonly draft: DraftId
  readonly path: string
  /** Read, but not sure: the person confirms it or types again. */
  readonly doubt?: { readonly value: Value; readonly why: string }
  /** What has been ticked so far, of several choices. */
  readonly picked?: readonly string[]
  /** What she answered before she went back. */
  readonly old?: Answered
  /** Came here from the summary, to change one answer. */
  readonly editing?: boolean
}

/** What a leader looks at: a unit and all below it, as of a day, in a part of the year ('2022-Q2'). Absent: today, the whole year. */
export interface View {
  readonly unit: UnitId
  readonly asOf?: LocalDate
  readonly period?: string
}

interface LaggingPlace {
  readonly at: 'lagging'
  readonly unit: UnitId
  readonly page: number
}

interface QuestionsPlace {
  readonly at: 'questions'
  readonly unit: UnitId
  readonly page: number
}
