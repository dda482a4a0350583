import { addDays, type LocalDate } from '../calendar.ts'
import type { Also, Indicator, Plan, Source } from '../plan/plan.ts'
import type { Deed } from '../report/report.ts'
import { matcherOf, narrowed } from './filter.ts'
import type { Frame, RuleWork } from './rule.ts'
import { workFor } from './rules.ts'

/** A figure of the plan on a day, made ready to look at reports: a row itself, or one that is printed under it. */
export interface Slot {
  readonly indicator: Indicator
  readonly also?: Also
  readonly frame: Frame
  readonly work: RuleWork
  readonly forms: ReadonlySet<string>
  /** Is it dated in the window, where that matters? */
  readonly isIn: (report: Deed) => boolean
  readonly counts: (report: Deed) => boolean
}

/** In the order of the plan, each row before what is printed under it. `over`: the last day that is over, of itself the one before. */
export function slotsOf(plan: Plan, asOf: LocalDate, over = addDays(asOf, -1)): readonly Slot[] {
  return plan.indicators.flatMap((indicator) => {
    if (indicator.told) return []
    const { window, rule, target, sources } = indicator
    const frame: Frame = { window, asOf, over, day: asOf < window.to ? asOf : window.to }
    const own = makeSlot(
      { indicator, frame, work: workFor(rule, target, frame) },
      sources.map((source) => [source]),
    )
    const also = indicator.also.map((one) =>
      makeSlot(
        { indicator, also: one, frame, work: workFor(one.rule, undefined, frame) },
        (one.sources ?? sources).map((source) => narrowed(source, one.where)),
      ),
    )
    return [own, ...also]
  })
}

/** Each list is one source; all filters of a source must hold. */
const makeSlot = (
  slot: Pick<Slot, 'indicator' | 'also' | 'frame' | 'work'>,
  sources: readonly (readonly Source[])[],
): Slot => {
  const { frame, work } = slot
  const matches = matcherOf(sources, frame.asOf)
  return {
    ...slot,
    forms: new Set(sources.flat().map(({ form }) => form)),
    isIn: ({ eventDate }) => work.anyDate === true || (frame.window.from <= eventDate && eventDate <= frame.window.to),
    counts: (report) => matches(report) && work.counts?.(report) !== false,
  }
}
