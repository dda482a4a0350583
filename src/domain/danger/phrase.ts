import { wordToToken } from './token.ts'
import type { Token } from './token.ts'

/** Phrases by concept, comma-separated, in ordinary spelling; `<name>` takes in another concept. */
export type Lexicon = Readonly<Record<string, string>>

export interface Hit {
  readonly concept: string
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  /** The accents that would tell it from an innocent phrase of the same letters are missing. */
  readonly doubtful: boolean
}

export interface Finder {
  readonly find: (tokens: readonly Token[]) => readonly Hit[]
}

interface Entry {
  readonly concept: string
  readonly keys: readonly string[]
  /** A `!` after the phrase: it counts only where its accents were written. */
  readonly strict: boolean
}

interface Node {
  readonly next: Map<string, Node>
  readonly entries: Entry[]
}

/** Compiles a lexicon into one tree, so that a text is read once whatever the number of phrases. */
export function compileLexicon(lexicon: Lexicon): Finder {
  const root: Node = { next: new Map(), entries: [] }
  for (const concept of Object.keys(lexicon)) {
    for (const phrase of new Set(phrasesOf(concept, lexicon))) addPhrase(root, concept, phrase)
  }
  return {
    find: (tokens) => {
      const hits: Hit[] = []
      for (let at = 0; at < tokens.length; at++) addHitsAt(hits, root, tokens, at)
      return hits
    },
  }
}

function phrasesOf(concept: string, lexicon: Lexicon): readonly string[] {
  const list = lexicon[concept]
  if (list === undefined) throw new Error(`no concept ${concept}`)
  return list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .flatMap((phrase) => (phrase.startsWith('<') ? phrasesOf(phrase.slice(1, -1), lexicon) : [phrase]))
}

function addPhrase(root: Node, concept: string, phrase: string): void {
  const words = phrase.replace('!', '').split(/\s+/).map(wordToToken)
  let node = root
  for (const word of words) {
    const next = node.next.get(word.folded) ?? { next: new Map(), entries: [] }
    node.next.set(word.folded, next)
    node = next
  }
  node.entries.push({ concept, keys: words.map((word) => word.key), strict: phrase.endsWith('!') })
}

function addHitsAt(hits: Hit[], root: Node, tokens: readonly Token[], from: number): void {
  let node = root
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    const next = token && node.next.get(token.folded)
    if (next === undefined || (at > from && token?.opens)) return
    node = next
    for (const entry of node.entries) {
      const hit = entryToHit(entry, tokens, from)
      if (hit) hits.push(hit)
    }
  }
}

function entryToHit(entry: Entry, tokens: readonly Token[], from: number): Hit | undefined {
  let guessed = false
  for (let at = 0; at < entry.keys.length; at++) {
    const token = tokens[from + at]
    if (token === undefined) return undefined
    if (token.key === entry.keys[at]) continue
    if (token.certain || entry.strict) return undefined
    guessed = true
  }
  return { concept: entry.concept, from, to: from + entry.keys.length, doubtful: guessed }
}
