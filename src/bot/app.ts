import type { UnitTree } from '../domain/unit/unit.ts'
import type { PlanBook } from '../domain/plan/planBook.ts'
import type { WorkingCalendar } from '../domain/case/promise.ts'
import type { Documents } from './documents/documents.ts'
import type { Channel } from './channel.ts'
import type { Log } from './log.ts'
import type { Speak } from './sources/speak.ts'
import type { SheetLibrary } from './sources/legalSheets.ts'
import type { Store } from './store/store.ts'
import type { Files } from './files.ts'

/** Everything a running bot consists of; made once, handed to what needs it. */
export interface App {
  readonly store: Store
  readonly files: Files
  readonly documents: Documents
  readonly plans: PlanBook
  readonly calendar: WorkingCalendar
  /** Statements of law; which of them may be shown is in the vault. */
  readonly legal: SheetLibrary
  readonly speak: Speak
  readonly log: Log
  readonly demo: boolean
  /** The address people use, without a slash at its end; undefined until the pages are served. */
  readonly base: () => string | undefined
  /** The clock: an argument everywhere below. */
  readonly now: () => Date
  readonly channels: ReadonlyMap<string, Channel>
  /** The register of units as of this version; read again when the version changes. */
  readonly tree: (version: string) => Promise<UnitTree>
  /** Something is said to this address: a page that fetches its messages should look. */
  readonly said: (channel: string, address: string) => void
  /** Something may have come in, or may have to go out. */
  readonly wake: () => void
}
