import { sameName, termAsked, termIn } from '../../domain/plan/terms.ts'
import type { Indicator } from '../../domain/plan/plan.ts'
import { openDraft } from '../form/openDraft.ts'
import { type Step, stepAt } from '../form/steps.ts'
import { type Line, type Say, say, t, words } from '../say.ts'
import { type Ctx, unitsOf } from './context.ts'
import { questionLines, rowLines } from './explained.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'

/** 'đối thoại là gì?': what the plan, or the question on the screen, means by it. In a form it is said too when nothing is known of it. */
export function* explainTerm(text: string, place: Place, ctx: Ctx): Asking<Say | undefined> {
  const asked = termAsked(text)
  if (asked === undefined) return undefined
  const lines = yield* linesOf(asked, ctx)
  if (lines !== undefined) return say(...lines)
  const opened = place.at === 'form' ? yield* openDraft(place.draft, ctx) : undefined
  const step = place.at === 'form' && opened !== undefined ? stepAt(opened.form, opened.draft, place.path) : undefined
  if (step === undefined) return undefined
  if (isOf(step, asked, ctx)) return say(...questionLines(step.field))
  // Where words are the answer she is asked whether these are.
  return step.field.kind === 'text' ? undefined : say(t('aside.unknown', { term: words(asked) }))
}

function* linesOf(asked: string, ctx: Ctx): Asking<readonly Line[] | undefined> {
  const plan = ctx.plans.latestOn(ctx.today)
  const term = plan === undefined ? undefined : termIn(plan, asked)
  switch (term?.kind) {
    case undefined:
      return undefined
    case 'form':
      return [words(term.form.title), ...(yield* rowLines(ofHerLevel(term.rows, ctx), ctx))]
    case 'rows':
      return yield* rowLines(ofHerLevel(term.rows, ctx), ctx)
    case 'document': {
      const { name, title = '' } = term.document
      return [title === '' ? words(name) : t('aside.document', { name: words(name), title })]
    }
  }
}

const isOf = ({ field }: Step, asked: string, ctx: Ctx): boolean =>
  [ctx.speak(words(field.label)), ...(field.words ?? [])].some((name) => sameName(name, asked))

/** What is counted of her own level; of a word that only other levels have, theirs. */
function ofHerLevel(rows: readonly Indicator[], ctx: Ctx): readonly Indicator[] {
  const [unit] = unitsOf(ctx.who, 'officer')
  const level = unit === undefined ? undefined : ctx.tree.versionOn(unit, ctx.today)?.level
  const own = rows.filter((one) => level !== undefined && one.levels.includes(level))
  return own.length === 0 ? rows : own
}
