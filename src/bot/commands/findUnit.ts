import type { LocalDate } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { UnitTree, UnitVersion } from '../../domain/unit/unit.ts'
import { findUnits } from '../../domain/unit/search.ts'
import { wrongOption } from './wrong.ts'

const SHOWN = 8

/** The unit in force that an administrator named by its id or by its name; throws when there is none, or several. */
export function findUnit(tree: UnitTree, said: string, today: LocalDate): UnitVersion {
  const byId = isId(said) ? tree.versionOn(unitId(said), today) : undefined
  if (byId !== undefined) return byId
  const found = findUnits(tree, said, today)
  const [only, second] = found
  if (only !== undefined && second === undefined) return only
  if (only === undefined) {
    throw wrongOption('--unit', said, {
      vi: 'Không có đơn vị nào đang hoạt động mang mã hoặc tên này. Xem danh sách: npm run -s cli -- units',
      en: 'No unit in force has this id or name. See the list: npm run -s cli -- units',
    })
  }
  const list = found.slice(0, SHOWN).map((one) => `${one.unit} = ${one.name}${under(tree, one)}`)
  throw wrongOption('--unit', said, {
    vi: `Có ${found.length} đơn vị như vậy, hãy ghi mã: ${list.join('; ')}`,
    en: `There are ${found.length} of that name, give the id (see above).`,
  })
}

/** The unit at the top, where there is one alone. */
export function rootUnit(tree: UnitTree, today: LocalDate): UnitId {
  const roots = tree.inForce(today).filter((one) => one.parent === undefined)
  const [only, second] = roots
  if (only !== undefined && second === undefined) return only.unit
  throw wrongOption('--unit', '', {
    vi: `Hãy ghi --unit, có ${roots.length} đơn vị cao nhất: ${roots.map((one) => one.unit).join(', ')}`,
    en: `Give --unit, there are ${roots.length} units at the top.`,
  })
}

const under = (tree: UnitTree, { parent }: UnitVersion): string =>
  parent === undefined ? '' : ` (${tree.latest(parent)?.name ?? parent})`

const isId = (said: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/.test(said)
