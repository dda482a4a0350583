import type { Input } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { casePlace, showCase } from './casePlace.ts'

/** Her yes or no. What she writes instead goes to her case, and the question is asked again when she looks. */
export function* referralPlace(place: Extract<Place, { at: 'referral' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && (input.id === 'yes' || input.id === 'no')) {
    const yes = input.id === 'yes'
    const shown = yield* showCase(place.id, place.referral)
    return {
      ...shown,
      says: [say(t(yes ? 'referral.thanks' : 'referral.kept')), ...shown.says],
      effects: [{ do: 'answerReferral', id: place.referral, case: place.id, yes }, ...shown.effects],
    }
  }
  return yield* casePlace({ at: 'case', id: place.id }, input, ctx)
}
