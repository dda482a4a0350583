import type { CaseId } from '../../domain/ids.ts'
import { type Choice, choice, say, t } from '../say.ts'
import type { Ctx, VaultDecision } from '../vault/context.ts'

/** What goes along to the page: her case, or the words that she wrote before there was one. */
export interface Moved {
  readonly case?: CaseId
  readonly words?: string
  readonly door?: 'bystander'
}

const MINUTES = 15

/** Where others can see the chat, she may go on at a page of her own. */
export const ownPageChoice = ({ seenBy, base }: Pick<Ctx, 'seenBy' | 'base'>): readonly Choice[] =>
  seenBy === 'nobody' || base === undefined ? [] : [choice('ownPage', t('ownPage.choice'))]

/** A link that opens the room once, elsewhere. From here on nothing of it is in this chat: she has left it. */
export function moveToOwnPage(moved: Moved, ctx: Ctx): VaultDecision | undefined {
  const { base } = ctx
  if (base === undefined) return undefined
  const secret = `${ctx.newId()}${ctx.newId()}`
  const url = `${base}/mo/${secret}`
  return {
    place: { at: 'left' },
    says: [
      say(
        t('ownPage.link', { minutes: MINUTES, url }),
        ...(moved.case === undefined ? [] : [t('ownPage.later', { base })]),
      ),
    ],
    effects: [{ do: 'moveRoom', secret, minutes: MINUTES, ...moved }, { do: 'closeSession' }],
  }
}
