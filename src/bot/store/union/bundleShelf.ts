import type { LocalDate } from '../../../domain/calendar.ts'
import type { UnitId } from '../../../domain/ids.ts'
import type { Plan } from '../../../domain/plan/plan.ts'
import type { Bundle } from '../../../domain/tally/bundles.ts'
import { makeNumbers } from './numbers.ts'

/** The bundles of a unit, as they are from a day on. */
export interface Bundled {
  /** How often its reports had changed. */
  readonly n: bigint
  readonly from: LocalDate
  /** The first day on which they may be others; absent: none. */
  readonly until?: LocalDate
  readonly bundles: readonly Bundle[]
}

/** Bundles that a process keeps; what was asked for least lately is let go first. */
export interface BundleShelf {
  find(asked: OnShelf, n: bigint, day: LocalDate): readonly Bundle[] | undefined
  keep(asked: OnShelf, bundled: Bundled): void
}

export interface OnShelf {
  readonly plan: Plan
  /** The days at which lines of descent are cut. */
  readonly cuts: readonly LocalDate[]
  readonly unit: UnitId
}

export function makeBundleShelf(most: number): BundleShelf {
  const shelf = new Map<string, readonly Bundled[]>()
  const numberOf = makeNumbers()
  let size = 0

  const keyOf = ({ plan, cuts, unit }: OnShelf): string => `${numberOf(plan)} ${cuts.join()} ${unit}`
  const put = (key: string, all: readonly Bundled[]): void => {
    size += sizeOf(all) - sizeOf(shelf.get(key) ?? [])
    shelf.delete(key)
    shelf.set(key, all)
  }
  const letGo = (): void => {
    for (const [key, all] of shelf) {
      if (size <= most) return
      shelf.delete(key)
      size -= sizeOf(all)
    }
  }

  return {
    find: (asked, n, day) => {
      const key = keyOf(asked)
      const all = shelf.get(key) ?? []
      const found = all.find((one) => one.n === n && one.from <= day && (one.until === undefined || day < one.until))
      if (found !== undefined) put(key, all)
      return found?.bundles
    },
    keep: (asked, bundled) => {
      const key = keyOf(asked)
      const others = (shelf.get(key) ?? []).filter((one) => one.n === bundled.n && one.from !== bundled.from)
      put(key, [...others, bundled])
      letGo()
    },
  }
}

const sizeOf = (all: readonly Bundled[]): number => all.reduce((sum, { bundles }) => sum + bundles.length + 1, 0)
