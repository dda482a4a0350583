import { owed, type Owed } from '../../domain/report/owed.ts'
import { reportId, unitId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { isApproved, isSent, type Report } from '../../domain/report/report.ts'
import { joined, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import { type Ctx, type Flow, hasRole, unitsOf } from '../union/context.ts'
import { everyReport, figuresOf, ownReports } from '../union/figures.ts'
import { type Asking, myDrafts, othersDrafts } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { loopsOf, loopsPlace } from './loopsPlace.ts'
import { owedLines } from './owedLines.ts'
import { noPlan, planNote } from './planNote.ts'
import { reportPlace } from './reportPlace.ts'
import { mendLabel } from './sentBack.ts'

type UnitPlace = Extract<Place, { at: 'unit' }>

const RETURNED_SHOWN = 5

/** "Đơn vị tôi": done, owed, due, drafts and what was returned; one who works for several units goes from one to the other. */
export function* unitPlace(place: UnitPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('u:')) {
    return yield* unitPlace({ at: 'unit', unit: unitId(input.id.slice(2)) }, { kind: 'enter' }, ctx)
  }
  if (input.kind === 'picked' && input.id.startsWith('r:')) {
    const report = reportId(input.id.slice(2))
    return yield* reportPlace({ at: 'report', report, back: place }, { kind: 'picked', id: 'mend' }, ctx)
  }
  if (input.kind === 'picked' && input.id === 'loops') {
    return yield* loopsPlace({ at: 'loops', unit: place.unit, page: 0 }, { kind: 'enter' }, ctx)
  }
  if (!mayDo(ctx, 'progress.read', place.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const opened = yield* figuresOf(place.unit, ctx)
  if (opened === undefined) return { place: { at: 'home' }, says: [noPlan(ctx)], effects: [] }
  const { plan, figures } = opened
  const reports = (yield* ownReports(plan, place.unit)).filter((one) => one.unit === place.unit)
  const drafts = yield* myDrafts()
  const rows = owed(figures, place.unit)
  const done = rows.filter((one) => one.asked && one.standing === 'met')
  const plain = rows.filter((one) => !one.asked)
  const owing = rows.filter((one) => one.asked && one.standing !== 'met')
  // A new plan answers no comment on a report of the one before.
  const returned = (yield* everyReport([place.unit], ctx)).filter(
    (one) => one.unit === place.unit && one.state === 'returned',
  )
  const loops = mayDo(ctx, 'report.write', place.unit) ? yield* loopsOf(place.unit, ctx) : []
  const lines: readonly Line[] = [
    t('unit.head', { unit: unitName(ctx.tree, place.unit), plan: planName(plan) }),
    ...planNote(ctx),
    t('unit.counts', {
      done: done.length,
      owed: owing.length,
      sent: reports.filter(isSent).length,
      approved: reports.filter(isApproved).length,
    }),
    ...section('unit.done', done, plan),
    ...section('unit.owed', owing, plan),
    ...section('unit.plain', plain, plan),
    ...(returned.length === 0 ? [] : [t('unit.returned', { n: returned.length })]),
    ...(drafts.length === 0 ? [] : [t('unit.drafts', { n: drafts.length })]),
    ...(yield* othersLine(place, ctx)),
  ]
  return {
    place,
    says: [ask(lines, choicesOf(place, { returned, drafts: drafts.length, loops: loops.length }, ctx))],
    effects: [],
  }
}

function choicesOf(
  { unit }: UnitPlace,
  {
    returned,
    drafts,
    loops,
  }: { readonly returned: readonly Report[]; readonly drafts: number; readonly loops: number },
  ctx: Ctx,
): readonly Choice[] {
  const others = unitsOf(ctx.who, 'officer').filter((one) => one !== unit)
  const mends = mayDo(ctx, 'report.write', unit) ? returned.slice(0, RETURNED_SHOWN) : []
  return [
    ...mends.map((one) => choice(`r:${one.id}`, mendLabel(one, ctx), 'go')),
    ...(hasRole(ctx.who, 'officer') ? [choice('kinds', t('menu.report'), 'go')] : []),
    ...(drafts === 0 ? [] : [choice('drafts', t('menu.drafts'))]),
    ...(loops === 0 ? [] : [choice('loops', t('loop.menu', { n: loops }))]),
    choice('reports', t('unit.reports')),
    ...others.map((one) => choice(`u:${one}`, t('unit.other', { unit: unitName(ctx.tree, one) }))),
    choice('files', t('menu.papers')),
    choice('home', t('menu.home')),
  ]
}

/** What colleagues in the unit have under way, so that nobody writes the same report twice. */
function* othersLine({ unit }: UnitPlace, ctx: Ctx): Asking<readonly Line[]> {
  if (!mayDo(ctx, 'report.write', unit)) return []
  const drafts = yield* othersDrafts(unit)
  if (drafts.length === 0) return []
  const shown = drafts.map((one) =>
    t('unit.othersDraft', { form: words(ctx.plans.form(one.form)?.short ?? one.form), name: one.name }),
  )
  return [t('unit.others', { drafts: joined(shown) })]
}

/** The plan's title, with its mark where it is only for the demonstration. */
export const planName = (plan: Plan): Line =>
  plan.mark === undefined ? words(plan.title) : t('plan.marked', { plan: words(plan.title), mark: words(plan.mark) })

const section = (head: 'unit.done' | 'unit.owed' | 'unit.plain', rows: readonly Owed[], plan: Plan): readonly Line[] =>
  rows.length === 0 ? [] : [t(head), ...owedLines(rows, plan)]
