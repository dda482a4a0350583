import { inviteCode } from '../../domain/inviteCode.ts'
import { personId, type UnitId, unitId } from '../../domain/ids.ts'
import { labelsBelow, unitLabels } from '../../domain/unit/labels.ts'
import { findUnits } from '../../domain/unit/search.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { peopleOf, telegramName } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { acceptPlace } from './acceptPlace.ts'
import { handOverPlace, workLeftBehind } from './handOverPlace.ts'

type AdminPlace = Extract<Place, { at: 'admin' }>
type InvitePlace = Extract<Place, { at: 'invite' }>
type RevokePlace = Extract<Place, { at: 'revoke' }>

const INVITED = ['officer', 'leader', 'admin', 'counsellor', 'clubHead', 'provinceDuty'] as const
const PAGE = 8

/** What an administrator may do in the chat; nothing here reaches a case. */
export function* adminPlace(place: AdminPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'invite')
    return yield* invitePlace({ at: 'invite' }, { kind: 'enter' }, ctx)
  if (input.kind === 'picked' && input.id === 'revoke')
    return yield* revokePlace({ at: 'revoke', page: 0 }, { kind: 'enter' }, ctx)
  if (input.kind === 'picked' && input.id === 'handOver')
    return yield* handOverPlace({ at: 'handOver' }, { kind: 'enter' }, ctx)
  if (input.kind === 'picked' && input.id === 'acceptAfter')
    return yield* acceptPlace({ at: 'acceptAfter' }, { kind: 'enter' }, ctx)
  const root = unitsOf(ctx.who, 'admin')[0]
  if (root === undefined) return denied()
  const left = (yield* workLeftBehind(ctx)).length
  const counts = ctx.tree.subtreeOn(root, ctx.today).length
  return {
    place,
    says: [
      ask(
        [t('admin.head', { unit: unitName(ctx.tree, root), n: counts })],
        [
          choice('invite', t('admin.invite'), 'go'),
          choice('revoke', t('admin.revoke')),
          ...(left === 0 ? [] : [choice('handOver', t('admin.handOverOf', { n: left }))]),
          choice('acceptAfter', t('admin.acceptAfter')),
          choice('letterhead', t('admin.letterhead')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

/** A role, then a unit by its name, then a code that is shown once. */
export function* invitePlace(place: InvitePlace, input: Input, ctx: Ctx): Flow {
  if (unitsOf(ctx.who, 'admin').length === 0) return denied()
  if (place.role === undefined) {
    const role = input.kind === 'picked' ? INVITED.find((one) => input.id === `role:${one}`) : undefined
    return role === undefined ? askRole() : askUnit(role)
  }
  if (input.kind === 'picked' && input.id.startsWith('u:'))
    return yield* issue(place.role, unitId(input.id.slice(2)), ctx)
  if (input.kind !== 'said') return askUnit(place.role)
  const found = findUnits(ctx.tree, input.text, ctx.today).filter((one) => mayDo(ctx, 'unit.invite', one.unit))
  if (found.length === 0) return askUnit(place.role, t('problem.noSuchUnit'))
  const [only, second] = found
  if (only !== undefined && second === undefined) return yield* issue(place.role, only.unit, ctx)
  return chooseUnit(
    place.role,
    found.slice(0, 8).map((one) => one.unit),
    ctx,
  )
}

const askRole = (): UnionDecision => ({
  place: { at: 'invite' },
  says: [
    ask(
      [t('admin.whichRole')],
      [...INVITED.map((role) => choice(`role:${role}`, t(`role.${role}`))), choice('admin', t('page.back'))],
    ),
  ],
  effects: [],
})

function askUnit(role: string, before?: Line): UnionDecision {
  const lines = before === undefined ? [t('admin.whichUnit')] : [before, t('admin.whichUnit')]
  return {
    place: { at: 'invite', role },
    says: [ask(lines, [choice('admin', t('page.back'))])],
    effects: [],
    typed: 'value',
  }
}

function chooseUnit(role: string, found: readonly UnitId[], ctx: Ctx): UnionDecision {
  const labels = unitLabels(ctx.tree, found, ctx.today)
  return {
    place: { at: 'invite', role },
    says: [
      ask(
        [t('form.whichUnit')],
        found.map((unit, index) => choice(`u:${unit}`, words(labels[index] ?? unit))),
      ),
    ],
    effects: [],
  }
}

function* issue(role: string, unit: UnitId, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'unit.invite', unit)) return denied()
  const code = inviteCode(ctx.newSecret())
  const bot = yield* telegramName()
  const known = INVITED.find((one) => one === role) ?? 'officer'
  return {
    place: { at: 'admin' },
    says: [
      ask(
        [
          t('admin.code', { role: t(`role.${known}`), unit: labelOf(unit, ctx), code }),
          ...(bot === undefined ? [] : [t('admin.link', { url: `https://t.me/${bot}?start=${code}` })]),
        ],
        [choice('invite', t('admin.another')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      { do: 'invite', id: ctx.newId(), code: code.replace('-', ''), role, unit },
      { do: 'audit', act: 'invite', subject: `${role}@${unit}` },
    ],
  }
}

/** Takes every role of one person away at once; her account is a visitor's from the next message on. */
export function* revokePlace(place: RevokePlace, input: Input, ctx: Ctx): Flow {
  const root = unitsOf(ctx.who, 'admin')[0]
  if (root === undefined) return denied()
  const people = yield* peopleOf(ctx.tree.subtreeOn(root, ctx.today).map((one) => one.unit))
  const chosen = people.find((one) => one.person === place.person)
  if (input.kind === 'picked' && input.id === 'yes' && chosen !== undefined && chosen.person !== ctx.who?.id) {
    return {
      place: { at: 'admin' },
      says: [
        ask(
          [t('admin.revoked', { name: chosen.name })],
          [choice('handOver', t('admin.handOver'), 'go'), choice('home', t('menu.home'))],
        ),
      ],
      effects: [
        { do: 'revoke', person: chosen.person },
        { do: 'audit', act: 'revoke', subject: chosen.person },
      ],
    }
  }
  if (input.kind === 'picked' && input.id.startsWith('p:')) {
    const person = personId(input.id.slice(2))
    const found = people.find((one) => one.person === person)
    if (found !== undefined) {
      return {
        place: { at: 'revoke', person },
        says: [
          ask(
            [
              t('admin.revokeSure', {
                name: found.name,
                role: t(`role.${found.role}`),
                unit: labelOf(found.unit, ctx),
              }),
            ],
            [
              choice('yes', t('admin.revokeYes'), 'danger'),
              choice('phone', t('admin.newPhone')),
              choice('list', t('page.back')),
            ],
          ),
        ],
        effects: [],
      }
    }
  }
  const page = Math.max(
    0,
    (place.page ?? 0) +
      (input.kind === 'picked' && input.id === 'next'
        ? 1
        : input.kind === 'picked' && input.id === 'previous'
          ? -1
          : 0),
  )
  const shown = people.slice(page * PAGE, page * PAGE + PAGE)
  return {
    place: { at: 'revoke', page },
    says: [
      ask(
        [t('admin.whom', { n: people.length })],
        [
          ...shown.map((one) =>
            choice(
              `p:${one.person}`,
              t('admin.person', { name: one.name, role: t(`role.${one.role}`), unit: labelOf(one.unit, ctx) }),
            ),
          ),
          ...(page > 0 ? [choice('previous', t('page.previous'))] : []),
          ...((page + 1) * PAGE < people.length ? [choice('next', t('page.next'))] : []),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

/** As buttons name it: with what tells it from others of its name in her province. */
const labelOf = (unit: UnitId, ctx: Ctx): string => {
  const root = unitsOf(ctx.who, 'admin')[0] ?? unit
  return labelsBelow(ctx.tree, root, [unit], ctx.today)[0] ?? unitName(ctx.tree, unit)
}

const denied = (): UnionDecision => ({ place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] })
