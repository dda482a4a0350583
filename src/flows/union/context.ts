import type { UnionRole } from '../../domain/access.ts'
import type { Instant, LocalDate } from '../../domain/calendar.ts'
import type { PersonId, UnitId } from '../../domain/ids.ts'
import type { PlanBook } from '../../domain/plan/planBook.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Locale } from '../../domain/text.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import type { Line } from '../say.ts'
import type { Decision } from '../turn.ts'
import type { Effect } from './effects.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'

export interface Who {
  readonly id: PersonId
  readonly name: string
  readonly grants: readonly { readonly role: UnionRole; readonly unit: UnitId }[]
}

/** What every flow of the Union may rely on; nothing here is asked for. */
export interface Ctx {
  readonly now: Instant
  readonly today: LocalDate
  readonly locale: Locale
  /** Absent: a visitor without an account. */
  readonly who?: Who
  readonly plans: PlanBook
  readonly tree: UnitTree
  readonly triage?: Triage
  /** A new random id, the same one when the turn is run again. */
  readonly newId: () => string
  /** Ten random bytes for a code, the same ones when the turn is run again. */
  readonly newSecret: () => Uint8Array
  /** The words of a line in the person's language, for matching what she typed with labels. */
  readonly speak: (line: Line) => string
  /** A demonstration: said on the first screens. */
  readonly demo: boolean
  /** A short notice can go to a telephone number, whatever the chat. */
  readonly byPhone?: boolean
  /** The address of our own pages; absent where none are served. */
  readonly base?: string
}

export type UnionDecision = Decision<Place, Effect>
export type Flow = Asking<UnionDecision>

/** A person of the Union is a `Who`; flows that need one are given one. */
export const unitsOf = (who: Who | undefined, role: UnionRole): readonly UnitId[] =>
  who === undefined ? [] : who.grants.filter((grant) => grant.role === role).map((grant) => grant.unit)

export const hasRole = (who: Who | undefined, role: UnionRole): boolean => unitsOf(who, role).length > 0
