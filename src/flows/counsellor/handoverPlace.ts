import { waitsForHandover, WAYS } from '../../domain/case/handover.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { ask, choice, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type CaseLine, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { handoverLine } from '../woman/handoverLine.ts'
import { openAtCase } from './atCasePlace.ts'

type HandoverPlace = Extract<Place, { at: 'handover' }>

/** A formal report is handed over by a person: she records how, then that the body has confirmed it. The woman sees both. */
export function* handoverPlace(place: HandoverPlace, input: Input, ctx: Ctx): Flow {
  const { found } = yield* theCase(place.id, 'no')
  const handover = found?.takenBy === ctx.member?.id ? found?.handover : undefined
  if (found === undefined || handover === undefined) return yield* openAtCase(place.id, ctx)
  if (input.kind === 'picked' && input.id === 'back') return yield* openAtCase(place.id, ctx)
  const how = input.kind === 'picked' ? WAYS.find((one) => input.id === `w:${one}`) : undefined
  if (how !== undefined && handover.handedAt === undefined) {
    return recorded(found, { do: 'handOver', case: found.id, how }, ctx)
  }
  if (input.kind === 'picked' && input.id === 'received' && handover.handedAt !== undefined) {
    return recorded(found, { do: 'confirmHandover', case: found.id }, ctx)
  }
  if (input.kind === 'picked' && input.id === 'tried' && waitsForHandover(handover)) {
    return recorded(found, { do: 'tryHandover', case: found.id }, ctx)
  }
  const { handedAt, withdrawnAt } = handover
  // What was done before she took it back is recorded all the same, and she sees it.
  const care = handedAt === undefined && withdrawnAt !== undefined ? 'handover.isWithdrawn' : 'handover.onlyWhenDone'
  return {
    place,
    says: [
      ask(
        [t('handover.head', { alias: found.alias }), handoverLine(handover), t(care)],
        [
          ...(handedAt === undefined
            ? [
                ...WAYS.map((one) => choice(`w:${one}`, t(`handover.by.${one}`))),
                ...(withdrawnAt === undefined ? [choice('tried', t('handover.tried'))] : []),
              ]
            : handover.receivedAt === undefined
              ? [choice('received', t('handover.received'))]
              : []),
          choice('back', t('page.back')),
        ],
      ),
    ],
    effects: [],
  }
}

type Recording =
  | { readonly do: 'handOver'; readonly case: CaseId; readonly how: (typeof WAYS)[number] }
  | { readonly do: 'confirmHandover' | 'tryHandover'; readonly case: CaseId }

/** Only what is done is recorded, and only then is she told. */
function recorded(found: CaseLine, effect: Recording, ctx: Ctx): VaultDecision {
  const tell = { kind: 'answer', data: { case: found.id } }
  return {
    place: { at: 'handover', id: found.id },
    says: [
      ask(
        [t(effect.do === 'tryHandover' ? 'handover.triedRecorded' : 'handover.recorded')],
        [choice('back', t('page.back'))],
      ),
    ],
    effects: [
      effect,
      ...(found.conversation === undefined
        ? []
        : [{ do: 'tell' as const, to: found.conversation, event: tell, key: `${effect.do}:${ctx.newId()}` }]),
      { do: 'audit', act: effect.do, subject: found.alias },
    ],
  }
}
