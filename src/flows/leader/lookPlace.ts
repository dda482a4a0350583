import {
  addDays,
  dayOf as calendarDay,
  formatDate,
  isLocalDate,
  type LocalDate,
  monthOf,
  parsePeriodKey,
  type Period,
  periodKey,
  periodRange,
  yearOf,
} from '../../domain/calendar.ts'
import { showPeriod, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Place, View } from '../union/place.ts'
import { progressPlace } from './progressPlace.ts'
import { viewOf, viewSaid, viewWords } from './view.ts'

type LookPlace = Extract<Place, { at: 'look' }>

/** "Cách xem khác": as of another day, in a part of the year, beside the year before. */
export function* lookPlace(place: LookPlace, input: Input, ctx: Ctx): Flow {
  const view = viewOf(place)
  if (input.kind === 'picked') {
    const chosen = viewPicked(view, input.id)
    if (chosen !== undefined) return yield* rows(chosen, ctx)
    if (input.id === 'day' || input.id === 'period') return askFor(input.id, place, ctx)
  }
  if (input.kind === 'said') {
    const said = viewSaid(view, input.text, ctx)
    return said === undefined ? askFor(place.step ?? 'day', place, ctx, t('look.unread')) : yield* rows(said, ctx)
  }
  return {
    place: { at: 'look', ...view },
    says: [
      ask(
        [t('look.head', { unit: unitName(ctx.tree, place.unit), when: viewWords(place, ctx) })],
        [
          choice('day', t('look.day')),
          choice('period', t('look.period')),
          choice('compare', t('look.compare')),
          ...(place.asOf === undefined && place.period === undefined ? [] : [choice('t:', t('look.today'))]),
          choice('rows', t('page.back')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

const rows = (view: View, ctx: Ctx): Flow => progressPlace({ at: 'progress', ...view, page: 0 }, { kind: 'enter' }, ctx)

function viewPicked({ unit, ...view }: View, id: string): View | undefined {
  const said = id.slice(2)
  if (id === 't:') return { unit }
  if (id.startsWith('d:') && isLocalDate(said)) return { unit, ...view, asOf: said }
  return id.startsWith('p:') && parsePeriodKey(said) !== undefined ? { unit, ...view, period: said } : undefined
}

function askFor(step: 'day' | 'period', place: LookPlace, ctx: Ctx, before?: Line): UnionDecision {
  const choices =
    step === 'day'
      ? days(ctx.today).map((one) => choice(`d:${one}`, t('look.dayOf', { date: formatDate(one) })))
      : periods(ctx.today).map((one) => choice(`p:${periodKey(one)}`, showPeriod(periodKey(one))))
  return {
    place: { ...place, step },
    says: [
      ask(
        [...(before === undefined ? [] : [before]), t(step === 'day' ? 'look.whichDay' : 'look.whichPeriod')],
        [...choices, choice('show', t('page.back'))],
      ),
    ],
    effects: [],
    typed: 'listed',
  }
}

/** Ends of the months and quarters behind: days on which papers are made. */
function days(today: LocalDate): readonly LocalDate[] {
  const monthEnds = [0, 1, 2].flatMap((n) => {
    const first = calendarDay(yearOf(today), monthOf(today) - n, 1)
    return first === undefined ? [] : [addDays(first, -1)]
  })
  return monthEnds.toSorted().toReversed()
}

/** Of this year, those that have begun. */
function periods(today: LocalDate): readonly Period[] {
  const year = yearOf(today)
  const all: readonly Period[] = [
    ...[1, 2, 3, 4].map((n): Period => ({ kind: 'quarter', year, n })),
    { kind: 'half', year, n: 1 },
    { kind: 'half', year, n: 2 },
    { kind: 'nineMonths', year, n: 1 },
    { kind: 'month', year, n: monthOf(today) },
  ]
  return all.filter((one) => periodRange(one).from <= today)
}
