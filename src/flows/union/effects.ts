import type { Locale } from '../../domain/text.ts'
import type { Instant, LocalDate } from '../../domain/calendar.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import type { DigestTime } from '../../domain/digest/time.ts'
import type { DigestId, DraftId, FileId, PersonId, ReportId, UnitId } from '../../domain/ids.ts'
import type { Letterhead } from '../../domain/unit/letterhead.ts'
import type { Level } from '../../domain/unit/unit.ts'
import type { Answers } from '../../domain/plan/form.ts'
import type { Answered } from '../form/draft.ts'
import type { Made } from '../papers/made.ts'
import type { Line } from '../say.ts'

/** What falls due for a person besides her digest; the event that comes of it is called `${kind}Due`. */
export type DueKind = 'returned' | 'toReview' | 'remind' | 'nudge' | 'loop' | 'handedOver' | 'deputised' | 'deputyEnded'

/** What a decision does; `perform` carries it out in the transaction of the turn. */
export type Effect =
  | {
      readonly do: 'openDraft'
      readonly id: DraftId
      readonly form: string
      readonly formVersion: number
      readonly unit: UnitId
      readonly report?: ReportId
      readonly stage?: string
      readonly answers?: readonly { readonly path: string; readonly answered: Answered }[]
    }
  | { readonly do: 'putAnswer'; readonly draft: DraftId; readonly path: string; readonly answered: Answered }
  | { readonly do: 'dropAnswers'; readonly draft: DraftId; readonly paths: readonly string[] }
  /** The draft goes on in another version of its form; these answers do not fit there. */
  | {
      readonly do: 'moveDraft'
      readonly draft: DraftId
      readonly formVersion: number
      readonly drop: readonly string[]
    }
  | { readonly do: 'dropDraft'; readonly draft: DraftId }
  | {
      readonly do: 'sendReport'
      readonly id: ReportId
      readonly code: string
      readonly form: string
      readonly formVersion: number
      readonly unit: UnitId
      readonly jointUnits: readonly UnitId[]
      readonly eventDate: LocalDate
      readonly none: boolean
      readonly answers: Answers
      readonly afterClose: boolean
    }
  /** A stage added to a dossier, or an amendment. */
  | {
      readonly do: 'changeReport'
      readonly id: ReportId
      readonly kind: 'staged' | 'amended' | 'resubmitted'
      readonly jointUnits: readonly UnitId[]
      readonly eventDate: LocalDate
      readonly answers: Answers
      readonly afterClose: boolean
    }
  | { readonly do: 'withdrawReport'; readonly id: ReportId }
  /** An approval, a return or a withdrawal is taken back. */
  | { readonly do: 'reopenReport'; readonly id: ReportId }
  | { readonly do: 'approveReport'; readonly id: ReportId }
  | { readonly do: 'returnReport'; readonly id: ReportId; readonly field: string; readonly text: string }
  /** From now on what this account writes is handled on the vault's login; `text` is handed over as her first words. */
  | { readonly do: 'openSession'; readonly text?: string; readonly alarm?: string; readonly look?: true }
  | { readonly do: 'raiseAlarm'; readonly id: string; readonly text: string; readonly child: boolean }
  | { readonly do: 'standDown'; readonly alarm: string }
  | { readonly do: 'useInvitation'; readonly invitation: string; readonly person: PersonId; readonly name: string }
  | {
      readonly do: 'invite'
      readonly id: string
      readonly code: string
      readonly role: string
      readonly unit: UnitId
      readonly name?: string
      /** Of somebody who has rights already: the code lets her in on another phone. */
      readonly person?: PersonId
    }
  /** Her accounts are a visitor's from the next message on. */
  | { readonly do: 'lockPhones'; readonly person: PersonId }
  | { readonly do: 'handOver'; readonly from: PersonId; readonly to: PersonId; readonly unit: UnitId }
  | { readonly do: 'revoke'; readonly person: PersonId }
  | { readonly do: 'setName'; readonly name: string }
  /** In what she is spoken to from this answer on. */
  | { readonly do: 'setLocale'; readonly locale: Locale }
  | { readonly do: 'setAcceptAfter'; readonly root: UnitId; readonly days: number }
  | {
      readonly do: 'freezeDigest'
      readonly id: DigestId
      readonly body: Digest
    }
  | { readonly do: 'setDigestTime'; readonly time: DigestTime; readonly stopped: boolean }
  /** '84…'; absent: no longer. */
  | { readonly do: 'setDigestPhone'; readonly phone?: string }
  /** This week's digest, whose new hour has already passed: it is prepared now. */
  | { readonly do: 'bringDigest'; readonly unit: UnitId; readonly week: LocalDate; readonly on: LocalDate }
  /** A leader goes on leave: until a day, somebody of her unit has her rights and gets the digest. */
  | {
      readonly do: 'deputise'
      readonly grant: string
      readonly person: PersonId
      readonly unit: UnitId
      readonly from: LocalDate
      readonly to: LocalDate
    }
  | { readonly do: 'endDeputy'; readonly grant: string }
  | {
      readonly do: 'announce'
      readonly id: string
      readonly unit: UnitId
      readonly text: string
      readonly to: readonly { readonly person: PersonId; readonly unit: UnitId }[]
    }
  | { readonly do: 'readAnnouncement'; readonly id: string }
  | {
      readonly do: 'putLetterhead'
      readonly root: UnitId
      readonly level: Level
      readonly letterhead: Letterhead
    }
  /** An address that opens once; the one before it, for the same, opens nothing any more. */
  | {
      readonly do: 'makeLink'
      readonly purpose: 'web'
      readonly secret: string
      readonly subject: PersonId
      readonly minutes: number
    }
  /** Keeps what stands in a document; the file is made when it is sent or fetched. */
  | { readonly do: 'makeFile'; readonly id: FileId; readonly name: string; readonly made: Made<Line> }
  /**
   * Something that a person is to be told, once: an event into the conversation where she was last, in waking hours. An effect
   * never writes another conversation itself. The same key twice is one.
   */
  | {
      readonly do: 'plan'
      readonly kind: DueKind
      readonly key: string
      readonly person: PersonId
      readonly at: Instant
      readonly data: Readonly<Record<string, string>>
    }
  | { readonly do: 'audit'; readonly act: string; readonly subject: string }
