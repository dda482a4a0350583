import MiniSearch from 'minisearch'
import { readTokens } from '../danger/token.ts'
import type { Topic } from '../topic/topics.ts'
import type { Sheet } from './sheet.ts'

/** Finds sheets by a woman's own words: accents, shorthand and Telex left-overs make no difference. */
export interface SheetSearch {
  find(asked: { readonly said?: string; readonly topic?: Topic }, among: ReadonlySet<string>): readonly string[]
}

const MOST = 3
/** Below this a hit shares but a common word or two with what she said; found on the tuning pairs. */
const LEAST = 20
/** A further title must be nearly as good as the best. */
const NEAR = 0.4
const TOPIC_BOOST = 1.35

/** Said in every question; alone they find everything. */
const EMPTY: ReadonlySet<string> = new Set(
  `toi em chi minh con chau a ah oi ne nhe nha thi la ma co duoc khong the nao sao gi nhu vay voi cho cua va hay o di ra
  vao roi nay do kia ay nua rat qua bi hoi muon can phai lam khi neu hoac cung van dang da se chua nhung de ve tu den bao
  nhieu may ai dau giup xin ban hang xom cam on nuoi`
    .trim()
    .split(/\s+/),
)

/** An index of the whole library, made once; which of it may be shown is said with each question. */
export function makeSheetSearch(sheets: readonly Sheet[]): SheetSearch {
  const index = new MiniSearch({
    fields: ['title', 'question', 'words', 'answer'],
    storeFields: ['topic'],
    tokenize: searchWords,
    processTerm: (word) => word,
    searchOptions: { boost: { words: 2, question: 2, title: 1.5, answer: 0.5 } },
  })
  index.addAll(
    sheets.map(({ id, topic, title, question, words, answer }) => ({ id, topic, title, question, words, answer })),
  )
  return {
    find({ said = '', topic }, among) {
      const hits = index.search(said, {
        boostDocument: (_id, _word, stored) => (stored?.['topic'] === topic ? TOPIC_BOOST : 1),
      })
      // Measured against the best of all: where that one may not be shown, nothing far from it takes its place.
      const best = hits[0]?.score ?? 0
      const found = hits
        .filter((hit) => hit.score >= LEAST && hit.score >= best * NEAR)
        .map((hit) => String(hit.id))
        .filter((id) => among.has(id))
      if (found.length > 0 || said.trim() !== '') return found.slice(0, MOST)
      return sheets
        .filter((one) => one.topic === topic && among.has(one.id))
        .map((one) => one.id)
        .slice(0, MOST)
    },
  }
}

/** Words without accents, and pairs of neighbours, since one bare syllable may be any of five words. */
function searchWords(text: string): string[] {
  const tokens = readTokens(text)
  const words: string[] = []
  let last: string | undefined
  for (const { folded, opens } of tokens) {
    if (!EMPTY.has(folded)) words.push(folded)
    if (last !== undefined && !opens && !(EMPTY.has(last) && EMPTY.has(folded))) words.push(`${last}_${folded}`)
    last = folded
  }
  return words
}
