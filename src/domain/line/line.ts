import { tidy } from '../words/fold.ts'
import { MAX_READ, type Token, tokensOf } from '../words/tokens.ts'
import { type Named, nameAt, type Vocabulary, type Word, wordsOf } from '../words/vocabulary.ts'

/** One line that an officer typed, with what has been taken out of it so far. */
export interface Line {
  /** As typed, with single spaces; positions are the same in `lower`. */
  readonly text: string
  readonly lower: string
  readonly tokens: readonly Token[]
  readonly words: readonly Word[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** Undefined when it is too long to be one: talk, or a text of many reports. */
export function toLine(said: string): Line | undefined {
  const text = tidy(said.replace(/(?<!\s)\s*\n\s*/g, ', ').normalize('NFKC')).normalize('NFC')
  const lower = text.toLowerCase()
  if (text.length > MAX_READ || lower.length !== text.length || text === '') return undefined
  return { text, lower, tokens: tokensOf(lower), words: wordsOf(text) }
}

export const isWithin = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((one) => start < one.end && end > one.start)

/** The line with these parts blanked, so that positions stay. */
export function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}

export const spanOf = (words: readonly Word[], { from, to }: Pick<Named<unknown>, 'from' | 'to'>): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
})

/** Names in the part of the line that is still free, the longest from the left. */
export function freeNames<T>(line: Line, vocabulary: Vocabulary<T>, taken: readonly Span[]): readonly Named<T>[] {
  const found: Named<T>[] = []
  for (let at = 0; at < line.words.length; ) {
    const named = nameAt(vocabulary, line.words, at)
    const free = named !== undefined && !isWithin(taken, spanOf(line.words, named))
    if (named !== undefined && free) found.push(named)
    at = free ? (named?.to ?? at + 1) : at + 1
  }
  return found
}

/** The end of the clause that begins here: a comma, a stop, a bracket. */
export function clauseEnd(text: string, from: number): number {
  const found = /[,;()]|\.(?=\s|$)| - /.exec(text.slice(from))
  return found === null ? text.length : from + found.index
}
