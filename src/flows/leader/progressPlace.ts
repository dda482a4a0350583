import { formatDate } from '../../domain/calendar.ts'
import type { UnitId } from '../../domain/ids.ts'
import { unitLabels } from '../../domain/unit/labels.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { noPlan, planNote } from '../officer/planNote.ts'
import { planName } from '../officer/unitPlace.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { mayDo, relationTo } from '../union/rights.ts'
import { pageOf, pages } from './pages.ts'
import { rowLine } from './rowLines.ts'
import { dayOf, figuresIn, rowsAsked, viewWords } from './view.ts'
import { unitsSaid } from './ways.ts'

type ProgressPlace = Extract<Place, { at: 'progress' }>

const PAGE = 8
const NAMESAKES = 8

/** "Tiến độ": the rows of the plan for a unit and all below it, and the way down. */
export function* progressPlace(place: ProgressPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* figuresIn(place, ctx)
  if (opened === undefined) return nothingToShow(place, ctx)
  if (input.kind === 'said') {
    const named = whichUnit(place, input.text, ctx)
    if (named !== undefined) return named
  }
  const rows = rowsAsked(place, opened, ctx)
  const page = pageOf(place.page, input, rows.length, PAGE)
  const shown = rows.slice(page * PAGE, page * PAGE + PAGE)
  const lines: readonly Line[] = [
    t('progress.head', {
      unit: unitName(ctx.tree, place.unit),
      plan: planName(opened.plan),
      when: viewWords(place, ctx),
    }),
    ...planNote(ctx),
    ...shown.map(rowLine),
    t('progress.legend'),
  ]
  const choices: readonly Choice[] = [
    ...shown.map((row) => choice(`i:${row.indicator}`, words(row.indicator))),
    ...pages(page, rows.length, PAGE),
    ...moves(place, ctx),
  ]
  return { place: { ...place, page }, says: [ask(lines, choices)], effects: [] }
}

/** Several units have the name that she typed: which of them? */
function whichUnit(place: ProgressPlace, said: string, ctx: Ctx): UnionDecision | undefined {
  const ids = unitsSaid(said, ctx)
    .slice(0, NAMESAKES)
    .map((one) => one.unit)
  if (ids.length < 2) return undefined
  const labels = unitLabels(ctx.tree, ids, ctx.today)
  const choices = ids.map((id, index) => choice(`u:${id}`, words(labels[index] ?? id)))
  return { place, says: [ask([t('form.whichUnit')], [...choices, choice('show', t('page.back'))])], effects: [] }
}

function moves(place: ProgressPlace, ctx: Ctx): readonly Choice[] {
  const parent = ctx.tree.versionOn(place.unit, ctx.today)?.parent
  const up =
    parent !== undefined && relationTo(parent, ctx) !== 'other'
      ? [choice(`u:${parent}`, t('progress.up', { unit: unitName(ctx.tree, parent) }))]
      : []
  const hasBelow = ctx.tree.childrenOn(place.unit, dayOf(place, ctx)).length > 0
  return [
    ...(hasBelow ? [choice('below', t('progress.below'))] : []),
    choice('look', t('progress.look')),
    hasBelow ? choice('lagging', t('digest.lagging')) : choice('why', t('why.ask')),
    ...(hasBelow ? [choice('questions', t('question.menu'))] : []),
    choice('reports', t('unit.reports')),
    choice('files', t('menu.papers')),
    ...up,
    choice('home', t('menu.home')),
  ]
}

function nothingToShow(place: ProgressPlace, ctx: Ctx): UnionDecision {
  const home = { at: 'home' } as const
  if (!mayDo(ctx, 'progress.read', place.unit)) return { place: home, says: [say(t('officer.notYours'))], effects: [] }
  if (ctx.plans.latestOn(ctx.today) === undefined) return { place: home, says: [noPlan(ctx)], effects: [] }
  const way = place.asOf === undefined ? [] : [choice('rows', t('look.today'), 'go')]
  const lines = [t('view.noPlan', { date: formatDate(dayOf(place, ctx)) })]
  return {
    place: { at: 'look', unit: place.unit },
    says: [ask(lines, [...way, choice('home', t('menu.home'))])],
    effects: [],
  }
}

export const leaderUnit = (ctx: Ctx): UnitId | undefined => unitsOf(ctx.who, 'leader')[0]
