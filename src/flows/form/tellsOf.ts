import { personalDetails } from '../../domain/case/personalDetails.ts'
import { namesPerson, namesVictim } from '../../domain/case/personNames.ts'

/**
 * Why a text that others read is asked about. Where a name is asked for (a speaker, who chaired) it may stand, but not the name of
 * one who was harmed; the number of a person's phone or card stands nowhere unasked.
 */
export function tellsOf(said: string, noNames = false): 'personal' | 'number' | undefined {
  const details = personalDetails(said)
  if (namesVictim(said) || (noNames && (details.length > 0 || namesPerson(said)))) return 'personal'
  return details.some((kind) => kind !== 'address') ? 'number' : undefined
}
