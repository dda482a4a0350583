import type { Judged, Frame, RuleWork } from './rule.ts'
import { eventsOf, one, shareOf } from './totals.ts'

/** Units with at least so many deeds ÷ units in force. */
export function coverage(atLeast: number, { window }: Frame): RuleWork {
  return {
    weigh: one,
    judge: ({ n }) => reached(n, atLeast, window.to),
    figures: ({ counting, levels }) => ({
      kind: 'coverage',
      atLeast,
      ...shareOf(levels),
      events: eventsOf(counting),
    }),
  }
}

export function reached(value: number, atLeast: number, closes: Judged['closes']): Judged {
  const met = value >= atLeast
  return { value, met, closes, ...(met ? {} : { missing: { kind: 'short', need: atLeast - value } }) }
}
