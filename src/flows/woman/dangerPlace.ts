import { dangerNumbers } from '../danger.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { onDuty, theAlarm } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { showDoor } from './showDoor.ts'
import { askDoubt, openCase } from './words.ts'

type DangerPlace = Extract<Place, { at: 'danger' }>
type DoubtPlace = Extract<Place, { at: 'doubt' }>

/** Words of danger, in any state and before any consent: numbers first, a person is called, one optional question. */
export function* dangerHeard(text: string, back: Place, ctx: Ctx, ofChild = false): Flow {
  const child = ofChild || ctx.triage?.child === true
  const alarm = ctx.newId()
  const card = yield* calledCard()
  const owner = back.at === 'case' || back.at === 'photo' ? { case: back.id } : {}
  return {
    place: { at: 'danger', alarm, back },
    says: [dangerNumbers(child), card],
    effects: [{ do: 'raiseAlarm', id: alarm, text, child, ...owner }],
    typed: 'value',
  }
}

/** The alarm was already raised where she wrote first; the numbers have gone out. */
export function* dangerContinued(alarm: string): Flow {
  const card = yield* calledCard()
  return { place: { at: 'danger', alarm, back: { at: 'door' } }, says: [card], effects: [], typed: 'value' }
}

/** Says honestly whether anyone can be called now. */
function* calledCard() {
  const duty = yield* onDuty()
  const called: Line = t(duty > 0 ? 'danger.calling' : 'danger.nobody')
  return ask([called, t('danger.where')], [choice('safe', t('danger.safe')), choice('skip', t('form.skip'))])
}

export function* dangerPlace(place: DangerPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'safe') return standDown(place)
  if (input.kind === 'said' && ctx.triage?.safe === true) return standDown(place)
  if (input.kind === 'said') {
    const lines = [t('danger.passedOn'), ...(ctx.triage?.perhapsSafe === true ? [t('danger.askSafe')] : [])]
    return {
      place,
      says: [ask(lines, [choice('safe', t('danger.safe'))])],
      effects: [{ do: 'addToAlarm', alarm: place.alarm, id: ctx.newId(), text: input.text }],
      typed: 'value',
    }
  }
  const alarm = yield* theAlarm(place.alarm)
  const card = ask(
    [t(alarm?.taken === true ? 'danger.taken' : 'danger.stillCalling')],
    [choice('safe', t('danger.safe'))],
  )
  return { place, says: [card], effects: [], typed: 'value' }
}

/** She is safe: back to her case, or to the door, since nothing may be kept before she has read the terms. */
function standDown(place: DangerPlace): VaultDecision {
  const effects = [{ do: 'standDown' as const, alarm: place.alarm }]
  if (place.back.at === 'case' || place.back.at === 'photo') {
    return { place: place.back, says: [ask([t('danger.stoodDown')], [])], effects, typed: 'value' }
  }
  const door = showDoor({ at: 'door' })
  return { ...door, says: [say(t('danger.stoodDown')), ...door.says], effects }
}

/** One short question where the words were not clear. */
export function* doubtPlace(place: DoubtPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'yes') return yield* dangerHeard(place.words, { at: 'topic' }, ctx)
  const { words, door = 'ask' } = place
  if (input.kind === 'picked' && input.id === 'no') return yield* openCase(words, { door }, ctx)
  if (input.kind === 'said') return yield* openCase(`${words}\n${input.text}`, { door }, ctx)
  return askDoubt(words, door)
}
