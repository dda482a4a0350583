import { type CaseId, caseId } from '../../domain/ids.ts'
import type { Input } from '../heard.ts'
import { caseLookPlace } from '../legal/caseLookPlace.ts'
import { lookPlace } from '../legal/lookPlace.ts'
import { sheetsPlace } from '../legal/sheetsPlace.ts'
import { type Say, say, t } from '../say.ts'
import type { Offered } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { takeAlarm } from './alarm.ts'
import { atCasePlace, openAtCase } from './atCasePlace.ts'
import { caseMenuPlace } from './caseMenuPlace.ts'
import { closingPlace, secondEyesPlace } from './closingPlace.ts'
import { correctPlace } from './correctPlace.ts'
import { menuPlace, showDesk } from './desk.ts'
import { acceptOffer, deskPlace, deskWord, minePlace, offeredPlace, queuePlace, takeCase } from './deskPlace.ts'
import { answerTestPage, goOffDuty, endOfDutyPlace } from './dutyPlace.ts'
import { askForWhom, asksPrivately, enterOwnRoom } from './forWhom.ts'
import { approveGlass, breakGlassPlace, readingPlace } from './readingPlace.ts'
import { handoverPlace } from './handoverPlace.ts'
import { meantPlace } from './meantPlace.ts'
import { isTakeAlarm, takeWaiting } from './takeWaiting.ts'
import { endReferral } from './referPlace.ts'
import { openRequest, requestsPlace } from './requestsPlace.ts'
import { sendingPlace } from './sendingPlace.ts'

/** Where words are meant for somebody, the name of a button is not obeyed but asked about. */
const isWriting = (place: Place): boolean =>
  place.at === 'atCase' ||
  place.at === 'sending' ||
  place.at === 'correct' ||
  (place.at === 'requests' && place.answer !== undefined) ||
  (place.at === 'caseMenu' && place.doing === 'note')

/** A turn of a member of the club; words that nothing was made of may have been meant for a woman, and went to nobody. */
export function* handleMember(place: Place, input: Input, ctx: Ctx): Flow {
  const decision = yield* standing(place, input, ctx)
  return input.kind === 'said' && isIgnored(place, decision)
    ? { ...decision, says: [...numbersFirst(ctx), say(t('member.nowhere')), ...decision.says] }
    : decision
}

/** It may be her own danger: wherever her words go to nobody, the numbers come first. */
const numbersFirst = ({ triage }: Ctx): readonly Say[] =>
  triage?.danger === 'immediate' ? [say(t('danger.numbersShort'))] : []

/** Where a case stands or is listed; elsewhere she looks for a sheet by her words, or is told so by the place itself. */
const ABOUT_CASES: ReadonlySet<Place['at']> = new Set([
  'queue',
  'mine',
  'caseMenu',
  'sending',
  'meant',
  'closing',
  'secondEyes',
  'offered',
  'handover',
  'requests',
])

const isIgnored = (place: Place, { place: after, effects }: VaultDecision): boolean =>
  ABOUT_CASES.has(place.at) && effects.length === 0 && isSame(place, after)

/** A list that has become empty leads to the desk. */
const isSame = (place: Place, after: Place): boolean =>
  place.at === 'queue' || place.at === 'mine'
    ? after.at === place.at || after.at === 'desk'
    : JSON.stringify(after) === JSON.stringify(place)

