import type { TextKey } from '../say.ts'

/** The sentence for a machine key of a reader. */
export function problemKey(why: string): TextKey {
  return KEYS.get(why) ?? 'problem.other'
}

const KEYS: ReadonlyMap<string, TextKey> = new Map([
  ['empty', 'problem.empty'],
  ['tooShort', 'problem.tooShort'],
  ['tooLong', 'problem.tooLong'],
  ['vague', 'problem.vague'],
  ['several', 'problem.several'],
  ['notANumber', 'problem.notANumber'],
  ['negative', 'problem.negative'],
  ['notWhole', 'problem.notWhole'],
  ['tooSmall', 'problem.tooSmall'],
  ['tooLarge', 'problem.tooLarge'],
  ['range', 'problem.tooLarge'],
  ['notADate', 'problem.notADate'],
  ['noSuchDay', 'problem.noSuchDay'],
  ['future', 'problem.future'],
  ['notAPeriod', 'problem.notAPeriod'],
  ['notYesNo', 'problem.notYesNo'],
  ['notAChoice', 'problem.notAChoice'],
  ['severalChoices', 'problem.severalChoices'],
  ['noSuchUnit', 'problem.noSuchUnit'],
  ['notADocument', 'problem.notADocument'],
  ['notAFile', 'problem.notAFile'],
  ['badLink', 'problem.badLink'],
])
