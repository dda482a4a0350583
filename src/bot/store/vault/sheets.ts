import { dateOf, instant, isLocalDate, type LocalDate } from '../../../domain/calendar.ts'
import { type Approval, sheetState, shownSheets } from '../../../domain/legal/sheet.ts'
import type { SheetKnown, SheetLine, SheetNeed } from '../../../flows/legal/sheetNeeds.ts'
import type { SheetLibrary } from '../../sources/legalSheets.ts'
import type { Tx } from '../tx.ts'
import type { VaultSeat } from './conversation.ts'

export const isSheetNeed = (need: { readonly need: string }): need is SheetNeed =>
  need.need === 'findSheets' || need.need === 'sheet' || need.need === 'allSheets'

/** What a flow may know of the law: approved and in date, and for the head every sheet with its state. */
export async function answerSheets(
  tx: Tx,
  asked: { need: SheetNeed; seat: VaultSeat; now: Date; legal: SheetLibrary },
): Promise<SheetKnown> {
  const { need, seat, now, legal } = asked
  const today = dateOf(instant(now.getTime()))
  if (need.need === 'allSheets') {
    return { need: 'allSheets', sheets: seat.member?.role === 'clubHead' ? await sheetLines(tx, legal, today) : [] }
  }
  const shown = shownSheets(legal.sheets, await lastApprovals(tx), today)
  if (need.need === 'sheet') return { need: 'sheet', sheet: shown.find((one) => one.id === need.id) }
  const byId = new Map(shown.map((one) => [one.id, one]))
  const found = legal.search.find(need, new Set(byId.keys()))
  return { need: 'findSheets', sheets: found.flatMap((id) => byId.get(id) ?? []) }
}

/** Every sheet of the library, with what was done to it last. */
export async function sheetLines(tx: Reads, legal: SheetLibrary, today: LocalDate): Promise<readonly SheetLine[]> {
  const bySheet = new Map((await lastApprovals(tx)).map((one) => [one.sheet, one]))
  return legal.sheets.map((sheet) => {
    const approval = bySheet.get(sheet.id)
    const state = sheetState(sheet, approval, today)
    return { sheet, state, ...(approval === undefined ? {} : { until: approval.until }) }
  })
}

type Reads = Pick<Tx, '$queryRaw'>

interface Row {
  readonly sheet: string
  readonly print: string
  readonly act: string
  readonly by: string
  readonly at: Date
  readonly until: string
  readonly demo: boolean
}

/** The last act on each sheet. */
async function lastApprovals(tx: Reads): Promise<readonly Approval[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (e.sheet) e.sheet, e.print, e.act, e.by, e.at, e.until, m."demoKey" IS NOT NULL AS demo
    FROM vault.sheet_event e LEFT JOIN vault.member m ON m.id = e.by
    ORDER BY e.sheet, e.id DESC`
  return rows.map(({ sheet, print, act, by, at, until, demo }) => ({
    sheet,
    print,
    act: act === 'approved' ? 'approved' : 'revoked',
    by,
    on: dateOf(instant(at.getTime())),
    until: isLocalDate(until) ? until : dateOf(instant(at.getTime())),
    demo,
  }))
}

export interface Judging {
  readonly sheet: string
  readonly print: string
  readonly act: 'approved' | 'revoked'
  readonly until: LocalDate
}

/** Only the head's act is written down; the flow asked already, the store asks again. */
export async function judgeSheet(tx: Tx, seat: VaultSeat, judging: Judging, now: Date): Promise<void> {
  if (seat.member?.role !== 'clubHead') throw new Error('a sheet is approved by the head of the club alone')
  const { sheet, print, act, until } = judging
  await tx.sheetEvent.create({ data: { sheet, print, act, until, by: seat.member.id, at: now } })
}
