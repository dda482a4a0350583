import { canonical } from '../../domain/words/fold.ts'
import { ask, choice, say, t } from '../say.ts'
import type { VaultDecision } from '../vault/context.ts'

/** A member who says «hỏi riêng» may mean herself or her desk: one question, then either. */
export const askForWhom = (): VaultDecision => ({
  place: { at: 'forWhom' },
  says: [ask([t('own.which')], [choice('own', t('own.enter'), 'go'), choice('desk', t('desk.open'))])],
  effects: [],
})

const ASKS: ReadonlySet<string> = new Set(
  ['hoi rieng', 'hoi kin', 'hoi cho toi', 'toi muon hoi', 'toi can hoi'].map(canonical),
)

export const asksPrivately = (text: string): boolean => ASKS.has(canonical(text))

/** Into her own room: there she is whoever asks, and the way out leads back here. */
export const enterOwnRoom = (data: Readonly<Record<string, string>> = {}): VaultDecision => ({
  place: { at: 'desk' },
  says: [say(t('own.entering'))],
  effects: [{ do: 'openOwnRoom', data }],
})
