import { type PersonId, personId, type UnitId, unitId } from '../../domain/ids.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { type Asking, type LeftBehind, leftBehind, peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'

type HandOverPlace = Extract<Place, { at: 'handOver' }>

/** Drafts of people who write for a unit no more go to an officer who does. What is open and the history are the unit's anyway. */
export function* handOverPlace(place: HandOverPlace, input: Input, ctx: Ctx): Flow {
  if (unitsOf(ctx.who, 'admin').length === 0) {
    return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  }
  const all = yield* workLeftBehind(ctx)
  const wanted = input.kind === 'picked' && input.id.startsWith('h:') ? readKey(input.id.slice(2)) : place.whose
  const left = all.find((one) => one.person === wanted?.person && one.unit === wanted.unit)
  if (left === undefined) return showLeft(all, ctx)
  const officers = (yield* peopleOf([left.unit])).filter((one) => one.role === 'officer')
  const to = input.kind === 'picked' ? officers.find((one) => input.id === `t:${one.person}`) : undefined
  if (to === undefined) return askSuccessor(left, officers, ctx)
  return {
    place: { at: 'admin' },
    says: [
      ask([t('admin.handedOver', { name: left.name, to: to.name })], [choice('admin', t('page.back'), 'go'), HOME]),
    ],
    effects: [
      { do: 'handOver', from: left.person, to: to.person, unit: left.unit },
      { do: 'audit', act: 'handOver', subject: `${left.person}>${to.person}@${left.unit}` },
      {
        do: 'plan',
        kind: 'handedOver',
        key: `handedOver:${left.unit}:${left.person}:${to.person}:${ctx.now}`,
        person: to.person,
        at: ctx.now,
        data: { from: left.name, unit: left.unit, drafts: String(left.drafts) },
      },
    ],
  }
}

const HOME = choice('home', t('menu.home'))

/** What lies unfinished in the units of an administrator, of people whose right to write there has ended. */
export function* workLeftBehind(ctx: Ctx): Asking<readonly LeftBehind[]> {
  const units = unitsOf(ctx.who, 'admin')
    .flatMap((root) => ctx.tree.subtreeOn(root, ctx.today))
    .map((one) => one.unit)
    .filter((unit) => mayDo(ctx, 'unit.revoke', unit))
  return yield* leftBehind([...new Set(units)])
}

const keyOf = ({ person, unit }: Pick<LeftBehind, 'person' | 'unit'>): string => `${person}|${unit}`

function readKey(key: string): { readonly person: PersonId; readonly unit: UnitId } {
  const [person = '-', unit = '-'] = key.split('|')
  return { person: personId(person), unit: unitId(unit) }
}

function showLeft(all: readonly LeftBehind[], ctx: Ctx): UnionDecision {
  const line = (one: LeftBehind): Line =>
    t('admin.leftLine', { name: one.name, unit: unitName(ctx.tree, one.unit), n: one.drafts })
  const choices: readonly Choice[] = [
    ...all.slice(0, 10).map((one) => choice(`h:${keyOf(one)}`, line(one))),
    choice('admin', t('page.back')),
    HOME,
  ]
  return {
    place: { at: 'handOver' },
    says: [ask([t(all.length === 0 ? 'admin.nothingLeft' : 'admin.leftBehind')], choices)],
    effects: [],
  }
}

function askSuccessor(
  left: LeftBehind,
  officers: readonly { readonly person: PersonId; readonly name: string }[],
  ctx: Ctx,
): UnionDecision {
  const unit = unitName(ctx.tree, left.unit)
  const question =
    officers.length === 0
      ? t('admin.noSuccessor', { unit })
      : t('admin.successor', { n: left.drafts, name: left.name, unit })
  return {
    place: { at: 'handOver', whose: { person: left.person, unit: left.unit } },
    says: [
      ask(
        [question],
        [
          ...officers.map((one) => choice(`t:${one.person}`, words(one.name))),
          ...(officers.length === 0 ? [choice('invite', t('admin.invite'), 'go')] : []),
          choice('admin', t('page.back')),
          HOME,
        ],
      ),
    ],
    effects: [],
  }
}
