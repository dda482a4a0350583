import { triage } from '../../domain/triage.ts'
import { fold } from '../../domain/words/fold.ts'
import { readYesNo } from '../../domain/words/yesNo.ts'

const SENTENCE = 5
const BEGINS = /^(?:em|chi|toi|minh|chau|cho|da|vang|xin|cam on|chao|a|o|the|con em|chong)(?![a-z])/

/** Would she say this to somebody? A question or a sentence is no word of hers to be remembered unasked. */
export function isSaidToSomebody(text: string): boolean {
  const { danger, doubtful, topic } = triage(text)
  if (danger !== 'none' || doubtful || topic !== 'not_legal' || text.includes('?')) return true
  const plain = fold(text)
  return (
    plain.split(' ').length >= SENTENCE || (plain.includes(' ') && BEGINS.test(plain)) || readYesNo(text) !== undefined
  )
}
