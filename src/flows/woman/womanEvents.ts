import { Cause } from '../../domain/case/contact.ts'
import { caseId } from '../../domain/ids.ts'
import type { OwnEvent } from '../heard.ts'
import { lookPlace } from '../legal/lookPlace.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { showCase } from './casePlace.ts'
import { caseBehind, dangerContinued, dangerHeard, toldBeside, waitingBehind, withTaken } from './dangerPlace.ts'
import { askFirst } from './askFirst.ts'
import { doorPlace } from './doorPlace.ts'
import { nudge } from './nudge.ts'
import { showDoor } from './showDoor.ts'

/** The room was opened from the Union's side: at a button, or because of words that sound like a question or like danger. */
export function* openedRoom(event: OwnEvent, ctx: Ctx): Flow {
  if (event.data['moved'] !== undefined) return movedHere(event)
  const text = event.data['text']
  if (event.data['look'] !== undefined)
    return yield* lookPlace({ at: 'look' }, text === undefined ? { kind: 'enter' } : { kind: 'said', text }, ctx)
  if (event.data['alarm'] !== undefined) return yield* dangerContinued(event.data['alarm'], ctx)
  // At her desk she said by a button that it is her own danger.
  if (text !== undefined && event.data['danger'] !== undefined) return yield* dangerHeard(text, { at: 'door' }, ctx)
  if (text === undefined) return showDoor({ at: 'door' })
  const said = { kind: 'said', text } as const
  return askFirst(yield* doorPlace({ at: 'door' }, said, { ...ctx, fromUnion: true }), said, ctx)
}

/** She goes on at a page of her own: what stood in the other chat stands here as soon as the page asks for it. */
function movedHere({ data }: OwnEvent): VaultDecision {
  const { case: id, words, door } = data
  const place: Place =
    id === undefined
      ? {
          at: 'terms',
          ...(words === undefined ? {} : { words }),
          ...(door === 'bystander' ? { door } : {}),
        }
      : { at: 'case', id: caseId(id) }
  return { place, says: [], effects: [] }
}

/** A counsellor answered or closed. The answer itself goes only within half an hour of her last words; else it waits for her. */
export function* hearWomanEvent(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  const still: VaultDecision = { place, says: [], effects: [] }
  if (event.kind === 'nudge') return yield* nudge(event, place, ctx)
  if (event.kind !== 'answer' && event.kind !== 'closed' && event.kind !== 'alarmTaken' && event.kind !== 'referral')
    return still
  if (place.at === 'left' || place.at === 'door') return still
  const cause = Cause.ofLastMessage(ctx.heardAt, ctx.now)
  if (cause === undefined) return still
  const id = caseId(event.data['case'] ?? 'x')
  const beside = place.at === 'danger' && event.kind !== 'referral' ? yield* toldBeside(place, id) : undefined
  if (beside !== undefined) return { ...beside, cause }
  if (event.kind === 'alarmTaken') {
    if (!isToldHere(event, place)) return still
    return { ...withTaken(yield* showCase(id)), cause }
  }
  if (place.at === 'danger' && event.kind === 'answer' && caseBehind(place) === id)
    return { place, ...(yield* waitingBehind(place)), cause }
  if ((place.at !== 'case' && place.at !== 'referral') || place.id !== id) return still
  return { ...(yield* showCase(place.id)), cause }
}

/** She stands at this very alarm, or in the case that it belongs to. */
function isToldHere({ data }: OwnEvent, place: Place): boolean {
  if (place.at !== 'danger') return place.at === 'case' && place.id === data['case']
  return place.alarm === data['alarm'] || caseBehind(place) === data['case']
}
