import type { TextKey } from '../say.ts'
import type { Conversation } from '../turn.ts'
import type { Ctx, Flow } from './context.ts'
import { open } from './homePlace.ts'
import type { Place } from './place.ts'
import { advancePlace } from './places.ts'

const LABELS: ReadonlySet<TextKey> = new Set(['page.back', 'form.back', 'form.toSummary'])

/** Places that know themselves what lies behind them, or that are not left so. */
const OWN: ReadonlySet<Place['at']> = new Set([
  'form',
  'summary',
  'editing',
  'nudge',
  'returning',
  'history',
  'name',
  'dangerCheck',
])

/** "Quay lại": the button of the screen that says so, wherever it leads; else what the place means by it; else the beginning. */
export function* goBack({ place, screen }: Conversation<Place>, ctx: Ctx): Flow {
  const button = screen?.choices.find(({ label }) => 'key' in label && LABELS.has(label.key))
  if (button?.id === undefined && !OWN.has(place.at)) return yield* open('home', ctx)
  return yield* advancePlace(place, { kind: 'picked', id: button?.id ?? 'back' }, ctx)
}
