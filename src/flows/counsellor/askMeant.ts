import { ask, type Choice, choice, say, t, words } from '../say.ts'
import type { Offered } from '../say.ts'
import type { Ctx, VaultDecision } from '../vault/context.ts'
import type { CaseLine } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { readCommand } from './commands.ts'
import { isOwnCry } from './ownCry.ts'

type Meant = Extract<Place, { at: 'meant' }>

interface Said {
  readonly text: string
  /** The button of her screen that a number or the beginning of a label may mean. */
  readonly nearly?: Offered
}

/**
 * Words that may not be for the woman: a cry of the counsellor's own, or the name or number of a button. Nothing of them reaches
 * her before the counsellor has said so; undefined where they are plainly an answer.
 */
export function perhapsNotForHer(
  found: CaseLine,
  { text, nearly }: Said,
  ctx: Ctx,
  corrects?: string,
): VaultDecision | undefined {
  const place = { at: 'meant' as const, id: found.id, text, ...(corrects === undefined ? {} : { corrects }) }
  if (isOwnCry(text, ctx)) return askMeant({ ...place, danger: true }, found.alias)
  const command = nearly ?? readCommand(text, ctx)
  return command === undefined ? undefined : askMeant({ ...place, command }, found.alias)
}

export function askMeant(place: Meant, alias: string): VaultDecision {
  const { text, danger, command } = place
  const first: readonly Choice[] =
    danger === true
      ? [choice('self', t('meant.self'), 'danger')]
      : command === undefined
        ? []
        : [choice('obey', t('meant.command', { label: command.label }), 'go')]
  const card = ask(
    [t(danger === true ? 'meant.danger' : 'meant.ask', { alias }), t('meant.text', { text: words(text) })],
    [...first, choice('send', t('meant.send')), choice('drop', t('sending.drop'))],
  )
  return { place, says: [...(danger === true ? [say(t('danger.numbersShort'))] : []), card], effects: [] }
}
