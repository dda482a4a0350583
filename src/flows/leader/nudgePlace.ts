import { startOfWeek } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, nudgedUnits, peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { leaderUnit } from './progressPlace.ts'
import { unitsOfRow } from './rowUnits.ts'
import { figuresFor } from './view.ts'

/** Between the rows of a reminder. */
export const ROWS = ','

type NudgePlace = Extract<Place, { at: 'nudge' }>

/** Reminds the units below that are behind in a row, or whose things wait in it, each at most once a week whoever asks. */
export function* nudgePlace(place: NudgePlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* figuresFor(place.unit, ctx)
  const row = opened?.figures.rows.find((one) => one.indicator === place.row)
  const about = opened === undefined || row === undefined ? [] : (yield* unitsOfRow(row, opened, ctx)).units
  const behind = about.filter((one) => mayDo(ctx, 'unit.nudge', one.unit))
  if (row === undefined || behind.length === 0) return said([t('nudge.nobody')], place)
  const units = behind.map((one) => one.unit)
  const wanted = yield* whom(units)
  const what = { id: row.indicator, title: words(row.title) }
  const rest: readonly Line[] = [
    ...(wanted.nudged.length === 0 ? [] : [t('nudge.already', { n: wanted.nudged.length })]),
    ...(wanted.silent.length === 0 ? [] : [t('nudge.noOfficer', { n: wanted.silent.length })]),
  ]
  if (wanted.people.length === 0) return said([t('nudge.nobodyLeft', what), ...rest], place)
  const n = new Set(wanted.people.map((one) => one.unit)).size
  if (input.kind === 'picked' && input.id === 'yes') {
    const effects = wanted.people.map((one) => nudge({ ...one, rows: [row.indicator] }, ctx))
    return { ...said([t('nudge.done', { ...what, n }), ...rest], place), effects }
  }
  return {
    place,
    says: [
      ask(
        [t('nudge.sure', { ...what, n }), ...rest],
        [choice('yes', t('nudge.yes', { n }), 'go'), choice('row', t('page.back')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [],
  }
}

interface Addressed {
  readonly unit: UnitId
  readonly person: Extract<Effect, { do: 'plan' }>['person']
}

/** The officers of units that were not reminded in the last seven days; units reminded already, and those without an officer. */
export function* whom(
  units: readonly UnitId[],
): Asking<{ people: readonly Addressed[]; nudged: readonly UnitId[]; silent: readonly UnitId[] }> {
  const nudged = yield* nudgedUnits(units)
  const left = units.filter((unit) => !nudged.includes(unit))
  const officers = (yield* peopleOf(left)).filter((one) => one.role === 'officer')
  return {
    people: officers.map(({ unit, person }) => ({ unit, person })),
    nudged,
    silent: left.filter((unit) => officers.every((one) => one.unit !== unit)),
  }
}

/** The key holds the week, so that two leaders who ask at the same moment are one reminder. */
export function nudge({ unit, person, rows }: Addressed & { readonly rows: readonly string[] }, ctx: Ctx): Effect {
  return {
    do: 'plan',
    kind: 'nudge',
    key: `nudge:${unit}:${startOfWeek(ctx.today)}:${person}`,
    person,
    at: ctx.now,
    data: { unit, row: rows.join(ROWS), from: leaderUnit(ctx) ?? '' },
  }
}

const said = (lines: readonly Line[], place: NudgePlace) => ({
  place,
  says: [ask(lines, [choice('row', t('page.back'), 'go'), choice('home', t('menu.home'))])],
  effects: [],
})
