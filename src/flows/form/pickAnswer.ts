import type { Form, Value } from '../../domain/plan/form.ts'
import { say, t } from '../say.ts'
import type { Flow, UnionDecision } from '../union/context.ts'
import type { FormPlace } from '../union/place.ts'
import { kindsPlace } from '../officer/kindsPlace.ts'
import { noneThisPeriod } from '../officer/sendReport.ts'
import { answeredHere, type Draft, doubtMark, oldMark, REST, valueAt, withAnswer, withoutAnswer } from './draft.ts'
import { limitProblem } from './limits.ts'
import { type At, show } from './question.ts'
import { isEvidence, isStrings } from './showValue.ts'
import { firstOfRecord, nextStep, stepAt } from './steps.ts'
import { showSummary } from './summary.ts'
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
      return { place: { at: 'home' }, says: [say(t('form.kept'))], effects: [] }
    case 'done':
      return finishMany(at)
    case 'more':
      return addRecord(at)
    case 'enough':
      return enough(at)
    case 'v:yes':
      return check(at, true)
    case 'v:no':
      return check(at, false)
    default:
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

function finishMany(at: At): UnionDecision {
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

/** The optional rest is left out, also what a line told of it and nobody confirmed. */
function leaveRest(at: At): UnionDecision {
  const { form, draft } = at
  const optional = form.fields.filter((one) => one.optional).map((one) => doubtMark(one.id))
  const paths = draft.order.filter((path) => optional.some((one) => path === one || path.startsWith(`${one}.`)))
  const answered = { kind: 'value' as const, value: true }
  const after = withAnswer(paths.reduce(withoutAnswer, draft), REST, answered)
  return moved(at, after, [
    ...(paths.length === 0 ? [] : [{ do: 'dropAnswers' as const, draft: draft.id, paths }]),
    { do: 'putAnswer', draft: draft.id, path: REST, answered },
  ])
}

/** A list is finished, if it holds as many as it must. */
function enough(at: At): UnionDecision {
  const problem = at.step.kind === 'more' && at.step.count > 0 ? limitProblem(at.step.field, at.step.count) : undefined
  return problem === undefined ? put(at, { kind: 'value', value: true }) : show(at, [say(problem)])
}

function addRecord(at: At): UnionDecision {
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

/** Before the first question of a new report lies the choice of a form: a draft without an answer is none. */
function* leaveForm(at: At): Flow {
  const { draft, ctx } = at
  if (draft.report !== undefined) return show(at)
  const kinds = yield* kindsPlace({ at: 'kinds' }, { kind: 'enter' }, ctx)
  return { ...kinds, effects: [...kinds.effects, { do: 'dropDraft', draft: draft.id }] }
}

/** Undefine what was asked last and ask it again, offering the old answer. */
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
  return { ...shown, effects: [{ do: 'dropAnswers', draft: draft.id, paths: [last] }] }
}
