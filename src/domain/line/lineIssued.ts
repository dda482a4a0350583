import { type Named, nameAt, type Vocabulary, type Word, wordsOf } from '../words/vocabulary.ts'
import type { Meaning } from './lineNames.ts'

/** What is done with a text, and what the plan may call it. */
const ACTS: readonly { readonly said: ReadonlySet<string>; readonly names: readonly (readonly Word[])[] }[] = [
  { said: new Set(['ban hanh', 'bh', 'ra', 'ky']), names: [wordsOf('ban hành')] },
  { said: new Set(['gui', 'nop', 'trinh', 'up', 'chuyen']), names: [wordsOf('gửi'), wordsOf('nộp')] },
]
/** A text that is not the one issued: it was only commented, carried out, or is not yet one. */
const NOT_ISSUED = /^(?:thao|dt|theo|hien|khai|y|bien|triet|ve|cua|mau|trong)$/
/** Words between the act and its text: 'ra một công văn'. */
const NEAR = 3
/** 'ky' is also a term, 'ra' a direction: what shows that something was signed. */
const SIGNED = /^(?:\d+|ngay|hom|roi|xong|so|sang|chieu|hqua)$/
const DONE = /^(?:da|vua|moi|duoc)$/

/** A text that was issued or sent, wherever its verb stands: 'kế hoạch giám sát 2025 đã ban hành hôm 3/3'. */
export function issuedIn(vocabulary: Vocabulary<Meaning>, words: readonly Word[]): readonly Named<Meaning>[] {
  for (const at of words.keys()) {
    if (NOT_ISSUED.test(words[at - 1]?.plain ?? '')) continue
    for (const { said, names } of ACTS) {
      const named = names.flatMap((act) => nameAfter(vocabulary, act, words.slice(at))).find(({ length }) => length > 0)
      const isLetter = named?.length === 1 && said.has('gui')
      if (named === undefined || isLetter || !isDone(words, said, { from: at, to: at + named.length })) continue
      return [{ from: at, to: at + named.length, values: named.values }]
    }
  }
  return []
}

/** How many of these words, behind the act, make a name for certain. */
function nameAfter(vocabulary: Vocabulary<Meaning>, act: readonly Word[], words: readonly Word[]) {
  const named = nameAt(vocabulary, [...act, ...words], 0)
  const values = named?.values.filter(({ sure }) => sure) ?? []
  return named === undefined || values.length === 0 ? [] : [{ length: named.to - act.length, values }]
}

interface Text {
  readonly from: number
  readonly to: number
}

/** Does the act stand just before the text, or anywhere behind it? */
function isDone(words: readonly Word[], acts: ReadonlySet<string>, { from, to }: Text): boolean {
  return words.some(({ plain }, at) => {
    const isAct = acts.has(plain) || acts.has(`${plain} ${words[at + 1]?.plain ?? ''}`)
    if (!isAct || (at < from ? from - at > NEAR : at < to)) return false
    if (plain === 'ra') return at < from
    return (
      plain !== 'ky' || at < from || SIGNED.test(words[at + 1]?.plain ?? '') || DONE.test(words[at - 1]?.plain ?? '')
    )
  })
}
