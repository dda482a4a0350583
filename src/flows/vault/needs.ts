import type {
  CaseState,
  Danger,
  Door,
  Outcome,
  ReferralKind,
  ReferralOutcome,
  ReferralState,
  Topic,
} from '../../domain/case/case.ts'
import type { RefusalReason, RequestKind, RequestOutcome } from '../../domain/case/request.ts'
import type { Instant } from '../../domain/calendar.ts'
import type { SafeHours } from '../../domain/case/contact.ts'
import type { Handover } from '../../domain/case/handover.ts'
import type { CaseId, ConversationId, FileId, MemberId } from '../../domain/ids.ts'
import type { SheetKnown, SheetNeed } from '../legal/sheetNeeds.ts'

export interface CaseLine {
  readonly id: CaseId
  /** What staff say among themselves; opens nothing. */
  readonly alias: string
  readonly state: CaseState
  readonly severity: Danger
  readonly topic: Topic
  readonly openedAt: Instant
  readonly promiseAt: Instant
  /** The time that she was promised first has passed without an answer; `promiseAt` is the new one. */
  readonly late?: true
  readonly takenBy?: MemberId
  /** The woman's conversation; absent once she has erased or left for good. */
  readonly conversation?: ConversationId
  readonly hasCodeWord: boolean
  readonly door: Door
  readonly child: boolean
  /** Version of the wording she agreed to. */
  readonly consent: string
  /** Hours that she allowed; absent is never. */
  readonly hours?: SafeHours
  readonly rated: boolean
  /** What became of a formal report. */
  readonly handover?: Handover
  /** Who is asked to take it over; until she accepts it stays where it is. */
  readonly offeredTo?: MemberId
  /** Members who declined it, or gave it back. */
  readonly declinedBy: readonly MemberId[]
  /** Of whom she asked for somebody else. */
  readonly refusedBy: readonly MemberId[]
  /** Units named in her words: their members may know her. */
  readonly avoid: readonly string[]
  /** Was there an answer to what she asked last? */
  readonly answered: boolean
  /** Is it, or was it ever, violence or worse? */
  readonly highRisk: boolean
  /** A high risk that waits for a second member's eyes. */
  readonly closing?: { readonly outcome: Outcome; readonly by: MemberId }
  /** Why this member may read the words; absent where she may not. */
  readonly readAs?: 'holder' | 'second' | 'glass'
  /** Its key is destroyed: nothing can be read or written in it any more. */
  readonly erased?: true
  /** An alarm raised in it that nobody has taken, while she has not said that she is safe. */
  readonly alarm?: string
  /** An alarm of it is taken and not over: what she writes is read as it is, and nothing of it is masked. */
  readonly plain?: true
}

export interface ReferralLine {
  readonly id: string
  readonly case: CaseId
  readonly kind: ReferralKind
  readonly state: ReferralState
  /** She was shown the question and has not answered it. */
  readonly seen?: true
  readonly outcome?: ReferralOutcome
}

/** What a woman asked to be done with her data; no words of hers. */
export interface RequestLine {
  readonly id: string
  readonly kind: RequestKind
  readonly case: CaseId
  readonly alias: string
  readonly at: Instant
  readonly answerBy: Instant
  readonly doneBy: Instant
  readonly answeredAt?: Instant
  readonly doneAt?: Instant
  readonly outcome?: RequestOutcome
  readonly reason?: RefusalReason
}

/** Two members open a case for an hour. */
export interface GlassLine {
  readonly id: string
  readonly case: CaseId
  readonly reason: string
  readonly askedBy: MemberId
  readonly askedByName: string
  readonly approved: boolean
}

export interface MemberLine {
  readonly id: string
  readonly name: string
  readonly onDuty: boolean
  /** Cases she has now. */
  readonly load: number
}

export interface CaseWords {
  readonly id: string
  /** A note is the counsellor's own; the woman never sees it. */
  readonly from: 'woman' | 'counsellor' | 'note'
  /** For a member with phone numbers and addresses masked, until the woman agrees to show them. */
  readonly text: string
  readonly at: Instant
  readonly shown: boolean
  /** Of an answer, for the club: has it reached her? */
  readonly went?: 'waiting' | 'onItsWay' | 'delivered' | 'failed'
  readonly by?: MemberId
  readonly photo?: FileId
}

export interface AlarmLine {
  readonly id: string
  readonly raisedAt: Instant
  readonly taken: boolean
  /** Nobody had taken it when she erased everything; she has not said that she is safe. */
  readonly erased?: true
  readonly child: boolean
  readonly text: string
  /** Can an answer reach whoever wrote? An officer who said that nobody is in danger has no private room. */
  readonly reachable: boolean
  /** She has asked for somebody else than the member who looks. */
  readonly refusedMe?: true
  /** The case inside which it was raised, or that was made of it. */
  readonly case?: CaseId
  /**
   * She asked for one that was raised later, without her code, and joined to this: when. What came before is not shown there, since
   * it may be somebody else who holds the phone.
   */
  readonly joinedAt?: Instant
}

export interface ClubInvitation {
  readonly id: string
  readonly role: string
  readonly unit: string
  readonly name?: string
}

export interface Opened {
  readonly found: CaseLine | undefined
  readonly words: readonly CaseWords[]
  /** When she wrote the last words that nobody of the club has seen yet. */
  readonly unseenSince?: Instant
}

export interface Knocked {
  readonly found: CaseLine | undefined
  /** A receipt of a case that has a code word; the word is still to come. */
  readonly claimed?: CaseId
  /** An alarm of hers that nobody has taken yet. */
  readonly alarm?: string
  readonly invitation?: ClubInvitation
}

