import { addDays, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Level, Register, UnitTree, UnitVersion } from './unit.ts'

/** The tree as it stands between two changes of the register; units are in the order of the tree, so a subtree is a slice. */
interface Snapshot {
  readonly ordered: readonly UnitVersion[]
  readonly byLevel: ReadonlyMap<Level, readonly UnitVersion[]>
  readonly children: ReadonlyMap<UnitId, readonly UnitVersion[]>
  /** Where the subtree of a unit starts and ends (exclusive) in `ordered`. */
  readonly spans: ReadonlyMap<UnitId, { readonly start: number; readonly end: number }>
}

/** Snapshots kept at a time: a tally asks for a handful of days, a long history is walked through without filling memory. */
const KEPT = 16

export function makeUnitTree(register: Register): UnitTree {
  const versions = versionsByUnit(register)
  const changes = changeDays(register)
  const snapshots = new Map<LocalDate | 'before', Snapshot>()

  const versionOn = (unit: UnitId, day: LocalDate): UnitVersion | undefined =>
    versions.get(unit)?.findLast((version) => isInForce(version, day))

  const snapshotOn = (day: LocalDate): Snapshot => {
    const key = changes[countUpTo(changes, day) - 1] ?? 'before'
    const known = snapshots.get(key)
    if (known) return known
    const oldest = snapshots.keys().next()
    if (snapshots.size >= KEPT && !oldest.done) snapshots.delete(oldest.value)
    const made = takeSnapshot([...versions.keys()].flatMap((unit) => versionOn(unit, day) ?? []))
    snapshots.set(key, made)
    return made
  }

  return {
    register,
    versionOn,
    latest: (unit) => versions.get(unit)?.at(-1),
    inForce: (day, level) => {
      const { ordered, byLevel } = snapshotOn(day)
      return level === undefined ? ordered : (byLevel.get(level) ?? [])
    },
    childrenOn: (unit, day) => snapshotOn(day).children.get(unit) ?? [],
    subtreeOn: (unit, day) => {
      const { ordered, spans } = snapshotOn(day)
      const span = spans.get(unit)
      return span ? ordered.slice(span.start, span.end) : []
    },
    ancestorsOn: (unit, day) => climb(versionOn(unit, day)?.parent, day, versionOn),
    isWithin: (unit, root, day) => {
      const { spans } = snapshotOn(day)
      const inner = spans.get(unit)
      const outer = spans.get(root)
      return inner !== undefined && outer !== undefined && inner.start >= outer.start && inner.end <= outer.end
    },
  }
}

export const isInForce = (version: UnitVersion, day: LocalDate): boolean =>
  version.from <= day && (version.to === undefined || day <= version.to)

/** Versions of each unit by their first day; units in the order of their ids. */
export function versionsByUnit(register: Register): ReadonlyMap<UnitId, readonly UnitVersion[]> {
  const byUnit = new Map<UnitId, UnitVersion[]>()
  const sorted = [...register.versions].sort((a, b) => compare(a.unit, b.unit) || compare(a.from, b.from))
  for (const version of sorted) {
    const list = byUnit.get(version.unit)
    if (list) list.push(version)
    else byUnit.set(version.unit, [version])
  }
  return byUnit
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const alphabet = new Intl.Collator('vi', { numeric: true })

/** Names as a Vietnamese reader looks for them: Đ after D, «Tổ 2» before «Tổ 10». */
export const compareNames = (a: string, b: string): number => alphabet.compare(a, b)

/** Days on which something in the register begins or has just ended, in order. */
const changeDays = (register: Register): readonly LocalDate[] => {
  const days = new Set<LocalDate>()
  for (const { from, to } of register.versions) {
    days.add(from)
    if (to !== undefined) days.add(addDays(to, 1))
  }
  return [...days].sort(compare)
}

/** How many of the sorted days are not after this one. */
const countUpTo = (days: readonly LocalDate[], day: LocalDate): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = days[middle]
    if (at !== undefined && at <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** A unit whose parent is not in force stands as a root; a circle is cut at its first unit, so nothing is ever left out. */
const takeSnapshot = (inForce: readonly UnitVersion[]): Snapshot => {
  const present = new Set(inForce.map(({ unit }) => unit))
  const children = new Map<UnitId, UnitVersion[]>()
  const byLevel = new Map<Level, UnitVersion[]>()
  const roots: UnitVersion[] = []
  for (const version of inForce) {
    if (version.parent === undefined || !present.has(version.parent)) roots.push(version)
    else append(children, version.parent, version)
  }
  const ordered: UnitVersion[] = []
  const spans = new Map<UnitId, { start: number; end: number }>()
  // Roots first; whatever they do not reach hangs in a circle.
  for (const root of [...roots, ...inForce]) walk(root, { children, ordered, spans })
  for (const version of ordered) append(byLevel, version.level, version)
  return { ordered, byLevel, children, spans }
}

interface Walk {
  readonly children: ReadonlyMap<UnitId, readonly UnitVersion[]>
  readonly ordered: UnitVersion[]
  readonly spans: Map<UnitId, { start: number; end: number }>
}

const walk = (version: UnitVersion, into: Walk): void => {
  if (into.spans.has(version.unit)) return
  const span = { start: into.ordered.length, end: 0 }
  into.spans.set(version.unit, span)
  into.ordered.push(version)
  for (const child of into.children.get(version.unit) ?? []) walk(child, into)
  span.end = into.ordered.length
}

const climb = (
  first: UnitId | undefined,
  day: LocalDate,
  versionOn: (unit: UnitId, day: LocalDate) => UnitVersion | undefined,
): readonly UnitVersion[] => {
  const above = new Map<UnitId, UnitVersion>()
  let version = first === undefined ? undefined : versionOn(first, day)
  while (version && !above.has(version.unit)) {
    above.set(version.unit, version)
    version = version.parent === undefined ? undefined : versionOn(version.parent, day)
  }
  return [...above.values()]
}

const append = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
