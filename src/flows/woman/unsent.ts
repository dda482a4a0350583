import { choice, type Say, say, t } from '../say.ts'
import type { Flow, VaultDecision } from '../vault/context.ts'
import { withoutSecrets } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'

type Menu = Extract<Place, { at: 'more' | 'erase' }>

/** Words typed at a menu are passed on to nobody unasked: she is told, and one tap sends them. */
export function* keepUnsent(place: Menu, said: string, shown: VaultDecision): Flow {
  if (shown.place.at !== place.at) return shown
  const { isSecret, text } = yield* withoutSecrets(place.id, said)
  if (isSecret) return { ...shown, says: [say(t('case.thatIsYours')), ...shown.says] }
  return {
    ...shown,
    place: { ...place, unsent: beside(place.unsent, text) },
    says: [say(t('unsent.kept')), ...shown.says.map(withSend)],
  }
}

/** With what was kept before it. */
export const beside = (unsent: string | undefined, text: string): string =>
  unsent === undefined ? text : `${unsent}\n${text}`

const withSend = (one: Say): Say =>
  one.choices === undefined ? one : { ...one, choices: [choice('sendWords', t('unsent.send'), 'go'), ...one.choices] }
