import { type UnitId, unitId } from '../../domain/ids.ts'
import type { Level, Register, UnitVersion } from '../../domain/unit/unit.ts'
import { bareName } from '../../domain/unit/search.ts'
import { versionsByUnit } from '../../domain/unit/tree.ts'
import { canonical, fold } from '../../domain/words/fold.ts'
import type { RowProblem } from './unitProblems.ts'
import { makeUnitIndex, type UnitIndex } from './unitIndex.ts'
import type { UnitRow } from './unitRows.ts'

/** A row with the unit it speaks of. */
export interface KnownRow extends UnitRow {
  readonly unit: UnitId
}

export interface Identified {
  readonly rows: readonly KnownRow[]
  readonly problems: readonly RowProblem[]
  /** Units of the register and of the file. */
  readonly index: UnitIndex
}

const PREFIX: Readonly<Record<Level, string>> = {
  province: 'tinh',
  district: 'huyen',
  commune: 'xa',
  affiliated: 'tt',
  board: 'ban',
}

/** Which unit each row speaks of: by its id, else by its code, else by name, level and the unit above; else a new one. */
export function identifyRows(rows: readonly UnitRow[], register: Register): Identified {
  const versions = versionsByUnit(register)
  const index = makeUnitIndex()
  for (const version of register.versions) index.add(version)
  const taken = new Set<string>([...versions.keys(), ...rows.flatMap((row) => row.id ?? [])])
  const fresh = new Map<string, UnitId>()
  const problems: RowProblem[] = []
  const known = rows.flatMap((row): readonly KnownRow[] => {
    const found = row.id ?? codeOwner(row) ?? namesake(row, versions, index)
    if (found !== undefined && typeof found === 'object') {
      problems.push(found)
      return []
    }
    const unit = found ?? newUnit(row)
    return [{ ...row, unit }]
  })
  for (const row of known) index.add(row)
  return { rows: known, problems, index }

  function codeOwner(row: UnitRow): UnitId | undefined {
    if (row.code === undefined) return undefined
    return index.byCode(row.code) ?? rows.find((one) => one.code === row.code && one.id !== undefined)?.id
  }

  /** The same words twice in a file are one unit. */
  function newUnit(row: UnitRow): UnitId {
    const key = row.code ?? [row.level, canonical(row.name), canonical(row.parent ?? '')].join('|')
    const unit = fresh.get(key) ?? freeId(row)
    fresh.set(key, unit)
    taken.add(unit)
    return unit
  }

  function freeId(row: UnitRow): UnitId {
    const words = row.code ?? bareName(row.name)
    const base = `${PREFIX[row.level]}-${fold(words)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .slice(0, 40)}`
    let id = base
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
    return unitId(id)
  }
}

/** A unit of the register with this name and level: the same one if the unit above is the same, else the row must say which. */
function namesake(
  row: UnitRow,
  versions: ReadonlyMap<UnitId, readonly UnitVersion[]>,
  index: UnitIndex,
): UnitId | RowProblem | undefined {
  const candidates = index.namesakes(row.name, row.level)
  const hint = candidates.map((unit) => `${unit} = ${parentName(unit, versions)}`).join('; ')
  if (row.level === 'province') {
    const others = [...versions].filter(([, list]) => list.at(-1)?.level === 'province')
    if (candidates.length === 0 && others.length > 0) {
      const names = others.map(([unit, list]) => `«${list.at(-1)?.name ?? unit}» (${unit})`).join(', ')
      return { row: row.row, column: 'name', problem: 'otherProvince', value: row.name, hint: names }
    }
  }
  if (candidates.length === 0) return undefined
  const above = row.parent === undefined ? undefined : index.find(row.parent)
  const same = candidates.filter((unit) => {
    const parents = versions.get(unit)?.flatMap((one) => one.parent ?? []) ?? []
    return above === undefined || above.some((one) => parents.includes(one))
  })
  const [only, second] = same
  if (only !== undefined && second === undefined) return only
  return { row: row.row, column: 'name', problem: 'sameName', value: row.name, hint }
}

function parentName(unit: UnitId, versions: ReadonlyMap<UnitId, readonly UnitVersion[]>): string {
  const parent = versions.get(unit)?.at(-1)?.parent
  return parent === undefined ? 'không thuộc đơn vị nào' : (versions.get(parent)?.at(-1)?.name ?? parent)
}
