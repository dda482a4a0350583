import type { Instant, LocalDate } from '../../domain/calendar.ts'
import type { Digest } from '../../domain/digest/digest.ts'
import type { CounsellingTold } from '../../domain/case/disclosure.ts'
import type { DigestTime } from '../../domain/digest/time.ts'
import type { DraftId, PersonId, ReportId, UnitId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import type { Report, ReportEvent } from '../../domain/report/report.ts'
import type { UnionRole } from '../../domain/access.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import type { Letterhead } from '../../domain/unit/letterhead.ts'
import type { Level, UnitTree } from '../../domain/unit/unit.ts'
import type { Draft } from '../form/draft.ts'

export interface DraftLine {
  readonly id: DraftId
  readonly form: string
  readonly formVersion: number
  readonly unit: UnitId
  /** Of a draft that changes a report. */
  readonly report?: ReportId
  readonly touchedAt: Instant
  readonly draft: Draft
}

/** A draft that somebody else of the unit has under way: what and who, never what is in it. */
export interface OthersDraft {
  readonly form: string
  readonly name: string
  readonly touchedAt: Instant
}

/** Drafts in a unit of someone who writes for it no more. */
export interface LeftBehind {
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId
  readonly drafts: number
}

export interface ReportHistory {
  readonly report: Report | undefined
  readonly events: readonly ReportEvent[]
  /** Of those who did it, by the id of the person. */
  readonly names: Readonly<Record<string, string>>
}

export interface Invitation {
  readonly id: string
  readonly role: string
  readonly unit: UnitId
  readonly name?: string
  /** Whom it lets in on another phone; absent: somebody new. */
  readonly person?: PersonId
  readonly state: 'good' | 'used' | 'expired' | 'revoked'
  /** It let in this very person. */
  readonly hers?: true
}

/** A line of the archive. */
export interface DigestLine {
  readonly number: number
  readonly week: LocalDate
}

/** Somebody who stands in for a leader; `from` and `to` are days of her leave. */
export interface Deputy {
  readonly grant: string
  readonly person: PersonId
  readonly name: string
  readonly unit: UnitId
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface DigestWish {
  readonly time: DigestTime
  readonly stopped: boolean
  /** The last three digits of the number she gave for when her chat is shut. */
  readonly phoneEnd?: string
  /** Now and to come. */
  readonly deputies: readonly Deputy[]
}

/** A line of the list of announcements: what she wrote, or was sent. */
export interface AnnouncementLine {
  readonly id: string
  readonly at: Instant
  readonly text: string
  readonly mine: boolean
  readonly of: number
  readonly read: number
  /** Sent to her, and she has not read it. */
  readonly unread: boolean
}

export interface Announcement {
  readonly id: string
  readonly at: Instant
  readonly by: string
  readonly unit: UnitId
  readonly text: string
  readonly mine: boolean
  readonly unread: boolean
  /** Only for her who wrote it. */
  readonly copies: readonly { readonly name: string; readonly unit: UnitId; readonly read: boolean }[]
}

export interface GrantLine {
  readonly person: PersonId
  readonly name: string
  readonly role: UnionRole
  readonly unit: UnitId
}

/** Numbers since her last words. */
export interface News {
  /** Reports of hers that were approved, and those that came back and still wait for her. */
  readonly approved: number
  readonly returned: number
  /** Sent by the units asked for. */
  readonly sent: number
  /** Announcements that she has not read. */
  readonly announcements: number
}

export interface ReportsWanted {
  readonly units: readonly UnitId[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Forms whose earlier reports are wanted too. */
  readonly older: readonly string[]
}

export interface FiguresWanted {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly unit: UnitId
  /** All whose deeds may count there. */
  readonly units: readonly UnitId[]
  readonly days: readonly LocalDate[]
  /** On which day it is asked; absent: each day on that day itself. */
  readonly askedOn?: LocalDate
}

/** What a flow must know, asked for; the runner answers inside the transaction of the turn. */
export type Need =
  | { readonly need: 'draft'; readonly id: DraftId }
  | { readonly need: 'drafts' }
  /** Reports credited to these units, event dates within the range, as known now. */
  | ({ readonly need: 'reports' } & ReportsWanted)
  /** Is there any such report? */
  | ({ readonly need: 'anyReport' } & ReportsWanted)
  /** The tally of a unit's subtree on each of these days, with what is known now. */
  | ({ readonly need: 'figures' } & FiguresWanted)
  | { readonly need: 'report'; readonly id: ReportId }
  /** The first of these codes that no report bears. */
  | { readonly need: 'freeCode'; readonly codes: readonly string[] }
  /** What these units sent and nobody above has looked at. */
  | { readonly need: 'waiting'; readonly units: readonly UnitId[] }
  | { readonly need: 'othersDrafts'; readonly unit: UnitId }
  | { readonly need: 'acceptAfter'; readonly root: UnitId }
  | { readonly need: 'leftBehind'; readonly units: readonly UnitId[] }
  /** Which of these units were reminded by a leader in the last seven days. */
  | { readonly need: 'nudged'; readonly units: readonly UnitId[] }
  | { readonly need: 'invitation'; readonly code: string }
  /** Hers of this unit: the newest, or one by its number. */
  | { readonly need: 'digest'; readonly unit: UnitId; readonly number?: number }
  | { readonly need: 'digests'; readonly unit: UnitId }
  | { readonly need: 'digestWish' }
  /** The releases that the Union's login can read: of a week, by its Monday, and of the newest quarter. */
  | { readonly need: 'counselling'; readonly week: LocalDate }
  | { readonly need: 'announcements' }
  | { readonly need: 'announcement'; readonly id: string }
  | { readonly need: 'letterhead'; readonly root: UnitId; readonly level: Level }
  | { readonly need: 'people'; readonly units: readonly UnitId[] }
  /** What has come about since she wrote last; nothing where she never did. `units`: those whose reports a leader looks at. */
  /** Since her last words, or since then. */
  | { readonly need: 'news'; readonly units: readonly UnitId[]; readonly since?: Instant }
  /** Under which name the bot is at Telegram; undefined where it is not there. */
  | { readonly need: 'telegramName' }

export type Known =
  | { readonly need: 'draft'; readonly draft: Draft | undefined }
  | { readonly need: 'drafts'; readonly drafts: readonly DraftLine[] }
  | { readonly need: 'reports'; readonly reports: readonly Report[] }
  | { readonly need: 'anyReport'; readonly any: boolean }
  | { readonly need: 'figures'; readonly figures: readonly Tally[] }
  | ({ readonly need: 'report' } & ReportHistory)
  | { readonly need: 'freeCode'; readonly code: string | undefined }
  | { readonly need: 'waiting'; readonly reports: readonly Report[] }
  | { readonly need: 'othersDrafts'; readonly drafts: readonly OthersDraft[] }
  | { readonly need: 'acceptAfter'; readonly days: number }
  | { readonly need: 'leftBehind'; readonly left: readonly LeftBehind[] }
  | { readonly need: 'nudged'; readonly units: readonly UnitId[] }
  | { readonly need: 'invitation'; readonly invitation: Invitation | 'tooMany' | undefined }
  | { readonly need: 'digest'; readonly digest: Digest | undefined; readonly count: number }
  | { readonly need: 'digests'; readonly digests: readonly DigestLine[] }
  | { readonly need: 'digestWish'; readonly wish: DigestWish }
  | { readonly need: 'counselling'; readonly told: CounsellingTold }
  | { readonly need: 'announcements'; readonly announcements: readonly AnnouncementLine[] }
  | { readonly need: 'announcement'; readonly announcement: Announcement | undefined }
  | { readonly need: 'letterhead'; readonly letterhead: Letterhead | undefined }
  | { readonly need: 'people'; readonly people: readonly GrantLine[] }
  | { readonly need: 'news'; readonly news: News }
  | { readonly need: 'telegramName'; readonly name: string | undefined }

export type Asking<T> = Generator<Need, T, Known>

const mismatch = (need: string): Error => new Error(`the runner answered another need than ${need}`)

export function* theDraft(id: DraftId): Asking<Draft | undefined> {
  const known = yield { need: 'draft', id }
  if (known.need !== 'draft') throw mismatch('draft')
  return known.draft
}

export function* myDrafts(): Asking<readonly DraftLine[]> {
  const known = yield { need: 'drafts' }
  if (known.need !== 'drafts') throw mismatch('drafts')
  return known.drafts
}

export function* reportsOf(
  units: readonly UnitId[],
  from: LocalDate,
  to: LocalDate,
  older: readonly string[] = [],
): Asking<readonly Report[]> {
  const known = yield { need: 'reports', units, from, to, older }
  if (known.need !== 'reports') throw mismatch('reports')
  return known.reports
}

export function* anyReport(wanted: ReportsWanted): Asking<boolean> {
  const known = yield { need: 'anyReport', ...wanted }
  if (known.need !== 'anyReport') throw mismatch('anyReport')
  return known.any
}

export function* theFigures(wanted: FiguresWanted): Asking<readonly Tally[]> {
  const known = yield { need: 'figures', ...wanted }
  if (known.need !== 'figures') throw mismatch('figures')
  return known.figures
}

/** All reports of one form by one unit, whenever it was. */
export function* reportsOfForm(unit: UnitId, form: string, to: LocalDate): Asking<readonly Report[]> {
  const known = yield { need: 'reports', units: [unit], from: to, to, older: [form] }
  if (known.need !== 'reports') throw mismatch('reports')
  return known.reports.filter((one) => one.form === form)
}

export function* newsSince(units: readonly UnitId[], since?: Instant): Asking<News> {
  const known = yield { need: 'news', units, ...(since === undefined ? {} : { since }) }
  if (known.need !== 'news') throw mismatch('news')
  return known.news
}

export function* telegramName(): Asking<string | undefined> {
  const known = yield { need: 'telegramName' }
  if (known.need !== 'telegramName') throw mismatch('telegramName')
  return known.name
}

export function* freeCode(codes: readonly string[]): Asking<string | undefined> {
  const known = yield { need: 'freeCode', codes }
  if (known.need !== 'freeCode') throw mismatch('freeCode')
  return known.code
}

export function* waitingReports(units: readonly UnitId[]): Asking<readonly Report[]> {
  if (units.length === 0) return []
  const known = yield { need: 'waiting', units }
  if (known.need !== 'waiting') throw mismatch('waiting')
  return known.reports
}

export function* othersDrafts(unit: UnitId): Asking<readonly OthersDraft[]> {
  const known = yield { need: 'othersDrafts', unit }
  if (known.need !== 'othersDrafts') throw mismatch('othersDrafts')
  return known.drafts
}

export function* leftBehind(units: readonly UnitId[]): Asking<readonly LeftBehind[]> {
  const known = yield { need: 'leftBehind', units }
  if (known.need !== 'leftBehind') throw mismatch('leftBehind')
  return known.left
}

export function* nudgedUnits(units: readonly UnitId[]): Asking<readonly UnitId[]> {
  const known = yield { need: 'nudged', units }
  if (known.need !== 'nudged') throw mismatch('nudged')
  return known.units
}

/** Working days after which a province accepts what nobody looked at; 0: never. */
export function* acceptAfter(root: UnitId): Asking<number> {
  const known = yield { need: 'acceptAfter', root }
  if (known.need !== 'acceptAfter') throw mismatch('acceptAfter')
  return known.days
}

export function* theReport(id: ReportId): Asking<ReportHistory> {
  const known = yield { need: 'report', id }
  if (known.need !== 'report') throw mismatch('report')
  return known
}

export function* theInvitation(code: string): Asking<Invitation | 'tooMany' | undefined> {
  const known = yield { need: 'invitation', code }
  if (known.need !== 'invitation') throw mismatch('invitation')
  return known.invitation
}

/** A frozen digest of this leader for a unit, and how many there are. */
export function* theDigest(
  unit: UnitId,
  number?: number,
): Asking<{ readonly digest: Digest | undefined; readonly count: number }> {
  const known = yield { need: 'digest', unit, ...(number === undefined ? {} : { number }) }
  if (known.need !== 'digest') throw mismatch('digest')
  return known
}

/** The archive, newest first. */
export function* myDigests(unit: UnitId): Asking<readonly DigestLine[]> {
  const known = yield { need: 'digests', unit }
  if (known.need !== 'digests') throw mismatch('digests')
  return known.digests
}

export function* myDigestWish(): Asking<DigestWish> {
  const known = yield { need: 'digestWish' }
  if (known.need !== 'digestWish') throw mismatch('digestWish')
  return known.wish
}

export function* counsellingTold(week: LocalDate): Asking<CounsellingTold> {
  const known = yield { need: 'counselling', week }
  if (known.need !== 'counselling') throw mismatch('counselling')
  return known.told
}

export function* myAnnouncements(): Asking<readonly AnnouncementLine[]> {
  const known = yield { need: 'announcements' }
  if (known.need !== 'announcements') throw mismatch('announcements')
  return known.announcements
}

export function* theAnnouncement(id: string): Asking<Announcement | undefined> {
  const known = yield { need: 'announcement', id }
  if (known.need !== 'announcement') throw mismatch('announcement')
  return known.announcement
}

/** The template that an administrator made for a level; undefined: the usual one. */
export function* theLetterhead(root: UnitId, level: Level): Asking<Letterhead | undefined> {
  const known = yield { need: 'letterhead', root, level }
  if (known.need !== 'letterhead') throw mismatch('letterhead')
  return known.letterhead
}

export function* peopleOf(units: readonly UnitId[]): Asking<readonly GrantLine[]> {
  const known = yield { need: 'people', units }
  if (known.need !== 'people') throw mismatch('people')
  return known.people
}
