import type { Form } from '../../domain/plan/form.ts'
import { placeAlone } from '../../domain/line/linePlaces.ts'
import { readRepair, type Repair } from '../../domain/words/repair.ts'
import { type Say, say, t, words } from '../say.ts'
import type { Ctx, UnionDecision } from '../union/context.ts'
import type { Draft } from './draft.ts'
import { editField } from './editing.ts'
import { canStand, type Meant, named, questionOf, sameAs, unnamed } from './meant.ts'
import type { At } from './question.ts'
import { readSaid, take } from './takeAnswer.ts'
import { type Step, stepAt } from './steps.ts'
import { optionLabel, showValue } from './showValue.ts'

interface Correcting {
  readonly form: Form
  readonly draft: Draft
  readonly ctx: Ctx
  /** From the summary: she is back there afterwards. */
  readonly editing: boolean
  /** All answers stand on the screen, with their numbers, and nothing is asked: a name alone is a correction, a number a question's. */
  readonly listed?: true
  /** What stands on the screen again, after something was said. */
  readonly stay: (said: Say) => UnionDecision
}

/** A correction in passing: of the answer it names, of the one that was so, or of the last; then on where she stood. */
export function correct(at: Correcting, text: string): UnionDecision | undefined {
  const repair = readRepair(text)
  if (repair === undefined) return at.listed === true ? correctBare(at, text) : undefined
  const { form, draft, ctx } = at
  const field = repair.question === undefined ? undefined : questionOf(at, repair.question)
  if (repair.said === undefined && field !== undefined) return editField(form, draft, field.id, ctx)
  const meant = field === undefined ? meantBy(at, repair) : { path: field.id, said: repair.said ?? '' }
  return (
    (meant === undefined ? undefined : putRight(at, meant)) ??
    (repair.opened === true ? at.stay(say(t('form.fixWhat'))) : undefined)
  )
}

/** 'nữ 12', 'nữ thành 12': with no word that says so it is a correction only where a question is named and that can stand there. */
function correctBare(at: Correcting, text: string): UnionDecision | undefined {
  const repair = readRepair(`sua ${text}`)
  const meant = repair === undefined ? undefined : meantBy(at, repair)
  return meant === undefined || !canStand(at, meant) ? undefined : putRight(at, meant)
}

function putRight(at: Correcting, meant: Meant): UnionDecision | undefined {
  const step = stepAt(at.form, at.draft, meant.path)
  if (step === undefined || (step.kind !== 'field' && step.kind !== 'count')) return undefined
  const there = standing(at, step)
  const decision = take(there, readSaid(there, meant.said))
  const put = decision.effects.find((one) => one.do === 'putAnswer')
  if (put === undefined) return decision
  const label = step.kind === 'count' ? optionLabel(step.field, step.option) : step.field.label
  // What was read, not what she typed: 'nữ 12' is 12 people.
  const { answered } = put
  const value =
    step.kind === 'field' && answered.kind === 'value'
      ? showValue(step.field, answered.value, at.ctx.tree)
      : words(meant.said)
  return { ...decision, says: [say(t('form.corrected', { label: words(label), value })), ...decision.says] }
}

/** Which answer she means; undefined where it may be two, or none: it is asked, never guessed. */
function meantBy(at: Correcting, { said, old, question }: Repair): Meant | undefined {
  // 'sửa nữ 12'
  if (said === undefined) return certain(named(at, question ?? '', true))
  const byName = named(at, said)
  if (old === undefined) return byName === undefined ? unnamed(at, said) : certain(byName)
  // 'sửa ngày thành 11/6'; a number is what stood there, and of a question only where its number is to be seen.
  const isName = byName === undefined && (at.listed === true || /^\D/.test(old))
  const same = sameAs(at, old) ?? (isName ? questionOf(at, old)?.id : undefined)
  if (byName === undefined) return same === undefined ? undefined : { path: same, said }
  const one = certain(byName)
  return one === undefined || same === undefined || same === one.path ? one : undefined
}

const certain = (meant: Meant | 'unclear' | undefined): Meant | undefined => (meant === 'unclear' ? undefined : meant)

/** 'ở thôn Đông' and nothing else: where it took place, whatever is asked. */
export function hearPlace(at: Correcting, text: string): UnionDecision | undefined {
  const name = placeAlone(text)
  const field = name === undefined ? undefined : at.form.fields.find((one) => one.place === true)
  const step = field === undefined ? undefined : stepAt(at.form, at.draft, field.id)
  if (name === undefined || field === undefined || step === undefined) return undefined
  const there = standing(at, step)
  const decision = take(there, readSaid(there, name))
  if (!decision.effects.some((one) => one.do === 'putAnswer')) return decision
  const said = say(t('form.noted', { label: words(field.label), value: words(name) }))
  return { ...decision, says: [said, ...decision.says] }
}

const standing = ({ form, draft, ctx, editing }: Correcting, step: Step): At => ({
  place: { at: 'form', draft: draft.id, path: step.path, ...(editing ? { editing } : {}) },
  form,
  draft,
  step,
  ctx,
})
