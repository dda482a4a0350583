import { fold } from '../../domain/words/fold.ts'
import type { Ctx } from '../vault/context.ts'

/** A cry to be saved, whoever is spoken to. */
const CRY = /\b(?:cuu|giup) (?:toi|tui|minh|em|chung toi)\b|\bcuu voi\b/
const SELF = /\b(?:toi|tui|minh)\b/
/** The woman of the case is spoken to. */
const TO_HER = /\b(?:chi|em|chau|bac)\b/

/**
 * Danger of the counsellor's own. What she writes to a woman in danger is full of the same words («Chị ra cửa sau ngay») and must
 * not wait: only what speaks of herself, and to nobody, or cries for help, is hers.
 */
export function isOwnCry(text: string, { triage }: Ctx): boolean {
  const said = fold(text)
  return triage?.danger === 'immediate' && (CRY.test(said) || (SELF.test(said) && !TO_HER.test(said)))
}
