import type { ClubRole } from '../../domain/access.ts'
import type { Instant, LocalDate } from '../../domain/calendar.ts'
import type { Audience, Cause } from '../../domain/case/contact.ts'
import type { ConversationId, MemberId } from '../../domain/ids.ts'
import type { WorkingCalendar } from '../../domain/case/promise.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Line } from '../say.ts'
import type { Decision } from '../turn.ts'
import type { Effect } from './effects.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'

export interface MemberWho {
  readonly id: MemberId
  readonly name: string
  readonly role: ClubRole
  /** Where she belongs: women who name that place may know her. */
  readonly unit?: string
  readonly dutyUntil?: Instant
  /** How many cases she may hold; danger is never refused for it. */
  readonly capacity: number
}

/** What every flow of the private room may rely on. Nothing of the Union's roles is in it. */
export interface Ctx {
  readonly now: Instant
  readonly today: LocalDate
  readonly conversation: ConversationId
  readonly seenBy: Audience
  /** She writes on a page of ours: once it is shut nothing can reach her. */
  readonly isPage?: boolean
  /** The address of our pages, where there is one. */
  readonly base?: string
  /** The Union's side has seen this code and let it through: nobody becomes a member past it. */
  readonly fromUnion?: true
  /** Two members have refused whoever writes from here. */
  readonly refused?: boolean
  /** Absent: a woman. */
  readonly member?: MemberWho
  /** When this person wrote last, before this turn. */
  readonly heardAt?: Instant
  readonly calendar: WorkingCalendar
  readonly triage?: Triage
  /** The whole message is the word that she chose for leaving. */
  readonly ownExit?: boolean
  readonly newId: () => string
  readonly newSecret: () => Uint8Array
  readonly speak: (line: Line) => string
}

/** A decision that says something on its own accord must carry the cause that allows it. */
export interface VaultDecision extends Decision<Place, Effect> {
  readonly cause?: Cause
  /** After this it must not be said any more. */
  readonly until?: Instant
}

export type Flow = Asking<VaultDecision>
