import { toLine } from '../../domain/line/line.ts'
import { numbersInLine } from '../../domain/line/lineNumbers.ts'
import type { Field, Form } from '../../domain/plan/form.ts'
import { matchChoice } from '../../domain/words/choices.ts'
import { readRepair, type Repair } from '../../domain/words/repair.ts'
import { type Say, say, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import { answeredHere, type Draft, valueAt } from './draft.ts'
import { editField } from './editing.ts'
import type { At } from './question.ts'
import { readSaid, take } from './takeAnswer.ts'
import { askedFields, type Step, stepAt } from './steps.ts'
import { optionLabel } from './showValue.ts'

interface Correcting {
  readonly form: Form
  readonly draft: Draft
  readonly ctx: Ctx
  /** From the summary: she is back there afterwards. */
  readonly editing: boolean
  /** What stands on the screen again, after something was said. */
  readonly stay: (said: Say) => UnionDecision
}

/** A correction in passing: of the answer it names, of the one that was so, or of the last; then on where she stood. */
export function correct(at: Correcting, text: string): UnionDecision | undefined {
  const repair = readRepair(text)
  if (repair === undefined) return undefined
  const { form, draft, ctx } = at
  const field = repair.question === undefined ? undefined : questionOf(form, draft, repair.question, ctx)
  if (repair.said === undefined) return field === undefined ? undefined : editField(form, draft, field.id, ctx)
  const path = field?.id ?? pathMeant(at, repair, repair.said)
  const step = path === undefined ? undefined : stepAt(form, draft, path)
  if (step === undefined || (step.kind !== 'field' && step.kind !== 'count')) {
    return repair.opened === true ? at.stay(say(t('form.fixWhat'))) : undefined
  }
  const meant = standing(at, step)
  const answer = readSaid(meant, repair.said)
  const decision = take(meant, answer)
  if (!decision.effects.some((one) => one.do === 'putAnswer')) return decision
  const label = step.kind === 'count' ? optionLabel(step.field, step.option) : step.field.label
  return {
    ...decision,
    says: [say(t('form.corrected', { label: words(label), value: words(repair.said) })), ...decision.says],
  }
}

const standing = ({ form, draft, ctx, editing }: Correcting, step: Step): At => ({
  place: { at: 'form', draft: draft.id, path: step.path, ...(editing ? { editing } : {}) },
  form,
  draft,
  step,
  ctx,
})

/** The question by its number in the summary, or by its label. */
function questionOf(form: Form, draft: Draft, said: string, ctx: Ctx): Field | undefined {
  const fields = askedFields(form, draft)
  if (/^\d+$/.test(said)) return fields[Number(said) - 1]
  const index = matchChoice(
    fields.map((one) => ctx.speak(words(one.label))),
    said,
  )
  return typeof index === 'number' ? fields[index] : undefined
}

/** Which answer is meant: the one whose name stands beside the number, the one that was so, the last. */
function pathMeant(at: Correcting, { old }: Repair, said: string): string | undefined {
  const { form, draft } = at
  const answered = answeredHere(draft)
    .toReversed()
    .filter((path) => valueAt(draft, path) !== undefined && isOwnAnswer(form, draft, path))
  const line = toLine(said)
  const named = line === undefined ? [] : numbersInLine(line, form, [])
  const beside = answered.find((path) => named.length === 1 && path === named[0]?.field)
  if (beside !== undefined) return beside
  if (old === undefined) return answered[0]
  const same = answered.filter((path) => isSaid(at, path, old))
  return same.length === 1 ? same[0] : undefined
}

const isOwnAnswer = (form: Form, draft: Draft, path: string): boolean => {
  const step = stepAt(form, draft, path)
  return step?.path === path && (step.kind === 'field' || step.kind === 'count')
}

/** Was this the answer at that path? */
function isSaid(at: Correcting, path: string, old: string): boolean {
  const step = stepAt(at.form, at.draft, path)
  if (step === undefined) return false
  const read = readSaid(standing(at, step), old)
  const value = read.kind === 'value' || read.kind === 'doubt' ? read.value : undefined
  return value !== undefined && JSON.stringify(value) === JSON.stringify(valueAt(at.draft, path))
}
