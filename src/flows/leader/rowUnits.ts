import { formatDate } from '../../domain/calendar.ts'
import { formsOfLoops, unitsWaiting } from '../../domain/digest/openLoops.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Row } from '../../domain/tally/figures.ts'
import type { Standing } from '../../domain/tally/standing.ts'
import { unitName } from '../form/showValue.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { reportsFor, type UnitFigures } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import { unitsIn } from './rowLines.ts'

export interface RowUnit {
  readonly unit: UnitId
  readonly name: string
  /** Where it stands, or what waits there. */
  readonly what: Line
}

export interface RowUnits {
  readonly kind: 'standing' | 'waiting'
  /** Of the asked unit too. */
  readonly units: readonly RowUnit[]
}

/**
 * Whom a row is about: the units in one standing, else those that are not there yet; where the plan gives no number and things can
 * wait too long (a comment without an answer, a petition past its day), the units whose things wait.
 */
export function* unitsOfRow(row: Row, { plan, figures }: UnitFigures, ctx: Ctx, state?: Standing): Asking<RowUnits> {
  const one = { ...plan, indicators: plan.indicators.filter(({ id }) => id === row.indicator) }
  const forms = row.target === undefined ? formsOfLoops(one) : []
  if (forms.length === 0) {
    const units = unitsIn(row, state)
    return {
      kind: 'standing',
      units: units.map(({ unit, name, standing }) => ({ unit, name, what: t(`standing.${standing}`) })),
    }
  }
  const { unit, asOf } = figures
  const reports = yield* reportsFor(plan, unit, ctx, forms)
  const waiting = unitsWaiting({ plan: one, reports, asOf }, { tree: ctx.tree, day: asOf })
  return {
    kind: 'waiting',
    units: waiting.map((one) => ({
      unit: one.unit,
      name: unitName(ctx.tree, one.unit),
      what: t(`row.${one.kind}`, { n: one.n, since: formatDate(one.oldest) }),
    })),
  }
}
