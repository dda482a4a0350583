import { owed } from '../../domain/report/owed.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import { joined, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import { figuresOf } from '../union/figures.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { denied } from './denied.ts'
import { nudge, whom } from './nudgePlace.ts'

type NudgeUnitPlace = Extract<Place, { at: 'nudgeUnit' }>

/** Reminds one unit of all that it owes, at most once a week whoever asks. */
export function* nudgeUnitPlace(place: NudgeUnitPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'unit.nudge', place.unit)) return denied()
  const opened = yield* figuresOf(place.unit, ctx)
  if (opened === undefined) return denied()
  const unit = unitName(ctx.tree, place.unit)
  const rows = rowsOwed(opened.figures, place.unit).map(({ row }) => row)
  if (rows.length === 0) return said(t('nudge.unitOwesNothing', { unit }), place)
  const wanted = yield* whom([place.unit])
  if (wanted.nudged.length > 0) return said(t('nudge.unitAlready', { unit }), place)
  if (wanted.people.length === 0) return said(t('nudge.unitSilent', { unit }), place)
  const what = { unit, rows: joined(rows.map((row) => words(row))) }
  if (input.kind === 'picked' && input.id === 'yes') {
    const effects = wanted.people.map((one) => nudge({ ...one, rows }, ctx))
    return { ...said(t('nudge.unitDone', what), place), effects }
  }
  return {
    place,
    says: [
      ask(
        [t('nudge.unitSure', what)],
        [choice('yes', t('nudge.unit'), 'go'), choice('why', t('page.back')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [],
  }
}

/** Rows with a target that the unit has not met. */
export const rowsOwed = (figures: Tally, unit: UnitId) => {
  const asked = new Set(figures.rows.filter(({ target }) => target !== undefined).map(({ indicator }) => indicator))
  return owed(figures, unit).filter(({ row, standing }) => asked.has(row) && standing !== 'met')
}

const said = (line: Line, place: NudgeUnitPlace): UnionDecision => ({
  place,
  says: [ask([line], [choice('why', t('page.back'), 'go'), choice('home', t('menu.home'))])],
  effects: [],
})
