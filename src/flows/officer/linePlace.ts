import { formatDate } from '../../domain/calendar.ts'
import { type LineReading, readLine, readLineAs } from '../../domain/line/readLine.ts'
import type { UnitId } from '../../domain/ids.ts'
import { bareName } from '../../domain/unit/search.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { Answers, Form } from '../../domain/plan/form.ts'
import { quoted, showValue, unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, type Say, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import type { Asking } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { askUnit, openKind } from './kindsPlace.ts'
import { openForm } from './openForm.ts'

type LinePlace = Extract<Place, { at: 'line' }>

/** What an officer wrote outside of a form, as a report in one line; undefined where it is none. */
export function* hearLine(text: string, ctx: Ctx): Asking<UnionDecision | undefined> {
  const reading = readingOf(text, ctx)
  switch (reading?.kind) {
    case undefined:
    case 'none':
      return undefined
    case 'name':
      return yield* openKind(reading.form, ctx)
    case 'ahead':
      return toHome(t('line.ahead', { date: formatDate(reading.date) }))
    case 'which':
      return askWhich({ at: 'line', text, forms: reading.forms }, ctx)
    case 'report':
      return yield* openLine(reading.form, text, ctx)
  }
}

/** 'tư vấn' and nothing else: a session to report, or a question of her own? Undefined: it can only be the second. */
export function askCounsel(text: string, ctx: Ctx): UnionDecision | undefined {
  const reading = readingOf(text, ctx)
  if (reading?.kind !== 'name') return undefined
  const choices = [choice(`k:${reading.form}`, t('line.counsel'), 'go'), choice('private', t('home.private'))]
  return { place: { at: 'home' }, says: [ask([t('line.counselOr')], choices)], effects: [] }
}

function readingOf(text: string, ctx: Ctx): LineReading | undefined {
  const units = unitsOf(ctx.who, 'officer')
  const forms = ctx.plans.formsOn(ctx.today)
  if (units.length === 0 || forms.length === 0) return undefined
  return readLine(text, { forms, allowed: allowedFor(forms, units, ctx), today: ctx.today })
}

/** Which kind of activity it was, or that it was none. */
export function* linePlace(place: LinePlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('k:')) return yield* openLine(input.id.slice(2), place.text, ctx)
  if (input.kind === 'picked' && input.id === 'none') return toHome(t('line.notOne'))
  const again = input.kind === 'said' ? yield* hearLine(input.text, ctx) : undefined
  return again ?? askWhich(place, ctx)
}

const toHome = (line: Line): UnionDecision => ({
  place: { at: 'home' },
  says: [ask([line], [choice('home', t('menu.home'))])],
  effects: [],
})

function askWhich(place: LinePlace, ctx: Ctx): UnionDecision {
  const forms = place.forms.flatMap((id) => ctx.plans.formOn(ctx.today, id) ?? [])
  const [only, second] = forms
  const head =
    only !== undefined && second === undefined ? t('line.isIt', { form: words(only.short) }) : t('line.which')
  return {
    place,
    says: [
      ask([head], [...forms.map((one) => choice(`k:${one.id}`, words(one.short))), choice('none', t('line.none'))]),
    ],
    effects: [],
  }
}

/** The form with what the line tells, for her unit, or the one that the line names. */
function* openLine(id: string, text: string, ctx: Ctx): Flow {
  const form = ctx.plans.formOn(ctx.today, id)
  const units = unitsOf(ctx.who, 'officer')
  if (form === undefined) return yield* openKind(id, ctx)
  const named = units.filter((unit) => isNamed(text, unitName(ctx.tree, unit)))
  const [unit] = units.length === 1 ? units : named
  return unit === undefined || (units.length > 1 && named.length > 1)
    ? askUnit(form, units, ctx, text)
    : yield* openLineFor(form, unit, text, ctx)
}

export function* openLineFor(form: Form, unit: UnitId, text: string, ctx: Ctx): Flow {
  const { given, doubtful, left } = readLineAs(text, form, ctx.today, unitName(ctx.tree, unit))
  const opened = yield* openForm({ form, unit, given, doubtful, left }, ctx)
  const draft = opened.effects.find((one) => one.do === 'openDraft')
  const card = opened.says.at(-1)
  if (draft === undefined || card === undefined) return opened
  const undo = { act: { kind: 'undoLine', payload: { draft: draft.id }, minutes: 10 }, label: t('line.none') }
  // Last of the buttons, so that a typed number is never it by mistake.
  const undoable = { ...card, choices: [...(card.choices ?? []), undo] }
  return { ...opened, says: [readBack({ form, given, left }, ctx), ...opened.says.slice(0, -1), undoable] }
}

interface Heard {
  readonly form: Form
  readonly given: Answers
  readonly left: readonly string[]
}

/** Field by field, what was understood, and what was not. */
function readBack({ form, given, left }: Heard, ctx: Ctx): Say {
  const lines: readonly Line[] = form.fields.flatMap((field) => {
    const value = given[field.id]
    return value === undefined
      ? []
      : [t('line.value', { label: words(field.label), value: showValue(field, value, ctx.tree) })]
  })
  const unread = left.length === 0 ? [] : [t('line.left', { parts: quoted(left) })]
  return say(t('line.read', { form: words(form.short) }), ...lines, ...unread)
}

function allowedFor(forms: readonly Form[], units: readonly UnitId[], ctx: Ctx): ReadonlySet<string> {
  const levels = units.flatMap((unit) => ctx.tree.versionOn(unit, ctx.today)?.level ?? [])
  return new Set(forms.filter((form) => form.levels.some((level) => levels.includes(level))).map((form) => form.id))
}

const isNamed = (text: string, name: string): boolean => canonical(text).includes(bareName(name))

type WhichUnitPlace = Extract<Place, { at: 'whichUnit' }>

/** Which of her units the report is for; asked only of one who has several. */
export function* whichUnitPlace(place: WhichUnitPlace, input: Input, ctx: Ctx): Flow {
  const units = unitsOf(ctx.who, 'officer')
  const chosen = input.kind === 'picked' ? units.find((unit) => `u:${unit}` === input.id) : undefined
  const form = ctx.plans.formOn(ctx.today, place.form)
  if (form === undefined) return { place: { at: 'home' }, says: [say(t('form.gone'))], effects: [] }
  if (chosen === undefined) return askUnit(form, units, ctx, place.line)
  return place.line === undefined
    ? yield* openForm({ form, unit: chosen }, ctx)
    : yield* openLineFor(form, chosen, place.line, ctx)
}
