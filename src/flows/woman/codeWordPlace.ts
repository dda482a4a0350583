import type { CaseId } from '../../domain/ids.ts'
import { triage } from '../../domain/triage.ts'
import { canonical } from '../../domain/words/fold.ts'
import { readYesNo } from '../../domain/words/yesNo.ts'
import { isErase, isExit } from '../exit.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t, words } from '../say.ts'
import { isChoiceOf } from '../turn.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { isHelpCalm } from '../helpWords.ts'
import { asksWhoWeAre } from './help.ts'
import { isSaidToSomebody } from './sentence.ts'
import { doorCard } from './showDoor.ts'
import { showTerms } from './terms.ts'

export const askCodeWord = (id: CaseId): VaultDecision => ({
  place: { at: 'codeWord', id },
  says: [ask([t('codeWord.ask')], [choice('skip', t('form.skip'))])],
  effects: [],
  typed: 'value',
})

/** A word that only she knows: asked for before old words are shown again. */
export function* codeWordPlace(
  place: Extract<Place, { at: 'codeWord' }>,
  input: Input,
  ctx: Ctx,
  back: (id: CaseId) => Flow,
): Flow {
  if (input.kind === 'picked' && input.id === 'setWord' && place.unsent !== undefined)
    return keptAsWord(place.id, place.unsent)
  if (input.kind !== 'said') return yield* back(place.id)
  const word = input.text.trim()
  if (canonical(word).length < 3 || word.length > 60) {
    const asked = askCodeWord(place.id)
    return { ...asked, says: [say(t('codeWord.length')), ...asked.says] }
  }
  if (isTaken(word, ctx)) {
    const asked = askCodeWord(place.id)
    return { ...asked, says: [say(t('codeWord.taken')), ...asked.says] }
  }
  if (isSaidToSomebody(word)) return askWhich(place.id, word)
  return keptAsWord(place.id, word)
}

const keptAsWord = (id: CaseId, word: string): VaultDecision => ({
  place: { at: 'case', id },
  says: [ask([t('codeWord.set')], [choice('more', t('case.more')), choice('erase', t('case.erase'))])],
  effects: [{ do: 'setCodeWord', case: id, word }],
  typed: 'value',
})

/** A sentence as her word would lock her out of her case: it is read back, and hers to send or to set. */
const askWhich = (id: CaseId, word: string): VaultDecision => ({
  place: { at: 'codeWord', id, unsent: word },
  says: [
    ask(
      [t('codeWord.isSentence', { text: words(word) })],
      [
        choice('sendWords', t('unsent.send'), 'go'),
        choice('setWord', t('codeWord.setIt')),
        choice('skip', t('form.skip')),
      ],
    ),
  ],
  effects: [],
  typed: 'value',
})

/** Before it could open anything it would be heard as something else: a way out, a call for help, a button of where she types it. */
const isTaken = (word: string, ctx: Ctx): boolean =>
  isExit(word) ||
  isErase(word) ||
  asksWhoWeAre(word) ||
  isHelpCalm(word) ||
  readYesNo(word) !== undefined ||
  triage(word).danger === 'immediate' ||
  [doorCard(), ...showTerms(undefined, ctx).says].some((one) => isChoiceOf(one, word, ctx.speak))