/** Where she stands: at her desk, at a case, or in a question about one. */
function* standing(place: Place, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'said' && isTakeAlarm(input.text, ctx)) return yield* takeWaiting(ctx)
  const typed = input.kind === 'said' && !isWriting(place) ? deskWord(input.text, ctx) : undefined
  if (typed !== undefined) return yield* standing({ at: 'desk' }, { kind: 'picked', id: typed }, ctx)
  if (input.kind === 'said' && !isWriting(place) && asksPrivately(input.text)) return askForWhom()
  const picked = input.kind === 'picked' ? input.id : undefined
  if (picked === 'own') return enterOwnRoom()
  if (picked === 'desk') return yield* showDesk(ctx)
  if (picked === 'mine') return yield* minePlace({ at: 'mine' }, ENTER, ctx)
  if (picked === 'queue') return yield* queuePlace({ at: 'queue' }, ENTER, ctx)
  if (picked === 'look')
    return place.at === 'caseMenu'
      ? yield* caseLookPlace({ at: 'caseLook', id: place.id }, ENTER, ctx)
      : yield* lookPlace({ at: 'look' }, ENTER, ctx)
  if (picked === 'requests') return yield* requestsPlace({ at: 'requests' }, ENTER, ctx)
  if (picked === 'sheets') return yield* sheetsPlace({ at: 'sheets', page: 0 }, ENTER, ctx)
  if (picked === 'handover' && place.at === 'atCase')
    return yield* handoverPlace({ at: 'handover', id: place.id }, ENTER, ctx)
  if (picked === 'menu' && place.at === 'atCase') return yield* caseMenuPlace(menuPlace(place.id), ENTER, ctx)
  switch (place.at) {
    case 'queue':
      return yield* queuePlace(place, input, ctx)
    case 'mine':
      return yield* minePlace(place, input, ctx)
    case 'atCase':
      return yield* atCasePlace(place, input, ctx)
    case 'sending':
      return yield* sendingPlace(place, input, ctx)
    case 'meant':
      return yield* meantPlace(place, input, ctx, (command) => obey(place.id, command, ctx))
    case 'correct':
      return picked === 'open' ? yield* openAtCase(place.id, ctx) : yield* correctPlace(place, input, ctx)
    case 'closing':
      return picked === 'open' ? yield* openAtCase(place.id, ctx) : yield* closingPlace(place, input, ctx)
    case 'secondEyes':
      return picked === 'open' ? yield* openAtCase(place.id, ctx) : yield* secondEyesPlace(place, input, ctx)
    case 'handover':
      return yield* handoverPlace(place, input, ctx)
    case 'caseMenu':
      return yield* caseMenuPlace(place, input, ctx)
    case 'offered':
      return yield* offeredPlace(place, input, ctx)
    case 'reading':
      return yield* readingPlace(place, input, ctx)
    case 'breakGlass':
      return yield* breakGlassPlace(place, input, ctx)
    case 'look':
      return yield* lookPlace(place, input, ctx)
    case 'caseLook':
      return picked === 'back' ? yield* openAtCase(place.id, ctx) : yield* caseLookPlace(place, input, ctx)
    case 'sheets':
      return yield* sheetsPlace(place, input, ctx)
    case 'requests':
      return yield* requestsPlace(place, input, ctx)
    case 'forWhom':
      return askForWhom()
    case 'endOfDuty':
      return yield* endOfDutyPlace(input, ctx)
    case 'desk':
    case 'board':
    case 'joined':
    case 'left':
    case 'door':
    case 'terms':
    case 'which':
    case 'formal':
    case 'bystander':
    case 'more':
    case 'topic':
    case 'words':
    case 'first':
    case 'doubt':
    case 'danger':
    case 'case':
    case 'codeWord':
    case 'erase':
    case 'photo':
    case 'referral':
      // A woman's place, from before she joined, or the desk itself.
      return yield* deskPlace({ at: 'desk' }, input, ctx)
  }
}

/** She meant a button after all. */
function* obey(id: CaseId, command: Offered, ctx: Ctx): Flow {
  if (command.act !== undefined) {
    if (command.act.until <= ctx.now) return yield* openAtCase(id, ctx)
    return yield* memberAction(command.act.kind, command.act.payload, ctx)
  }
  const picked = command.id ?? 'open'
  if (picked === 'alarms') return yield* takeWaiting(ctx)
  if (DESK_ONLY.has(picked)) return yield* deskPlace({ at: 'desk' }, { kind: 'picked', id: picked }, ctx)
  return picked.startsWith('menu:')
    ? yield* standing(menuPlace(id), { kind: 'picked', id: picked.slice(5) }, ctx)
    : yield* standing({ at: 'atCase', id }, { kind: 'picked', id: picked }, ctx)
}

const DESK_ONLY: ReadonlySet<string> = new Set(['board', 'dutyOn', 'dutyOff', 'leave'])

const ENTER: Input = { kind: 'enter' }

/** A button of a notice; undefined when it is none of these. */
export function* memberAction(act: string, payload: Readonly<Record<string, string>>, ctx: Ctx): Flow {
  const id = caseId(payload['case'] ?? 'x')
  switch (act) {
    case 'takeAlarm':
      return yield* takeAlarm(payload['alarm'] ?? '', ctx)
    case 'acceptCase':
      return yield* acceptOffer(id, ctx)
    case 'declineCase':
      return yield* offeredPlace({ at: 'offered', id }, ENTER, ctx)
    case 'takeCase':
      return yield* takeCase(id, ctx)
    case 'openCase':
      return yield* openAtCase(id, ctx)
    case 'readCase':
      return yield* readingPlace({ at: 'reading', id }, ENTER, ctx)
    case 'approveGlass':
      return yield* approveGlass(payload['glass'] ?? '', ctx)
    case 'endReferral':
      return yield* endReferral(payload, ctx)
    case 'openRequest':
      return yield* openRequest(payload['request'] ?? '', ctx)
    case 'dutyReached':
      return yield* answerTestPage(ctx)
    case 'dutyOff':
      return yield* goOffDuty(ctx)
    default:
      return yield* showDesk(ctx)
  }
}
