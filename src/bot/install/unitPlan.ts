import { addDays, type LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { registerProblems, type RegisterFault } from '../../domain/unit/registerProblems.ts'
import type { Level, Register, UnitVersion } from '../../domain/unit/unit.ts'
import { isInForce, versionsByUnit } from '../../domain/unit/tree.ts'
import { bareName } from '../../domain/unit/search.ts'
import { canonical } from '../../domain/words/fold.ts'
import { identifyRows, type Identified, type KnownRow } from './unitIdentity.ts'
import { type Column, inRowOrder, type Problem, type RowProblem } from './unitProblems.ts'
import type { ReadRows } from './unitRows.ts'

/** What an import writes: versions that are new, and versions that get an end or a code. */
export interface UnitPlan {
  readonly added: readonly UnitVersion[]
  readonly changed: readonly UnitVersion[]
  /** Rows that say what the register says already. */
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
}

interface Placed extends KnownRow {
  readonly above?: UnitId
}

interface Planning {
  readonly today: LocalDate
  /** First day of a new unit whose row gives none. */
  readonly start: LocalDate
}

/** The whole file against the register: all problems, and what would be written if there were none. */
export function planUnits(read: ReadRows, register: Register, planning: Planning): UnitPlan {
  const identified = identifyRows(read.rows, register)
  const problems = [...read.problems, ...identified.problems]
  const placed = identified.rows.flatMap((row): readonly Placed[] => {
    const above = placeOf(row, identified, read.broken)
    if (above === undefined) return [row]
    if (typeof above === 'string') return [{ ...row, above }]
    problems.push(above)
    return []
  })
  const before = versionsByUnit(register)
  const byUnit = Map.groupBy(placed, (row) => row.unit)
  const work = [...byUnit].map(([unit, rows]) => mergeUnit(rows, before.get(unit) ?? [], planning))
  problems.push(...work.flatMap((one) => one.problems))
  const added = work.flatMap((one) => one.added)
  const changed = work.flatMap((one) => one.changed)
  const after: Register = {
    lineage: register.lineage,
    versions: [
      ...register.versions.map((one) => changed.find((c) => c.unit === one.unit && c.from === one.from) ?? one),
      ...added,
    ],
  }
  problems.push(...faultsOf(after, register, byUnit))
  return {
    added,
    changed,
    unchanged: work.reduce((sum, one) => sum + one.unchanged, 0),
    problems: inRowOrder(problems),
  }
}

const RANK: Readonly<Record<Level, number>> = { province: 0, district: 1, commune: 2, affiliated: 3, board: 3 }
const mayStandAbove = (above: Level, below: Level): boolean => RANK[above] < Math.min(RANK[below], 3)

/** The unit above: named, or the one province where the row names none. */
function placeOf(
  row: KnownRow,
  { rows, index }: Identified,
  broken: ReadonlySet<string>,
): UnitId | RowProblem | undefined {
  const at = (problem: Problem, hint?: string): RowProblem => ({
    row: row.row,
    column: 'parent',
    problem,
    value: row.parent ?? '',
    ...(hint === undefined ? {} : { hint }),
  })
  if (row.level === 'province') return row.parent === undefined ? undefined : at('provinceHasParent')
  const said = row.parent
  if (said === undefined) {
    const provinces = index.provinces()
    return provinces.length === 1 ? provinces[0] : at('parentNeeded', provinces.join(', '))
  }
  const wide = index.find(said)
  const found = wide.length === 1 ? wide : index.find(said, (level) => mayStandAbove(level, row.level))
  const [only, second] = found
  if (only === undefined) {
    const blamed = [said, canonical(said), bareName(said)].some((one) => broken.has(one))
    return blamed ? undefined : at(wide.length === 0 ? 'unknownParent' : 'parentLevel', wide.join(', '))
  }
  if (second !== undefined) return at('ambiguousParent', found.join(', '))
  if (only === row.unit) return at('cycle')
  const level = rows.findLast((one) => one.unit === only)?.level ?? index.levelOf(only)
  return level === undefined || mayStandAbove(level, row.level) ? only : at('parentLevel', level)
}

interface Merged {
  readonly added: readonly UnitVersion[]
  readonly changed: readonly UnitVersion[]
  readonly unchanged: number
  readonly problems: readonly RowProblem[]
}

/** The rows of one unit, by their first day, laid over its versions. */
function mergeUnit(rows: readonly Placed[], before: readonly UnitVersion[], planning: Planning): Merged {
  const problems: RowProblem[] = []
  const versions = [...before]
  let unchanged = 0
  const firstRow = new Map<string, number>()
  const ended = new Set<string>()
  for (const row of rows.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    const day = row.from ?? 'none'
    const twin = firstRow.get(day)
    if (twin !== undefined) {
      problems.push({ row: row.row, column: 'name', problem: 'duplicate', value: row.name, hint: String(twin) })
      continue
    }
    firstRow.set(day, row.row)
    const done = layRow(row, versions, { ...planning, several: rows.length > 1, ended })
    const end = versions.find((one) => row.to !== undefined && one.to === row.to)
    if (end !== undefined) ended.add(end.from)
    if (done === 'unchanged') unchanged++
    else if (done !== 'changed') problems.push(done)
  }
  return {
    added: versions.filter((one) => !before.some((old) => old.from === one.from)),
    changed: versions.filter((one) => before.some((old) => old.from === one.from && old !== one)),
    unchanged,
    problems,
  }
}

interface Laying extends Planning {
  /** The file has more than one row for this unit. */
  readonly several: boolean
  /** First days of versions whose end the file itself gives: another row may not cut them short. */
  readonly ended: ReadonlySet<string>
}

function layRow(
  row: Placed,
  versions: UnitVersion[],
  { today, start, several, ended }: Laying,
): RowProblem | 'unchanged' | 'changed' {
  const at = (column: Column, problem: Problem, there: UnitVersion): RowProblem => ({
    row: row.row,
    column,
    problem,
    value: row.name,
    hint: [there.from, there.name, there.parent, there.to].filter((one) => one !== undefined).join(', '),
  })
  const day = row.from ?? (versions.length === 0 ? start : undefined)
  if (day === undefined && several && versions.some((one) => sameContent(versionOf(row, one.from, one), one)))
    return 'unchanged'
  const inForce = versions.findLastIndex((one) => isInForce(one, day ?? today))
  const index = inForce < 0 && day === undefined ? versions.length - 1 : inForce
  const there = versions[index]
  if (there === undefined) {
    versions.push(versionOf(row, day ?? start))
    return 'changed'
  }
  const wanted = versionOf(row, there.from, there)
  const ends = row.to !== undefined && row.to !== there.to
  if (sameContent(wanted, there)) {
    if (!ends && wanted.code === there.code) return 'unchanged'
    if (ends && there.to !== undefined) return at('to', 'versionExists', there)
    versions[index] = wanted
    return 'changed'
  }
  if (day === undefined) return at(whatDiffers(wanted, there), 'changeNeedsDate', there)
  if (there.from === day) return at('from', 'versionExists', there)
  if (ended.has(there.from)) return at('from', 'overlap', there)
  versions[index] = { ...there, to: addDays(day, -1) }
  versions.splice(index + 1, 0, versionOf(row, day, there))
  return 'changed'
}

/** What the row leaves out stays as it was before. */
function versionOf(row: Placed, from: LocalDate, before?: UnitVersion): UnitVersion {
  const code = row.code ?? before?.code
  const to = row.to ?? before?.to
  const grassroots = row.grassroots ?? before?.grassroots
  return {
    unit: row.unit,
    name: row.name,
    level: row.level,
    from,
    ...(row.above === undefined ? {} : { parent: row.above }),
    ...(to === undefined ? {} : { to }),
    ...(code === undefined ? {} : { code }),
    ...(grassroots === undefined ? {} : { grassroots }),
  }
}

const sameContent = (a: UnitVersion, b: UnitVersion): boolean =>
  a.name === b.name &&
  a.level === b.level &&
  a.parent === b.parent &&
  (a.grassroots ?? false) === (b.grassroots ?? false) &&
  (a.code === b.code || b.code === undefined)

const whatDiffers = (a: UnitVersion, b: UnitVersion): Column =>
  a.name !== b.name ? 'name' : a.parent !== b.parent ? 'parent' : a.level !== b.level ? 'level' : 'from'

const FAULTS: Readonly<Record<RegisterFault, readonly [Column, Problem]>> = {
  overlap: ['from', 'overlap'],
  endsBeforeItBegins: ['to', 'endsBeforeItBegins'],
  unknownParent: ['parent', 'unknownParent'],
  cycle: ['parent', 'cycle'],
  outlivesParent: ['from', 'outlivesParent'],
  sameCode: ['code', 'sameCode'],
  unknownInLineage: ['id', 'unknownParent'],
  mergedButInForce: ['from', 'overlap'],
}

/** Faults that the import would bring in; one of a unit that is not in the file is shown at the row of the unit above it. */
function faultsOf(
  after: Register,
  before: Register,
  byUnit: ReadonlyMap<UnitId, readonly Placed[]>,
): readonly RowProblem[] {
  const old = new Set(registerProblems(before).map((one) => `${one.unit} ${one.reason}`))
  return registerProblems(after)
    .filter((one) => !old.has(`${one.unit} ${one.reason}`))
    .map(({ unit, reason }) => {
      const version = after.versions.findLast((one) => one.unit === unit)
      const row = byUnit.get(unit)?.at(-1) ?? byUnit.get(version?.parent ?? unit)?.at(-1)
      const [column, problem] = FAULTS[reason]
      const owner = after.versions.find((one) => one.code === version?.code && one.unit !== unit)
      const hint = reason === 'sameCode' ? owner?.unit : version?.parent
      const value = column === 'code' ? version?.code : column === 'parent' ? row?.parent : version?.name
      return {
        row: row?.row ?? 0,
        column,
        problem,
        value: value ?? unit,
        ...(hint === undefined ? {} : { hint }),
      }
    })
}
