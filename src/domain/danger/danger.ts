import { isAboutChild } from './child.ts'
import { type Likeness, likeness, likenessPoints, likenessSigns, type Ruled } from './likeness.ts'
import { matchPattern } from './pattern.ts'
import type { Span } from './pattern.ts'
import type { Hit } from './phrase.ts'
import { liveRules } from './ruleIndex.ts'
import type { LiveRule } from './ruleIndex.ts'
import { readScene } from './scene.ts'
import type { Scene } from './scene.ts'
import type { Token } from './token.ts'
import { isSyllable } from './typing.ts'
import { weighDespair, weighPeril } from './weigh.ts'
import type { Danger } from './types.ts'

export type { Danger } from './types.ts'

export interface DangerFound {
  readonly danger: Danger
  readonly child: boolean
  readonly soundsSafe: boolean
  readonly deniesSafe: boolean
  readonly doubtful: boolean
  readonly why: readonly string[]
  /** What the rules alone said. */
  readonly ruled: Ruled
  /** What the learned layers hear. */
  readonly signs: ReadonlySet<string>
}

/** Looks for danger; label definitions and precedence of domain reference §6.2. */
export function findDanger(tokens: readonly Token[]): DangerFound {
  const scene = readScene(tokens)
  const fired = liveRules(scene.hitsWithDoubt).flatMap((rule) => {
    const level = levelOfRule(rule, scene)
    return level === 'none' ? [] : [{ id: rule.id, level }]
  })
  for (const level of weighed(scene)) fired.push({ id: level === 'immediate' ? 'weighed' : 'weighed.past', level })
  for (const span of weighDespair(scene))
    if (!isTalk(scene, span) && !isPast(scene, span) && !isLight(scene))
      fired.push({ id: 'despair.weighed', level: 'immediate' })
  if (isBareCry(scene)) fired.push({ id: 'cry.alone', level: 'immediate' })
  const ruled = worst(fired.map((one) => one.level))
  const rules = [...new Set(fired.filter((one) => one.level === ruled).map((one) => one.id))]
  const saidByRules = { danger: ruled, count: rules.length }
  const signs = likenessSigns(scene)
  const like = likeness(likenessPoints(signs), saidByRules)
  const danger = decide(ruled, like, scene)
  return {
    danger,
    child: danger !== 'none' && isAboutChild(scene),
    soundsSafe: has(scene, 'safe'),
    deniesSafe: has(scene, 'notSafe'),
    doubtful: isDoubtful(danger, like, scene),
    ruled: saidByRules,
    signs,
    why: danger === ruled ? rules : danger === 'none' ? ['likeness.calm'] : ['likeness', ...rules],
  }
}

/**
 * Rules and likeness together. Found on messages that no rule had been made for, each learned without itself: missing
 * somebody in danger is far worse than one calm question too many.
 */
function decide(ruled: Danger, like: Likeness, scene: Scene): Danger {
  if (!isTelling(scene, like)) return ruled
  const settled = ruled === 'violence' && isLongAgo(scene)
  const { alone, beside } = ruled === 'none' ? IMMEDIATE.unruled : IMMEDIATE.ruled
  if (!settled && (like.immediate > alone || (like.immediate > beside && like.any > ANY.sure))) return 'immediate'
  if (like.any > ANY.alone || settled) return 'violence'
  return 'none'
}

/** Where the rules hear harm already, less is needed to call it immediate than where they hear nothing. */
const IMMEDIATE = { ruled: { alone: 0.25, beside: 0.08 }, unruled: { alone: 0.33, beside: 0.17 }, asked: 0.15 }
const ANY = { sure: 0.5, alone: 0.48 }

/**
 * What is learned has a say only about a sentence with a word of danger in it, or a longer one that it is surer of: a date, a
 * name or a code is no message of anybody's, and was in nothing that it learned from.
 */
