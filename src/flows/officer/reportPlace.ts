import { formatDate } from '../../domain/calendar.ts'
import { fileId } from '../../domain/ids.ts'
import { applies } from '../../domain/plan/conditions.ts'
import type { Form } from '../../domain/plan/form.ts'
import type { Report, ReportEvent } from '../../domain/report/report.ts'
import { fold } from '../../domain/words/fold.ts'
import { isEvidence, showValue, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, theReport } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo, mayReview } from '../union/rights.ts'
import { changeLines } from '../review/changes.ts'
import { commentIn, commentLine } from './comment.ts'
import { addStage, amend, amendBy, isStepOf, mend } from './reopen.ts'

type ReportPlace = Extract<Place, { at: 'report' }>

/** One report: what it says, its state, and what the one who looks may do with it. */
export function* reportPlace(place: ReportPlace, input: Input, ctx: Ctx): Flow {
  const { report, events } = yield* theReport(place.report)
  const form = report === undefined ? undefined : ctx.plans.form(report.form, report.formVersion)
  if (report === undefined || form === undefined || !mayRead(report, ctx)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const shown: Shown = { report, form, events, ctx }
  if (mayDo(ctx, 'report.write', report.unit)) {
    const done =
      input.kind === 'picked'
        ? yield* change(shown, input.id)
        : input.kind === 'said'
          ? yield* hearChange(shown, input.text)
          : undefined
    if (done !== undefined) return done
  }
  return { place: { ...place, seen: events.length }, says: [card(shown)], effects: [] }
}

/** Whoever may read it where it was sent, or at a unit that did it together with that one. */
const mayRead = ({ unit, jointUnits }: Report, ctx: Ctx): boolean =>
  [unit, ...jointUnits].some((one) => mayDo(ctx, 'report.read', one))

interface Shown {
  readonly report: Report
  readonly form: Form
  readonly events: readonly ReportEvent[]
  readonly ctx: Ctx
}

/** What the unit that sent it may do: change it, add to it, take it back, and take that back. */
function* change({ report, form, events, ctx }: Shown, id: string): Asking<UnionDecision | undefined> {
  if (report.state === 'withdrawn') {
    return id === 'reopen'
      ? left(t('report.restored', { code: report.code }), { do: 'reopenReport', id: report.id })
      : undefined
  }
  const comment = commentIn(report, events)
  if (id === 'mend' && comment !== undefined) {
    return yield* mend(form, report, { field: comment.field, comment: commentLine(form, comment) }, ctx)
  }
  if (id === 'amend') return yield* amend(form, report, ctx)
  if (id.startsWith('s:')) return yield* addStage(form, report, id.slice(2), ctx)
  if (id === 'withdraw' && report.state !== 'approved') {
    return left(t('report.withdrawn', { code: report.code }), { do: 'withdrawReport', id: report.id })
  }
  return undefined
}

const WITHDRAWS = /^(?:(?:xin|cho|em|chi|toi) )*(?:rut|thu hoi|thu)(?: lai| ve| bao cao)*(?: (?:nay|a|em|nhe|giup))*$/
const AMENDS = /^(?:sua|doi)(?: (?:lai|bao cao|nay|giup|em|a))*$/

/** The same in words: 'rút lại', 'sửa báo cáo', 'sửa số nữ thành 12'. */
function* hearChange(shown: Shown, text: string): Asking<UnionDecision | undefined> {
  const plain = fold(text)
  if (WITHDRAWS.test(plain)) return yield* change(shown, 'withdraw')
  if (AMENDS.test(plain)) return yield* change(shown, 'amend')
  const { report, form, ctx } = shown
  return report.state === 'withdrawn' || report.none ? undefined : yield* amendBy(text, form, report, ctx)
}

const left = (said: Line, effect: Effect): UnionDecision => ({
  place: { at: 'home' },
  says: [say(said)],
  effects: [effect],
})

function card(shown: Shown) {
  const { report, form, events, ctx } = shown
  const comment = commentIn(report, events)
  const lines: readonly Line[] = [
    t('report.head', {
      code: report.code,
      form: words(form.title),
      unit: unitName(ctx.tree, report.unit),
      date: formatDate(report.eventDate),
      state: t(report.automatic ? 'state.accepted' : `state.${report.state}`),
    }),
    ...(report.afterClose === true ? [t('report.afterClose')] : []),
    ...(report.none ? [t('report.none')] : []),
    ...form.fields.flatMap((field) => {
      const value = report.answers[field.id]
      return value === undefined
        ? []
        : [t('report.line', { label: words(field.label), value: showValue(field, value, ctx.tree) })]
    }),
    ...(comment === undefined ? lastChange(shown) : [commentLine(form, comment)]),
  ]
  const files = evidenceOf(form, report)
  const asked = ask(lines, choicesOf(shown, comment !== undefined))
  return files.length === 0 ? asked : { ...asked, files }
}

/** What another version than the first changed, while it waits to be looked at. */
function lastChange({ report, form, events, ctx }: Shown): readonly Line[] {
  if (report.state !== 'submitted') return []
  const [before, last] = events.filter((one) => one.answers !== undefined).slice(-2)
  if (before?.answers === undefined || last?.answers === undefined) return []
  const lines = changeLines(form, before.answers, last.answers, ctx.tree)
  return lines.length === 0 ? [] : [t('report.lastChange'), ...lines]
}

function choicesOf({ report, form, ctx, events }: Shown, commented: boolean): readonly Choice[] {
  const { state } = report
  const review: readonly Choice[] = !mayReview(ctx, report)
    ? []
    : [
        ...(state === 'submitted' ? [choice('approve', t('report.approve'), 'go')] : []),
        ...(state === 'submitted' || state === 'approved' ? [choice('return', t('review.return'))] : []),
        ...(state === 'approved' ? [choice('reopen', t('review.unapprove'))] : []),
        ...(state === 'returned' ? [choice('reopen', t('review.unreturn'))] : []),
      ]
  const write: readonly Choice[] = !mayDo(ctx, 'report.write', report.unit)
    ? []
    : [
        ...(commented ? [choice('mend', t('report.mend'), 'go')] : []),
        ...(state === 'withdrawn'
          ? [choice('reopen', t('report.restore'))]
          : [...stageChoices(form, report), choice('amend', t('report.amend'))]),
        ...(state === 'submitted' || state === 'returned' ? [choice('withdraw', t('report.withdraw'), 'danger')] : []),
      ]
  return [
    ...review,
    ...write,
    ...(events.length > 1 ? [choice('history', t('report.history'))] : []),
    choice('list', t('page.back')),
    choice('home', t('menu.home')),
  ]
}

function evidenceOf(form: Form, report: Report) {
  return form.fields.flatMap((field) => {
    const value = report.answers[field.id]
    return field.kind === 'evidence' && value !== undefined && isEvidence(value)
      ? value.files.map((id) => fileId(id))
      : []
  })
}

function stageChoices(form: Form, report: Report): readonly Choice[] {
  if (!form.dossier || report.none) return []
  return form.stages
    .filter((stage) => (stage.asks ?? []).length > 0 || form.fields.some((field) => field.stage === stage.id))
    .filter((stage) => !isTold(form, report, stage.asks ?? []))
    .filter((stage) => isStepOf(form, stage.id) || hasSomeToAsk(form, report, stage.asks ?? []))
    .map((stage) => choice(`s:${stage.id}`, t('report.addStage', { stage: words(stage.label) })))
}

/** Everything that this stage asks has been told; a list can always have more. */
function isTold(form: Form, report: Report, asks: readonly string[]): boolean {
  const fields = form.fields.filter((field) => asks.includes(field.id))
  return (
    fields.length > 0 && fields.every((field) => field.kind !== 'recordList' && report.answers[field.id] !== undefined)
  )
}

/** Where no recommendation was made nobody can have answered one. */
const hasSomeToAsk = (form: Form, report: Report, asks: readonly string[]): boolean =>
  asks.length === 0 || form.fields.some((field) => asks.includes(field.id) && applies(field.when, report.answers))
