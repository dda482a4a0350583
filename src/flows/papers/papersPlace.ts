import { fileId, unitId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, say, t } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { noPlan, planNote } from '../officer/planNote.ts'
import { CHARTS } from './charts.ts'
import { unitFile } from './unitFile.ts'

type PapersPlace = Extract<Place, { at: 'papers' }>

const LINK_MINUTES = 15

/** "Văn bản, biểu đồ": files about a unit, made when they are asked for, and the way to the page of figures. */
export function* papersPlace(place: PapersPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'progress.read', place.unit)) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  if (ctx.plans.latestOn(ctx.today) === undefined) return { place: { at: 'home' }, says: [noPlan(ctx)], effects: [] }
  if (input.kind === 'picked' && input.id.startsWith('u:')) {
    return yield* papersPlace({ at: 'papers', unit: unitId(input.id.slice(2)) }, { kind: 'enter' }, ctx)
  }
  if (input.kind === 'picked' && input.id === 'web') return givePage(place, ctx)
  const file = input.kind === 'picked' ? yield* unitFile(place.unit, input.id, ctx) : undefined
  if (file === undefined) return { place, says: [card(place, ctx)], effects: [] }
  const id = fileId(ctx.newId())
  return {
    place,
    says: [{ lines: [file.line], files: [id] }, card(place, ctx)],
    effects: [{ do: 'makeFile', id, name: file.name, made: file.made }],
  }
}

/** A link that opens once, for her alone; the one before it opens nothing any more. */
function givePage(place: PapersPlace, ctx: Ctx): UnionDecision {
  if (ctx.base === undefined || ctx.who === undefined) {
    return { place, says: [say(t('link.noPage')), card(place, ctx)], effects: [] }
  }
  const secret = `${ctx.newId()}${ctx.newId()}`
  return {
    place,
    says: [say(t('link.given', { url: `${ctx.base}/mo/${secret}`, minutes: LINK_MINUTES })), card(place, ctx)],
    effects: [{ do: 'makeLink', purpose: 'web', secret, subject: ctx.who.id, minutes: LINK_MINUTES }],
  }
}

const card = (place: PapersPlace, ctx: Ctx) =>
  ask([...planNote(ctx), t('papers.head', { unit: unitName(ctx.tree, place.unit) })], choices(place, ctx))

const choices = ({ unit }: PapersPlace, ctx: Ctx): readonly Choice[] => [
  ...CHARTS.map((kind) => choice(`chart:${kind}`, t(`chart.${kind}.button`))),
  choice('word', t('papers.word')),
  choice('excel', t('papers.excel')),
  choice('official', t('papers.official')),
  choice('web', t('papers.web')),
  ...unitsOf(ctx.who, 'officer')
    .filter((one) => one !== unit)
    .map((one) => choice(`u:${one}`, t('unit.other', { unit: unitName(ctx.tree, one) }))),
  choice('progress', t('menu.progress')),
  choice('home', t('menu.home')),
]
