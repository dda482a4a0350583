import { isLocalDate, type LocalDate } from '../../domain/calendar.ts'
import { problemsOf, type Problem } from '../../domain/plan/checks.ts'
import type { Answers, Field, Form, Option, Value } from '../../domain/plan/form.ts'
import { fold } from '../../domain/words/fold.ts'
import type { HeardFile } from '../heard.ts'
import { type Line, say, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import type { Effect } from '../union/effects.ts'
import {
  type Answered,
  answersOf,
  type Draft,
  isAnswered,
  oldMark,
  recordAt,
  valueAt,
  withAnswer,
  withoutAnswer,
} from './draft.ts'
import { limitProblem } from './limits.ts'
import { checkLine, problemLine } from './problemLine.ts'
import { type At, goOn, placeAt, show, showDoubt } from './question.ts'
import { type Answer, type Beside, type Reader, readField } from './readField.ts'
import { isEvidence, isStrings, plainText, quoted, showValue } from './showValue.ts'
import { nextStep, type Step } from './steps.ts'
import { showSummary } from './summary.ts'

/** What she typed, as the answer to the question on the screen. */
export function readSaid(at: At, text: string): Answer {
  const { step, ctx } = at
  const reader: Reader = {
    today: ctx.today,
    tree: ctx.tree,
    label: (option: Option) => ctx.speak(words(option.label)),
    isPlanned: (day) => ctx.plans.planOn(day) !== undefined,
    since: sinceOf(at),
  }
  if (step.kind === 'more') return { kind: 'problem', why: 'notAChoice' }
  if (step.kind === 'count') return readField({ ...step.field, kind: 'number' }, text, reader)
  if (step.kind === 'pick') return readField({ ...step.field, kind: 'many' }, text, reader)
  return readField(step.field, text, reader)
}

/** By a check of the form this date cannot lie before another one, which is known. */
function sinceOf({ form, draft, step }: At): LocalDate | undefined {
  const check = form.checks.find((one) => one.kind === 'onOrAfter' && one.field === step.path)
  const since = check?.kind === 'onOrAfter' ? valueAt(draft, check.than) : undefined
  return typeof since === 'string' && isLocalDate(since) ? since : undefined
}

const NONE =
  /^(?:(?:da|a|em|oi) )*(?:khong|ko|k|chua)(?: (?:co|can|ghi|biet|ro|gi|ca|them|nhe|a|em))*$|^(?:bo qua|skip|next)$/
const NO_DOCUMENT =
  /^(?:(?:da|a|em|oi|ho) )*(?:khong|ko|k|chua) (?:co )?(?:van ban|cong van|so)(?: (?:nao|gi|tra loi|ca|a|em|het))*$/
const LEFT_OUT: ReadonlySet<string> = new Set(['text', 'docRef', 'evidence', 'units', 'unit', 'date', 'textList'])

/** 'không có', said where an answer is optional and nought is no answer. */
export const isNothing = (step: Step, text: string): boolean =>
  step.kind === 'field' &&
  step.field.optional &&
  LEFT_OUT.has(step.field.kind) &&
  (NONE.test(fold(text)) || (step.field.kind === 'docRef' && NO_DOCUMENT.test(fold(text))))

export const leaveOut = (at: At): UnionDecision => put(at, { kind: 'skipped' })

const headOf = (path: string): string => path.split('.')[0] ?? path

export function take(at: At, answer: Answer): UnionDecision {
  switch (answer.kind) {
    case 'value':
      return check(at, answer.value)
    case 'doubt':
      return showDoubt({ ...at, place: { ...at.place, doubt: answer } }, answer)
    case 'problem':
      return show(at, [say(problemLine(at.step, answer.why, answer.values))])
    case 'units':
      return takeUnits(at, answer.units, answer.beside)
  }
}

/** Which of several units of one name she means; the clear ones that she named with it stand already. */
function takeUnits(at: At, units: readonly string[], beside?: Beside): UnionDecision {
  const which = units.length === 0 ? undefined : units
  const asks = which === undefined ? [] : [say(t('form.whichUnit'))]
  const { clear, unknown, unclear } = beside ?? { clear: [], unknown: [], unclear: [] }
  const told = [
    ...(unknown.length === 0 ? [] : [t('form.unitsUnknown', { names: quoted(unknown) })]),
    ...(unclear.length === 0 ? [] : [t('form.unitsLater', { names: quoted(unclear) })]),
  ]
  const kept = clear.length === 0 ? undefined : gathered(at, clear)
  const put = kept?.effects.find((one) => one.do === 'putAnswer')
  const after = put === undefined ? at.draft : withAnswer(at.draft, put.path, put.answered)
  const noted = put === undefined ? [] : (kept?.says.slice(0, -1) ?? [])
  const shown = show({ ...at, draft: after }, [...noted, ...(told.length === 0 ? [] : [say(...told)]), ...asks], which)
  return { ...shown, effects: put === undefined ? [] : [put] }
}

export function check(at: At, value: Value): UnionDecision {
  const { form, draft, step, ctx } = at
  const more = gathered(at, value)
  if (more !== undefined) return more
  const limit = Array.isArray(value) ? limitProblem(step.field, value.length) : undefined
  if (limit !== undefined) return show(at, [say(limit)])
  const after = withAnswer(draft, step.path, { kind: 'value', value })
  const problem = firstProblem(at, after)
  if (problem === undefined) return put(at, { kind: 'value', value })
  const line = t('problem.check', {
    problem: checkLine(problem, form, step),
    value: step.kind === 'field' ? showValue(step.field, value, ctx.tree) : words(plainText(value)),
  })
  if (problem.severity === 'block') return show(at, [say(line)])
  return showDoubt({ ...at, place: { ...at.place, doubt: { value, why: 'check' } } }, { value, why: 'check' }, line)
}

/** Answers that gather: each adds to those before, until "xong". */
function gathered(at: At, value: Value): UnionDecision | undefined {
  const { step, draft } = at
  if (step.kind !== 'field') return undefined
  const { kind, max } = step.field
  const before = valueAt(draft, step.path)
  let all: Value
  if ((kind === 'units' || kind === 'textList') && isStrings(value)) {
    all = [...new Set([...(before !== undefined && isStrings(before) ? before : []), ...value])]
    if (max !== undefined && all.length > max) return show(at, [say(t('form.tooManyItems', { max }))])
  } else if (kind === 'evidence' && isEvidence(value)) {
    const had = before !== undefined && isEvidence(before) ? before : { files: [], links: [] }
    all = { files: had.files, links: [...new Set([...had.links, ...value.links])] }
  } else return undefined
  const answered: Answered = { kind: 'value', value: all }
  const shown = show({ ...at, draft: withAnswer(draft, step.path, answered) }, [
    say(t('form.gathered', { value: showValue(step.field, all, at.ctx.tree) })),
  ])
  return { ...shown, effects: [{ do: 'putAnswer', draft: draft.id, path: step.path, answered }] }
}

/** Checks of the form, or of the record in which the question stands, that this very answer breaks. */
export function firstProblem({ form, step, draft }: At, after: Draft): Problem | undefined {
  if (step.kind === 'field' && step.record !== undefined) {
    const list = form.fields.find((one) => one.id === step.path.split('.')[0])
    if (list === undefined) return undefined
    return fresh(
      list.checks ?? [],
      recordAt(draft, list, step.record),
      recordAt(after, list, step.record),
      step.field.id,
    )
  }
  return fresh(
    form.checks,
    answersOf(form, withoutPending(draft)),
    answersOf(form, withoutPending(after)),
    step.field.id,
  )
}

/** Without what stood there before of questions that are still to come: she is about to answer them anew. */
const withoutPending = (draft: Draft): Draft =>
  draft.order
    .filter((path) => path.startsWith(OLD) && !isAnswered(draft, path.slice(OLD.length)))
    .reduce(withoutAnswer, draft)

const OLD = oldMark('')

function fresh(checks: Form['checks'], before: Answers, after: Answers, field: string): Problem | undefined {
  const old = new Set(problemsOf(checks, before).map((one) => `${one.kind} ${one.field}`))
  return problemsOf(checks, after).find(
    (one) =>
      one.kind !== 'requiredWhen' &&
      one.kind !== 'oneOf' &&
      !old.has(`${one.kind} ${one.field}`) &&
      (one.field === field || one.others.includes(field)),
  )
}

export function put(at: At, answered: Answered): UnionDecision {
  const { draft, step } = at
  const mark = oldMark(step.path)
  // What stood there before is no longer offered; while adding to a report it is what the report says.
  const isOver = draft.report === undefined && isAnswered(draft, mark)
  return moved(at, withAnswer(isOver ? withoutAnswer(draft, mark) : draft, step.path, answered), [
    { do: 'putAnswer', draft: draft.id, path: step.path, answered },
    ...(isOver ? [{ do: 'dropAnswers' as const, draft: draft.id, paths: [mark] }] : []),
  ])
}

export function moved(at: At, after: Draft, effects: readonly Effect[]): UnionDecision {
  const { form, ctx, place } = at
  const next = nextStep(form, after)
  // From the summary she answers what belongs to the same list or is missing, and is back.
  const isSameField = next !== undefined && headOf(next.path) === headOf(at.step.path)
  const decision =
    place.editing !== true
      ? goOn(form, after, ctx)
      : next === undefined || (next.field.optional && !isSameField)
        ? showSummary(form, after, ctx)
        : show({
            ...at,
            draft: after,
            step: next,
            place: { ...placeAt(after, next), editing: true },
          })
  return { ...decision, effects: [...effects, ...decision.effects] }
}

export function takeFile(at: At, file: HeardFile): UnionDecision {
  const { step, draft } = at
  if (step.kind !== 'field' || step.field.kind !== 'evidence') return show(at, [say(t('form.fileNotNow'))])
  const added = addFile(draft, { field: step.field, path: step.path, taken: 'form.fileTaken' }, file)
  return { ...show({ ...at, draft: added.draft }, [say(added.said)]), effects: added.effects }
}

/** At the summary a photo can only be meant as evidence. */
export function takeFileAtSummary(form: Form, draft: Draft, file: HeardFile, ctx: Ctx): UnionDecision {
  const field = form.fields.find((one) => one.kind === 'evidence' && one.stage === undefined)
  if (field === undefined) return withSaid(showSummary(form, draft, ctx), t('form.fileNotNow'))
  const added = addFile(draft, { field, path: field.id, taken: 'form.fileAdded' }, file)
  return { ...withSaid(showSummary(form, added.draft, ctx), added.said), effects: added.effects }
}

const withSaid = (decision: UnionDecision, line: Line): UnionDecision => ({
  ...decision,
  says: [say(line), ...decision.says],
})

interface Added {
  readonly draft: Draft
  readonly said: Line
  readonly effects: UnionDecision['effects']
}

interface To {
  readonly field: Field
  readonly path: string
  readonly taken: 'form.fileTaken' | 'form.fileAdded'
}

function addFile(draft: Draft, { field, path, taken }: To, file: HeardFile): Added {
  const before = valueAt(draft, path)
  const had = before !== undefined && isEvidence(before) ? before : { files: [], links: [] }
  const max = field.max ?? 10
  if (had.files.length >= max) return { draft, said: t('form.tooManyFiles', { max }), effects: [] }
  const files = [...had.files, file.id]
  const answered: Answered = { kind: 'value', value: { files, links: had.links } }
  return {
    draft: withAnswer(draft, path, answered),
    said: t(taken, { n: files.length }),
    effects: [{ do: 'putAnswer', draft: draft.id, path, answered }],
  }
}
