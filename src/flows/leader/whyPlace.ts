import { daysBetween, formatDate, type LocalDate, dateOf } from '../../domain/calendar.ts'
import { unitsThatOwe } from '../../domain/digest/behind.ts'
import { standingsOf } from '../../domain/report/owed.ts'
import { isSent, type Report } from '../../domain/report/report.ts'
import type { IntervalOwed, Missing, Tally, UnitStanding } from '../../domain/tally/figures.ts'
import { joined, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { figuresOf, ownReports, type UnitFigures } from '../union/figures.ts'
import { peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { denied } from './denied.ts'
import { rowsOwed } from './nudgeUnitPlace.ts'
import { namedPage, pageOf, pages } from './pages.ts'

type LaggingPlace = Extract<Place, { at: 'lagging' }>
type WhyPlace = Extract<Place, { at: 'why' }>

const PAGE = 8
const ROWS = 6

/** Units below that still owe something, the latest first: a tap says why. */
export function* laggingPlace(place: LaggingPlace, input: Input, ctx: Ctx): Flow {
  const opened = mayDo(ctx, 'progress.read', place.unit) ? yield* figuresOf(place.unit, ctx) : undefined
  if (opened === undefined) return denied()
  const all = unitsThatOwe(opened.figures)
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = namedPage(all, page, PAGE, { root: place.unit, day: ctx.today, tree: ctx.tree })
  const lines: readonly Line[] = [
    t(all.length === 0 ? 'lagging.none' : 'lagging.head', { unit: unitName(ctx.tree, place.unit), n: all.length }),
    ...shown.map((one) =>
      t(one.late > 0 ? 'lagging.late' : 'lagging.open', {
        unit: one.name,
        n: one.owed.length,
        late: one.late,
      }),
    ),
    ...(all.length === 0 ? [] : [t('lagging.how')]),
  ]
  return {
    place: { ...place, page },
    says: [
      ask(lines, [
        ...shown.map((one) => choice(`u:${one.unit}`, words(one.name))),
        ...pages(page, all.length, PAGE),
        choice('rows', t('menu.progress')),
        choice('home', t('menu.home')),
      ]),
    ],
    effects: [],
  }
}

/** "Vì sao đơn vị này chậm": what it owes, when it last wrote, what waits for whom, and who answers for it. */
export function* whyPlace(place: WhyPlace, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'progress.read', place.unit)) return denied()
  const opened = yield* figuresOf(place.unit, ctx)
  if (opened === undefined) return denied()
  const reports = yield* ownReports(opened.plan, place.unit)
  const officers = (yield* peopleOf([place.unit])).filter(({ role }) => role === 'officer')
  const lines: readonly Line[] = [
    t('why.head', { unit: unitName(ctx.tree, place.unit), date: formatDate(ctx.today) }),
    ...owesLines(opened, place),
    ...sentLines(
      reports.filter(({ unit }) => unit === place.unit),
      ctx.today,
    ),
    officers.length === 0
      ? t('why.nobody')
      : t('why.officers', { names: joined(officers.map(({ name }) => words(name))) }),
  ]
  return {
    place,
    says: [
      ask(lines, [
        ...(mayDo(ctx, 'unit.nudge', place.unit) && rowsOwed(opened.figures, place.unit).length > 0
          ? [choice('nudge', t('nudge.unit'))]
          : []),
        choice(`u:${place.unit}`, t('why.open')),
        ...(place.back === undefined ? [] : [choice('list', t('page.back'))]),
        choice('home', t('menu.home')),
      ]),
    ],
    effects: [],
  }
}

function owesLines({ figures }: UnitFigures, { unit }: WhyPlace): readonly Line[] {
  const rows = rowsOwed(figures, unit)
  if (rows.length === 0) return [t('why.owesNothing')]
  const shown = rows.slice(0, ROWS).flatMap(({ row }) => owesLine(figures, row, unit))
  return [
    t('why.owes', { n: rows.length }),
    ...shown,
    ...(rows.length > ROWS ? [t('digest.rest', { n: rows.length - ROWS })] : []),
  ]
}

function owesLine(figures: Tally, id: string, unit: string): readonly Line[] {
  const row = figures.rows.find((one) => one.indicator === id)
  const standing = row === undefined ? undefined : standingsOf(row).find((one) => one.unit === unit)
  if (row === undefined || standing === undefined) return []
  return [
    t('why.row', { row: t('digest.row', { id, title: words(row.title) }), what: joined(whatLines(standing), ' ') }),
  ]
}

/** What exactly is missing, and until when it can be made good. */
const whatLines = ({ standing, missing, due }: UnitStanding): readonly Line[] => [
  t(`standing.${standing}`),
  ...(missing === undefined ? [] : [missingWords(missing)]),
  ...(due === undefined ? [] : [t('why.until', { due: formatDate(due) })]),
]

function missingWords(missing: Missing): Line {
  switch (missing.kind) {
    case 'short':
      return t('why.short', { n: missing.need })
    case 'intervals':
      return intervalWords(missing.intervals)
    case 'steps':
      return t('why.steps', { n: missing.steps.length })
    case 'named':
      return t('why.named', { n: missing.values.length })
    case 'late':
      return t('why.late', { n: missing.days, on: formatDate(missing.sentOn) })
  }
}

function intervalWords(intervals: readonly IntervalOwed[]): Line {
  const missed = intervals.filter(({ state }) => state === 'missed').length
  const keys = joined(intervals.filter(({ state }) => state !== 'ahead').map(({ key }) => words(key)))
  return missed === 0 ? t('why.current', { keys }) : t('why.intervals', { missed, keys })
}

function sentLines(reports: readonly Report[], today: LocalDate): readonly Line[] {
  const sent = reports.filter(isSent)
  const returned = reports.filter(({ state }) => state === 'returned')
  const waiting = sent.filter(({ state }) => state === 'submitted')
  const last = sent
    .map(({ submittedAt }) => dateOf(submittedAt))
    .toSorted()
    .at(-1)
  return [
    last === undefined
      ? t('why.silent')
      : t('why.last', { date: formatDate(last), n: daysBetween(last, today), sent: sent.length }),
    ...(returned.length === 0 ? [] : [t('why.returned', { n: returned.length })]),
    ...(waiting.length === 0 ? [] : [t('why.waiting', { n: waiting.length })]),
  ]
}