export type Opening = 'no' | 'words' | 'taking'

export type Need =
  | { readonly need: 'case'; readonly id: CaseId; readonly open: Opening }
  /** What this word opens at the door: a receipt, a code word of hers, an invitation to the club. Same work for any word. */
  | { readonly need: 'knock'; readonly said: string; readonly claimed?: CaseId }
  /** What staff will call this new case. */
  | { readonly need: 'alias'; readonly id: CaseId }
  /** Her own words without what must stay hers: her code word or receipt alone, a receipt anywhere in it. */
  | { readonly need: 'secrets'; readonly case: CaseId; readonly said: string }
  | { readonly need: 'queue' }
  | { readonly need: 'mine' }
  | { readonly need: 'onDuty' }
  | { readonly need: 'otherMembers' }
  /** Every case that is not closed: codes, ages, states, no words. */
  | { readonly need: 'board' }
  | { readonly need: 'alarm'; readonly id: string }
  | SheetNeed
  /** Referrals of a case: for the woman whose it is, or the member who has it. */
  | { readonly need: 'referrals'; readonly case: CaseId }
  | { readonly need: 'glass'; readonly id: string }
  /** Of her own case, for the woman; for a member those that are open and that she may answer. */
  | { readonly need: 'requests'; readonly case?: CaseId }

export type Known =
  | ({ readonly need: 'case' } & Opened)
  | { readonly need: 'secrets'; readonly isSecret: boolean; readonly text: string }
  | ({ readonly need: 'knock' } & Knocked)
  | { readonly need: 'alias'; readonly alias: string }
  | { readonly need: 'queue'; readonly cases: readonly CaseLine[]; readonly alarms: readonly AlarmLine[] }
  | { readonly need: 'mine'; readonly cases: readonly CaseLine[] }
  | { readonly need: 'onDuty'; readonly count: number }
  | { readonly need: 'otherMembers'; readonly members: readonly MemberLine[] }
  | { readonly need: 'board'; readonly cases: readonly (CaseLine & { readonly takenByName?: string })[] }
  | { readonly need: 'alarm'; readonly alarm: AlarmLine | undefined }
  | SheetKnown
  | { readonly need: 'referrals'; readonly referrals: readonly ReferralLine[] }
  | { readonly need: 'glass'; readonly glass: GlassLine | undefined }
  | { readonly need: 'requests'; readonly requests: readonly RequestLine[] }

export type Asking<T> = Generator<Need, T, Known>

const mismatch = (need: string): Error => new Error(`the runner answered another need than ${need}`)

/** A case; its words only to the one whose case it is, or who is taking it. */
export function* theCase(id: CaseId, open: Opening): Asking<Opened> {
  const known = yield { need: 'case', id, open }
  if (known.need !== 'case') throw mismatch('case')
  return known
}

export function* knock(said: string, claimed?: CaseId): Asking<Knocked> {
  const known = yield claimed === undefined ? { need: 'knock', said } : { need: 'knock', said, claimed }
  if (known.need !== 'knock') throw mismatch('knock')
  return known
}

export function* withoutSecrets(
  id: CaseId,
  said: string,
): Asking<{ readonly isSecret: boolean; readonly text: string }> {
  const known = yield { need: 'secrets', case: id, said }
  if (known.need !== 'secrets') throw mismatch('secrets')
  return known
}

export function* newAlias(id: CaseId): Asking<string> {
  const known = yield { need: 'alias', id }
  if (known.need !== 'alias') throw mismatch('alias')
  return known.alias
}

export function* theQueue(): Asking<{ readonly cases: readonly CaseLine[]; readonly alarms: readonly AlarmLine[] }> {
  const known = yield { need: 'queue' }
  if (known.need !== 'queue') throw mismatch('queue')
  return known
}

export function* mine(): Asking<readonly CaseLine[]> {
  const known = yield { need: 'mine' }
  if (known.need !== 'mine') throw mismatch('mine')
  return known.cases
}

/** How many members can be called now. */
export function* onDuty(): Asking<number> {
  const known = yield { need: 'onDuty' }
  if (known.need !== 'onDuty') throw mismatch('onDuty')
  return known.count
}

export function* otherMembers(): Asking<readonly MemberLine[]> {
  const known = yield { need: 'otherMembers' }
  if (known.need !== 'otherMembers') throw mismatch('otherMembers')
  return known.members
}

export function* theBoard(): Asking<readonly (CaseLine & { readonly takenByName?: string })[]> {
  const known = yield { need: 'board' }
  if (known.need !== 'board') throw mismatch('board')
  return known.cases
}

export function* referralsOf(id: CaseId): Asking<readonly ReferralLine[]> {
  const known = yield { need: 'referrals', case: id }
  if (known.need !== 'referrals') throw mismatch('referrals')
  return known.referrals
}

export function* theGlass(id: string): Asking<GlassLine | undefined> {
  const known = yield { need: 'glass', id }
  if (known.need !== 'glass') throw mismatch('glass')
  return known.glass
}

export function* requestsOf(id: CaseId): Asking<readonly RequestLine[]> {
  const known = yield { need: 'requests', case: id }
  if (known.need !== 'requests') throw mismatch('requests')
  return known.requests
}

/** What this member may answer, the one that is due first standing first. */
export function* openRequests(): Asking<readonly RequestLine[]> {
  const known = yield { need: 'requests' }
  if (known.need !== 'requests') throw mismatch('requests')
  return known.requests
}

export function* theAlarm(id: string): Asking<AlarmLine | undefined> {
  const known = yield { need: 'alarm', id }
  if (known.need !== 'alarm') throw mismatch('alarm')
  return known.alarm
}
