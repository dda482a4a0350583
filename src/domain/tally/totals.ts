import { isApproved, type Report } from '../report/report.ts'
import type { Amount, LevelFigures, Share } from './figures.ts'

/** Sums to six decimals, so that the order of addition leaves no trace. */
export function total<T>(items: readonly T[], weigh: (item: T) => number): number {
  return rounded(items.reduce((sum, item) => sum + weigh(item), 0))
}

export function amountOf(reports: readonly Report[], weigh: (report: Report) => number): Amount {
  let sent = 0
  let approved = 0
  for (const report of reports) {
    const weight = weigh(report)
    sent += weight
    if (isApproved(report)) approved += weight
  }
  return { sent: rounded(sent), approved: rounded(approved) }
}

export const one = (): number => 1

export function shareOf(levels: readonly LevelFigures[]): Share {
  return {
    met: total(levels, ({ met }) => met),
    of: total(levels, (level) => level.of),
    approvedMet: total(levels, ({ approvedMet }) => approvedMet),
  }
}

export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
