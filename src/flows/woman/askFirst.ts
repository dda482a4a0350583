import { triage } from '../../domain/triage.ts'
import type { Input } from '../heard.ts'
import { ask, choice, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { dangerHeard } from './dangerPlace.ts'

/** Where nothing of hers is kept yet and words that may be danger would only be put aside for later. */
const ASIDE: ReadonlySet<Place['at']> = new Set(['door', 'which', 'terms', 'formal'])

/** Words that may be danger or nothing of the kind: the numbers and the one calm question first, before anything else is asked. */
export function askFirst(decision: VaultDecision, input: Input, ctx: Ctx): VaultDecision {
  const isDoubtful = ctx.triage?.doubtful === true && ctx.triage.danger === 'none'
  if (input.kind !== 'said' || !isDoubtful || !ASIDE.has(decision.place.at)) return decision
  const { place, effects } = decision
  const choices = [choice('urgent', t('danger.yes'), 'danger'), choice('calm', t('doubt.no'))]
  return { place, says: [ask([t('doubt.danger'), t('danger.numbersShort')], choices)], effects }
}

export const isUrgent = (place: Place, input: Input): boolean =>
  input.kind === 'picked' && input.id === 'urgent' && ASIDE.has(place.at)

/** She says that somebody must help at once: called to before any consent, with what she wrote. */
export function* urgentFirst(place: Place, ctx: Ctx): Flow {
  const told = 'words' in place ? place.words : undefined
  const child = told !== undefined && triage(told).child
  return yield* dangerHeard(told ?? ctx.speak(t('danger.yes')), place, ctx, child)
}
