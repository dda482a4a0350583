import { formatDate } from '../../domain/calendar.ts'
import { reportId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { reportPlace } from '../officer/reportPlace.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { reportsToReview } from './queue.ts'

type QueuePlace = Extract<Place, { at: 'queue' }>

const PAGE = 8

/** "Chờ duyệt": what was sent and waits for her, the oldest first; one opens after the other. */
export function* queuePlace(place: QueuePlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('r:')) {
    const report = reportId(input.id.slice(2))
    return yield* reportPlace({ at: 'report', report, back: place }, { kind: 'enter' }, ctx)
  }
  const waiting = yield* reportsToReview(ctx)
  const page = pageOf(place.page, input, waiting.length, PAGE)
  const shown = waiting.slice(page * PAGE, page * PAGE + PAGE)
  const head = waiting.length === 0 ? t('review.none') : t('review.head', { n: waiting.length })
  const choices = [
    ...shown.map((one) => choice(`r:${one.id}`, waitingLabel(one, ctx))),
    ...pages(page, waiting.length, PAGE),
    choice('home', t('menu.home')),
  ]
  return { place: { at: 'queue', page }, says: [ask([head], choices)], effects: [] }
}

/** The next one that waits, after one of them has been dealt with; the queue as it is still shows that one. */
export function* nextToReview(done: Report, said: Line, ctx: Ctx): Flow {
  const rest = (yield* reportsToReview(ctx)).filter((one) => one.id !== done.id)
  const [next] = rest
  const back: QueuePlace = { at: 'queue', page: 0 }
  if (next === undefined) {
    return {
      place: back,
      says: [ask([said, t('review.allDone')], [choice('home', t('menu.home'), 'go')])],
      effects: [],
    }
  }
  const shown = yield* reportPlace({ at: 'report', report: next.id, back }, { kind: 'enter' }, ctx)
  return { ...shown, says: [{ lines: [said, t('review.left', { n: rest.length })] }, ...shown.says] }
}

function waitingLabel(report: Report, ctx: Ctx): Line {
  const form = words(ctx.plans.form(report.form, report.formVersion)?.short ?? report.form)
  return t('review.line', { unit: unitName(ctx.tree, report.unit), form, date: formatDate(report.eventDate) })
}
