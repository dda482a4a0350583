import type { Instant } from '../../domain/calendar.ts'
import type { SafeHours } from '../../domain/case/contact.ts'
import type { Receiver, Way } from '../../domain/case/handover.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Score } from '../../domain/case/rating.ts'
import type { RequestKind } from '../../domain/case/request.ts'

/** What a woman decides about her own case besides writing, and what a member does with her formal report. */
export type WomanEffect =
  /** What she agreed to have told, and to whom; nobody is told by it. */
  | {
      readonly do: 'writeHandover'
      readonly case: CaseId
      readonly receiver: Receiver
      readonly text: string
      readonly consent: string
    }
  /** A member has told the body, in this way, now. */
  | { readonly do: 'handOver'; readonly case: CaseId; readonly how: Way }
  | { readonly do: 'confirmHandover'; readonly case: CaseId }
  /** The body could not be reached this time. */
  | { readonly do: 'tryHandover'; readonly case: CaseId }
  /** She takes it back; where somebody was told meanwhile, the turn is done again. */
  | { readonly do: 'withdrawHandover'; readonly case: CaseId }
  /** She reads the question whether another place may be told: it is not put to her again until she looks for it. */
  | { readonly do: 'referralShown'; readonly id: string; readonly case: CaseId }
  /** Without hours: "đừng nhắn trước cho tôi". */
  | { readonly do: 'setHours'; readonly case: CaseId; readonly hours?: SafeHours }
  /** A word of her own that leaves the room from anywhere in it. */
  | { readonly do: 'setExitWord'; readonly word: string }
  /** Behind a link with this secret the room goes on once, with her case or the words before one. */
  | {
      readonly do: 'moveRoom'
      readonly secret: string
      readonly minutes: number
      readonly case?: CaseId
      readonly words?: string
      readonly door?: 'bystander'
    }
  /** Counted without her: no case, no day. */
  | { readonly do: 'rate'; readonly case: CaseId; readonly score: Score; readonly quarter: string }
  /** Something she asks to be done with her data. The clocks are the law's; `done` is already done. */
  | {
      readonly do: 'requestOf'
      readonly id: string
      readonly kind: RequestKind
      readonly case: CaseId
      readonly answerBy: Instant
      readonly doneBy: Instant
      readonly done: boolean
    }
