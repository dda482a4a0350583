import type { ReportId } from '../../domain/ids.ts'
import { eventDateOf } from '../../domain/plan/eventDate.ts'
import { ask, choice, type Line, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { theReport } from '../union/needs.ts'
import { jointUnitsOf } from './sendReport.ts'

/**
 * Takes back what she sent within the last minutes: a report is withdrawn, a change is undone by the answers of before. An
 * approval ends it, so does anything else that happened since, and only she who sent it takes it back.
 */
export function* undo(id: ReportId, payload: Readonly<Record<string, string>>, ctx: Ctx): Flow {
  const { report, events } = yield* theReport(id)
  const last = events.at(-1)
  if (report?.state !== 'submitted' || last?.by !== ctx.who?.id) return told(t('sent.tooLate'))
  if (payload['change'] === undefined)
    return told(t('sent.undone', { code: report.code }), { do: 'withdrawReport', id })
  const form = ctx.plans.form(report.form, report.formVersion)
  const before = events.slice(0, -1).findLast((one) => one.answers !== undefined)
  if (String(last?.seq) !== payload['change'] || form === undefined || before?.answers === undefined) {
    return told(t('sent.tooLate'))
  }
  const { answers } = before
  return told(t('sent.changeUndone', { code: report.code }), {
    do: 'changeReport',
    id,
    kind: 'amended',
    jointUnits: before.jointUnits ?? jointUnitsOf(form, answers, report.unit),
    eventDate: before.eventDate ?? eventDateOf(form, answers, ctx.today) ?? report.eventDate,
    answers,
    afterClose: false,
  })
}

const told = (said: Line, effect?: Effect): UnionDecision => ({
  place: { at: 'home' },
  says: [ask([said], [choice('unit', t('menu.unit')), choice('home', t('menu.home'), 'go')])],
  effects: effect === undefined ? [] : [effect],
})
