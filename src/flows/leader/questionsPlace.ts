import { anomalies, type Anomaly } from '../../domain/digest/anomalies.ts'
import { formatDate } from '../../domain/calendar.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { dayWithin, reportsFor } from '../union/figures.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { denied } from './denied.ts'
import { namedPage, pageOf, pages } from './pages.ts'

type QuestionsPlace = Extract<Place, { at: 'questions' }>

const PAGE = 6

/** What is worth asking about: said as questions, with the figures that raised them, and the way to the report or the unit. */
export function* questionsPlace(place: QuestionsPlace, input: Input, ctx: Ctx): Flow {
  const plan = mayDo(ctx, 'progress.read', place.unit) ? ctx.plans.latestOn(ctx.today) : undefined
  if (plan === undefined) return denied()
  const reports = yield* reportsFor(plan, place.unit, ctx)
  const all = anomalies({ plan, tree: ctx.tree, unit: place.unit, reports, asOf: dayWithin(ctx.today, ctx) })
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = namedPage(all, page, PAGE, { root: place.unit, day: ctx.today, tree: ctx.tree })
  const head = t(all.length === 0 ? 'question.none' : 'question.head', {
    unit: unitName(ctx.tree, place.unit),
    n: all.length,
  })
  return {
    place: { ...place, page },
    says: [
      ask(
        [head, ...shown.map(questionLine)],
        [
          ...shown.map(leads),
          ...pages(page, all.length, PAGE),
          choice('rows', t('menu.progress')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

const leads = (one: Anomaly): Choice =>
  one.kind === 'tenfold'
    ? choice(`r:${one.report}`, t('question.report', { code: one.code, unit: one.name }))
    : choice(`u:${one.unit}`, words(one.name))

export function questionLine(one: Anomaly): Line {
  const unit = one.name
  switch (one.kind) {
    case 'tenfold':
      return t(one.against === 'own' ? 'question.tenfoldOwn' : 'question.tenfoldPeers', {
        unit,
        code: one.code,
        field: words(one.field),
        value: one.value,
        usual: one.usual,
      })
    case 'same':
      return t('question.same', {
        unit,
        form: words(one.form),
        n: one.months,
        from: formatDate(one.from),
        to: formatDate(one.to),
      })
    case 'silent':
      return one.last === undefined
        ? t('question.silentEver', { unit, n: one.peers, of: one.of })
        : t('question.silent', { unit, last: formatDate(one.last), n: one.peers, of: one.of })
  }
}
