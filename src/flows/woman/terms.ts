import { triage } from '../../domain/triage.ts'
import { ask, choice, type Line, t } from '../say.ts'
import type { Ctx, VaultDecision } from '../vault/context.ts'
import { ownPageChoice } from './ownPage.ts'

/** What is kept, who can see it, how to erase, the numbers; nothing is kept before the yes. Each door has its own. */
export const showTerms = (
  words: string | undefined,
  ctx: Pick<Ctx, 'seenBy' | 'base'>,
  door?: 'bystander',
): VaultDecision => ({
  place: { at: 'terms', ...(words === undefined ? {} : { words }), ...(door === undefined ? {} : { door }) },
  says: [
    ask(
      [
        ...(door === undefined ? [t('terms.kept')] : [t('bystander.terms')]),
        t(`terms.seen.${ctx.seenBy}`),
        t('terms.erase'),
        t('terms.notIds'),
        ...childLines(words),
        t('danger.numbersShort'),
        t('terms.ask'),
      ],
      [
        choice('agree', t('terms.agree'), 'go'),
        choice('refuse', t('terms.refuse')),
        choice('doors', t(door === undefined ? 'terms.doors' : 'page.back')),
        ...ownPageChoice(ctx),
      ],
    ),
  ],
  effects: [],
})

/** A child reads before anything is kept that grown-ups may have to call help for it. */
const childLines = (words: string | undefined): readonly Line[] =>
  words !== undefined && triage(words).child ? [t('child.numbers'), t('child.mayTell')] : []
