import { fold } from '../domain/words/fold.ts'

/** What a short message asks the bot to do, and the small words that may stand around it. */
export interface Wish {
  readonly does: (word: string) => boolean
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
}

const LONGEST = 10
const SUBJECTS: ReadonlySet<string> = new Set(['em', 'toi', 'minh', 'chau', 'chi', 'con'])
/** One of these makes a wish of what she would otherwise be telling: «em xóa hết tin nhắn», «em thoát ra». */
const ASKS: ReadonlySet<string> = new Set('cho muon can xin nho giup gium dum ho di nhe nha day luon ngay'.split(' '))

/** Is the whole message this wish, in whatever small words? Anything else in it, and it is something told. */
export function isWish(text: string, { does, before, after }: Wish): boolean {
  const words = text.length < 200 ? wordsIn(text) : []
  const at = words.findIndex(does)
  if (at < 0 || words.length > LONGEST) return false
  const isWhole = words.every((word, n) => does(word) || (n < at ? before : after).has(fold(word)))
  const tells = SUBJECTS.has(fold(words[at - 1] ?? '')) && !words.some((word) => ASKS.has(fold(word)))
  return isWhole && !tells
}

const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A word of one sharp tone as it was typed: letters held too long, keys of Telex or VNI left in it. */
export const isTypedAs = (root: string, word: string): boolean =>
  fold(word)
    .replaceAll(/(.)\1+/gu, '$1')
    .replaceAll(/(?<=.)[s1]/gu, '') === root
