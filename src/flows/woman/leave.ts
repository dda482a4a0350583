import { exitCard } from '../exit.ts'
import type { VaultDecision } from '../vault/context.ts'

/** A neutral card at once; what she writes next meets the face of someone who never came. */
export const leave = (): VaultDecision => ({
  place: { at: 'left' },
  says: [exitCard()],
  effects: [{ do: 'closeSession' }],
})
