import type { CaseId } from '../../domain/ids.ts'
import { triage } from '../../domain/triage.ts'
import { canonical } from '../../domain/words/fold.ts'
import { readYesNo } from '../../domain/words/yesNo.ts'
import { isErase, isExit } from '../exit.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import { isChoiceOf } from '../turn.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'
import { isHelpCalm } from '../helpWords.ts'
import { asksWhoWeAre } from './help.ts'
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
  return {
    place: { at: 'case', id: place.id },
    says: [ask([t('codeWord.set')], [choice('more', t('case.more')), choice('erase', t('case.erase'))])],
    effects: [{ do: 'setCodeWord', case: place.id, word }],
    typed: 'value',
  }
}

/** Before it could open anything it would be heard as something else: a way out, a call for help, a button of where she types it. */
const isTaken = (word: string, ctx: Ctx): boolean =>
  isExit(word) ||
  isErase(word) ||
  asksWhoWeAre(word) ||
  isHelpCalm(word) ||
  readYesNo(word) !== undefined ||
  triage(word).danger === 'immediate' ||
  [doorCard(), ...showTerms(undefined, ctx).says].some((one) => isChoiceOf(one, word, ctx.speak))
