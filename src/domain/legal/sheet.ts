import { addMonths, type LocalDate } from '../calendar.ts'
import type { Topic } from '../topic/topics.ts'

/** A statement of law as the file holds it: for women only once a named role has approved exactly these words (design rule 8). */
export interface Sheet {
  readonly id: string
  readonly topic: Topic
  /** A button: short, and says nothing to whoever glances at the screen. */
  readonly title: string
  readonly question: string
  readonly answer: string
  /** The articles it stands on. */
  readonly basis: string
  /** In force from this day, and to this one where the end is known. */
  readonly from: LocalDate
  readonly to?: LocalDate
  readonly written: LocalDate
  /** After this day it has to be read and approved again, even if the law is the same. */
  readonly expires: LocalDate
  /** How women say it; searched, never shown. */
  readonly words: string
  /** For whoever checks it. */
  readonly note: string
  /** Fingerprint of all that she can read: an edited sheet has another, and so no approval. */
  readonly print: string
}

/** The last thing that the head of the club did to a sheet. */
export interface Approval {
  readonly sheet: string
  readonly print: string
  readonly act: 'approved' | 'revoked'
  readonly by: string
  readonly on: LocalDate
  readonly until: LocalDate
  /** Done by an invented person. */
  readonly demo: boolean
}

export type SheetState = 'shown' | 'unapproved' | 'edited' | 'revoked' | 'expired' | 'notYet' | 'over'

/** A sheet with its approval, as it may be shown to a woman. */
export interface ShownSheet extends Sheet {
  readonly approval: Approval
}

/** However far the file's date: after a year somebody reads it again. */
const LONGEST_MONTHS = 12

export function sheetState(sheet: Sheet, approval: Approval | undefined, today: LocalDate): SheetState {
  if (sheet.from > today) return 'notYet'
  if (sheet.to !== undefined && sheet.to < today) return 'over'
  if (approval === undefined) return 'unapproved'
  if (approval.act === 'revoked') return 'revoked'
  if (approval.print !== sheet.print) return 'edited'
  return approval.until < today || sheet.expires < today ? 'expired' : 'shown'
}

/** What an approval of today is good for: the end of the law, the sheet's own date, or a year. */
export const approvedUntil = (sheet: Sheet, today: LocalDate): LocalDate =>
  [sheet.to ?? sheet.expires, sheet.expires, addMonths(today, LONGEST_MONTHS)].reduce((a, b) => (a < b ? a : b))

/** Only those that may reach a woman today. */
export function shownSheets(
  sheets: readonly Sheet[],
  approvals: readonly Approval[],
  today: LocalDate,
): readonly ShownSheet[] {
  const bySheet = new Map(approvals.map((one) => [one.sheet, one]))
  return sheets.flatMap((sheet) => {
    const approval = bySheet.get(sheet.id)
    return approval !== undefined && sheetState(sheet, approval, today) === 'shown' ? [{ ...sheet, approval }] : []
  })
}
