import { formatDate, type LocalDate } from '../../domain/calendar.ts'
import { type Effect as Change, effect } from '../../domain/report/owed.ts'
import { reportId, type UnitId, unitId } from '../../domain/ids.ts'
import { eventDateOf } from '../../domain/plan/eventDate.ts'
import type { Answers, Form } from '../../domain/plan/form.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { isSent, type Report } from '../../domain/report/report.ts'
import { tally } from '../../domain/tally/tally.ts'
import { answersOf, type Draft } from '../form/draft.ts'
import { ask, choice, type Choice, type Line, t, words, say } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { reportsFor } from '../union/figures.ts'
import { mayDo } from '../union/rights.ts'
import { type Asking, freeCode, type ReportHistory, reportsOfForm, theReport } from '../union/needs.ts'
import { changeLines } from '../review/changes.ts'
import { closedBy } from './closedPeriod.ts'
import { isUptake, standingLine } from './owedLines.ts'
import { unitName } from '../form/showValue.ts'

/** Sends the draft as a report: stored as a fact, the draft gone, a receipt with what it did to her unit's indicators. */
export function* sendDraft(form: Form, draft: Draft, ctx: Ctx): Flow {
  const answers = answersOf(form, draft)
  const date = eventDateOf(form, answers, ctx.today) ?? ctx.today
  return yield* send({ form, draft, answers, date, none: false }, ctx)
}

/** "Kỳ này không có": one tap, reported and zero. Where the month has been told of, or something was, it is said and not stored. */
export function* noneThisPeriod(form: Form, draft: Draft, ctx: Ctx): Flow {
  const month = ctx.today.slice(0, 7)
  const told = (yield* reportsOfForm(draft.unit, form.id, ctx.today)).findLast(
    (one) => one.unit === draft.unit && one.eventDate.startsWith(month) && isSent(one),
  )
  if (told === undefined) return yield* send({ form, draft, answers: {}, date: ctx.today, none: true }, ctx)
  const { code, eventDate } = told
  const values = { form: words(form.short), code, date: formatDate(eventDate) }
  const said = told.none ? t('none.already', values) : t('none.reported', values)
  return {
    place: { at: 'home' },
    says: [ask([said], afterOf(form))],
    effects: [{ do: 'dropDraft', draft: draft.id }],
  }
}

/** Reports that are documents: the bot writes them too. */
const WRITTEN: ReadonlySet<string> = new Set(['F-RPT', 'F-SUM'])

interface Sending {
  readonly form: Form
  readonly draft: Draft
  readonly answers: Answers
  readonly date: LocalDate
  readonly none: boolean
}

