import { formatDate } from '../../domain/calendar.ts'
import { back, type Compared, compareTallies } from '../../domain/spans.ts'
import type { Head } from '../../domain/tally/verdict.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { isAnythingKnown } from '../union/figures.ts'
import type { Place } from '../union/place.ts'
import { denied } from './denied.ts'
import { pageOf, pages } from './pages.ts'
import { dayOf, figuresBefore, figuresIn, rowsAsked, viewWords } from './view.ts'

type ComparePlace = Extract<Place, { at: 'compare' }>

const PAGE = 10

/** "So cùng kỳ": each row beside the same day of the year before. */
export function* comparePlace(place: ComparePlace, input: Input, ctx: Ctx): Flow {
  const now = yield* figuresIn(place, ctx)
  const then = now === undefined ? undefined : yield* figuresBefore(place, now.plan, ctx)
  if (now === undefined || then === undefined) return denied()
  const asked = rowsAsked(place, now, ctx)
  const rows = compareTallies({ ...now.figures, rows: asked }, then.figures)
  const page = pageOf(place.page, input, rows.length, PAGE)
  const date = formatDate(back(dayOf(place, ctx)))
  const isSilent = !(yield* isAnythingKnown(then, ctx))
  return {
    place: { ...place, page },
    says: [
      ask(
        [
          t('compare.head', { unit: unitName(ctx.tree, place.unit), when: viewWords(place, ctx), date }),
          ...(isSilent
            ? [t('compare.nothingKept', { date })]
            : rows.slice(page * PAGE, page * PAGE + PAGE).map(rowLine)),
        ],
        [
          ...(isSilent ? [] : pages(page, rows.length, PAGE)),
          choice('rows', t('page.back')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

function rowLine({ indicator, title, now, before }: Compared): Line {
  const row = t('digest.row', { id: indicator, title: words(title) })
  if (before === undefined) return t('compare.new', { row, now: shown(now) })
  const change = now.value - before.value
  return t('compare.row', {
    row,
    now: shown(now),
    before: shown(before),
    change: change > 0 ? `+${change}` : `${change}`,
  })
}

const shown = ({ value, of }: Head): string => (of === undefined ? `${value}` : `${value}/${of}`)
