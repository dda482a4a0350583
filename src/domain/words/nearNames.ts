import type { Entry, Named, Vocabulary, Word } from './vocabulary.ts'

/** Shorter names have too many neighbours that are words of their own. */
const SHORTEST = 7

/** The key of a tone that was typed and not taken: 'sts' for 'sats', which is 'sát'. */
const TONE_KEY = /[sfrxj]$/

/** Names of two words and more of which one word is mistyped by one letter: 'giám sts', 'giam sar'. */
export function nearNamesIn<T>(vocabulary: Vocabulary<T>, words: readonly Word[]): readonly Named<T>[] {
  const entries = [...vocabulary.byFirst.values()].flat().filter(isLong)
  for (const from of words.keys()) {
    const near = entries.filter((one) => isNear(one, words.slice(from, from + one.words.length)))
    const length = Math.max(...near.map((one) => one.words.length))
    const longest = near.filter((one) => one.words.length === length)
    if (longest.length > 0) return [{ from, to: from + length, values: longest.map(({ value }) => value) }]
  }
  return []
}

const isLong = <T>({ words }: Entry<T>): boolean =>
  words.length > 1 && words.reduce((letters, { plain }) => letters + plain.length, 0) >= SHORTEST

function isNear<T>({ words: name }: Entry<T>, words: readonly Word[]): boolean {
  if (words.length < name.length || words.slice(1).some(({ parted }) => parted)) return false
  const other = name.flatMap(({ plain }, n) =>
    plain === words[n]?.plain ? [] : [[plain, words[n]?.plain ?? ''] as const],
  )
  const [only, second] = other
  if (only === undefined || second !== undefined) return false
  const [meant, typed] = only
  return isOneSlip(meant, typed) || isOneSlip(meant, typed.replace(TONE_KEY, ''))
}

/** One letter more, less, another, or two that changed places. */
function isOneSlip(meant: string, typed: string): boolean {
  if (Math.abs(meant.length - typed.length) > 1 || typed.length < 2) return false
  const start = sameStart(meant, typed)
  const [left, right] = [meant.slice(start), typed.slice(start)]
  if (left.length !== right.length) return left.slice(1) === right || right.slice(1) === left
  return (
    left.slice(1) === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  )
}

function sameStart(a: string, b: string): number {
  const at = [...a].findIndex((letter, n) => letter !== b[n])
  return at < 0 ? a.length : at
}