function isTelling({ tokens, hitsWithDoubt }: Scene, like: Likeness): boolean {
  if (tokens.length < SENTENCE) return false
  if (tokens.length < SHORT && !SOMEBODY.some((concept) => hitsWithDoubt.all.has(concept))) return false
  if (HINTS.some((concept) => hitsWithDoubt.all.has(concept))) return true
  return tokens.length >= LONGER && isSpoken(tokens) && (like.immediate > UNHINTED.immediate || like.any > UNHINTED.any)
}

/** Mostly syllables: single letters of a markup or a code sound like shorthand. */
const isSpoken = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ folded }) => folded.length > 1 && isSyllable(folded)).length > tokens.length / 2

const SENTENCE = 4
const SHORT = 6
const SOMEBODY: readonly string[] = ['doer', 'me']
const LONGER = 9
const UNHINTED = { immediate: 0.75, any: 0.85 }
const HINTS: readonly string[] = `
  blowCue weaponCue doom trap woundCue fearCue coerceCue deathCue kill poison suicide abuse mean purse control force sexAct
  sexCue imageAbuse sold captive nowhere sign habit farewell hopeless edge overdose selfHarm badThoughts toolInHand fire
  deathToken closeIn hiding heldIn bodyHurt noCare blowsOn undressing sellPeople
`
  .trim()
  .split(/\s+/)

/** One short safe question is asked: words without accents that may be either, or a message between the lines. */
function isDoubtful(danger: Danger, like: Likeness, scene: Scene): boolean {
  if (danger !== 'none') return false
  const between = isTelling(scene, like) && like.immediate > IMMEDIATE.asked
  return (
    (scene.doubts.length > 0 || between || isBarePlea(scene)) &&
    !['work', 'office', 'machine'].some((concept) => has(scene, concept))
  )
}

const LEVELS: readonly Danger[] = ['immediate', 'violence', 'none']
const worst = (levels: readonly Danger[]): Danger => LEVELS.find((level) => levels.includes(level)) ?? 'none'

const hitsOf = (scene: Scene, concept: string): readonly Hit[] => scene.hits.all.get(concept) ?? []
const has = (scene: Scene, concept: string): boolean => scene.hits.all.has(concept)

const isNear = (hit: Hit, span: Span, words: number): boolean =>
  hit.to >= span.from - words && hit.from <= span.to + words

const hasNear = (scene: Scene, concept: string, span: Span, words: number): boolean =>
  hitsOf(scene, concept).some((hit) => isNear(hit, span, words))

function levelOfRule(rule: LiveRule, scene: Scene): Danger {
  const hits = rule.sure ? scene.hitsWithDoubt : scene.hits
  let level: Danger = 'none'
  for (const pattern of rule.live) {
    for (const span of matchPattern(pattern, hits, scene.tokens)) {
      if (isJest(rule, scene) || isQuarrelOverGoods(rule, scene)) continue
      if (!rule.personal && isTalk(scene, span)) continue
      level = worst([level, levelOfSpan(rule, scene, span)])
      if (level === 'immediate') return level
    }
  }
  return level
}

function levelOfSpan(rule: LiveRule, scene: Scene, span: Span): Danger {
  switch (rule.kind) {
    case 'harm':
      return 'violence'
    case 'now':
      return isPast(scene, span) ? 'violence' : 'immediate'
    case 'blow':
      return isGoingOn(scene, span) ? 'immediate' : 'violence'
  }
}

/** Told as past and nothing says that it goes on (domain reference §6.3 e). */
const isPast = (scene: Scene, span: Span): boolean =>
  hasNear(scene, 'longPast', span, 12) && !hasNear(scene, 'nowLoud', span, 12)

function isGoingOn(scene: Scene, span: Span): boolean {
  if (hasNear(scene, 'past', span, 12)) return false
  if (hasNear(scene, 'nowLoud', span, 10)) return true
  const verb = span.starts.at(-1) ?? span.from
  return hitsOf(scene, 'now').some((hit) => hit.to <= verb + 1 && hit.to >= Math.min(span.from, verb) - 2)
}

