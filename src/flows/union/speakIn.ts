import type { Locale } from '../../domain/text.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from './context.ts'
import type { Place } from './place.ts'
import { advancePlace } from './places.ts'

/** From here on she is spoken to in this language; where she stands is shown in it at once. A visitor has nothing to keep it in. */
export function* speakIn(locale: Locale, place: Place, ctx: Ctx): Flow {
  const shown = yield* advancePlace(place, { kind: 'enter' }, { ...ctx, locale })
  if (ctx.who === undefined) return { ...shown, says: [say(t('language.visitor')), ...shown.says] }
  return {
    ...shown,
    says: [say(t('language.now')), ...shown.says],
    effects: [{ do: 'setLocale', locale }, ...shown.effects],
  }
}
