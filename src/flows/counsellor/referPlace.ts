import { REFERRAL_OUTCOMES, type ReferralKind, REFERRALS } from '../../domain/case/case.ts'
import { caseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { type Choice, choice, type Line, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { DeskEffect } from '../vault/deskEffects.ts'
import type { Effect } from '../vault/effects.ts'
import { type CaseLine, type ReferralLine, referralsOf, theCase } from '../vault/needs.ts'
import { gone, menuCard, toDesk } from './desk.ts'

/** To another place, only with her yes: asked of her, handed over, and asked about a week later. */
export function* refer(found: CaseLine, input: Input, ctx: Ctx): Flow {
  const made = yield* referralsOf(found.id)
  const kind = input.kind === 'picked' ? REFERRALS.find((one) => input.id === `k:${one}`) : undefined
  const done = input.kind === 'picked' ? made.find((one) => input.id === `made:${one.id}`) : undefined
  const waiting = input.kind === 'picked' ? made.find((one) => input.id === `again:${one.id}`) : undefined
  if (kind !== undefined && !made.some((one) => one.kind === kind && OPEN.has(one.state))) {
    const id = ctx.newId()
    return askHer(found, { id, kind, ask: { do: 'askReferral', case: found.id, id, kind } }, ctx)
  }
  if (waiting?.state === 'asked') {
    const { id } = waiting
    return askHer(found, { ...waiting, ask: { do: 'repeatReferral', case: found.id, id } }, ctx)
  }
  if (done?.state === 'agreed') {
    return {
      ...menuCard(found, undefined, [t('refer.made', { alias: found.alias, place: t(`referral.${done.kind}`) })], []),
      effects: [
        { do: 'referralMade', id: done.id, case: found.id },
        { do: 'audit', act: `refer.made.${done.kind}`, subject: found.alias },
      ],
    }
  }
  return menuCard(found, 'refer', [t('refer.where', { alias: found.alias }), ...made.map(stateLine)], choicesFor(made))
}

/** She reads the question now where she may be written to, else when she looks. */
function askHer(
  found: CaseLine,
  { id, kind, ask }: { readonly id: string; readonly kind: ReferralKind; readonly ask: DeskEffect },
  ctx: Ctx,
): VaultDecision {
  const event = { kind: 'referral', data: { case: found.id, referral: id } }
  const told: readonly Effect[] =
    found.conversation === undefined
      ? []
      : [{ do: 'tell', to: found.conversation, event, key: `referral:${id}:${ctx.newId()}` }]
  return {
    ...menuCard(found, undefined, [t('refer.asked', { alias: found.alias, place: t(`referral.${kind}`) })], []),
    effects: [ask, ...told, { do: 'audit', act: `refer.ask.${kind}`, subject: found.alias }],
  }
}

const OPEN = new Set(['asked', 'agreed'])

const stateLine = (one: ReferralLine): Line =>
  t('refer.line', { place: t(`referral.${one.kind}`), state: t(`referralState.${one.state}`) })

const choicesFor = (made: readonly ReferralLine[]): readonly Choice[] => [
  ...made
    .filter((one) => one.state === 'agreed')
    .map((one) => choice(`made:${one.id}`, t('refer.done', { place: t(`referral.${one.kind}`) }), 'go')),
  ...made
    .filter((one) => one.state === 'asked')
    .map((one) => choice(`again:${one.id}`, t('refer.again', { place: t(`referral.${one.kind}`) }))),
  ...REFERRALS.filter((kind) => !made.some((one) => one.kind === kind && OPEN.has(one.state))).map((kind) =>
    choice(`k:${kind}`, t(`referral.${kind}`)),
  ),
]

/** A week later: what became of it. "Đang chờ" asks again after another week. */
export function* endReferral(payload: Readonly<Record<string, string>>, ctx: Ctx): Flow {
  const { found } = yield* theCase(caseId(payload['case'] ?? 'x'), 'no')
  const outcome = REFERRAL_OUTCOMES.find((one) => one === payload['outcome'])
  if (found === undefined || outcome === undefined || found.takenBy !== ctx.member?.id) return yield* gone(ctx)
  return toDesk(
    [t('refer.ended', { alias: found.alias })],
    [
      { do: 'referralEnded', id: payload['referral'] ?? '', case: found.id, outcome },
      { do: 'audit', act: `refer.end.${outcome}`, subject: found.alias },
    ],
  )
}
