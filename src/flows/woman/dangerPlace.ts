import type { CaseId } from '../../domain/ids.ts'
import { inviteCode } from '../../domain/inviteCode.ts'
import { dangerNumbers } from '../danger.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, type Say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type AlarmLine, type Asking, onDuty, theAlarm, theCase } from '../vault/needs.ts'
import { isUnlocked, type Place } from '../vault/place.ts'
import { formalPlace } from './formalPlace.ts'
import { showDoor } from './showDoor.ts'
import { below, lastAnswers, type WaitingAnswers, waitingAnswers } from './waitingAnswers.ts'
import { askDoubt, openCase } from './words.ts'

type DangerPlace = Extract<Place, { at: 'danger' }>
type DoubtPlace = Extract<Place, { at: 'doubt' }>

/** Words of danger, in any state and before any consent: numbers first, a person is called, one optional question. */
export function* dangerHeard(text: string, back: Place, ctx: Ctx, ofChild = false): Flow {
  const child = ofChild || ctx.triage?.child === true
  const alarm = ctx.newId()
  const place: DangerPlace = { at: 'danger', alarm, back }
  const owner = caseBehind(place)
  const open = owner === undefined ? undefined : (yield* theCase(owner, 'no')).found?.alarm
  if (open !== undefined) {
    return {
      place: { ...place, alarm: open },
      says: [dangerNumbers(child), yield* calledCard()],
      effects: [{ do: 'addToAlarm', alarm: open, id: alarm, text }],
      typed: 'value',
    }
  }
  const code = owner === undefined ? inviteCode(ctx.newSecret()) : undefined
  const card = yield* calledCard(code)
  return {
    place,
    says: [dangerNumbers(child), card],
    effects: [
      {
        do: 'raiseAlarm',
        id: alarm,
        text,
        child,
        ...(owner === undefined ? {} : { case: owner }),
        ...(code === undefined ? {} : { receipt: code.replace('-', '') }),
      },
    ],
    typed: 'value',
  }
}

/** The alarm was already raised where she wrote first; the numbers have gone out. */
export function* dangerContinued(alarm: string, ctx: Ctx): Flow {
  const code = inviteCode(ctx.newSecret())
  const card = yield* calledCard(code)
  return {
    place: { at: 'danger', alarm, back: { at: 'door' } },
    says: [card],
    effects: [{ do: 'giveReceipt', alarm, receipt: code.replace('-', '') }],
    typed: 'value',
  }
}

/** She is back with the code of an alarm that nobody has taken yet, or of one that was joined to another. */
export function* dangerReturned(id: string): Flow {
  const place: DangerPlace = { at: 'danger', alarm: id, back: { at: 'door' } }
  const alarm = yield* theAlarm(id)
  const waiting = yield* waitingBehind(place, alarm, true)
  return {
    place,
    says: [...waiting.says, ask([howItStands(alarm)], [choice('safe', t('danger.safe'))])],
    effects: waiting.effects,
    typed: 'value',
  }
}

const howItStands = (alarm: AlarmLine | undefined): Line =>
  t(alarm?.taken === true ? 'danger.taken' : 'danger.stillCalling')

/**
 * Says honestly whether anyone can be called now. The way back stands last: an answer that comes later than half an hour is
 * never sent, so without it she would not find it; and a lock screen shows no more than the beginning.
 */
function* calledCard(code?: string) {
  const duty = yield* onDuty()
  const called: Line = t(duty > 0 ? 'danger.calling' : 'danger.nobody')
  const back: readonly Line[] = code === undefined ? [] : [t('danger.code', { code })]
  return ask([called, t('danger.where'), ...back], [choice('safe', t('danger.safe')), choice('skip', t('form.skip'))])
}

/** What shows her case. */
type Back = (id: CaseId, how?: { readonly safe: true }) => Flow

