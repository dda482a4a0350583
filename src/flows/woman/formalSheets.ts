import type { ShownSheet } from '../../domain/legal/sheet.ts'
import { theSheet } from '../legal/sheetNeeds.ts'
import type { Asking } from '../vault/needs.ts'

/** Who receives a report, and what they then have to do. */
export function* formalSheets(): Asking<readonly [ShownSheet, ShownSheet] | undefined> {
  const receives = yield* theSheet('FS-01')
  const does = yield* theSheet('FS-02')
  return receives === undefined || does === undefined ? undefined : [receives, does]
}

/** The door stands open only while what it says of the law is approved and in date (design rule 8). */
export function* isFormalOpen(): Asking<boolean> {
  return (yield* formalSheets()) !== undefined
}
