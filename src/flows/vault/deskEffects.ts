import type { Instant } from '../../domain/calendar.ts'
import type { Danger, Outcome, ReferralKind, ReferralOutcome } from '../../domain/case/case.ts'
import type { CaseId, MemberId } from '../../domain/ids.ts'
import type { RefusalReason, RequestAnswer } from '../../domain/case/request.ts'

/** What a member of the club does at her desk. Each is refused by the store where the case is not hers (any more). */
export type DeskEffect =
  | { readonly do: 'takeCase'; readonly case: CaseId }
  | { readonly do: 'declineCase'; readonly case: CaseId }
  /** Back to the queue; whoever gives it back is not offered it again. `refused`: the woman wants somebody else. */
  | { readonly do: 'returnCase'; readonly case: CaseId; readonly refused?: true }
  | { readonly do: 'offerCase'; readonly case: CaseId; readonly to: MemberId }
  /** Whoever was asked takes it over. */
  | { readonly do: 'acceptCase'; readonly case: CaseId }
  /** Only a counsellor lowers a severity. */
  | { readonly do: 'setSeverity'; readonly case: CaseId; readonly severity: Danger }
  | { readonly do: 'reopenCase'; readonly case: CaseId; readonly promiseAt: Instant }
  | { readonly do: 'closeCase'; readonly case: CaseId; readonly outcome: Outcome }
  /** High risk: it stays open until a second member has looked at it. */
  | { readonly do: 'askClose'; readonly case: CaseId; readonly outcome: Outcome; readonly by: MemberId }
  /** The second member's answer: closed by both, or it goes on. */
  | { readonly do: 'judgeClose'; readonly case: CaseId; readonly agreed: boolean }
  /** Acknowledging is taking: the alarm becomes this member's case. */
  | {
      readonly do: 'takeAlarm'
      readonly alarm: string
      readonly case: CaseId
      readonly alias: string
      readonly promiseAt: Instant
    }
  | { readonly do: 'setDuty'; readonly until?: Instant }
  /** Takes the place of an answer that she has not seen; done twice, or too late, the turn is done again. */
  | { readonly do: 'correctWords'; readonly case: CaseId; readonly id: string; readonly text: string }
  | { readonly do: 'askReferral'; readonly case: CaseId; readonly id: string; readonly kind: ReferralKind }
  /** The question is put to her once more. */
  | { readonly do: 'repeatReferral'; readonly case: CaseId; readonly id: string }
  /** Handed over; its outcome is asked for later. */
  | { readonly do: 'referralMade'; readonly id: string; readonly case: CaseId }
  | { readonly do: 'referralEnded'; readonly id: string; readonly case: CaseId; readonly outcome: ReferralOutcome }
  | { readonly do: 'askGlass'; readonly id: string; readonly case: CaseId; readonly reason: string }
  | { readonly do: 'openGlass'; readonly id: string; readonly until: Instant }
  /** She asks for herself, like any woman: her own room opens on this account, and nothing joins it to the desk. */
  | { readonly do: 'openOwnRoom'; readonly data: Readonly<Record<string, string>> }
  /** What she asked to be done with her data is answered; its clocks stop. Answered twice, the turn is done again. */
  | {
      readonly do: 'answerRequest'
      readonly id: string
      readonly case: CaseId
      readonly outcome: RequestAnswer
      readonly reason?: RefusalReason
      /** Waits for her like any answer; absent where it is only recorded. */
      readonly words?: { readonly id: string; readonly text: string }
    }

const NAMES = [
  'takeCase',
  'declineCase',
  'returnCase',
  'offerCase',
  'acceptCase',
  'setSeverity',
  'reopenCase',
  'closeCase',
  'askClose',
  'judgeClose',
  'takeAlarm',
  'setDuty',
  'correctWords',
  'askReferral',
  'repeatReferral',
  'referralMade',
  'referralEnded',
  'askGlass',
  'openGlass',
  'answerRequest',
  'openOwnRoom',
] as const satisfies readonly DeskEffect['do'][]

export const isDeskEffect = (effect: { readonly do: string }): effect is DeskEffect =>
  NAMES.some((name) => name === effect.do)
