import { formatDate, isLocalDate, yearOf } from '../../domain/calendar.ts'
import { reportId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { newestFirst, type Report } from '../../domain/report/report.ts'
import { showPeriod, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow } from '../union/context.ts'
import { reportsOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { myReports } from '../papers/myReports.ts'
import { noPlan, planNote } from './planNote.ts'
import { reportPlace } from './reportPlace.ts'

type ReportsPlace = Extract<Place, { at: 'reports' }>

const PAGE = 6

/** The reports of a unit in the plan of today or the one that ended lately, newest first, and the way to those of the year before. */
export function* reportsPlace(place: ReportsPlace, input: Input, ctx: Ctx): Flow {
  const { unit, back } = place
  if (!mayDo(ctx, 'report.read', unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  if (input.kind === 'picked' && input.id.startsWith('r:')) {
    const report = reportId(input.id.slice(2))
    return yield* reportPlace({ at: 'report', report, back: place }, { kind: 'enter' }, ctx)
  }
  if (input.kind === 'picked' && input.id.startsWith('on:')) {
    const day = input.id.slice(3)
    const { on: _on, ...now } = place
    const then = isLocalDate(day) && day < ctx.today ? { ...now, on: day } : now
    return yield* reportsPlace({ ...then, page: 0 }, { kind: 'enter' }, ctx)
  }
  const plan = ctx.plans.latestOn(place.on ?? ctx.today)
  if (plan === undefined) return { place: { at: 'home' }, says: [noPlan(ctx)], effects: [] }
  const mine = input.kind === 'picked' && input.id === 'mine' ? yield* myReports(ctx) : undefined
  const all = (yield* reportsOf([unit], plan.from, plan.to)).toSorted(newestFirst)
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = all.slice(page * PAGE, page * PAGE + PAGE)
  const named = { unit: unitName(ctx.tree, unit), n: all.length }
  const head = t(all.length === 0 ? 'reports.none' : 'reports.head', named)
  const choices: readonly Choice[] = [
    ...shown.map((one) => choice(`r:${one.id}`, reportLabel(one, ctx))),
    ...pages(page, all.length, PAGE),
    ...otherYears(plan, ctx).map((one) => choice(`on:${one.to}`, yearLine(one))),
    ...(back === undefined ? [] : [choice('list', t('page.back'))]),
    ...(mayDo(ctx, 'report.write', unit) ? [choice('mine', t('mine.button'))] : []),
    choice('home', t('menu.home')),
  ]
  const lines = place.on === undefined ? [head, ...planNote(ctx)] : [yearLine(plan), head]
  return {
    place: { ...place, page },
    says: [...(mine === undefined ? [] : [mine.say]), ask(lines, choices)],
    effects: mine?.effects ?? [],
  }
}

/** From an earlier plan the way back to that of today, and the one that ended before what is shown. */
function otherYears(shown: Plan, ctx: Ctx): readonly Plan[] {
  const now = ctx.plans.latestOn(ctx.today)
  return [now === shown ? undefined : now, ctx.plans.endedBefore(shown.from)].flatMap((one) => one ?? [])
}

const yearLine = (plan: Plan): Line => showPeriod(String(yearOf(plan.from)))

function reportLabel(report: Report, ctx: Ctx): Line {
  const form = ctx.plans.form(report.form, report.formVersion)
  const name = words(form?.short ?? report.form)
  return t('reports.line', { form: name, date: formatDate(report.eventDate), state: t(`state.${report.state}`) })
}
