import { readYesNo } from '../../domain/words/yesNo.ts'
import type { Input } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { casePlace, showCase } from './casePlace.ts'

/** Her yes or no, tapped or typed. What she writes instead goes to her case, and the question is asked again when she looks. */
export function* referralPlace(place: Extract<Place, { at: 'referral' }>, input: Input, ctx: Ctx): Flow {
  const yes = answerIn(input)
  if (yes === undefined) return yield* casePlace({ at: 'case', id: place.id }, input, ctx)
  const shown = yield* showCase(place.id, { answered: place.referral })
  return {
    ...shown,
    says: [say(t(yes ? 'referral.thanks' : 'referral.kept')), ...shown.says],
    effects: [{ do: 'answerReferral', id: place.referral, case: place.id, yes }, ...shown.effects],
  }
}

function answerIn(input: Input): boolean | undefined {
  if (input.kind === 'said') return readYesNo(input.text)
  return input.kind === 'picked' && (input.id === 'yes' || input.id === 'no') ? input.id === 'yes' : undefined
}
