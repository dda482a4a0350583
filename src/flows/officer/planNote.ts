import { formatDate, yearOf } from '../../domain/calendar.ts'
import { ask, choice, type Line, type Say, t } from '../say.ts'
import type { Ctx } from '../union/context.ts'

/** Where no plan holds today but one did until lately: which year's is not loaded, who loads it, and what is shown meanwhile. */
export function planNote(ctx: Ctx): readonly Line[] {
  const last = ctx.plans.planOn(ctx.today) === undefined ? ctx.plans.latestOn(ctx.today) : undefined
  return last === undefined ? [] : [t('plan.notYet', { year: yearOf(ctx.today), date: formatDate(last.to) })]
}

/** Said in place of what only a plan could show. */
export const noPlan = (ctx: Ctx): Say =>
  ask([t('plan.none', { year: yearOf(ctx.today) })], [choice('home', t('menu.home'))])
