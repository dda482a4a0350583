import { maskDetails } from '../../domain/case/personalDetails.ts'
import { ask, choice, t, words } from '../say.ts'
import type { VaultDecision } from '../vault/context.ts'
import type { CaseLine } from '../vault/needs.ts'

/** A number or an address may be the police's, or her own: she says which before it goes, as an answer or in the place of one. */
export const askDetails = (found: CaseLine, text: string, corrects?: string): VaultDecision => ({
  place: { at: 'sending', id: found.id, text, ...(corrects === undefined ? {} : { corrects }) },
  says: [
    ask(
      [t('sending.ask', { alias: found.alias }), t('sending.masked', { text: words(maskDetails(text)) })],
      [
        choice('whole', t('sending.whole')),
        choice('masked', t('sending.masking'), 'go'),
        choice('drop', t('sending.drop')),
      ],
    ),
  ],
  effects: [],
  typed: 'value',
})
