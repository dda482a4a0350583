import type { UnitId } from '../../domain/ids.ts'
import { owed } from '../../domain/report/owed.ts'
import type { Form } from '../../domain/plan/form.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { figuresOf } from '../union/figures.ts'
import type { Place } from '../union/place.ts'
import { openForm } from './openForm.ts'
import { noPlan, planNote } from './planNote.ts'

type KindsPlace = Extract<Place, { at: 'kinds' }>

const FIRST = 7

/** The kinds of activity that the plan asks of her level, those still owed on top. */
export function* kindsPlace(place: KindsPlace, input: Input, ctx: Ctx): Flow {
  const units = unitsOf(ctx.who, 'officer')
  const plan = ctx.plans.latestOn(ctx.today)
  const [unit] = units
  if (unit === undefined) return { place: { at: 'home' }, says: [say(t('officer.noUnit'))], effects: [] }
  if (plan === undefined) return { place: { at: 'home' }, says: [noPlan(ctx)], effects: [] }
  if (input.kind === 'picked' && input.id.startsWith('k:')) return yield* openKind(input.id.slice(2), ctx)
  if (input.kind === 'picked' && input.id === 'all')
    return yield* kindsPlace({ at: 'kinds', all: true }, { kind: 'enter' }, ctx)
  const level = ctx.tree.versionOn(unit, ctx.today)?.level
  const forms = ctx.plans.formsOn(ctx.today).filter((form) => level === undefined || form.levels.includes(level))
  const opened = yield* figuresOf(unit, ctx)
  const owing = new Set(
    (opened === undefined ? [] : owed(opened.figures, unit))
      .filter((one) => one.standing !== 'met')
      .flatMap((one) => plan.indicators.find((row) => row.id === one.row)?.sources.map((source) => source.form) ?? []),
  )
  const sorted = [...forms.filter((form) => owing.has(form.id)), ...forms.filter((form) => !owing.has(form.id))]
  const shown = place.all === true ? sorted : sorted.slice(0, FIRST)
  const buttons = shown.map((form) =>
    choice(`k:${form.id}`, owing.has(form.id) ? t('kinds.owed', { form: words(form.short) }) : words(form.short)),
  )
  const more = shown.length < sorted.length ? [choice('all', t('kinds.all', { n: sorted.length }))] : []
  return {
    place,
    says: [ask([...planNote(ctx), t('kinds.ask')], [...buttons, ...more, choice('home', t('menu.home'))])],
    effects: [],
  }
}

export function* openKind(id: string, ctx: Ctx): Flow {
  const form = ctx.plans.formOn(ctx.today, id)
  const units = unitsOf(ctx.who, 'officer')
  const [unit, second] = units
  if (form === undefined || unit === undefined) return yield* kindsPlace({ at: 'kinds' }, { kind: 'enter' }, ctx)
  return second === undefined ? yield* openForm({ form, unit }, ctx) : askUnit(form, units, ctx)
}

export function askUnit(form: Form, units: readonly UnitId[], ctx: Ctx, line?: string): UnionDecision {
  const buttons = units.map((unit) => choice(`u:${unit}`, words(unitName(ctx.tree, unit))))
  const place = { at: 'whichUnit' as const, form: form.id, ...(line === undefined ? {} : { line }) }
  return { place, says: [ask([t('kinds.whichUnit')], buttons)], effects: [] }
}
