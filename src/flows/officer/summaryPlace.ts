import { type Problem, problemsOf } from '../../domain/plan/checks.ts'
import { eventDateOf } from '../../domain/plan/eventDate.ts'
import type { Answers, Form } from '../../domain/plan/form.ts'
import { answersOf, type Draft, recordAt, recordCount, REST, withoutAnswer } from '../form/draft.ts'
import { editField } from '../form/editing.ts'
import { editList } from '../form/listEditing.ts'
import { openDraft } from '../form/openDraft.ts'
import { askAgain, goOn } from '../form/question.ts'
import { onlyOptionalLeft, unaskedFields } from '../form/steps.ts'
import { checkLine } from '../form/problemLine.ts'
import { isEvidence } from '../form/showValue.ts'
import { numbered, showSummary } from '../form/summary.ts'
import { takeFileAtSummary } from '../form/takeAnswer.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import { type Asking, theReport } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { closedBy } from './closedPeriod.ts'
import { commentIn, commentLine } from './comment.ts'
import { duplicateLine, duplicatesOf } from './duplicates.ts'
import { hearAtSummary, keepLeft } from './hearAtSummary.ts'
import { isUnchanged, sendDraft } from './sendReport.ts'

type SummaryPlace = Extract<Place, { at: 'summary' }>
type EditingPlace = Extract<Place, { at: 'editing' }>

/** Everything is answered: send, edit by number, keep for later, or drop. */
export function* summaryPlace(place: SummaryPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* openDraft(place.draft, ctx)
  if (opened === undefined) return { place: { at: 'home' }, says: [say(t('form.gone'))], effects: [] }
  const { form, draft, moved } = opened
  // A file is taken where all is answered; elsewhere she hears that it was not.
  const untaken = input.kind === 'file' ? [say(t('form.fileNotNow'))] : []
  if (moved !== undefined) {
    const next = goOn(form, draft, ctx)
    return { ...next, says: [...untaken, moved.said, ...next.says], effects: [...moved.effects, ...next.effects] }
  }
  // Left from a question that is still open: it comes first.
  const open = onlyOptionalLeft(form, draft) ? undefined : goOn(form, draft, ctx)
  if (open !== undefined && !(input.kind === 'picked' && DROPS.has(input.id))) {
    const asked = input.kind === 'picked' && input.id.startsWith('send')
    const before = asked ? [say(t('summary.missing'))] : untaken
    return { ...open, says: [...before, ...open.says] }
  }
  if (input.kind === 'file') return takeFileAtSummary(form, draft, input.file, ctx)
  if (input.kind === 'said') return hearAtSummary(form, draft, input.text, ctx)
  if (input.kind !== 'picked') return showSummary(form, draft, ctx)
  switch (input.id) {
    case 'send':
      return yield* trySend(form, draft, place.warned === true, ctx)
    case 'sendAnyway':
      return yield* sendDraft(form, draft, ctx)
    case 'edit':
      return showEditing(form, draft, ctx)
    case 'rest': {
      const decision = goOn(form, withoutAnswer(draft, REST), ctx)
      return { ...decision, effects: [{ do: 'dropAnswers', draft: draft.id, paths: [REST] }] }
    }
    case 'keepLeft':
      return keepLeft(form, draft, ctx)
    case 'later':
      return { place: { at: 'home' }, says: [say(t('form.kept'))], effects: [] }
    case 'drop':
      return {
        place,
        says: [
          ask(
            [t('summary.dropSure')],
            [choice('dropYes', t('summary.dropYes'), 'danger'), choice('show', t('summary.dropNo'))],
          ),
        ],
        effects: [],
      }
    case 'dropYes':
      return {
        place: { at: 'home' },
        says: [say(t('summary.dropped'))],
        effects: [{ do: 'dropDraft', draft: draft.id }],
      }
    default:
      return showSummary(form, draft, ctx)
  }
}

const DROPS: ReadonlySet<string> = new Set(['drop', 'dropYes', 'later'])

/** Choose by number which answer to change. */
export function* editingPlace(place: EditingPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* openDraft(place.draft, ctx)
  if (opened === undefined) return { place: { at: 'home' }, says: [say(t('form.gone'))], effects: [] }
  const { form, draft } = opened
  if (opened.moved !== undefined) return yield* summaryPlace({ at: 'summary', draft: draft.id }, { kind: 'enter' }, ctx)
  if (place.list !== undefined && !(input.kind === 'picked' && input.id === 'summary'))
    return editList(place, input, opened, ctx)
  if (input.kind === 'picked' && input.id.startsWith('f:')) return editField(form, draft, input.id.slice(2), ctx)
  if (input.kind === 'picked' && input.id === 'summary') return showSummary(form, draft, ctx)
  return input.kind === 'said' ? hearAtSummary(form, draft, input.text, ctx) : showEditing(form, draft, ctx)
}

