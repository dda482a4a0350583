import { fold } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import type { FormPlace } from '../union/place.ts'
import { correct, hearPlace } from './correct.ts'
import { valueAt, withAnswer } from './draft.ts'
import { openDraft } from './openDraft.ts'
import { finishMany, keptTicks, pick } from './pickAnswer.ts'
import { hearMore } from './hearMore.ts'
import { type At, goOn, show, showDoubt } from './question.ts'
import { nextStep, stepAt } from './steps.ts'
import { readVerb } from '../union/verbs.ts'
import type { Answer } from './readField.ts'
import { showSummary } from './summary.ts'
import { awayMeant, gathers, showLess, takeAway } from './takeAway.ts'
import { isNothing, leaveOut, readSaid, take, takeFile } from './takeAnswer.ts'

/** One question of a form is on the screen. */
export function* formPlace(place: FormPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* openDraft(place.draft, ctx)
  if (opened === undefined) return gone()
  const { form, draft, moved } = opened
  // The question on the screen is one of an older version: what was said to it is asked again.
  if (moved !== undefined) {
    const next = goOn(form, draft, ctx)
    return { ...next, says: [moved.said, ...next.says], effects: [...moved.effects, ...next.effects] }
  }
  const step = stepAt(form, draft, place.path) ?? nextStep(form, draft)
  if (step === undefined) return showSummary(form, draft, ctx)
  const at: At = { place: { ...place, path: step.path }, form, draft, step, ctx }
  switch (input.kind) {
    case 'enter':
    case 'event':
    case 'action':
      return place.doubt === undefined ? show(at) : showDoubt(at, place.doubt)
    case 'picked':
      return yield* pick(at, input.id)
    case 'file':
      return takeFile(at, input.file)
    case 'said':
      return hearAnswer(at, input.text)
  }
}

/** What she sent stands: 'không' then means no more of it. */
const hasGathered = ({ step, draft }: At): boolean =>
  step.kind === 'field' && gathers(step.field) && valueAt(draft, step.path) !== undefined

/** The answer to this question; or what puts an earlier one right, which leads back to this question. */
function hearAnswer(at: At, text: string): UnionDecision {
  const { form, ctx, place } = at
  const editing = place.editing === true
  const ticked = keptTicks(at)
  const draft = ticked.reduce((one, { path, answered }) => withAnswer(one, path, answered), at.draft)
  const put =
    place.doubt === undefined
      ? correct({ form, draft, ctx, editing, stay: (said) => show(at, [said]) }, text)
      : undefined
  if (put !== undefined) return { ...put, effects: [...ticked, ...put.effects] }
  if ((place.picked ?? []).length > 0 && ENOUGH.test(fold(text))) return finishMany(at)
  const away = at.step.kind === 'field' && gathers(at.step.field) ? awayMeant(at, text) : undefined
  if (away !== undefined) return away === 'which' ? showLess(at) : takeAway(at, away)
  if (isNothing(at.step, text)) return hasGathered(at) ? finishMany(at) : leaveOut(at)
  const more = at.step.kind === 'more' ? hearMore(at, text, read) : undefined
  if (more !== undefined) return more
  const answer = read(at, text)
  const beside =
    answer.kind === 'problem'
      ? hearPlace({ form, draft, ctx, editing, stay: (said) => show(at, [said]) }, text)
      : undefined
  return beside === undefined ? take(withoutDoubt(at), answer) : { ...beside, effects: [...ticked, ...beside.effects] }
}

const read = (at: At, text: string): Answer => asked(at, text) ?? readSaid(at, text)

const ASKS =
  /\?\s*$|(?:^| )(?:la gi|la sao|the nao|duoc khong|duoc ko|phai khong|phai ko)(?: (?:a|em|vay|the|e|nhi|ha))*\s*$/

const SENDS = /^gui(?: (?:luon|di|bao cao|lai|a|em|nhe))*$/

/** In a text a question, or a word that works elsewhere, may be meant as such: it is written down only when she says so. */
function asked(at: At, text: string): Answer | undefined {
  if (at.step.kind !== 'field' || at.step.field.kind !== 'text') return undefined
  if (!ASKS.test(fold(text)) && !SENDS.test(fold(text)) && readVerb(text, false) === undefined) return undefined
  const answer = readSaid(at, text)
  return answer.kind === 'value' ? { kind: 'doubt', value: answer.value, why: 'question' } : answer
}

const ENOUGH = /^(?:(?:da|vang|em) )*(?:ok|oke|duoc|du|het|vay thoi|the thoi|chi vay|xong)(?: (?:roi|a|em|nhe))*$/

/** A new answer takes the place of one that was doubted. */
function withoutDoubt(at: At): At {
  const { doubt: _gone, ...place } = at.place
  return { ...at, place }
}

export const gone = (): UnionDecision => ({ place: { at: 'home' }, says: [say(t('form.gone'))], effects: [] })
