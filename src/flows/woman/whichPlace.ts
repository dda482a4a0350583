import type { Input } from '../heard.ts'
import { ask, choice, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { isFormalOpen } from './formalSheets.ts'
import { showTerms } from './terms.ts'
import { hearWords } from './words.ts'

/** Three doors, each with words, data and rights of its own: what goes through one is never moved through another. */
export function* showWhich(told: string | undefined): Flow {
  const open = yield* isFormalOpen()
  return {
    place: told === undefined ? { at: 'which' } : { at: 'which', words: told },
    says: [
      ask(
        [t('which.head'), t('which.ask'), t(open ? 'which.formalOpen' : 'which.formalClosed'), t('which.bystander')],
        [
          choice('ask', t('which.toAsk'), 'go'),
          ...(open ? [choice('formal', t('which.toFormal'))] : []),
          choice('bystander', t('which.toBystander')),
        ],
      ),
    ],
    effects: [],
  }
}

export function* whichPlace(place: Extract<Place, { at: 'which' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'ask') return showTerms(place.words, ctx)
  if (input.kind === 'picked' && input.id === 'bystander') return showTerms(place.words, ctx, 'bystander')
  if (input.kind === 'said') {
    return showTerms([place.words, input.text].filter((one) => one !== undefined).join('\n'), ctx)
  }
  return yield* showWhich(place.words)
}

/** No names are asked: what happens, and in which commune. */
export const askBystander = (): VaultDecision => ({
  place: { at: 'bystander' },
  says: [ask([t('bystander.ask')], [choice('doors', t('page.back'))])],
  effects: [],
  typed: 'value',
})

export function* bystanderPlace(input: Input, ctx: Ctx): Flow {
  if (input.kind === 'said') return yield* hearWords(input.text, { door: 'bystander' }, ctx)
  return input.kind === 'picked' ? yield* showWhich(undefined) : askBystander()
}
