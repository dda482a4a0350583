/**
 * Names found inside what a person typed: labels, synonyms, abbreviations. A word with accents must be that word (old and new
 * places of the tone are one); typed without accents it may be any that folds to it. In names of two words and more the accents
 * may also be mistyped: 'truyên thông'.
 */

import { fold } from './fold.ts'

export interface Word {
  /** Lower case, accents kept, tone at the end: 'hòa' and 'hoà' are the same. */
  readonly key: string
  readonly plain: string
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** A comma, stop or bracket stands before it: no name goes on over that, unless it has one there itself. */
  readonly parted: boolean
}

export interface Vocabulary<T> {
  readonly byFirst: ReadonlyMap<string, readonly Entry<T>[]>
}

export interface Entry<T> {
  readonly words: readonly Pick<Word, 'key' | 'plain' | 'parted'>[]
  readonly value: T
}

/** A name at words [from, to); several values when the same name stands for more than one thing. */
export interface Named<T> {
  readonly from: number
  readonly to: number
  readonly values: readonly T[]
}

const WORD = /\p{L}+|\p{N}+/gu
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** The words of a text, letters and digits apart: 'nq25' is two, as 'NQ 25' is. */
export function wordsOf(text: string): readonly Word[] {
  const said = text.normalize('NFC')
  let last = 0
  return [...said.matchAll(WORD)].map((match) => {
    const raw = match[0].toLowerCase()
    const parted = /[,;:.()\n]/.test(said.slice(last, match.index))
    last = match.index + match[0].length
    return { key: keyOf(raw), plain: fold(raw), start: match.index, end: last, parted }
  })
}

function keyOf(raw: string): string {
  const marks = raw.normalize('NFD')
  return marks.replace(TONES, '').normalize('NFC') + (marks.match(TONES)?.join('') ?? '')
}

export function makeVocabulary<T>(names: readonly (readonly [string, T])[]): Vocabulary<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [name, value] of names) {
    const words = wordsOf(name)
    const [first] = words
    if (first === undefined) continue
    const list = byFirst.get(first.plain) ?? []
    byFirst.set(first.plain, list)
    list.push({ words, value })
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { byFirst }
}

/** The longest name that begins at this word. */
export function nameAt<T>(vocabulary: Vocabulary<T>, words: readonly Word[], from: number): Named<T> | undefined {
  const fitting = (vocabulary.byFirst.get(words[from]?.plain ?? '') ?? []).filter((one) => isSaid(one, words, from))
  const length = fitting[0]?.words.length
  if (length === undefined) return undefined
  const values = new Set(fitting.filter((one) => one.words.length === length).map((one) => one.value))
  return { from, to: from + length, values: [...values] }
}

/** All names, from the left, each as long as it can be. */
export function namesIn<T>(vocabulary: Vocabulary<T>, words: readonly Word[]): readonly Named<T>[] {
  const found: Named<T>[] = []
  for (let at = 0; at < words.length; ) {
    const named = nameAt(vocabulary, words, at)
    if (named !== undefined) found.push(named)
    at = named?.to ?? at + 1
  }
  return found
}

function isSaid<T>({ words: name }: Entry<T>, words: readonly Word[], from: number): boolean {
  const loose = name.length > 1
  return name.every((word, n) => {
    const said = words[from + n]
    if (said === undefined || said.plain !== word.plain || (n > 0 && said.parted && !word.parted)) return false
    return loose || isSameWord(word, said)
  })
}

/** With its accents a word is that word alone; typed without, any that folds to it. */
export const isSameWord = (word: Pick<Word, 'key' | 'plain'>, said: Pick<Word, 'key' | 'plain'>): boolean =>
  said.plain === word.plain && (said.key === word.key || said.key === said.plain)
