import { ask, choice, type Say, t } from '../say.ts'
import type { VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'

export type DoorPlace = Extract<Place, { at: 'door' }>

/** The same face for everybody. */
export const showDoor = (place: DoorPlace): VaultDecision => ({ place, says: [doorCard()], effects: [] })

export const doorCard = (): Say =>
  ask(
    [t('door.hello'), t('door.machine'), t('door.ask')],
    [
      choice('now', t('door.now'), 'go'),
      choice('notNow', t('door.notNow')),
      choice('forgot', t('door.forgot')),
      choice('real', t('real.ask')),
    ],
  )
