import { say, t } from '../say.ts'
import type { UnionDecision } from '../union/context.ts'

/** Not a unit of hers: nothing is shown, and she stands at the beginning. */
export const denied = (): UnionDecision => ({
  place: { at: 'home' },
  says: [say(t('officer.notYours'))],
  effects: [],
})