function* send(sending: Sending, ctx: Ctx): Flow {
  const { form, draft, answers, date, none } = sending
  if (!mayDo(ctx, 'report.write', draft.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const jointUnits = jointUnitsOf(form, answers, draft.unit)
  const known = draft.report === undefined ? undefined : yield* theReport(draft.report)
  const before = known?.report
  if (before?.state === 'withdrawn') return { place: { at: 'home' }, says: [say(t('sent.gone'))], effects: [] }
  const drop: Effect = { do: 'dropDraft', draft: draft.id }
  if (
    before !== undefined &&
    before.state !== 'returned' &&
    !before.none &&
    isUnchanged(form, before.answers, answers)
  ) {
    return { place: { at: 'home' }, says: [ask([t('sent.unchanged')], afterOf(form))], effects: [drop] }
  }
  const closing = yield* closedBy({ unit: draft.unit, day: date }, ctx)
  const afterClose = closing !== undefined
  const id = before?.id ?? reportId(ctx.newId())
  const code = before?.code ?? (yield* newCode(form, id))
  const changed: Effect =
    before === undefined
      ? {
          do: 'sendReport',
          id,
          code,
          form: form.id,
          formVersion: form.version,
          unit: draft.unit,
          jointUnits,
          eventDate: date,
          none,
          answers,
          afterClose,
        }
      : { do: 'changeReport', id, kind: changeKind(before, draft), jointUnits, eventDate: date, answers, afterClose }
  const report = asReport(sending, { id, code, jointUnits }, ctx, before)
  const did = yield* whatItDid(report, before, ctx)
  const receipt: readonly Line[] = [
    none
      ? t('sent.none', { form: words(form.short), unit: unitName(ctx.tree, draft.unit), code })
      : t(before === undefined ? 'sent.head' : 'sent.changed', { code, unit: unitName(ctx.tree, draft.unit) }),
    ...(before === undefined || before.none ? [] : changeLines(form, before.answers, answers, ctx.tree)),
    ...did,
    ...(afterClose ? [t('sent.afterClose')] : []),
  ]
  const card = ask(receipt, [...afterOf(form), ...undoChoice(id, known)])
  return { place: { at: 'home' }, says: [card], effects: [changed, drop] }
}

const afterOf = (form: Form): readonly Choice[] => [
  choice('kinds', t('sent.another'), 'go'),
  choice('unit', t('menu.unit')),
  ...(WRITTEN.has(form.id) ? [choice('papers', t('papers.official'))] : []),
  choice('home', t('menu.home')),
]

/** Of a change only while what stood before was simply sent: an undo brings no approval and no return back. */
function undoChoice(id: Report['id'], known: ReportHistory | undefined): readonly Choice[] {
  const change = known?.report === undefined ? {} : { change: String(known.events.length + 1) }
  if (known?.report !== undefined && known.report.state !== 'submitted') return []
  return [{ act: { kind: 'undo', payload: { report: id, ...change }, minutes: 10 }, label: t('sent.undo') }]
}

export const isUnchanged = (form: Form, before: Answers, after: Answers): boolean =>
  form.fields.every(({ id }) => JSON.stringify(before[id]) === JSON.stringify(after[id]))

const changeKind = (before: Report, draft: Draft): 'staged' | 'amended' | 'resubmitted' =>
  before.state === 'returned' ? 'resubmitted' : draft.stage === undefined ? 'amended' : 'staged'

function asReport(
  { form, draft, answers, date, none }: Sending,
  made: { readonly id: Report['id']; readonly code: string; readonly jointUnits: readonly UnitId[] },
  ctx: Ctx,
  before: Report | undefined,
): Report | undefined {
  if (ctx.who === undefined) return undefined
  return {
    ...made,
    form: form.id,
    formVersion: form.version,
    unit: draft.unit,
    eventDate: date,
    state: 'submitted',
    answers,
    none,
    by: ctx.who.id,
    submittedAt: before?.submittedAt ?? ctx.now,
    changedAt: ctx.now,
    automatic: false,
  }
}

/** The indicators of the unit before and after: what an officer wants to see first. */
function* whatItDid(report: Report | undefined, before: Report | undefined, ctx: Ctx): Asking<readonly Line[]> {
  if (report === undefined) return []
  const plan = ctx.plans.planOn(report.eventDate)
  if (plan === undefined) return [t('sent.noPlan')]
  const had = yield* reportsFor(plan, report.unit, ctx)
  const others = had.filter((one) => one.id !== report.id)
  const figures = (reports: readonly Report[]) =>
    tally({ plan, tree: ctx.tree, unit: report.unit, reports, asOf: ctx.today })
  const changes = effect(
    figures(before === undefined ? others : [...others, before]),
    figures([...others, report]),
    report.unit,
  ).filter((one) => one.from !== one.to || hasVerdict(plan, one))
  const mark: readonly Line[] =
    plan.mark === undefined ? [] : [t('sent.mark', { plan: words(plan.title), mark: words(plan.mark) })]
  if (changes.length === 0) return [t('sent.noEffect'), ...mark]
  return [t('sent.effect'), ...changes.map((one) => effectLine(plan, one)), ...mark]
}

/** Of a row for which the plan states no target nothing is «chưa đạt». */
const hasVerdict = (plan: Plan, { indicator, is }: Change): boolean =>
  is !== 'notMet' || plan.indicators.find((one) => one.id === indicator)?.target !== undefined

/** Only a row that asks something of the unit has a standing to tell. */
function effectLine(plan: Plan, change: Change): Line {
  const row = plan.indicators.find((one) => one.id === change.indicator)
  const values = { id: change.indicator, title: words(row?.title ?? change.indicator) }
  const asks = row?.target !== undefined || row?.rule.kind === 'coverage' || row?.rule.kind === 'cadence'
  const standing = standingLine(change.is, change.settled)
  if (change.from === change.to) return t('sent.standing', { ...values, standing })
  const moved = { ...values, from: change.from, to: change.to, approved: change.approved }
  if (isUptake(plan, change.indicator)) return t('sent.changeRaised', moved)
  return asks && hasVerdict(plan, change) ? t('sent.change', { ...moved, standing }) : t('sent.changePlain', moved)
}

/** The other units that the answers say did it together with this one. */
export function jointUnitsOf(form: Form, answers: Answers, own: UnitId): readonly UnitId[] {
  const ids = form.fields
    .filter((field) => field.kind === 'units')
    .flatMap((field) => {
      const value = answers[field.id]
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    })
  return [...new Set(ids)].filter((id) => id !== own).map((id) => unitId(id))
}

const CODE_LETTERS = 6

/** 'SUP-7K2M9Q': the kind of activity and six letters that people do not mix up, of the id; others of it where one has them. */
function* newCode(form: Form, id: string): Asking<string> {
  const letters = id
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
    .replace(/[ILOU]/g, '7')
  const kind = form.id.replace(/^F-/, '')
  const ends = Array.from({ length: Math.max(1, letters.length - CODE_LETTERS + 1) }, (_, n) => letters.length - n)
  const code = yield* freeCode(ends.map((end) => `${kind}-${letters.slice(Math.max(0, end - CODE_LETTERS), end)}`))
  return code ?? `${kind}-${letters}`
}
