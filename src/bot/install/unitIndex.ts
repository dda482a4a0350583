import type { UnitId } from '../../domain/ids.ts'
import type { Level } from '../../domain/unit/unit.ts'
import { bareName } from '../../domain/unit/search.ts'
import { canonical } from '../../domain/words/fold.ts'

interface Named {
  readonly unit: UnitId
  readonly name: string
  readonly code?: string
  readonly level: Level
}

/** Finds units by what people write for them: id, code, whole name, then the name without its kind. */
export interface UnitIndex {
  add(named: Named): void
  /** All that the strongest of the four ways finds. */
  find(said: string, fits?: (level: Level) => boolean): readonly UnitId[]
  /** Units of exactly this name and level. */
  namesakes(name: string, level: Level): readonly UnitId[]
  byCode(code: string): UnitId | undefined
  levelOf(unit: UnitId): Level | undefined
  provinces(): readonly UnitId[]
}

export function makeUnitIndex(): UnitIndex {
  const levels = new Map<UnitId, Level>()
  const codes = new Map<string, UnitId>()
  const whole = new Map<string, Set<UnitId>>()
  const bare = new Map<string, Set<UnitId>>()
  const exact = new Map<string, Set<UnitId>>()
  const ids = new Map<string, UnitId>()
  return {
    add({ unit, name, code, level }) {
      ids.set(unit, unit)
      levels.set(unit, level)
      if (code !== undefined) codes.set(code, codes.get(code) ?? unit)
      append(whole, canonical(name), unit)
      append(bare, bareName(name), unit)
      append(exact, `${level} ${canonical(name)}`, unit)
    },
    find(said, fits = () => true) {
      const byId = ids.get(said) ?? codes.get(said)
      if (byId !== undefined) return [byId]
      const right = (found: ReadonlySet<UnitId> | undefined): readonly UnitId[] =>
        [...(found ?? [])].filter((unit) => fits(levels.get(unit) ?? 'commune'))
      const named = right(whole.get(canonical(said)))
      return named.length > 0 ? named : right(bare.get(bareName(said)))
    },
    namesakes: (name, level) => [...(exact.get(`${level} ${canonical(name)}`) ?? [])],
    byCode: (code) => codes.get(code),
    levelOf: (unit) => levels.get(unit),
    provinces: () => [...levels].flatMap(([unit, level]) => (level === 'province' ? [unit] : [])),
  }
}

function append(map: Map<string, Set<UnitId>>, key: string, unit: UnitId): void {
  const list = map.get(key)
  if (list) list.add(unit)
  else map.set(key, new Set([unit]))
}
