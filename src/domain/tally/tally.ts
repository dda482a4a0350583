import { addDays, type Instant, type LocalDate } from '../calendar.ts'
import type { UnitId } from '../ids.ts'
import type { Plan } from '../plan/plan.ts'
import type { Report } from '../report/report.ts'
import type { UnitTree } from '../unit/unit.ts'
import type { Tally } from './figures.ts'
import { makeDesks } from './desk.ts'
import { cutsOf, type Bundle, bundlesOf } from './bundles.ts'
import { type Counted, makeRow, type Numbered, toldRow } from './row.ts'
import { type Slot, slotsOf } from './slots.ts'

export interface TallyQuestion {
  readonly plan: Plan
  readonly tree: UnitTree
  readonly unit: UnitId
  readonly asOf: LocalDate
  readonly knownAt?: Instant
  /** The day on which it is asked: on a later one the as-of day itself is over. Absent: on the as-of day. */
  readonly askedOn?: LocalDate
}

export interface TallyInput extends TallyQuestion {
  /** As known at a moment, in any state and any order. */
  readonly reports: readonly Report[]
}

/**
 * Where the plan stands for a unit and all below it, on a day. A unit that has ended by then is shown as it stood on its
 * last day: that is the statement "theo đơn vị cũ" of a year cut by a reorganisation.
 */
export function tally({ reports, ...question }: TallyInput): Tally {
  const { plan, tree } = question
  const asOf = shownDay(question)
  const slots = slotsOf(plan, asOf, lastDayOver(question))
  return makeTally(question, slots)(bundlesOf(reports, { slots, cuts: cutsOf(tree), asOf }))
}

/** The day on which a unit is looked at: the last one of a unit that has ended by then. */
export function shownDay({ tree, unit, asOf }: Pick<TallyQuestion, 'tree' | 'unit' | 'asOf'>): LocalDate {
  const last = tree.latest(unit)?.to
  return last !== undefined && last < asOf ? last : asOf
}

/** The last day that is over for the one who asks: the shown one, or while it runs the one before. */
export function lastDayOver(question: Omit<TallyQuestion, 'plan'>): LocalDate {
  const shown = shownDay(question)
  return question.askedOn !== undefined && question.askedOn > shown ? shown : addDays(shown, -1)
}

/**
 * The same from bundles: of all units whose deeds may count there, on the shown day. Asked again with other bundles, it counts again
 * only where they have changed.
 */
export function makeTally(question: TallyQuestion, slots: readonly Slot[]): (bundles: readonly Bundle[]) => Tally {
  const { plan, unit, asOf, knownAt } = question
  const desks = makeDesks({ ...question, shown: shownDay(question), over: lastDayOver(question) })
  const counted: Counted = new WeakMap()
  const rows = Map.groupBy(
    slots.map((slot, at): Numbered => ({ slot, at })),
    ({ slot }) => slot.indicator,
  )
  return (bundles) => {
    const deskFor = desks(bundles)
    return {
      plan: plan.id,
      planVersion: plan.version,
      ...(plan.mark ? { mark: plan.mark } : {}),
      unit,
      asOf,
      ...(knownAt === undefined ? {} : { knownAt }),
      rows: plan.indicators.map((indicator) => {
        const desk = deskFor(indicator)
        const [own, ...also] = rows.get(indicator) ?? []
        return own === undefined ? toldRow(indicator, desk.frame.day) : makeRow(own, also, desk, counted)
      }),
    }
  }
}
