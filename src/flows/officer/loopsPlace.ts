import { reportId } from '../../domain/ids.ts'
import { type OpenLoop, openLoopsOfAll } from '../../domain/report/loops.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, choice, say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { everyReport } from '../union/figures.ts'
import type { Asking } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { aboutReport } from './loopLines.ts'
import { reportPlace } from './reportPlace.ts'

type LoopsPlace = Extract<Place, { at: 'loops' }>

const PAGE = 6

/** "Việc còn mở": what the unit's reports still leave open, and the way to tell how it ended. */
export function* loopsPlace(place: LoopsPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'report.write', place.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  if (input.kind === 'picked' && input.id.startsWith('l:')) {
    const [, report = '', stage = ''] = input.id.split(':')
    const at: Place = { at: 'report', report: reportId(report), back: place }
    return yield* reportPlace(at, { kind: 'picked', id: `s:${stage}` }, ctx)
  }
  const open = yield* loopsOf(place.unit, ctx)
  const page = pageOf(place.page, input, open.length, PAGE)
  const shown = open.slice(page * PAGE, page * PAGE + PAGE)
  const unit = unitName(ctx.tree, place.unit)
  const lines = [
    open.length === 0 ? t('loop.none', { unit }) : t('loop.head', { unit, n: open.length }),
    ...shown.flatMap(({ report, loop }, index) => [
      t('loop.line', { n: index + 1, about: aboutReport(report, ctx), ask: words(loop.ask) }),
    ]),
  ]
  const choices = [
    ...shown.map(({ report, loop }) => choice(`l:${report.id}:${loop.stage}`, aboutReport(report, ctx))),
    ...pages(page, open.length, PAGE),
    choice('unit', t('menu.unit')),
    choice('home', t('menu.home')),
  ]
  return { place: { ...place, page }, says: [ask(lines, choices)], effects: [] }
}

/** What a unit has open, of whatever plan: a new one closes nothing. */
export function* loopsOf(unit: LoopsPlace['unit'], ctx: Ctx): Asking<readonly OpenLoop[]> {
  const reports = yield* everyReport([unit], ctx)
  return openLoopsOfAll(
    ctx.plans,
    reports.filter((one) => one.unit === unit),
    ctx.today,
  )
}
