import type { Danger, Door, Topic } from '../../domain/case/case.ts'
import type { Instant, LocalDate } from '../../domain/calendar.ts'
import type { CaseId, ConversationId, FileId, MemberId } from '../../domain/ids.ts'
import type { OwnEvent } from '../heard.ts'
import type { DeskEffect } from './deskEffects.ts'
import type { WomanEffect } from './womanEffects.ts'

/** What a decision in the private room does; carried out on the vault's login, in the transaction of the turn. */
export type Effect =
  | DeskEffect
  | WomanEffect
  | {
      readonly do: 'openCase'
      readonly id: CaseId
      readonly alias: string
      readonly severity: Danger
      readonly topic: Topic
      readonly promiseAt: Instant
      /** The secret that she keeps; stored as a keyed hash only. */
      readonly receipt: string
      /** Version of the wording she agreed to. */
      readonly consent: string
      readonly door: Door
      readonly child: boolean
    }
  | {
      readonly do: 'addWords'
      readonly case: CaseId
      readonly id: string
      readonly from: 'woman' | 'counsellor' | 'note'
      readonly text: string
    }
  /** She agrees that the other side reads the phone numbers and addresses in these words. */
  | { readonly do: 'revealWords'; readonly case: CaseId; readonly id: string }
  | {
      readonly do: 'addPhotos'
      readonly case: CaseId
      readonly photos: readonly { readonly id: string; readonly file: FileId }[]
    }
  /** She has asked again after an answer: a new promise. */
  | { readonly do: 'renewPromise'; readonly case: CaseId; readonly promiseAt: Instant }
  /** She wants another person to answer her. */
  | { readonly do: 'refuseCounsellor'; readonly case: CaseId; readonly promiseAt: Instant }
  | { readonly do: 'answerReferral'; readonly id: string; readonly case: CaseId; readonly yes: boolean }
  | { readonly do: 'raiseSeverity'; readonly case: CaseId; readonly severity: Danger; readonly promiseAt: Instant }
  | { readonly do: 'markShown'; readonly case: CaseId; readonly from: 'woman' | 'counsellor'; readonly since?: Instant }
  | { readonly do: 'setCodeWord'; readonly case: CaseId; readonly word: string }
  | { readonly do: 'eraseCase'; readonly case: CaseId }
  /** This account's next words are handled by the Union's flows again. */
  | { readonly do: 'closeSession' }
  /** Into the woman's conversation, or the member's who has the case. */
  | { readonly do: 'tell'; readonly to: ConversationId; readonly event: OwnEvent; readonly key: string }
  | { readonly do: 'tellMember'; readonly member: MemberId; readonly event: OwnEvent; readonly key: string }
  /** Those on duty who may have this case, the least loaded first. */
  | { readonly do: 'tellDuty'; readonly case: CaseId; readonly event: OwnEvent; readonly key: string }
  /** Every other member of the club. */
  | { readonly do: 'tellClub'; readonly event: OwnEvent; readonly key: string }
  | {
      readonly do: 'raiseAlarm'
      readonly id: string
      readonly text: string
      readonly child: boolean
      readonly case?: CaseId
      /** The secret by which she comes back; inside a case she has one. */
      readonly receipt?: string
    }
  /** What she writes after an alarm: to whoever took it, or to the words that wait. */
  | { readonly do: 'addToAlarm'; readonly alarm: string; readonly id: string; readonly text: string }
  /** The way back to an alarm that was raised before her room was open. */
  | { readonly do: 'giveReceipt'; readonly alarm: string; readonly receipt: string }
  | { readonly do: 'standDown'; readonly alarm: string }
  | { readonly do: 'standDownOf'; readonly case: CaseId }
  | {
      readonly do: 'joinClub'
      readonly invitation: string
      readonly member: MemberId
      readonly role: string
      readonly name: string
      readonly unit: string
    }
  /** The head of the club has read these words and answers for them; or takes that back. */
  | {
      readonly do: 'judgeSheet'
      readonly sheet: string
      readonly print: string
      readonly act: 'approved' | 'revoked'
      readonly until: LocalDate
    }
  | { readonly do: 'audit'; readonly act: string; readonly subject: string }
