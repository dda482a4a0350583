import type { CaseId } from '../../domain/ids.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import type { Flow, VaultDecision } from '../vault/context.ts'
import type { Place } from '../vault/place.ts'

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
  back: (id: CaseId) => Flow,
): Flow {
  if (input.kind !== 'said') return yield* back(place.id)
  const word = input.text.trim()
  if (canonical(word).length < 3 || word.length > 60) {
    const asked = askCodeWord(place.id)
    return { ...asked, says: [say(t('codeWord.length')), ...asked.says] }
  }
  return {
    place: { at: 'case', id: place.id },
    says: [ask([t('codeWord.set')], [choice('more', t('case.more')), choice('erase', t('case.erase'))])],
    effects: [{ do: 'setCodeWord', case: place.id, word }],
    typed: 'value',
  }
}
