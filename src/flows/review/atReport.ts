import type { Report } from '../../domain/report/report.ts'
import type { Input } from '../heard.ts'
import { reportPlace } from '../officer/reportPlace.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { theReport } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayReview } from '../union/rights.ts'
import { historyPlace } from './historyPlace.ts'
import { nextToReview } from './queuePlace.ts'
import { returnPlace } from './returnPlace.ts'

type ReportPlace = Extract<Place, { at: 'report' }>

const REVIEWS: ReadonlySet<string> = new Set(['approve', 'return', 'reopen'])

/** What is done with a report on the screen: what the upper level does to it, its history, or what its own unit does. */
export function* atReport(place: ReportPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'history') {
    return yield* historyPlace({ ...place, at: 'history' }, { kind: 'enter' }, ctx)
  }
  if (input.kind !== 'picked' || !REVIEWS.has(input.id)) return yield* reportPlace(place, input, ctx)
  const { report, events } = yield* theReport(place.report)
  if (report === undefined || !mayReview(ctx, report)) return yield* reportPlace(place, input, ctx)
  // She judges what she saw: what has changed since is shown first.
  if (place.seen !== events.length) {
    const shown = yield* reportPlace(place, { kind: 'enter' }, ctx)
    return { ...shown, says: [say(t('review.changed')), ...shown.says] }
  }
  if (input.id === 'return') return yield* returnPlace({ ...place, at: 'returning' }, { kind: 'enter' }, ctx)
  if (input.id === 'approve' && report.state === 'submitted') return yield* approve(place, report, ctx)
  if (input.id === 'reopen' && (report.state === 'approved' || report.state === 'returned')) {
    return done(place, t('review.reopened', { code: report.code }), { do: 'reopenReport', id: report.id })
  }
  return yield* reportPlace(place, input, ctx)
}

/** From the queue the next one comes at once; from anywhere else she goes back there. */
function* approve(place: ReportPlace, report: Report, ctx: Ctx): Flow {
  const effect: Effect = { do: 'approveReport', id: report.id }
  const said = t('report.approved', { code: report.code })
  if (place.back.at !== 'queue') return done(place, said, effect)
  const next = yield* nextToReview(report, said, ctx)
  return { ...next, effects: [effect] }
}

const done = (place: ReportPlace, said: Line, effect: Effect): UnionDecision => ({
  place,
  says: [ask([said], [choice('list', t('page.back'), 'go'), choice('home', t('menu.home'))])],
  effects: [effect],
})
