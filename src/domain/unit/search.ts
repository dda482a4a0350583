import type { LocalDate } from '../calendar.ts'
import type { Level, UnitTree, UnitVersion } from './unit.ts'
import { canonical, fold } from '../words/fold.ts'

const PREFIXES = /^(hoi lien hiep phu nu|hoi lhpn|hlhpn|hoi phu nu|hpn)\s+/
const KINDS = /^(tinh|huyen|thi xa|thanh pho|tp|quan|xa|phuong|p|x|tt|thi tran|dac khu)[\s.]+/

/** A unit's name without "Hội LHPN" and without the kind of place: what people type. */
export function bareName(name: string): string {
  return canonical(fold(name).replace(PREFIXES, '').replace(KINDS, ''))
}

/**
 * Units in force on a day that a person may have meant: exact names first, then names that begin with or hold what she typed.
 * Names are not unique; the caller asks back when there are several.
 */
export function findUnits(
  tree: UnitTree,
  said: string,
  day: LocalDate,
  levels?: readonly Level[],
): readonly UnitVersion[] {
  const whole = canonical(fold(said).replace(PREFIXES, ''))
  const bare = bareName(said)
  if (bare === '') return []
  const units = tree.inForce(day).filter((unit) => levels === undefined || levels.includes(unit.level))
  const named = units.map((unit) => ({
    unit,
    whole: canonical(fold(unit.name).replace(PREFIXES, '')),
    bare: bareName(unit.name),
  }))
  const tiers = [
    named.filter((one) => one.whole === whole),
    named.filter((one) => one.bare === bare),
    named.filter((one) => bare.length >= 3 && one.bare.startsWith(bare)),
    named.filter((one) => bare.length >= 3 && one.bare.includes(bare)),
  ]
  const [found] = tiers.filter((tier) => tier.length > 0)
  return found === undefined ? findWithin(tree, said, day, levels) : found.map((one) => one.unit)
}

/** 'Tân Lập huyện Đông Hà Giang', 'Tân Lập (Nam Khê)': a unit, and one above it. */
function findWithin(tree: UnitTree, said: string, day: LocalDate, levels?: readonly Level[]): readonly UnitVersion[] {
  const words = said.split(/[\s().–-]+/).filter((one) => one !== '')
  for (let at = words.length - 1; at > 0; at--) {
    const above = new Set(namedExactly(tree, words.slice(at).join(' '), day).map((one) => one.unit))
    if (above.size === 0) continue
    const found = namedExactly(tree, words.slice(0, at).join(' '), day).filter(
      ({ unit, level }) =>
        (levels === undefined || levels.includes(level)) &&
        tree.ancestorsOn(unit, day).some((one) => above.has(one.unit)),
    )
    if (found.length > 0) return found
  }
  return []
}

function namedExactly(tree: UnitTree, said: string, day: LocalDate): readonly UnitVersion[] {
  const bare = bareName(said)
  return bare === '' ? [] : tree.inForce(day).filter((one) => bareName(one.name) === bare)
}
