import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import { dangerNumbers } from '../danger.ts'
import type { Flow, UnionDecision } from './context.ts'
import type { Place } from './place.ts'

type DangerCheck = Extract<Place, { at: 'dangerCheck' }>

/**
 * An officer wrote words of danger, perhaps in the middle of a report. The numbers are shown and a person is called at once;
 * what she wrote stays her pending answer until she says whether someone is in danger now.
 */
export function dangerFound(back: Place, text: string, alarm: string, child: boolean): UnionDecision {
  const place: DangerCheck = { at: 'dangerCheck', alarm, back, text }
  return {
    place,
    says: [dangerNumbers(child), checkCard()],
    effects: [{ do: 'raiseAlarm', id: alarm, text, child }],
  }
}

const checkCard = () =>
  ask([t('danger.check')], [choice('yes', t('danger.yes'), 'danger'), choice('no', t('danger.no'))])

/** `goOn` hands her words to the place where she stood. */
export function* dangerCheckPlace(place: DangerCheck, input: Input, goOn: (place: Place, text: string) => Flow): Flow {
  if (input.kind === 'picked' && input.id === 'yes') {
    return {
      place: place.back,
      says: [{ lines: [t('danger.called')] }],
      // From now on the counsellor can answer her, in the private room.
      effects: [{ do: 'openSession', alarm: place.alarm }],
    }
  }
  if (input.kind === 'picked' && input.id === 'no') {
    const decision = yield* goOn(place.back, place.text)
    return {
      ...decision,
      says: [say(t('danger.over')), ...decision.says],
      effects: [{ do: 'standDown', alarm: place.alarm }, ...decision.effects],
    }
  }
  return { place, says: [checkCard()], effects: [] }
}
