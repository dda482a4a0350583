import { dateOf, formatDate } from '../../domain/calendar.ts'
import { draftId, type UnitId } from '../../domain/ids.ts'
import type { Answers, Form } from '../../domain/plan/form.ts'
import { isSent } from '../../domain/report/report.ts'
import { type Answered, type Draft, doubtMark, flatten, LEFT, oldMark, REST } from '../form/draft.ts'
import { goOn } from '../form/question.ts'
import { say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { type Asking, othersDrafts, reportsOfForm } from '../union/needs.ts'

export interface Opening {
  readonly form: Form
  readonly unit: UnitId
  /** What is known already: taken as answered. */
  readonly given?: Answers
  /** What was read but must be confirmed. */
  readonly doubtful?: Answers
  /** What was told and not understood. */
  readonly left?: readonly string[]
}

interface Row {
  readonly path: string
  readonly answered: Answered
}

/** The only way into a form. What is given is answered, what is doubtful is asked, the rest is asked as always. */
export function* openForm({ form, unit, given = {}, doubtful = {}, left = [] }: Opening, ctx: Ctx): Flow {
  const answers: readonly Row[] = [
    ...(yield* lastValues(form, unit, ctx)),
    ...rowsOf(form, doubtful, doubtMark),
    ...rowsOf(form, given, (path) => path),
    ...(left.length === 0 ? [] : [{ path: LEFT, answered: { kind: 'value' as const, value: left } }]),
    // Who tells it in one line is asked only what must be known.
    ...(Object.keys(given).length === 0 ? [] : [{ path: REST, answered: { kind: 'value' as const, value: true } }]),
  ]
  const draft: Draft = {
    id: draftId(ctx.newId()),
    form: form.id,
    formVersion: form.version,
    unit,
    answers: Object.fromEntries(answers.map((one) => [one.path, one.answered])),
    order: answers.map((one) => one.path),
  }
  const decision = goOn(form, draft, ctx)
  const other = (yield* othersDrafts(unit)).find((one) => one.form === form.id)
  const told =
    other === undefined
      ? []
      : [
          say(
            t('drafts.otherSame', {
              name: other.name,
              form: words(form.short),
              date: formatDate(dateOf(other.touchedAt)),
            }),
          ),
        ]
  const { id, formVersion } = draft
  return {
    ...decision,
    says: [...told, ...decision.says],
    effects: [{ do: 'openDraft', id, form: form.id, formVersion, unit, answers }, ...decision.effects],
  }
}

const rowsOf = (form: Form, answers: Answers, mark: (path: string) => string): readonly Row[] =>
  flatten(form, answers).map(({ path, value }) => ({ path: mark(path), answered: { kind: 'value', value } }))

/** What is asked once a term is offered as the unit answered it last. */
function* lastValues(form: Form, unit: UnitId, ctx: Ctx): Asking<readonly Row[]> {
  const kept = form.fields.filter((field) => field.keep === true)
  if (kept.length === 0) return []
  const reports = yield* reportsOfForm(unit, form.id, ctx.today)
  const last = reports
    .filter((one) => one.unit === unit && isSent(one))
    .toSorted((a, b) => a.changedAt - b.changedAt)
    .at(-1)
  return kept.flatMap((field) => {
    const value = last?.answers[field.id]
    return value === undefined ? [] : [{ path: oldMark(field.id), answered: { kind: 'value' as const, value } }]
  })
}
