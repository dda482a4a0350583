import type { Form } from '../../domain/plan/form.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Input } from '../heard.ts'
import { reportPlace } from '../officer/reportPlace.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import { type Asking, theReport } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayReview } from '../union/rights.ts'
import { tellsOf } from '../form/tellsOf.ts'
import { officersFor } from './officersFor.ts'
import { nextToReview } from './queuePlace.ts'

type ReturnPlace = Extract<Place, { at: 'returning' }>

const WHOLE = 'all'
const SHORTEST = 4
const LONGEST = 500

/** Sends a report back: on which question, and what is to be changed there. Without a comment nothing is returned. */
export function* returnPlace(place: ReturnPlace, input: Input, ctx: Ctx): Flow {
  const { report } = yield* theReport(place.report)
  const form = report === undefined ? undefined : ctx.plans.form(report.form, report.formVersion)
  if (report === undefined || form === undefined || !mayReview(ctx, report)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  if (report.state !== 'submitted' && report.state !== 'approved') {
    return yield* back(place, ctx, t('review.tooLate', { code: report.code, state: t(`state.${report.state}`) }))
  }
  if (input.kind === 'picked' && (input.id === 'list' || input.id === 'back')) return yield* back(place, ctx)
  const { text: doubted, ...asking } = place
  if (input.kind === 'picked' && input.id.startsWith('f:'))
    return askComment({ ...asking, field: input.id.slice(2) }, form)
  if (place.field === undefined) return askField(place, form, report)
  const there = { ...asking, field: place.field }
  if (input.kind === 'said') {
    const text = input.text.trim()
    if (text.length < SHORTEST) return askComment(there, form, t('review.tooShort'))
    if (text.length > LONGEST) return askComment(there, form, t('review.tooLong', { n: LONGEST }))
    return tellsOf(text) === undefined ? yield* giveBack({ ...there, text }, report, ctx) : askSure({ ...there, text })
  }
  if (doubted === undefined || (input.kind === 'picked' && input.id === 'again')) return askComment(there, form)
  const sure = input.kind === 'picked' && input.id === 'sure'
  return sure ? yield* giveBack({ ...there, text: doubted }, report, ctx) : askSure({ ...there, text: doubted })
}

type Written = ReturnPlace & { readonly field: string; readonly text: string }

/** What is written is read by the officer and stays in the history of the report. */
const askSure = (place: Written): UnionDecision => ({
  place,
  says: [
    ask(
      [t('review.tells')],
      [choice('sure', t('form.sure'), 'go'), choice('again', t('form.again')), choice('list', t('page.back'))],
    ),
  ],
  effects: [],
})

function* giveBack({ field: chosen, text }: Written, report: Report, ctx: Ctx): Flow {
  const field = chosen === WHOLE ? '' : chosen
  const shown = yield* nextToReview(report, t('review.returned', { code: report.code }), ctx)
  return {
    ...shown,
    effects: [{ do: 'returnReport', id: report.id, field, text }, ...(yield* noticesOf(report, ctx))],
  }
}

function* back(place: ReturnPlace, ctx: Ctx, said?: Line): Flow {
  const shown = yield* reportPlace({ at: 'report', report: place.report, back: place.back }, { kind: 'enter' }, ctx)
  return said === undefined ? shown : { ...shown, says: [say(said), ...shown.says] }
}

function askField(place: ReturnPlace, form: Form, report: Report): UnionDecision {
  const fields = form.fields.filter((field) => report.answers[field.id] !== undefined)
  const choices = [
    ...fields.map((field) => choice(`f:${field.id}`, words(field.label))),
    choice(`f:${WHOLE}`, t('review.whole')),
    choice('list', t('page.back')),
  ]
  return { place, says: [ask([t('review.whichField', { code: report.code })], choices)], effects: [] }
}

function askComment(place: ReturnPlace & { readonly field: string }, form: Form, before?: Line): UnionDecision {
  const label = form.fields.find((field) => field.id === place.field)?.label
  const question = label === undefined ? t('review.commentWhole') : t('review.comment', { field: words(label) })
  return {
    place,
    says: [ask(before === undefined ? [question] : [before, question], [choice('list', t('page.back'))])],
    effects: [],
    typed: 'value',
  }
}

/** One message to the officer who sent it, or to those who do her work now. */
function* noticesOf(report: Report, ctx: Ctx): Asking<readonly Effect[]> {
  const { events } = yield* theReport(report.id)
  const officers = yield* officersFor(report, ctx)
  return officers.map((person) => ({
    do: 'plan',
    kind: 'returned',
    key: `returned:${report.id}:${events.length + 1}:${person}`,
    person,
    at: ctx.now,
    data: { report: report.id },
  }))
}
