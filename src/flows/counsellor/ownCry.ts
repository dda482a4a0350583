import { fold } from '../../domain/words/fold.ts'
import type { Ctx } from '../vault/context.ts'

/** A cry to be saved, whoever is spoken to. */
const CRY = /\b(?:cuu|giup) (?:toi|tui|minh|em|chung toi)\b|\bcuu voi\b/
const SELF = /(?<!\p{L})(?:tôi|tui|mình)(?!\p{L})/iu
/** The same where no accents are typed: it may be «tới» or «minh» as well. */
const PLAIN_SELF = /\b(?:toi|tui|minh)\b/
/** The woman or the child of the case is spoken to. */
const TO_HER = /\b(?:chi|em|chau|con|ban|bac)\b/

/**
 * Danger of the counsellor's own. What she writes to a woman in danger is full of the same words («Chị ra cửa sau ngay») and must
 * not wait: only what speaks of herself, and to nobody, or cries for help, is hers.
 */
export function isOwnCry(text: string, { triage }: Ctx): boolean {
  const said = fold(text)
  const ofHerself = said === text.toLowerCase() ? PLAIN_SELF.test(said) : SELF.test(text)
  return triage?.danger === 'immediate' && (CRY.test(said) || (ofHerself && !TO_HER.test(said)))
}
