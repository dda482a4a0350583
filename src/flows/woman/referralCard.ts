import { ask, choice, t } from '../say.ts'
import type { VaultDecision } from '../vault/context.ts'
import type { ReferralLine } from '../vault/needs.ts'

/** Asked after what was shown to her: nobody is told before her yes. */
export const withReferral = (shown: VaultDecision, one: ReferralLine): VaultDecision => ({
  ...shown,
  place: { at: 'referral', id: one.case, referral: one.id },
  says: [
    ...shown.says,
    ask(
      [
        t('referral.hello'),
        t('referral.ask', { place: t(`referral.${one.kind}`) }),
        t(`referral.does.${one.kind}`),
        t('referral.yours'),
      ],
      [choice('yes', t('referral.yes')), choice('no', t('referral.no'))],
    ),
  ],
  effects: [...shown.effects, { do: 'referralShown', id: one.id, case: one.case }],
  typed: 'value',
})
