import { addDays } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Register, UnitVersion } from './unit.ts'
import { compare, isInForce, versionsByUnit } from './tree.ts'

export type RegisterFault =
  | 'overlap'
  | 'endsBeforeItBegins'
  | 'unknownParent'
  | 'cycle'
  | 'outlivesParent'
  /** Codes of units are never given again (Decision 19/2025/QĐ-TTg). */
  | 'sameCode'
  | 'unknownInLineage'
  | 'mergedButInForce'

export interface RegisterProblem {
  readonly unit: UnitId
  readonly reason: RegisterFault
}

type Versions = ReadonlyMap<UnitId, readonly UnitVersion[]>

/** What an import must show before it is accepted. A tree is made of any register, so none of these stops the bot. */
export function registerProblems(register: Register): readonly RegisterProblem[] {
  const versions = versionsByUnit(register)
  const found = [
    ...register.versions.flatMap((version) => ownFaults(version).map((reason) => ({ unit: version.unit, reason }))),
    ...[...versions].flatMap(([unit, list]) => (overlaps(list) ? [{ unit, reason: 'overlap' as const }] : [])),
    ...register.versions.flatMap((version) => parentFault(version, versions)),
    ...sameCodes(register.versions),
    ...lineageFaults(register, versions),
  ]
  const once = new Map<string, RegisterProblem>(found.map((one) => [`${one.unit} ${one.reason}`, one]))
  return [...once.values()].sort((a, b) => compare(a.unit, b.unit) || compare(a.reason, b.reason))
}

const ownFaults = ({ from, to }: UnitVersion): readonly RegisterFault[] =>
  to !== undefined && to < from ? ['endsBeforeItBegins'] : []

const overlaps = (list: readonly UnitVersion[]): boolean =>
  list.some(({ to }, index) => {
    const next = list[index + 1]
    return next !== undefined && (to === undefined || next.from <= to)
  })

const parentFault = (version: UnitVersion, versions: Versions): readonly RegisterProblem[] => {
  const { unit, parent } = version
  if (parent === undefined) return []
  const above = versions.get(parent)
  if (!above) return [{ unit, reason: 'unknownParent' }]
  if (isInCircle(version, versions)) return [{ unit, reason: 'cycle' }]
  return isCovered(version, above) ? [] : [{ unit, reason: 'outlivesParent' }]
}

/** Circles on the first day of the version: every circle that ever is begins on the first day of one of its versions. */
const isInCircle = ({ unit, parent, from }: UnitVersion, versions: Versions): boolean => {
  const seen = new Set<UnitId>()
  let above = parent
  while (above !== undefined && above !== unit && !seen.has(above)) {
    seen.add(above)
    above = versions.get(above)?.findLast((one) => isInForce(one, from))?.parent
  }
  return above === unit
}

/** Is there a version of the parent on every day of the child? */
const isCovered = ({ from, to }: Pick<UnitVersion, 'from' | 'to'>, above: readonly UnitVersion[]): boolean => {
  const there = above.findLast((one) => isInForce(one, from))
  if (!there) return false
  if (there.to === undefined || (to !== undefined && to <= there.to)) return true
  const rest = { from: addDays(there.to, 1), ...(to === undefined ? {} : { to }) }
  return isCovered(rest, above)
}

const sameCodes = (versions: readonly UnitVersion[]): readonly RegisterProblem[] => {
  const owners = new Map<string, UnitId>()
  return versions.flatMap(({ code, unit }) => {
    if (code === undefined) return []
    const owner = owners.get(code) ?? unit
    owners.set(code, owner)
    return owner === unit ? [] : [{ unit, reason: 'sameCode' }]
  })
}

const lineageFaults = ({ lineage }: Register, versions: Versions): readonly RegisterProblem[] =>
  lineage.flatMap(({ kind, on, from, to }) => [
    ...[...from, ...to]
      .filter((unit) => !versions.has(unit))
      .map((unit): RegisterProblem => ({ unit, reason: 'unknownInLineage' })),
    ...from
      .filter((unit) => kind === 'merge' && !to.includes(unit))
      .filter((unit) => versions.get(unit)?.some((one) => isInForce(one, on)))
      .map((unit): RegisterProblem => ({ unit, reason: 'mergedButInForce' })),
  ])
