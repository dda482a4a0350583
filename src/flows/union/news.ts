import { DAY, instant, type Instant } from '../../domain/calendar.ts'
import { leaderUnit } from '../leader/progressPlace.ts'
import { type Line, t } from '../say.ts'
import type { Ctx } from './context.ts'
import { type Asking, newsSince } from './needs.ts'

const DAYS = 7

/** What came about since her last visit, in numbers: the details are a tap away. */
export function* newsLines(ctx: Ctx): Asking<readonly Line[]> {
  const told = yield* linesSince(undefined, ctx)
  return told.length === 0 ? [] : [t('news.head'), ...told]
}

/** Asked for: where nothing came since her last words, that of the last days, which she may have been told already. */
export function* allNews(ctx: Ctx): Asking<readonly Line[]> {
  const fresh = yield* newsLines(ctx)
  if (fresh.length > 0) return fresh
  const told = yield* linesSince(instant(ctx.now - DAYS * DAY), ctx)
  return told.length === 0 ? [t('news.none', { n: DAYS })] : [t('news.days', { n: DAYS }), ...told]
}

function* linesSince(since: Instant | undefined, ctx: Ctx): Asking<readonly Line[]> {
  const root = leaderUnit(ctx)
  const below = root === undefined ? [] : ctx.tree.subtreeOn(root, ctx.today).map((one) => one.unit)
  const news = yield* newsSince(below, since)
  const told = (['returned', 'approved', 'sent', 'announcements'] as const).filter((what) => news[what] > 0)
  return told.map((what) => t(`news.${what}`, { count: news[what] }))
}
