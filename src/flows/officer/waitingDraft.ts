import { type Choice, type Line, type Say, t, words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { type Asking, theDraft } from '../union/needs.ts'
import type { Place } from '../union/place.ts'

const MONTH_MINUTES = 30 * 24 * 60

/** A reminder told beside a draft that she left on her screen says too that it waits, with the way back into it. */
export function* withWaitingDraft(says: readonly Say[], place: Place, ctx: Ctx): Asking<readonly Say[]> {
  const last = says.at(-1)
  if (last === undefined || !('draft' in place)) return says
  const draft = yield* theDraft(place.draft)
  if (draft === undefined) return says
  const waits: Line = t('drafts.waits', { form: words(ctx.plans.form(draft.form)?.short ?? draft.form) })
  const goOn: Choice = {
    act: { kind: 'resume', payload: { draft: draft.id }, minutes: MONTH_MINUTES },
    label: t('drafts.goOn'),
  }
  return [...says.slice(0, -1), { ...last, lines: [...last.lines, waits], choices: [...(last.choices ?? []), goOn] }]
}
