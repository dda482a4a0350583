import type { CaseId } from '../../domain/ids.ts'
import type { Flow } from '../vault/context.ts'
import { type Asking, theAlarm, theCase } from '../vault/needs.ts'
import { isUnlocked, type Place } from '../vault/place.ts'

/** Whoever has her case hears that she has left it: what she writes waits from now on. Of an erased case she hears otherwise. */
export function* tellLeaving(from: Place, decision: Flow, newId: () => string): Flow {
  const left = yield* decision
  if (left.place.at !== 'left' || left.effects.some((one) => one.do === 'eraseCase')) return left
  const id = yield* openHere(from)
  const found = id === undefined ? undefined : (yield* theCase(id, 'no')).found
  if (found?.takenBy === undefined || found.state !== 'taken') return left
  const event = { kind: 'womanLeft', data: { case: found.id } }
  const told = { do: 'tellMember' as const, member: found.takenBy, event, key: `left:${newId()}` }
  return { ...left, effects: [...left.effects, told] }
}

/** The case that stood open where she left from. */
function* openHere(from: Place): Asking<CaseId | undefined> {
  if (isUnlocked(from)) return from.id
  if (from.at !== 'danger') return undefined
  return isUnlocked(from.back) ? from.back.id : (yield* theAlarm(from.alarm))?.case
}