function showEditing(form: Form, draft: Draft, ctx: Ctx): UnionDecision {
  const choices = numbered(form, draft, ctx).map((one) => choice(`f:${one.field.id}`, words(one.field.label)))
  const more = unaskedFields(form, draft).map((one) =>
    choice(`f:${one.id}`, t('summary.addField', { label: words(one.label) })),
  )
  return {
    place: { at: 'editing', draft: draft.id },
    says: [ask([t('summary.whichOne')], [...choices, ...more, choice('summary', t('form.toSummary'))])],
    effects: [],
  }
}

function* trySend(form: Form, draft: Draft, warned: boolean, ctx: Ctx): Flow {
  const answers = answersOf(form, draft)
  const blocking = problemsOf(form.checks, answers).find((one) => one.severity === 'block')
  if (blocking !== undefined) {
    const asked = editField(form, draft, fieldToAsk(blocking), ctx)
    return { ...asked, says: [say(checkLine(blocking, form)), ...asked.says] }
  }
  const wrong = recordProblem(form, draft)
  if (wrong !== undefined) {
    const asked = askAgain(form, draft, wrong.path, ctx)
    return { ...asked, says: [say(wrong.line), ...asked.says] }
  }
  const warnings = warned ? [] : yield* warningsFor(form, draft, ctx)
  if (warnings.length === 0) return yield* sendDraft(form, draft, ctx)
  return {
    place: { at: 'summary', draft: draft.id, warned: true },
    says: [
      ask(
        [...warnings, t('summary.sendAnyway')],
        [choice('sendAnyway', t('summary.send'), 'go'), choice('show', t('summary.look'))],
      ),
    ],
    effects: [],
  }
}

/** Nobody but her can see what is in a picture. What was sent before was looked at before. */
function newFiles(form: Form, draft: Draft): number {
  const filesIn = (answers: Answers): readonly string[] =>
    form.fields.flatMap((field) => {
      const value = field.kind === 'evidence' ? answers[field.id] : undefined
      return value !== undefined && isEvidence(value) ? value.files : []
    })
  const before = new Set(filesIn(draft.before ?? {}))
  return filesIn(answersOf(form, draft)).filter((id) => !before.has(id)).length
}

/** Of several of which one must be told the plan names last what every officer can tell: a reason, where there is no document. */
const fieldToAsk = ({ kind, field, others }: Problem): string => (kind === 'oneOf' ? (others.at(-1) ?? field) : field)

/** The first record of a list that breaks a check of its own. */
function recordProblem(form: Form, draft: Draft): { readonly path: string; readonly line: Line } | undefined {
  for (const list of form.fields) {
    if (list.kind !== 'recordList') continue
    for (let index = 0; index < recordCount(draft, list); index++) {
      const problem = problemsOf(list.checks ?? [], recordAt(draft, list, index)).find(
        (one) => one.severity === 'block',
      )
      if (problem !== undefined) {
        return { path: `${list.id}.${index}.${fieldToAsk(problem)}`, line: checkLine(problem, form) }
      }
    }
  }
  return undefined
}

/** Told once before sending: what files may show, the same thing already sent, a date outside every plan, checks that only warn. */
function* warningsFor(form: Form, draft: Draft, ctx: Ctx): Asking<readonly Line[]> {
  const answers = answersOf(form, draft)
  const date = eventDateOf(form, answers, ctx.today)
  const files = newFiles(form, draft)
  const shown = files === 0 ? [] : [t('summary.filesShow', { n: files })]
  const soft = [
    ...(yield* notMended(form, draft)),
    ...shown,
    ...problemsOf(form.checks, answers).map((one) => checkLine(one, form)),
  ]
  if (date === undefined) return soft
  const outside = ctx.plans.planOn(date) === undefined ? [t('summary.outsidePlan')] : []
  const twins = yield* duplicatesOf(form, draft, date)
  const closing = draft.report === undefined ? yield* closedBy({ unit: draft.unit, day: date }, ctx) : undefined
  const late = closing === undefined ? [] : [t('summary.afterClose', { code: closing.code })]
  return [...soft, ...outside, ...late, ...twins.map((one) => duplicateLine(one, draft, ctx))]
}

/** Sent back, and nothing in it is another than before. */
function* notMended(form: Form, draft: Draft): Asking<readonly Line[]> {
  if (draft.report === undefined) return []
  const { report, events } = yield* theReport(draft.report)
  const comment = report === undefined ? undefined : commentIn(report, events)
  if (report === undefined || comment === undefined || !isUnchanged(form, report.answers, answersOf(form, draft)))
    return []
  return [t('summary.notMended'), commentLine(form, comment)]
}
