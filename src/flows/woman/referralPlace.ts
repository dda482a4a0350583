import { isOnlyHeard, readYesNo } from '../../domain/words/yesNo.ts'
import type { Input } from '../heard.ts'
import { choice, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type Asking, type ReferralLine, referralsOf, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { casePlace, showCase } from './casePlace.ts'
import { readNamed } from './referralAnswer.ts'
import { withReferral } from './referralCard.ts'

type CasePlace = Extract<Place, { at: 'case' }>
type ReferralPlace = Extract<Place, { at: 'referral' }>

/**
 * Her yes or no, tapped or typed. What she writes instead goes to her case; as long as nobody has said anything to her since, the
 * question is still the last that she was asked. «Dạ» alone decides nothing: she is asked again.
 */
export function* referralPlace(place: ReferralPlace, input: Input, ctx: Ctx): Flow {
  const yes = answerIn(input)
  if (yes !== undefined) return yield* answered(place, yes)
  const shown = yield* casePlace({ at: 'case', id: place.id }, input, ctx)
  if (input.kind !== 'said' || shown.place.at !== 'case') return shown
  const one = (yield* openReferrals(place.id)).find(({ id }) => id === place.referral)
  if (one === undefined) return shown
  if (isOnlyHeard(input.text)) return withReferral(shown, one)
  return { ...withButton(shown), place }
}

/**
 * In her case, while the question still waits: between it and her words something else was said to her, so that a yes is one to it
 * only where it names the place; else she is asked again, and nobody is told before that.
 */
export function* besideReferral(place: CasePlace, input: Input, ctx: Ctx): Flow {
  const open = input.kind === 'said' ? yield* openReferrals(place.id) : []
  if (input.kind !== 'said' || open.length === 0) return yield* casePlace(place, input, ctx)
  const { text } = input
  for (const one of open) {
    const yes = readNamed(text, one.kind)
    if (yes !== undefined) return yield* answered({ id: place.id, referral: one.id }, yes)
  }
  const shown = yield* casePlace(place, input, ctx)
  const [first] = open
  if (shown.place.at !== 'case' || first === undefined) return shown
  return readYesNo(text) === undefined || isOnlyHeard(text) ? withButton(shown) : withReferral(shown, first)
}

function* openReferrals(id: CasePlace['id']): Asking<readonly ReferralLine[]> {
  const open = (yield* referralsOf(id)).filter((one) => one.state === 'asked')
  if (open.length === 0) return []
  return (yield* theCase(id, 'no')).found?.state === 'closed' ? [] : open
}

function* answered({ id, referral }: Pick<ReferralPlace, 'id' | 'referral'>, yes: boolean): Flow {
  const shown = yield* showCase(id, { answered: referral })
  return {
    ...shown,
    says: [say(t(yes ? 'referral.thanks' : 'referral.kept')), ...shown.says],
    effects: [{ do: 'answerReferral', id: referral, case: id, yes }, ...shown.effects],
  }
}

/** The way to the question stands on the card of her case. */
function withButton(shown: VaultDecision): VaultDecision {
  const card = shown.says.at(-1)
  if (card?.choices === undefined) return shown
  const choices = [choice('referral', t('referral.open')), ...card.choices]
  return { ...shown, says: [...shown.says.slice(0, -1), { ...card, choices }] }
}

function answerIn(input: Input): boolean | undefined {
  if (input.kind === 'said') return isOnlyHeard(input.text) ? undefined : readYesNo(input.text)
  return input.kind === 'picked' && (input.id === 'yes' || input.id === 'no') ? input.id === 'yes' : undefined
}
