import type { Hit, Lexicon } from './phrase.ts'
import type { Token } from './token.ts'

/** A run of concepts with the number of words that may lie between them. */
export interface Pattern {
  readonly steps: readonly Step[]
}

interface Step {
  readonly concept: string
  readonly gap: number
}

export interface Span {
  readonly from: number
  readonly to: number
  /** Start of each step, in order. */
  readonly starts: readonly number[]
  readonly doubtful: boolean
}

/** Hits by the token at which they begin. */
export type HitsByStart = ReadonlyMap<number, readonly Hit[]>

/** `<doer> ..4 <hit> ..1 em`: concepts in brackets, plain words as they are, `..n` = up to n words between. */
export function parsePattern(source: string): Pattern {
  const steps: Step[] = []
  let gap = 0
  for (const part of source.match(/<[^<>]+>|\.\.\d+|[^<.]+/g) ?? []) {
    const text = part.trim()
    if (text === '') continue
    if (text.startsWith('..')) {
      gap = Number(text.slice(2))
      continue
    }
    steps.push({ concept: text.startsWith('<') ? text.slice(1, -1) : text, gap })
    gap = 0
  }
  return { steps }
}

/** Plain words of patterns are concepts of their own, named by themselves. */
export function patternWords(patterns: readonly Pattern[], lexicon: Lexicon): Lexicon {
  const words = patterns.flatMap((pattern) => pattern.steps.map((step) => step.concept))
  return Object.fromEntries(
    words.filter((word) => lexicon[word] === undefined).map((word) => [word, word.replaceAll('|', ',')]),
  )
}

/** Every place where the pattern begins, with its nearest completion. */
export function matchPattern(pattern: Pattern, hits: HitsByConcept, tokens: readonly Token[]): readonly Span[] {
  const [first, ...rest] = pattern.steps
  if (first === undefined || pattern.steps.some((step) => !hits.all.has(step.concept))) return []
  const spans: Span[] = []
  for (const hit of hits.all.get(first.concept) ?? []) {
    const span = extend({ from: hit.from, to: hit.to, starts: [hit.from], doubtful: hit.doubtful }, rest, hits, tokens)
    if (span) spans.push(span)
  }
  return spans
}

export interface HitsByConcept {
  readonly all: ReadonlyMap<string, readonly Hit[]>
  readonly starts: HitsByStart
}

function extend(span: Span, steps: readonly Step[], hits: HitsByConcept, tokens: readonly Token[]): Span | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return span
  const end = tokens[span.to - 1]?.place ?? 0
  for (let at = span.to; at < tokens.length && (tokens[at]?.place ?? 0) - end - 1 <= step.gap; at++) {
    for (const hit of hits.starts.get(at) ?? []) {
      if (hit.concept !== step.concept) continue
      const longer = {
        from: span.from,
        to: hit.to,
        starts: [...span.starts, hit.from],
        doubtful: span.doubtful || hit.doubtful,
      }
      const whole = extend(longer, rest, hits, tokens)
      if (whole) return whole
    }
  }
  return undefined
}
