import { ASSAULTS } from './assaultRules.ts'
import { HARMS } from './harmRules.ts'
import { parsePattern } from './pattern.ts'
import type { HitsByConcept, Pattern } from './pattern.ts'
import { PERILS } from './perilRules.ts'
import type { Rule } from './rule.ts'
import { SPOKEN_RULES } from './spokenRules.ts'

/** A rule and those of its patterns that may match a text. */
export interface LiveRule extends Rule {
  readonly live: readonly Pattern[]
}

interface Indexed {
  readonly rule: Rule
  readonly order: number
  readonly pattern: Pattern
}

/** In nearly every message: what tells a pattern apart is another of its steps. */
const EVERYWHERE: ReadonlySet<string> = new Set(
  'doer family husband kin he self me victim child now threat habit fear hold hostile menace bị đang'.split(' '),
)

const indexed: readonly Indexed[] = [...ASSAULTS, ...PERILS, ...SPOKEN_RULES, ...HARMS].flatMap((rule, order) =>
  rule.patterns.map((source) => ({ rule, order, pattern: parsePattern(source) })),
)

export const RULE_PATTERNS: readonly Pattern[] = indexed.map((one) => one.pattern)

const byTellingStep: ReadonlyMap<string, readonly Indexed[]> = Map.groupBy(indexed, (one) => tellingStep(one.pattern))

function tellingStep(pattern: Pattern): string {
  const concepts = pattern.steps.map((step) => step.concept)
  return concepts.find((concept) => !EVERYWHERE.has(concept)) ?? concepts.at(-1) ?? ''
}

/** Rules in their order, each with the patterns whose telling step was found: most of them need no further look. */
export function liveRules(hits: HitsByConcept): readonly LiveRule[] {
  const found: Indexed[] = []
  for (const concept of hits.all.keys()) found.push(...(byTellingStep.get(concept) ?? []))
  const byRule = Map.groupBy(found, (one) => one.order)
  return [...byRule]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, [first, ...rest]]) =>
      first ? [{ ...first.rule, live: [first, ...rest].map((one) => one.pattern) }] : [],
    )
}
