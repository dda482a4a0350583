import { formatDate, instant } from '../../domain/calendar.ts'
import { reportId } from '../../domain/ids.ts'
import type { OwnEvent } from '../heard.ts'
import { commentLine } from '../officer/comment.ts'
import { type Choice, type Say, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, theReport } from '../union/needs.ts'
import { mayDo } from '../union/rights.ts'
import { reportsToReview } from './queue.ts'

const MONTH_MINUTES = 30 * 24 * 60
const WEEK_MINUTES = 7 * 24 * 60

/** One message about a report that came back: what is asked, and the way to the very question. Mended meanwhile: nothing. */
export function* returnedNotice(event: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const { report, events } = yield* theReport(reportId(event.data['report'] ?? '-'))
  const form = report === undefined ? undefined : ctx.plans.form(report.form, report.formVersion)
  if (report?.state !== 'returned' || form === undefined || !mayDo(ctx, 'report.write', report.unit)) return []
  const comment = events.findLast((one) => one.kind === 'returned')?.comment
  const mend: Choice = {
    act: { kind: 'mend', payload: { report: report.id }, minutes: MONTH_MINUTES },
    label: t('report.mend'),
    style: 'go',
  }
  const head = t('review.notice', {
    code: report.code,
    form: words(form.short),
    date: formatDate(report.eventDate),
  })
  return [{ lines: comment === undefined ? [head] : [head, commentLine(form, comment)], choices: [mend] }]
}

/** In the morning of a working day, when something has come in since the last one: how many reports wait for her. */
export function* toReviewNotice(event: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  const waiting = yield* reportsToReview(ctx)
  const since = instant(Number(event.data['since'] ?? 0))
  const fresh = waiting.filter((one) => one.changedAt > since)
  if (fresh.length === 0) return []
  const open: Choice = {
    act: { kind: 'queue', payload: {}, minutes: WEEK_MINUTES },
    label: t('menu.queue'),
    style: 'go',
  }
  return [{ lines: [t('review.morning', { n: waiting.length, fresh: fresh.length })], choices: [open] }]
}
