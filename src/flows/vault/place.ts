import type { Receiver } from '../../domain/case/handover.ts'
import type { CaseId, FileId } from '../../domain/ids.ts'
import type { Door, Outcome, Topic } from '../../domain/case/case.ts'
import type { Offered } from '../say.ts'
import type { OtherDoor } from '../doorNames.ts'
import type { RefusalReason, RequestAnswer, RequestKind } from '../../domain/case/request.ts'

/** What she has begun and not sent, kept while she does something else in her case. */
export interface Held {
  /** Words that she typed where none are read: passed on when she says so, with one tap. */
  readonly unsent?: string
  /** Photos that wait for her yes. */
  readonly files?: readonly FileId[]
  /** A formal report that she was writing when an alarm of hers became a case. */
  readonly formal?: FormalReport
}

interface Claiming {
  /** A case whose receipt she typed before; its word is still to come. */
  readonly claimed?: CaseId
  /** She typed a code before, of a case or of none: short words after it are tries of a word, never a question. */
  readonly tried?: true
}

/** A formal report, question by question; kept nowhere else before her yes. */
interface FormalReport extends Claiming {
  readonly at: 'formal'
  readonly receiver?: Receiver
  readonly where?: string
  readonly words?: string
  /** The words came from before this door: she is asked whether they are all. */
  readonly more?: boolean
  readonly contact?: string
  /** She changes one part of what is all answered and keeps the rest: which, or that one. */
  readonly change?: 'which' | 'receiver' | 'where' | 'words' | 'contact'
}

/** Where a woman, or a member of the club, stands in the private room. */
export type Place =
  /** The room has just been opened. `words`: what she wrote before consent, kept sealed with the conversation; `to`: the door that she named. */
  | ({ readonly at: 'door'; readonly words?: string; readonly to?: OtherDoor } & Claiming)
  /** Which of the three doors: a confidential question, a formal report, word for somebody else. */
  | ({ readonly at: 'which'; readonly words?: string } & Claiming)
  | ({ readonly at: 'terms'; readonly words?: string; readonly door?: 'bystander' } & Claiming)
  | ({ readonly at: 'topic' } & Claiming)
  | FormalReport
  | ({ readonly at: 'bystander' } & Claiming)
  | ({ readonly at: 'words'; readonly topic?: Topic } & Claiming)
  | ({ readonly at: 'first'; readonly words: string; readonly door?: 'bystander' } & Claiming)
  | ({ readonly at: 'doubt'; readonly words: string; readonly door?: Door } & Claiming)
  | { readonly at: 'danger'; readonly alarm: string; readonly back: Place }
  | ({ readonly at: 'case'; readonly id: CaseId } & Held)
  /** `unsent`: a sentence that she typed there; she is asked whether it is her word. */
  | ({ readonly at: 'codeWord'; readonly id: CaseId } & Held)
  /** `back`: an alarm of hers goes on when she keeps all. */
  | ({ readonly at: 'erase'; readonly id: CaseId; readonly back?: Place } & Held)
  /** Reading about the law without asking anyone: a woman, a visitor, or a member at her desk. */
  | { readonly at: 'look'; readonly said?: string }
  /** Besides writing: hours, words of her own, what we hold of her. */
  | ({
      readonly at: 'more'
      readonly id: CaseId
      readonly doing?: 'hours' | 'exitWord' | 'other' | 'flags' | 'rate' | 'withdraw'
      /** What she asks to be done with her data, where she has named it. */
      readonly asks?: RequestKind
    } & Held)
  /** She is asked whether another place may be told. */
  | ({ readonly at: 'referral'; readonly id: CaseId; readonly referral: string } & Held)
  /** Photos that she may send: they go only after her yes. */
  | ({ readonly at: 'photo'; readonly id: CaseId; readonly files: readonly FileId[] } & Held)
  | { readonly at: 'left' }
  /** Members of the club. */
  | { readonly at: 'desk' }
  | { readonly at: 'queue'; readonly page?: number }
  | { readonly at: 'mine' }
  | { readonly at: 'atCase'; readonly id: CaseId }
  | { readonly at: 'closing'; readonly id: CaseId }
  | {
      readonly at: 'caseMenu'
      readonly id: CaseId
      readonly doing?: 'note' | 'canned' | 'transfer' | 'return' | 'severity' | 'refer'
    }
  /** Her answer holds a phone number or an address: as it is, masked, or not at all; in the place of the message `corrects`. */
  | { readonly at: 'sending'; readonly id: CaseId; readonly text: string; readonly corrects?: string }
  /** Words of hers that may be for the bot, or a cry of her own: they reach the woman only when she has said so. */
  | {
      readonly at: 'meant'
      readonly id: CaseId
      readonly text: string
      readonly corrects?: string
      readonly danger?: true
      readonly command?: Offered
    }
  /** The new words of an answer of hers. */
  | { readonly at: 'correct'; readonly id: CaseId; readonly message: string }
  /** Whom she asks for a second look before a high risk is closed. */
  | { readonly at: 'secondEyes'; readonly id: CaseId; readonly outcome: Outcome }
  /** She reads another's case: as the second pair of eyes, or behind broken glass. What she writes goes nowhere. */
  | { readonly at: 'reading'; readonly id: CaseId }
  | { readonly at: 'breakGlass'; readonly id?: CaseId }
  | { readonly at: 'endOfDuty' }
  /** What women ask to be done with their data: the list, one of them, or the answer to it that is being written. */
  | {
      readonly at: 'requests'
      readonly page?: number
      readonly request?: string
      readonly answer?: RequestAnswer
      readonly reason?: RefusalReason
      /** An answer that holds a number or an address: as it is, masked, or not at all. */
      readonly text?: string
    }
  /** A case that waits, looked at from outside: take it or decline. `near`: she may know the woman, and is asked whether she takes it. */
  | { readonly at: 'offered'; readonly id: CaseId; readonly declining?: boolean; readonly near?: true }
  /** A counsellor looks for a sheet to send in her case. */
  | { readonly at: 'caseLook'; readonly id: CaseId; readonly sheet?: string }
  /** The head reads sheets and approves them. */
  | { readonly at: 'sheets'; readonly page: number; readonly sheet?: string }
  /** A formal report that a member hands over. */
  | { readonly at: 'handover'; readonly id: CaseId }
  | { readonly at: 'board' }
  | { readonly at: 'joined' }
  /** «Hỏi riêng» at the desk: for herself, or the desk? */
  | { readonly at: 'forWhom' }

/** Where she has not opened a case yet: her receipt or her word opens it here. */
const BEFORE_CASE = ['door', 'which', 'terms', 'topic', 'formal', 'bystander', 'words', 'first', 'doubt'] as const
export type BeforeCase = Extract<Place, { at: (typeof BEFORE_CASE)[number] }>

export const isBeforeCase = (place: Place): place is BeforeCase => BEFORE_CASE.some((at) => at === place.at)

/** Where the words of a case are open to a woman: after half an hour of silence she stands before the door again. */
const UNLOCKED = ['case', 'codeWord', 'erase', 'more', 'photo', 'referral'] as const
type Unlocked = Extract<Place, { at: (typeof UNLOCKED)[number] }>

export const isUnlocked = (place: Place): place is Unlocked => UNLOCKED.some((at) => at === place.at)
