import { dateOf, formatDate } from '../../domain/calendar.ts'
import { draftId } from '../../domain/ids.ts'
import { openDraft } from '../form/openDraft.ts'
import { goOn } from '../form/question.ts'
import { answersOf } from '../form/draft.ts'
import { joined, showValue, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { type DraftLine, myDrafts } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mendAgain } from './reopen.ts'

/** Drafts kept for later; "tiếp tục" opens the newest at once. */
export function* draftsPlace(place: Extract<Place, { at: 'drafts' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('d:')) return yield* resume(input.id.slice(2), ctx)
  const drafts = yield* myDrafts()
  if (drafts.length === 0) return { place: { at: 'home' }, says: [say(t('drafts.none'))], effects: [] }
  const name = (form: string): Line => words(ctx.plans.form(form)?.short ?? form)
  const choices = drafts.map((one, index) =>
    choice(`d:${one.id}`, t('drafts.pick', { n: index + 1, form: name(one.form) })),
  )
  const lines: readonly Line[] = [
    t('drafts.head', { n: drafts.length }),
    ...drafts.map((one, index) => draftLine(one, index + 1, ctx)),
  ]
  return { place, says: [ask(lines, [...choices, choice('home', t('menu.home'))])], effects: [] }
}

/** What a draft is about: its kind, its unit, its main text and day, how far it is. */
function draftLine({ draft, touchedAt }: DraftLine, n: number, ctx: Ctx): Line {
  const form = ctx.plans.form(draft.form, draft.formVersion) ?? ctx.plans.form(draft.form)
  const answers = form === undefined ? {} : answersOf(form, draft)
  const told = [form?.mainText, form?.eventDate].flatMap((id) => {
    const field = form?.fields.find((one) => one.id === id)
    const value = field === undefined ? undefined : answers[field.id]
    return field === undefined || value === undefined ? [] : [showValue(field, value, ctx.tree)]
  })
  return t('drafts.about', {
    n,
    form: words(form?.short ?? draft.form),
    unit: unitName(ctx.tree, draft.unit),
    what: told.length === 0 ? '' : t('drafts.what', { what: joined(told) }),
    answers: Object.keys(answers).length,
    date: formatDate(dateOf(touchedAt)),
  })
}

export function* resumeNewest(ctx: Ctx): Flow {
  const [newest] = yield* myDrafts()
  return newest === undefined
    ? { place: { at: 'home' }, says: [say(t('drafts.none'))], effects: [] }
    : yield* resume(newest.id, ctx)
}

function* resume(id: string, ctx: Ctx): Flow {
  const opened = yield* openDraft(draftId(id), ctx)
  if (opened === undefined) return { place: { at: 'home' }, says: [say(t('form.gone'))], effects: [] }
  const { form, draft, moved } = opened
  const next = (yield* mendAgain(form, draft, ctx)) ?? goOn(form, draft, ctx)
  return moved === undefined
    ? next
    : { ...next, says: [moved.said, ...next.says], effects: [...moved.effects, ...next.effects] }
}
