import { CHILD_PATTERNS } from './childPatterns.ts'
import { CONTEXT } from './context.ts'
import { CRUELTY } from './cruelty.ts'
import { DESPAIR } from './despair.ts'
import { EVIDENCE } from './evidence.ts'
import { HARM } from './harm.ts'
import { INNOCENT } from './innocent.ts'
import { patternWords } from './pattern.ts'
import type { HitsByConcept } from './pattern.ts'
import { PEOPLE } from './people.ts'
import { RULE_PATTERNS } from './ruleIndex.ts'
import { SIGNS } from './signs.ts'
import { SPOKEN } from './spoken.ts'
import { compileLexicon } from './phrase.ts'
import type { Hit, Lexicon } from './phrase.ts'
import type { Token } from './token.ts'

/** What was found in a text, innocent idioms and denied acts already taken away. */
export interface Scene {
  readonly tokens: readonly Token[]
  /** Those outside innocent idioms. */
  readonly telling: readonly Token[]
  readonly hits: HitsByConcept
  /** The same with homographs that could not be told apart. */
  readonly hitsWithDoubt: HitsByConcept
  readonly doubts: readonly Hit[]
  /** Concepts that the learned layer may hear: those of the lexicons, not words of single patterns. */
  readonly learned: ReadonlySet<string>
}

const CONCEPTS: Lexicon = { ...PEOPLE, ...HARM, ...DESPAIR, ...CRUELTY, ...CONTEXT, ...EVIDENCE, ...SPOKEN, ...SIGNS }
const learned: ReadonlySet<string> = new Set(Object.keys(CONCEPTS))
const finder = compileLexicon({
  ...CONCEPTS,
  ...INNOCENT,
  ...patternWords([...RULE_PATTERNS, ...CHILD_PATTERNS], CONCEPTS),
})
const neverMasked: ReadonlySet<string> = new Set(
  [...Object.keys(PEOPLE), ...Object.keys(CONTEXT)].filter(
    (concept) => !['mine', 'now', 'nowLoud', 'past', 'longPast', 'fiction'].includes(concept),
  ),
)
const frames: ReadonlySet<string> = new Set(['law', 'work', 'workStrong', 'fiction', 'office', 'machine', 'laugh'])
const deniable: ReadonlySet<string> = new Set(
  'đánh đánh! blowCue doom deathCue trap mean hit slap attack choke abuse kill sexAct rape lock sign suicide bruise force dieWish2 dieWish bang'.split(
    ' ',
  ),
)

export function readScene(tokens: readonly Token[]): Scene {
  const found = finder.find(tokens)
  const masks = maskLengths(found, tokens.length)
  const denied = new Set(found.filter((hit) => hit.concept === 'not').map((hit) => hit.to))
  const theirs = found.filter((hit) => hit.concept === 'theirs')
  const kept: Hit[] = []
  const doubts: Hit[] = []
  for (const hit of found) {
    if (hit.concept === 'idiom' || isFaint(hit)) continue
    if (hit.concept === 'mine' && theirs.some((one) => one.from <= hit.from && hit.to <= one.to)) continue
    if (deniable.has(hit.concept) && denied.has(hit.from) && isAdjacent(tokens, hit.from)) continue
    const mask = neverMasked.has(hit.concept) ? 0 : longestMask(masks, hit)
    if (mask < hit.to - hit.from) kept.push(hit)
    else if (mask === hit.to - hit.from && hit.doubtful && mask > 1) doubts.push(hit)
  }
  const hits = index(kept)
  const telling = tellingTokens(found, tokens)
  return {
    tokens,
    telling,
    hits,
    hitsWithDoubt: doubts.length === 0 ? hits : index([...kept, ...doubts]),
    doubts,
    learned,
  }
}

function tellingTokens(found: readonly Hit[], tokens: readonly Token[]): readonly Token[] {
  const idle = new Set<number>()
  for (const hit of found) {
    if (hit.concept !== 'idiom' || hit.doubtful) continue
    for (let at = hit.from; at < hit.to; at++) idle.add(at)
  }
  return idle.size === 0 ? tokens : tokens.filter((_, at) => !idle.has(at))
}

/** For each token, the length of the longest idiom it belongs to. */
function maskLengths(found: readonly Hit[], length: number): readonly number[] {
  const lengths = Array.from({ length }, () => 0)
  for (const hit of found) {
    if (hit.concept !== 'idiom') continue
    for (let at = hit.from; at < hit.to; at++) lengths[at] = Math.max(lengths[at] ?? 0, hit.to - hit.from)
  }
  return lengths
}

function longestMask(masks: readonly number[], hit: Hit): number {
  let longest = 0
  for (let at = hit.from; at < hit.to; at++) longest = Math.max(longest, masks[at] ?? 0)
  return longest
}

/** A frame is not built on one syllable whose accents are missing: `vo` is seldom `vở`. */
const isFaint = (hit: Hit): boolean => frames.has(hit.concept) && hit.doubtful && hit.to - hit.from === 1

const isAdjacent = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.place ?? 0) - (tokens[at - 1]?.place ?? 0) === 1

function index(hits: readonly Hit[]): HitsByConcept {
  return { all: Map.groupBy(hits, (hit) => hit.concept), starts: Map.groupBy(hits, (hit) => hit.from) }
}
