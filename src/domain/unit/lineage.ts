import { compare } from './tree.ts'
import type { LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { LineageEvent } from './unit.ts'

/** The deeds of one unit in a time: from `from` on, and before `before`. */
export interface Segment {
  readonly unit: UnitId
  readonly from?: LocalDate
  readonly before?: LocalDate
}

/** One line of descent, the unit itself first: a commune merged from two has two histories. */
export type History = readonly Segment[]

export interface Lineage {
  /** One for a unit without predecessors. Events after `day` have not happened yet. */
  historiesOf(unit: UnitId, day: LocalDate): readonly History[]
  /** Whom the unit went into, up to a day; direct successors only. */
  successorsOf(unit: UnitId, day: LocalDate): readonly UnitId[]
}

export function makeLineage(events: readonly LineageEvent[]): Lineage {
  const into = new Map<UnitId, LineageEvent[]>()
  const outOf = new Map<UnitId, LineageEvent[]>()
  for (const event of events) {
    if (!handsOn(event)) continue
    for (const unit of event.to) if (event.from.some((one) => one !== unit)) append(into, unit, event)
    for (const unit of event.from) append(outOf, unit, event)
  }

  const back = (unit: UnitId, limit: { readonly day?: LocalDate; readonly before?: LocalDate }): readonly History[] => {
    const open = limit.before === undefined ? { unit } : { unit, before: limit.before }
    const past = (into.get(unit) ?? []).filter(
      ({ on }) => (limit.before === undefined || on < limit.before) && (limit.day === undefined || on <= limit.day),
    )
    const on = past
      .map((event) => event.on)
      .sort(compare)
      .at(-1)
    if (on === undefined) return [[open]]
    const parents = unique(past.filter((event) => event.on === on).flatMap((event) => event.from))
    // One that goes on under its own id keeps what it did before for its own line alone; a new unit that reports
    // a deed dated before its birth keeps it in every line.
    const self = parents.includes(unit) ? { ...open, from: on } : open
    return parents.flatMap((parent) => back(parent, { before: on }).map((history) => joined(self, history)))
  }

  return {
    historiesOf: (unit, day) => back(unit, { day }),
    successorsOf: (unit, day) =>
      unique(
        (outOf.get(unit) ?? []).filter(({ on }) => on <= day).flatMap(({ to }) => to.filter((one) => one !== unit)),
      ),
  }
}

/** A unit that only changed its name or its parent under the same id needs no link: it is itself. */
const handsOn = ({ kind }: LineageEvent): boolean => kind === 'merge' || kind === 'split' || kind === 'rename'

/** The line of a unit that goes on joins its own past to one segment again. */
const joined = (self: Segment, history: History): History => {
  const [next, ...rest] = history
  if (next?.unit !== self.unit) return [self, ...history]
  const { unit, from } = next
  const before = self.before === undefined ? {} : { before: self.before }
  return [from === undefined ? { unit, ...before } : { unit, from, ...before }, ...rest]
}

const unique = (units: readonly UnitId[]): readonly UnitId[] => [...new Set(units)].sort(compare)

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
