import { needsSecondEyes, type Outcome, OUTCOMES } from '../../domain/case/case.ts'
import { type CaseId, memberId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { type CaseLine, otherMembers, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { alarmFirst, memberLabel, notHers, toDesk } from './desk.ts'

/** How it ended. "Quấy rối" closes the door of that account, with a second member's agreement. */
export function* askOutcome(id: CaseId, ctx: Ctx): Flow {
  const { found } = yield* theCase(id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  if (found.alarm !== undefined) return alarmFirst(found)
  return {
    place: { at: 'closing', id },
    says: [
      ask(
        [t('closing.ask', { alias: found.alias })],
        [...OUTCOMES.map((one) => choice(`o:${one}`, t(`outcome.${one}`))), choice('open', t('page.back'))],
      ),
    ],
    effects: [],
  }
}

export function* closingPlace(place: Extract<Place, { at: 'closing' }>, input: Input, ctx: Ctx): Flow {
  const outcome = input.kind === 'picked' ? OUTCOMES.find((one) => input.id === `o:${one}`) : undefined
  if (outcome === undefined) return yield* askOutcome(place.id, ctx)
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  if (found.alarm !== undefined) return alarmFirst(found)
  if (needsSecondEyes(found.highRisk, outcome)) return yield* askWho(found, outcome)
  const told = { kind: 'closed', data: { case: found.id } }
  return toDesk(
    [t('closing.done', { alias: found.alias })],
    [
      { do: 'closeCase', case: found.id, outcome },
      ...(found.conversation === undefined
        ? []
        : [{ do: 'tell' as const, to: found.conversation, event: told, key: `closed:${ctx.newId()}` }]),
      { do: 'audit', act: `close.${outcome}`, subject: found.alias },
    ],
  )
}

/** A high risk is closed by two. */
function* askWho(found: CaseLine, outcome: Outcome): Flow {
  const members = yield* otherMembers()
  return {
    place: { at: 'secondEyes', id: found.id, outcome },
    says: [
      ask(
        [t(members.length === 0 ? 'closing.nobodyElse' : 'closing.whoLooks', { alias: found.alias })],
        [...members.map((one) => choice(`to:${one.id}`, memberLabel(one))), choice('open', t('page.back'))],
      ),
    ],
    effects: [],
  }
}

export function* secondEyesPlace(place: Extract<Place, { at: 'secondEyes' }>, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.takenBy !== ctx.member?.id || found.state !== 'taken') return yield* notHers(ctx)
  if (found.alarm !== undefined) return alarmFirst(found)
  const members = yield* otherMembers()
  const by = input.kind === 'picked' ? members.find((one) => input.id === `to:${one.id}`) : undefined
  if (by === undefined) return yield* askWho(found, place.outcome)
  return toDesk(
    [t('closing.asked', { name: by.name, alias: found.alias })],
    [
      { do: 'askClose', case: found.id, outcome: place.outcome, by: memberId(by.id) },
      {
        do: 'tellMember',
        member: memberId(by.id),
        event: { kind: 'closeAsked', data: { case: found.id } },
        key: `closeAsked:${ctx.newId()}`,
      },
      { do: 'audit', act: `close.ask.${place.outcome}`, subject: found.alias },
    ],
  )
}
