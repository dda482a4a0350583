import type { Deeds } from './bag.ts'
import type { Amount, LevelFigures, Share } from './figures.ts'

/** Sums to six decimals, so that the order of addition leaves no trace. */
export function total<T>(items: readonly T[], weigh: (item: T) => number): number {
  return rounded(items.reduce((sum, item) => sum + weigh(item), 0))
}

/** What the deeds add up to. */
export const amountOf = ({ sent, approved }: Deeds): Amount => ({
  sent: rounded(sent.weight),
  approved: rounded(approved.weight),
})

export const eventsOf = ({ sent, approved }: Deeds): Amount => ({ sent: sent.n, approved: approved.n })

export const one = (): number => 1

export function shareOf(levels: readonly LevelFigures[]): Share {
  return {
    met: total(levels, ({ met }) => met),
    of: total(levels, (level) => level.of),
    approvedMet: total(levels, ({ approvedMet }) => approvedMet),
  }
}

export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
