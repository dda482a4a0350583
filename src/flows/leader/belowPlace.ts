import { league, type LeagueLine } from '../../domain/digest/league.ts'
import type { Tally } from '../../domain/tally/figures.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { denied } from './denied.ts'
import { namedPage, pageOf, pages } from './pages.ts'
import { dayOf, figuresIn, viewWords } from './view.ts'

type BelowPlace = Extract<Place, { at: 'below' }>

const PAGE = 8

/** The units right below: in the order of the register, or ranked; of all that has a target, or of one row. */
export function* belowPlace(place: BelowPlace, input: Input, ctx: Ctx): Flow {
  const opened = yield* figuresIn(place, ctx)
  if (opened === undefined) return denied()
  const picked = input.kind === 'picked' ? input.id : undefined
  const ranked = picked === 'ranked' || (place.ranked === true && picked !== 'unranked')
  const { figures } = opened
  const lines = ranked ? league(figures, ctx.tree, place.row) : inOrder(figures, place.row, ctx)
  const page = picked === 'ranked' || picked === 'unranked' ? 0 : pageOf(place.page, input, lines.length, PAGE)
  const shown = namedPage(lines, page, PAGE, { root: place.unit, day: dayOf(place, ctx), tree: ctx.tree })
  const title = figures.rows.find(({ indicator }) => indicator === place.row)?.title
  const head: Line =
    title === undefined || place.row === undefined
      ? t('below.head', { unit: unitName(ctx.tree, place.unit), n: lines.length, when: viewWords(place, ctx) })
      : t('below.headRow', {
          unit: unitName(ctx.tree, place.unit),
          n: lines.length,
          row: t('digest.row', { id: place.row, title: words(title) }),
          when: viewWords(place, ctx),
        })
  return {
    place: { ...place, page, ranked },
    says: [
      ask(
        [head, ...shown.map((one) => unitLine(one, ranked)), t('below.how')],
        [
          ...shown.map((one) => choice(`u:${one.unit}`, words(one.name))),
          ...pages(page, lines.length, PAGE),
          ranked ? choice('unranked', t('below.unranked')) : choice('ranked', t('below.ranked')),
          choice('rows', t('page.back')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

/** In the order of the register. */
function inOrder(figures: Tally, row: string | undefined, ctx: Ctx): readonly LeagueLine[] {
  const byUnit = new Map(league(figures, ctx.tree, row).map((one) => [one.unit, one]))
  return ctx.tree.childrenOn(figures.unit, figures.asOf).flatMap(({ unit }) => byUnit.get(unit) ?? [])
}

function unitLine(one: LeagueLine, ranked: boolean): Line {
  const values = { unit: one.name, met: one.met, of: one.of, approved: one.approvedMet, late: one.late, rank: one.rank }
  if (one.of === 0) return t('below.lineNone', values)
  if (ranked) return t(one.late > 0 ? 'below.rankLate' : 'below.rank', values)
  return t(one.late > 0 ? 'below.lineLate' : 'below.line', values)
}