export function* dangerPlace(place: DangerPlace, input: Input, ctx: Ctx, back: Back): Flow {
  const alarm = yield* theAlarm(place.alarm)
  const isSafe = input.kind === 'picked' && input.id === 'safe'
  // Whoever was called to the alarm before reads it, since that one goes on.
  const told = input.kind === 'said' ? input.text : isSafe && isJoined(alarm) ? ctx.speak(t('danger.safe')) : undefined
  const added: readonly Effect[] =
    told === undefined ? [] : [{ do: 'addToAlarm', alarm: place.alarm, id: ctx.newId(), text: told }]
  if (isSafe || (input.kind === 'said' && ctx.triage?.safe === true)) {
    const safe = yield* standDown(place, ctx, back)
    return { ...safe, effects: [...added, ...safe.effects] }
  }
  if (alarm?.taken === true && alarm.case !== undefined && !isJoined(alarm)) {
    // Nobody has told her yet.
    const shown = withTaken(yield* back(alarm.case))
    return { ...shown, effects: [...added, ...shown.effects] }
  }
  const waiting = yield* waitingBehind(place, alarm)
  const asksSafe = input.kind === 'said' && ctx.triage?.perhapsSafe === true
  const lines: readonly Line[] = [
    input.kind === 'said' ? t('danger.passedOn') : howItStands(alarm),
    ...(input.kind === 'said' && isJoined(alarm) && alarm?.taken === true ? [howItStands(alarm)] : []),
    ...(asksSafe ? [t('danger.askSafe')] : []),
  ]
  return {
    place,
    says: [...waiting.says, ask(lines, [choice('safe', t('danger.safe'))])],
    effects: [...added, ...waiting.effects],
    typed: 'value',
  }
}

/** The case inside which the alarm was raised. */
export const caseBehind = ({ back }: DangerPlace): CaseId | undefined => (isUnlocked(back) ? back.id : undefined)

/** In danger she reads what she is answered, whether or not somebody has taken the alarm. */
export function* waitingBehind(place: DangerPlace, alarm?: AlarmLine, again = false): Asking<WaitingAnswers> {
  const since = alarm?.joinedAt
  const id = caseBehind(place) ?? (since === undefined ? undefined : alarm?.case)
  if (id === undefined) return { says: [], effects: [] }
  const { found, words } = yield* theCase(id, 'words')
  if (found === undefined) return { says: [], effects: [] }
  const fresh = waitingAnswers(id, words, since)
  if (!again || since === undefined || fresh.says.length > 0) return fresh
  return { says: lastAnswers(words.filter((one) => one.at >= since)), effects: [] }
}

const isJoined = (alarm: AlarmLine | undefined): boolean => alarm?.joinedAt !== undefined

/**
 * Word of her alarm comes where she stands in another that was joined to it: she reads what was answered since, and nothing that
 * was before.
 */
export function* toldBeside(place: DangerPlace, id: CaseId): Asking<VaultDecision | undefined> {
  const alarm = yield* theAlarm(place.alarm)
  if (alarm?.case !== id || !isJoined(alarm)) return undefined
  const waiting = yield* waitingBehind(place, alarm)
  const card = ask([below(howItStands(alarm))], [choice('safe', t('danger.safe'))])
  return { place, says: [...waiting.says, card], effects: waiting.effects, typed: 'value' }
}

/** Her case, with word that somebody has taken the alarm: below a neutral head, since it may come by itself. */
export function withTaken(shown: VaultDecision): VaultDecision {
  if (shown.place.at !== 'case') return shown
  const card = shown.says.at(-1)
  const told: Say = { ...card, lines: [below(t('danger.taken')), ...(card?.lines ?? [])] }
  return { ...shown, says: [...shown.says.slice(0, -1), told] }
}

/**
 * She is safe: back to her case and what waits there, to the formal report that she was writing, or to the door, since nothing
 * may be kept before she has read the terms; what she had written before is offered to her there.
 */
function* standDown(place: DangerPlace, ctx: Ctx, back: Back): Flow {
  const effects: readonly Effect[] = [{ do: 'standDown', alarm: place.alarm }]
  const id = caseBehind(place)
  const shown = id === undefined ? yield* backBefore(place.back, ctx) : yield* back(id, { safe: true })
  return { ...shown, says: [say(t('danger.stoodDown')), ...shown.says], effects: [...effects, ...shown.effects] }
}

function* backBefore(back: Place, ctx: Ctx): Flow {
  if (back.at === 'formal') return yield* formalPlace(back, { kind: 'enter' }, ctx)
  const told = 'words' in back ? back.words : undefined
  return showDoor(told === undefined ? { at: 'door' } : { at: 'door', words: told })
}

/** One short question where the words were not clear. */
export function* doubtPlace(place: DoubtPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'yes') return yield* dangerHeard(place.words, { at: 'topic' }, ctx)
  const { words, door = 'ask' } = place
  if (input.kind === 'picked' && input.id === 'no') return yield* openCase(words, { door }, ctx)
  if (input.kind === 'said') return yield* openCase(`${words}\n${input.text}`, { door }, ctx)
  return askDoubt(words, door)
}
