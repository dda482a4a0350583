import type { LocalDate } from '../../domain/calendar.ts'
import type { Sheet, SheetState, ShownSheet } from '../../domain/legal/sheet.ts'
import type { Topic } from '../../domain/topic/topics.ts'

export interface SheetLine {
  readonly sheet: Sheet
  readonly state: SheetState
  readonly until?: LocalDate
}

export type SheetNeed =
  /** Those that her words or her topic lead to, the best first: none that is not approved and in date. */
  | { readonly need: 'findSheets'; readonly said?: string; readonly topic?: Topic }
  | { readonly need: 'sheet'; readonly id: string }
  /** Every sheet, whatever its state: the head's alone. */
  | { readonly need: 'allSheets' }

export type SheetKnown =
  | { readonly need: 'findSheets'; readonly sheets: readonly ShownSheet[] }
  | { readonly need: 'sheet'; readonly sheet: ShownSheet | undefined }
  | { readonly need: 'allSheets'; readonly sheets: readonly SheetLine[] }

type AskingSheets<T> = Generator<SheetNeed, T, { readonly need: string } | SheetKnown>

const mismatch = (need: string): Error => new Error(`the runner answered another need than ${need}`)
const isKnown = <K extends SheetKnown['need']>(
  known: { readonly need: string },
  need: K,
): known is Extract<SheetKnown, { need: K }> => known.need === need

export function* findSheets(asked: {
  readonly said?: string
  readonly topic?: Topic
}): AskingSheets<readonly ShownSheet[]> {
  const known = yield { need: 'findSheets', ...asked }
  if (!isKnown(known, 'findSheets')) throw mismatch('findSheets')
  return known.sheets
}

export function* theSheet(id: string): AskingSheets<ShownSheet | undefined> {
  const known = yield { need: 'sheet', id }
  if (!isKnown(known, 'sheet')) throw mismatch('sheet')
  return known.sheet
}

export function* allSheets(): AskingSheets<readonly SheetLine[]> {
  const known = yield { need: 'allSheets' }
  if (!isKnown(known, 'allSheets')) throw mismatch('allSheets')
  return known.sheets
}
