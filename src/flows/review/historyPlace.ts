import { dateOf, formatDate, type Instant, timeOf } from '../../domain/calendar.ts'
import type { Answers, Form } from '../../domain/plan/form.ts'
import type { ReportEvent } from '../../domain/report/report.ts'
import type { Input } from '../heard.ts'
import { commentLine } from '../officer/comment.ts'
import { reportPlace } from '../officer/reportPlace.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { type ReportHistory, theReport } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { changeLines } from './changes.ts'

type HistoryPlace = Extract<Place, { at: 'history' }>

/** What happened to a report: who did what and when, with what changed between one version and the next. */
export function* historyPlace(place: HistoryPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && (input.id === 'list' || input.id === 'back')) {
    return yield* reportPlace({ at: 'report', report: place.report, back: place.back }, { kind: 'enter' }, ctx)
  }
  const known = yield* theReport(place.report)
  const { report } = known
  const form = report === undefined ? undefined : ctx.plans.form(report.form, report.formVersion)
  if (report === undefined || form === undefined || !mayDo(ctx, 'report.read', report.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const lines = [t('history.head', { code: report.code }), ...eventLines(form, known, ctx)]
  const choices = [choice('list', t('page.back'), 'go'), choice('home', t('menu.home'))]
  return { place, says: [ask(lines, choices)], effects: [] }
}

function eventLines(form: Form, { events, names }: ReportHistory, ctx: Ctx): readonly Line[] {
  let before: Answers | undefined
  return events.flatMap((event) => {
    const changed =
      event.answers === undefined || before === undefined ? [] : changeLines(form, before, event.answers, ctx.tree)
    before = event.answers ?? before
    return [
      eventLine(event, names),
      ...(event.comment === undefined ? [] : [commentLine(form, event.comment)]),
      ...changed,
    ]
  })
}

function eventLine(event: ReportEvent, names: ReportHistory['names']): Line {
  const what = t(`history.${event.automatic === true ? 'automatic' : event.kind}`)
  const who = event.by === undefined ? undefined : names[event.by]
  const values = { n: event.seq, when: momentText(event.at), what }
  return who === undefined ? t('history.line', values) : t('history.lineBy', { ...values, who })
}

function momentText(at: Instant): string {
  const { hour, minute } = timeOf(at)
  return `${formatDate(dateOf(at))} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
