import type { Field, Form, Value } from '../../domain/plan/form.ts'
import { say, t } from '../say.ts'
import type { Flow, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import type { FormPlace } from '../union/place.ts'
import { kindsPlace } from '../officer/kindsPlace.ts'
import { noneThisPeriod } from '../officer/sendReport.ts'
import { answeredHere, type Draft, doubtMark, oldMark, REST, valueAt, withAnswer, withoutAnswer } from './draft.ts'
import { limitProblem } from './limits.ts'
import { type At, show } from './question.ts'
import { isEvidence, isStrings } from './showValue.ts'
import { firstOfRecord, nextStep, pathsOf, stepAt, wasAnswered } from './steps.ts'
import { showSummary } from './summary.ts'
import { showLess, takeAway } from './takeAway.ts'
import { check, firstProblem, moved, put } from './takeAnswer.ts'

/** A button of the question on the screen. */
export function* pick(at: At, id: string): Flow {
  const { place, form, draft, step, ctx } = at
  switch (id) {
    case 'sure': {
      if (place.doubt === undefined) return show(at)
      const { value } = place.doubt
      const problem = firstProblem(at, withAnswer(draft, step.path, { kind: 'value', value }))
      return problem?.severity === 'block' ? check(at, value) : put(at, { kind: 'value', value })
    }
    case 'again': {
      const { doubt: _gone, ...rest } = place
      return show({ ...at, place: rest })
    }
    case 'keep': {
      const old = place.old ?? draft.answers[oldMark(step.path)]
      return old === undefined ? show(at) : put(at, old)
    }
    case 'skip':
      return put(at, { kind: 'skipped' })
    case 'rest':
      return leaveRest(at)
    case 'back':
      return stepBack(at) ?? (yield* leaveForm(at))
    case 'summary':
      return showSummary(form, draft, ctx)
    case 'none':
      return yield* noneThisPeriod(form, draft, ctx)
    case 'later':
      return { place: { at: 'home' }, says: [say(t('form.kept'))], effects: keptTicks(at) }
    case 'done':
      return finishMany(at)
    case 'less':
      return showLess(at)
    case 'more':
      return addRecord(at)
    case 'enough':
      return enough(at)
    case 'v:yes':
      return check(at, true)
    case 'v:no':
      return check(at, false)
    default:
      if (id.startsWith('x:')) return takeAway(at, Number(id.slice(2)))
      return id.startsWith('m:')
        ? tick(at, id.slice(2))
        : id.startsWith('v:')
          ? check(at, chosen(at, id.slice(2)))
          : show(at)
  }
}

const chosen = ({ step }: At, id: string): Value => (step.kind === 'field' && step.field.kind === 'units' ? [id] : id)

function tick(at: At, option: string): UnionDecision {
  const before = at.place.picked ?? []
  const picked = before.includes(option) ? before.filter((one) => one !== option) : [...before, option]
  return show({ ...at, place: { ...at.place, picked } })
}

/** What is ticked but not finished is offered ticked when she comes back to this question. */
export function keptTicks({ place, draft, step }: At): readonly Extract<Effect, { do: 'putAnswer' }>[] {
  const picked = place.picked ?? []
  if (picked.length === 0 || place.editing === true || draft.report !== undefined || step.field.keep === true) return []
  return [{ do: 'putAnswer', draft: draft.id, path: oldMark(step.path), answered: { kind: 'value', value: picked } }]
}

export function finishMany(at: At): UnionDecision {
  const picked = at.place.picked ?? []
  if (picked.length > 0) {
    const order = (at.step.field.options ?? []).map((one) => one.id)
    return check(
      at,
      [...picked].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    )
  }
  const value = valueAt(at.draft, at.step.path)
  if (value === undefined) return show(at)
  const problem = limitProblem(at.step.field, countOf(value))
  return problem === undefined ? put(at, { kind: 'value', value }) : show(at, [say(problem)])
}

const countOf = (value: Value): number =>
  isEvidence(value) ? value.files.length + value.links.length : isStrings(value) ? value.length : 0

/** The optional rest is left out, also what a line told of it and nobody confirmed, and what she went back from. */
export function leaveRest(at: At): UnionDecision {
  const { form, draft } = at
  const marks = draft.report === undefined ? [doubtMark, oldMark] : [doubtMark]
  const optional = form.fields.filter((one) => one.optional).flatMap((one) => marks.map((mark) => mark(one.id)))
  const paths = draft.order.filter((path) => optional.some((one) => path === one || path.startsWith(`${one}.`)))
  const answered = { kind: 'value' as const, value: true }
  const after = withAnswer(paths.reduce(withoutAnswer, draft), REST, answered)
  return moved(at, after, [
    ...(paths.length === 0 ? [] : [{ do: 'dropAnswers' as const, draft: draft.id, paths }]),
    { do: 'putAnswer', draft: draft.id, path: REST, answered },
  ])
}

/** A list is finished, if it holds as many as it must. */
export function enough(at: At): UnionDecision {
  const problem = at.step.kind === 'more' && at.step.count > 0 ? limitProblem(at.step.field, at.step.count) : undefined
  return problem === undefined ? put(at, { kind: 'value', value: true }) : show(at, [say(problem)])
}

export function addRecord(at: At): UnionDecision {
  const { step, draft } = at
  const count = step.kind === 'more' ? step.count : 0
  const { max } = step.field
  if (max !== undefined && count >= max) return show(at, [say(t('form.tooManyItems', { max }))])
  const first = firstOfRecord(step.field, count)
  return first === undefined
    ? show(at)
    : show({ ...at, step: first, place: { ...at.place, draft: draft.id, path: first.path } })
}

/** The questions that "back" may go to: of a stage that is being added, only its own. */
function backSteps(form: Form, draft: Draft): readonly string[] {
  const asks = form.stages.find((one) => one.id === draft.stage)?.asks
  const here = answeredHere(draft)
  return asks === undefined ? here : here.filter((path) => asks.includes(path.split('.')[0] ?? ''))
}

/** Before the first question of a new report lies the choice of a form: a draft that never had an answer is none. */
function* leaveForm(at: At): Flow {
  const { form, draft, ctx } = at
  if (draft.report !== undefined) return show(at)
  const kinds = yield* kindsPlace({ at: 'kinds' }, { kind: 'enter' }, ctx)
  const own = form.fields.filter((field) => field.keep !== true && wasAnswered(draft, field))
  if (own.length === 0) return { ...kinds, effects: [...kinds.effects, { do: 'dropDraft', draft: draft.id }] }
  const effects = [...kinds.effects, ...putBack(draft, own)]
  return { ...kinds, says: [say(t('form.kept')), ...kinds.says], effects }
}

/** What she went back from stands again, in the order in which she had answered it. */
function putBack(draft: Draft, fields: readonly Field[]): readonly Effect[] {
  const marks = fields.flatMap((one) => pathsOf(draft, oldMark(one.id)))
  const inOrder = draft.order.filter((path) => marks.includes(path)).toReversed()
  return [
    { do: 'dropAnswers', draft: draft.id, paths: inOrder },
    ...inOrder.flatMap((mark) => {
      const answered = draft.answers[mark]
      const path = mark.slice(oldMark('').length)
      return answered === undefined ? [] : [{ do: 'putAnswer' as const, draft: draft.id, path, answered }]
    }),
  ]
}

/** Undefine what was asked last and ask it again, offering the old answer, which stays with the draft until another is given. */
function stepBack(at: At): UnionDecision | undefined {
  const { form, draft, ctx } = at
  if (at.place.editing === true) return showSummary(form, draft, ctx)
  const last = backSteps(form, draft).at(-1)
  if (last === undefined) return undefined
  const after = withoutAnswer(draft, last)
  const step = stepAt(form, after, last) ?? nextStep(form, after)
  if (step === undefined) return showSummary(form, after, ctx)
  const old = draft.answers[last]
  const place: FormPlace = { at: 'form', draft: draft.id, path: step.path, ...(old === undefined ? {} : { old }) }
  const shown = show({ ...at, draft: after, step, place })
  // While a report is added to, that mark holds what the report says.
  const isKept = old?.kind === 'value' && draft.report === undefined
  return {
    ...shown,
    effects: [
      { do: 'dropAnswers', draft: draft.id, paths: [last] },
      ...(isKept ? [{ do: 'putAnswer' as const, draft: draft.id, path: oldMark(last), answered: old }] : []),
    ],
  }
}