/** News, films, campaigns, figures and questions of law, unless someone of her own is in it. */
function isTalk(scene: Scene, span: Span): boolean {
  if (has(scene, 'fiction') && has(scene, 'watched')) return true
  if (!['law', 'fiction', 'workStrong'].some((frame) => has(scene, frame))) return false
  return !hasNear(scene, 'mine', span, 4) && !holdsMyself(scene, span)
}

/** `sờ mó em`: done to the writer herself, whatever is asked about it. */
const holdsMyself = (scene: Scene, span: Span): boolean =>
  hitsOf(scene, 'myself').some(
    (hit) =>
      hit.to === span.to &&
      hit.from > span.from &&
      hit.from - (span.starts.at(-2) ?? span.from) <= 3 &&
      !NOT_DONE_TO.has(scene.tokens[hit.from - 1]?.folded ?? ''),
  )

const NOT_DONE_TO: ReadonlySet<string> = new Set('tre cho chi anh hoi cua xa thon ap nha ben voi cung o va'.split(' '))

const weighed = (scene: Scene): readonly ('immediate' | 'violence')[] =>
  weighPeril(scene)
    .filter(
      (span) =>
        !isTalk(scene, span) &&
        !isLight(scene) &&
        !has(scene, 'remorse') &&
        (!hasNear(scene, 'habit', span, 8) || hasNear(scene, 'nowLoud', span, 12)),
    )
    .map((span) => (isPast(scene, span) || hasNear(scene, 'past', span, 12) ? 'violence' : 'immediate'))

const isLongAgo = (scene: Scene): boolean => has(scene, 'longPast') && !has(scene, 'nowLoud') && !has(scene, 'now')

/** Laughing, or about files and meetings; a case that an officer reports is neither. */
const isLight = (scene: Scene): boolean => has(scene, 'laugh') || (has(scene, 'office') && !has(scene, 'case'))

/** `cứu em với` and little else. */
function isBareCry(scene: Scene): boolean {
  if (isLight(scene) || has(scene, 'work') || scene.tokens.length > 14) return false
  return (
    hitsOf(scene, 'help').some((hit) => !startsAt(scene, hit, 'cap')) ||
    hitsOf(scene, 'cryWord').some((hit) => hit.from === 0)
  )
}

/** `giúp em với`, `nguy hiểm quá giúp em`, and not a word more: it may be anything. */
function isBarePlea({ tokens }: Scene): boolean {
  const said = tokens.map(({ folded }) => folded).join(' ')
  const rest = said.replaceAll(PLEA, ' ')
  return rest !== said && rest.replaceAll(FILLER, ' ').trim() === ''
}
const PLEA = /\b(?:giup (?:em|toi|tui|chau|con|minh|chi)(?: voi)?|giup voi|nguy(?: hiem)? (?:qua|lam|roi))\b/g
const FILLER = /\b(?:chi|co|em|oi|a)\b/g

const startsAt = (scene: Scene, hit: Hit, word: string): boolean => scene.tokens[hit.from]?.folded === word

/** Locked out of the meeting room, wanting to die of figures: told with a laugh and with work in it. */
const isJest = (rule: LiveRule, scene: Scene): boolean =>
  has(scene, 'laugh') && (has(scene, 'office') || has(scene, 'work') || rule.id === 'locked' || rule.id === 'cry')

const SOFT_RULES: ReadonlySet<string> = new Set(['control', 'mean', 'money', 'neglect', 'words'])

/** Who gives land to whom, who has to pay: a question of law as long as nobody is beaten, cursed or threatened. */
const isQuarrelOverGoods = (rule: LiveRule, scene: Scene): boolean =>
  SOFT_RULES.has(rule.id) && has(scene, 'estate') && !['hit', 'insult', 'habit'].some((concept) => has(scene, concept))
