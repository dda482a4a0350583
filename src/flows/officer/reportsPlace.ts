import { formatDate } from '../../domain/calendar.ts'
import { reportId } from '../../domain/ids.ts'
import type { Report } from '../../domain/report/report.ts'
import { unitName } from '../form/showValue.ts'
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

/** The reports of a unit in the plan of today or the one that ended lately, newest first. */
export function* reportsPlace(place: ReportsPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'report.read', place.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const plan = ctx.plans.latestOn(ctx.today)
  if (plan === undefined) return { place: { at: 'home' }, says: [noPlan(ctx)], effects: [] }
  if (input.kind === 'picked' && input.id.startsWith('r:')) {
    const report = reportId(input.id.slice(2))
    return yield* reportPlace({ at: 'report', report, back: place }, { kind: 'enter' }, ctx)
  }
  const mine = input.kind === 'picked' && input.id === 'mine' ? yield* myReports(ctx) : undefined
  const all = (yield* reportsOf([place.unit], plan.from, plan.to)).toSorted((a, b) => b.changedAt - a.changedAt)
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = all.slice(page * PAGE, page * PAGE + PAGE)
  const head =
    all.length === 0
      ? t('reports.none', { unit: unitName(ctx.tree, place.unit) })
      : t('reports.head', { unit: unitName(ctx.tree, place.unit), n: all.length })
  const choices: readonly Choice[] = [
    ...shown.map((one) => choice(`r:${one.id}`, reportLabel(one, ctx))),
    ...pages(page, all.length, PAGE),
    ...(place.back === undefined ? [] : [choice('list', t('page.back'))]),
    ...(mayDo(ctx, 'report.write', place.unit) ? [choice('mine', t('mine.button'))] : []),
    choice('home', t('menu.home')),
  ]
  return {
    place: { ...place, page },
    says: [...(mine === undefined ? [] : [mine.say]), ask([head, ...planNote(ctx)], choices)],
    effects: mine?.effects ?? [],
  }
}

function reportLabel(report: Report, ctx: Ctx): Line {
  const form = ctx.plans.form(report.form, report.formVersion)
  const name = words(form?.short ?? report.form)
  return t('reports.line', { form: name, date: formatDate(report.eventDate), state: t(`state.${report.state}`) })
}
