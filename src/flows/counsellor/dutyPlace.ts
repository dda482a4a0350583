import { HOUR, instant } from '../../domain/calendar.ts'
import { memberId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type CaseLine, mine, otherMembers } from '../vault/needs.ts'
import { clock, gone, memberLabel, showDesk } from './desk.ts'

/** A duty lasts at most twelve hours. */
const DUTY = 12 * HOUR

/** A test page goes to every channel she has; the duty begins when she has answered one of them. */
export function testPage(ctx: Ctx): VaultDecision {
  if (ctx.member === undefined) return { place: { at: 'desk' }, says: [], effects: [] }
  const page = { kind: 'dutyTest', data: {} }
  return {
    place: { at: 'desk' },
    says: [ask([t('duty.testSent')], [choice('desk', t('desk.open'))])],
    effects: [{ do: 'tellMember', member: ctx.member.id, event: page, key: `dutyTest:${ctx.newId()}` }],
  }
}

export const goOnDuty = (ctx: Ctx): VaultDecision => {
  const until = instant(ctx.now + DUTY)
  return {
    place: { at: 'desk' },
    says: [
      ask(
        [t('desk.dutyOn', { until: clock(until) })],
        [choice('queue', t('desk.queue'), 'go'), choice('dutyOff', t('desk.goOff'))],
      ),
    ],
    effects: [
      { do: 'setDuty', until },
      { do: 'audit', act: 'duty.on', subject: ctx.member?.id ?? '' },
    ],
  }
}

/** Ends the duty; whoever still holds cases hands them over first, or says that she keeps them. */
export function* goOffDuty(ctx: Ctx): Flow {
  const cases = yield* mine()
  return cases.length === 0 ? off(ctx, []) : yield* askHandOver(cases)
}

const off = (ctx: Ctx, effects: readonly Effect[]): VaultDecision => ({
  place: { at: 'desk' },
  says: [ask([t('desk.dutyOff')], [choice('dutyOn', t('desk.goOn')), choice('desk', t('desk.open'))])],
  effects: [...effects, { do: 'setDuty' }, { do: 'audit', act: 'duty.off', subject: ctx.member?.id ?? '' }],
})

function* askHandOver(cases: readonly CaseLine[]): Flow {
  const members = yield* otherMembers()
  return {
    place: { at: 'endOfDuty' },
    says: [
      ask(
        [
          t('dutyEnd.ask', { n: cases.length }),
          t('dutyEnd.which', { aliases: cases.map((one) => one.alias).join(', ') }),
        ],
        [
          ...members.map((one) => choice(`to:${one.id}`, memberLabel(one))),
          choice('keep', t('dutyEnd.keep')),
          choice('desk', t('desk.open')),
        ],
      ),
    ],
    effects: [],
  }
}

/** All of hers are offered at once; each stays hers until the other has accepted it. */
export function* endOfDutyPlace(input: Input, ctx: Ctx): Flow {
  const cases = yield* mine()
  if (cases.length === 0) return off(ctx, [])
  if (input.kind === 'picked' && input.id === 'keep') return off(ctx, [])
  const members = yield* otherMembers()
  const to = input.kind === 'picked' ? members.find((one) => input.id === `to:${one.id}`) : undefined
  if (to === undefined) return yield* askHandOver(cases)
  const member = memberId(to.id)
  // Whose woman has refused that member stays where it is.
  const given = cases.filter((one) => !one.refusedBy.includes(member))
  const ended = off(
    ctx,
    given.flatMap((one): readonly Effect[] => [
      { do: 'offerCase', case: one.id, to: member },
      {
        do: 'tellMember',
        member,
        event: { kind: 'offered', data: { case: one.id } },
        key: `offer:${one.id}:${ctx.newId()}`,
      },
      { do: 'audit', act: 'offer', subject: one.alias },
    ]),
  )
  return { ...ended, says: [say(t('dutyEnd.offered', { n: given.length, name: to.name })), ...ended.says] }
}

/** She has answered the test page. */
export function* answerTestPage(ctx: Ctx): Flow {
  if (ctx.member === undefined) return yield* gone(ctx)
  return ctx.member.dutyUntil !== undefined && ctx.member.dutyUntil > ctx.now ? yield* showDesk(ctx) : goOnDuty(ctx)
}
