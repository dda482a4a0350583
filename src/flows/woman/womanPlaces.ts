import { isCodeAlone, withoutCodes } from '../../domain/inviteCode.ts'
import { triage } from '../../domain/triage.ts'
import type { Input } from '../heard.ts'
import { lookPlace } from '../legal/lookPlace.ts'
import { ask, choice, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { knock } from '../vault/needs.ts'
import { isBeforeCase, type Place } from '../vault/place.ts'
import { askFirst, isUrgent, urgentFirst } from './askFirst.ts'
import { beforeCase } from './beforeCase.ts'
import { casePlace, showCase, showReturned } from './casePlace.ts'
import { codeWordPlace } from './codeWordPlace.ts'
import { dangerHeard, dangerPlace, dangerReturned, doubtPlace } from './dangerPlace.ts'
import { erasePlace } from './erasePlace.ts'
import { formalPlace, showFormal } from './formalPlace.ts'
import { doorPlace, firstPlace, termsPlace, topicPlace, wordsPlace } from './doorPlace.ts'
import { morePlace, takesWords } from './morePlace.ts'
import { photoPlace } from './photoPlace.ts'
import { besideReferral, referralPlace } from './referralPlace.ts'
import { showDoor } from './showDoor.ts'
import { isUnionWork } from './unionWork.ts'
import { beside, keepUnsent } from './unsent.ts'
import { bystanderPlace, whichPlace } from './whichPlace.ts'
import { withAlarm } from './withAlarm.ts'

/** A turn of hers in the private room; a case that it opens in danger calls somebody. */
export function* handleWoman(place: Place, input: Input, ctx: Ctx): Flow {
  if (isUrgent(place, input)) return yield* urgentFirst(place, ctx)
  if (ctx.refused === true && ASKING.has(place.at)) return refusedCard(place)
  const decision = isBeforeCase(place)
    ? askFirst(yield* beforeCase(place, input, ctx, (heard) => standing(place, heard, ctx)), input, ctx)
    : place.at === 'danger' && input.kind === 'said'
      ? yield* saidInDanger(place, input.text, ctx)
      : yield* standing(place, input, ctx)
  return yield* withAlarm(decision, ctx)
}

/** In danger too a code opens what it opens, and goes to nobody; inside a case the store knows which is hers. */
function* saidInDanger(place: Extract<Place, { at: 'danger' }>, said: string, ctx: Ctx): Flow {
  if (!isCodeAlone(said)) return yield* standing(place, { kind: 'said', text: withoutCodes(said) }, ctx)
  const { found, alarm } = yield* knock(said)
  if (found !== undefined) return yield* showReturned(found.id)
  return alarm === undefined ? yield* standing(place, { kind: 'enter' }, ctx) : yield* dangerReturned(alarm)
}

/** Where a woman stands. */
function* standing(place: Place, input: Input, ctx: Ctx): Flow {
  switch (place.at) {
    case 'door':
      return yield* doorPlace(place, input, ctx)
    case 'terms':
      return yield* termsPlace(place, input, ctx)
    case 'which':
      return input.kind === 'picked' && input.id === 'formal'
        ? yield* showFormal(place.words, ctx)
        : yield* whichPlace(place, input, ctx)
    case 'formal':
      return yield* formalPlace(place, input, ctx)
    case 'bystander':
      return yield* bystanderPlace(input, ctx)
    case 'topic':
      return yield* topicPlace(place, input, ctx)
    case 'words':
      return yield* wordsPlace(place, input, ctx)
    case 'first':
      return yield* firstPlace(place, input, ctx)
    case 'doubt':
      return yield* doubtPlace(place, input, ctx)
    case 'danger':
      return yield* dangerPlace(place, input, ctx, showCase)
    case 'case':
      if (input.kind === 'picked' && input.id === 'sendWords') return yield* sendUnsent(place, ctx)
      if (input.kind === 'said' && isUnionWork(input.text)) return askWork(place, input.text)
      if (input.kind === 'picked' && input.id === 'formal') return yield* showFormal(undefined, ctx)
      if (input.kind === 'picked' && input.id === 'resume' && place.formal !== undefined)
        return yield* formalPlace(place.formal, { kind: 'enter' }, ctx)
      return yield* besideReferral(place, input, ctx)
    case 'codeWord':
      if (input.kind === 'picked' && input.id === 'sendWords') return yield* sendUnsent(place, ctx)
      return yield* codeWordPlace(place, input, ctx, showCase)
    case 'erase':
      if (input.kind === 'picked' && input.id === 'sendWords') return yield* sendUnsent(place, ctx)
      return yield* erasePlace(place, input, ctx, (back) => standing(back, { kind: 'enter' }, ctx))
    case 'more':
      if (input.kind === 'picked' && input.id === 'sendWords') return yield* sendUnsent(place, ctx)
      return input.kind === 'said' && !takesWords(place)
        ? yield* keepUnsent(place, input.text, yield* morePlace(place, { kind: 'enter' }, ctx, showCase))
        : yield* morePlace(place, input, ctx, showCase)
    case 'look':
      // A person is asked with the words that she looked for, by the same way in as any other question.
      if (input.kind === 'picked' && input.id === 'ask')
        return place.said === undefined
          ? showDoor({ at: 'door' })
          : yield* doorPlace({ at: 'door' }, { kind: 'said', text: place.said }, { ...ctx, triage: triage(place.said) })
      return yield* lookPlace(place, input, ctx)
    case 'photo':
      return yield* photoPlace(place, input, ctx)
    case 'referral':
      return yield* referralPlace(place, input, ctx)
    case 'left':
    case 'desk':
    case 'queue':
    case 'mine':
    case 'atCase':
    case 'closing':
    case 'caseMenu':
    case 'handover':
    case 'offered':
    case 'caseLook':
    case 'sheets':
    case 'board':
    case 'joined':
    case 'sending':
    case 'meant':
    case 'correct':
    case 'secondEyes':
    case 'reading':
    case 'breakGlass':
    case 'endOfDuty':
    case 'requests':
    case 'forWhom':
      // She has left, or a desk stood here before.
      return showDoor({ at: 'door' })
  }
}

/** Whoever she is, what sounds like work of the Union would tell the counsellor that she is of it. */
const askWork = (place: Extract<Place, { at: 'case' }>, text: string): VaultDecision => ({
  place: { ...place, unsent: beside(place.unsent, text) },
  says: [ask([t('work.ask')], [choice('sendWords', t('unsent.send')), choice('back', t('page.back'))])],
  effects: [],
  typed: 'value',
})

/** One tap, and what she typed at a menu goes to her case like anything she writes there. */
function* sendUnsent({ id, unsent }: Extract<Place, { at: 'case' | 'erase' | 'more' | 'codeWord' }>, ctx: Ctx): Flow {
  if (unsent === undefined) return yield* showCase(id)
  const found = triage(unsent)
  // Lines that were calm one by one may be danger together.
  return found.danger === 'immediate'
    ? yield* dangerHeard(unsent, { at: 'case', id }, { ...ctx, triage: found })
    : yield* casePlace({ at: 'case', id }, { kind: 'said', text: unsent }, { ...ctx, triage: found })
}

/** Two members have refused whoever writes from here: no case is opened, danger is still heard. */
const ASKING: ReadonlySet<Place['at']> = new Set([
  'left',
  'door',
  'terms',
  'which',
  'bystander',
  'formal',
  'topic',
  'words',
  'first',
])
const refusedCard = (place: Place): VaultDecision => ({
  place,
  says: [say(t('refused.card'), t('danger.numbersShort'))],
  effects: [],
})
