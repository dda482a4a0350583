import type { Form } from '../../domain/plan/form.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import { changeLines } from '../review/changes.ts'
import { answersOf, type Draft, isAnswered, LEFT, REST, valueAt } from './draft.ts'
import { isStrings, quoted, showValue, unitName } from './showValue.ts'
import { askedFields } from './steps.ts'

/** Everything she answered, numbered as "sửa câu 3" names it, and what to do with it. */
export function showSummary(form: Form, draft: Draft, ctx: Ctx): UnionDecision {
  const head = t('summary.head', { form: words(form.title), unit: unitName(ctx.tree, draft.unit) })
  return {
    place: { at: 'summary', draft: draft.id },
    says: [
      ask(
        [
          head,
          ...summaryLines(form, draft, ctx),
          ...whatChanged(form, draft, ctx),
          ...leftLine(draft),
          t('summary.ask'),
        ],
        summaryChoices(draft),
      ),
    ],
    effects: [],
  }
}

/** The common question for whatever has no question of its own. */
export const NOTE = 'note'

/** What a line told beside, until there is a note. */
export function leftParts(draft: Draft): readonly string[] {
  const left = isAnswered(draft, NOTE) ? undefined : valueAt(draft, LEFT)
  return left !== undefined && isStrings(left) ? left : []
}

function leftLine(draft: Draft): readonly Line[] {
  const left = leftParts(draft)
  return left.length === 0 ? [] : [t('summary.left', { parts: quoted(left) })]
}

export interface Numbered {
  readonly n: number
  readonly field: Form['fields'][number]
  readonly line: Line
}

/** The answered questions with their numbers; what was skipped keeps its number and shows as a dash. */
export function numbered(form: Form, draft: Draft, ctx: Ctx): readonly Numbered[] {
  const answers = answersOf(form, draft)
  return askedFields(form, draft).map((field, index) => {
    const value = answers[field.id]
    const shown = value === undefined ? words('–') : showValue(field, value, ctx.tree)
    return { n: index + 1, field, line: t('summary.line', { n: index + 1, label: words(field.label), value: shown }) }
  })
}

const summaryLines = (form: Form, draft: Draft, ctx: Ctx): readonly Line[] =>
  numbered(form, draft, ctx).map((one) => one.line)

/** Of a draft that changes a report: what would be another thing. */
function whatChanged(form: Form, draft: Draft, ctx: Ctx): readonly Line[] {
  if (draft.before === undefined) return []
  const lines = changeLines(form, draft.before, answersOf(form, draft), ctx.tree)
  return lines.length === 0 ? [t('summary.noChanges')] : [t('summary.changes'), ...lines]
}

const summaryChoices = (draft: Draft): readonly Choice[] => [
  choice('send', t(draft.report === undefined ? 'summary.send' : 'summary.resend'), 'go'),
  choice('edit', t('summary.edit')),
  ...(isAnswered(draft, REST) ? [choice('rest', t('summary.addMore'))] : []),
  ...(leftParts(draft).length > 0 ? [choice('keepLeft', t('summary.keepLeft'))] : []),
  choice('later', t('form.later')),
  choice('drop', t('summary.drop'), 'danger'),
]
