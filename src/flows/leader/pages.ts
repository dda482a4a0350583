import type { LocalDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { UnitTree } from '../../domain/unit/unit.ts'
import { labelsBelow } from '../../domain/unit/labels.ts'
import type { Input } from '../heard.ts'
import { type Choice, choice, t } from '../say.ts'

/** The page that a tap on "Trang sau" or "Trang trước" turns to; never one that is empty. */
export function pageOf(page: number, input: Input, count: number, size: number): number {
  const step = input.kind !== 'picked' ? 0 : input.id === 'next' ? 1 : input.id === 'previous' ? -1 : 0
  const last = Math.max(0, Math.ceil(count / size) - 1)
  return Math.min(Math.max(0, page + step), last)
}

export const pages = (page: number, count: number, size: number): readonly Choice[] => [
  ...(page > 0 ? [choice('previous', t('page.previous'))] : []),
  ...((page + 1) * size < count ? [choice('next', t('page.next'))] : []),
]

/** One page of units below a unit, each with a name that tells it from its namesakes there. */
export function namedPage<T extends { readonly unit: UnitId; readonly name: string }>(
  all: readonly T[],
  page: number,
  size: number,
  { root, day, tree }: { readonly root: UnitId; readonly day: LocalDate; readonly tree: UnitTree },
): readonly T[] {
  const shown = all.slice(page * size, page * size + size)
  const labels = labelsBelow(
    tree,
    root,
    shown.map(({ unit }) => unit),
    day,
  )
  return shown.map((one, index) => ({ ...one, name: labels[index] ?? one.name }))
}
