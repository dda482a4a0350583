import { tidy } from '../words/fold.ts'
import { isSyllable, playfulToWord, repairKeys, shorthandToWords } from './typing.ts'

export interface Token {
  /** Letters without accents, repeats squeezed, keys repaired. */
  readonly folded: string
  /** Letters with their accents and one digit for the tone; hỏi and ngã are one, `hoà` is `hòa`. */
  readonly key: string
  /** The accents were written, or are known from shorthand: another accent is another word. */
  readonly certain: boolean
  /** Place in the text; the end of a sentence counts as three more words. */
  readonly place: number
  /** Punctuation stands before it: no phrase runs across. */
  readonly opens: boolean
}

const HEAD = 4000
const TAIL = 2000
const WORD = /[\p{L}\p{M}\p{N}]+|[.!?;…\n]+|[,:()"]/gu
const TONES: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0309': '3',
  '\u0303': '3',
  '\u0323': '5',
}
/** S.O.S, s o s */
const SPELLED_CRY = /(?<![\p{L}\p{N}])s[. -]o[. -]s(?![\p{L}\p{N}])/gu
const PLAIN_ASCII = /^[a-z0-9]*$/
const MARK = /[\u0300-\u036F]/
const NEIGHBOURS = 5
const LEADING_DIGIT = /^\d/
const TRAILING_RUN = /(.)\1$/u

/** Words of a message, at most the first 4,000 and the last 2,000 characters of it. */
export function readTokens(text: string): readonly Token[] {
  const clean = tidy(text.replaceAll('\n', ' . ')).normalize('NFKC').toLowerCase().replace(SPELLED_CRY, 'sos')
  const looked = clean.length <= HEAD + TAIL ? clean : `${clean.slice(0, HEAD)} . ${clean.slice(-TAIL)}`
  const drafts: Draft[] = []
  let place = 0
  let opens = true
  for (const [piece] of looked.matchAll(WORD)) {
    if (isPause(piece)) {
      place += piece === ',' || piece === ':' ? 0 : 3
      opens = true
      continue
    }
    for (const draft of pieceToDrafts(piece)) {
      drafts.push({ ...draft, place: place++, opens })
      opens = false
    }
  }
  return trustNeighbours(endingAIsPolite(drafts))
}

type Comparable = Pick<Token, 'folded' | 'key'>

/** Words of our own lexicons, spelled once. Nobody's own words are ever kept here. */
const ours = new Map<string, Comparable>()

/** A word of our own lexicons, made comparable with a token. */
export function wordToToken(word: string): Comparable {
  const lower = word.toLowerCase()
  const made = ours.get(lower) ?? typedToToken(lower)
  ours.set(lower, made)
  return made
}

function typedToToken(lower: string): Comparable {
  const known = ours.get(lower)
  if (known !== undefined) return known
  const { letters, tone } = spell(lower)
  return { folded: squeeze(plain(letters)), key: squeeze(letters) + tone }
}

interface Draft extends Token {
  readonly written: 'accented' | 'bare' | 'shorthand'
}

const isPause = (piece: string): boolean => /^[.!?;…\n,:()"]/.test(piece)

function pieceToDrafts(piece: string): readonly Draft[] {
  const short = shorthandToWords(piece) ?? (TRAILING_RUN.test(piece) ? shorthandToWords(squeezeLong(piece)) : undefined)
  if (short)
    return short.map((word) => ({ ...wordToToken(word), certain: true, place: 0, opens: false, written: 'shorthand' }))
  const number = LEADING_DIGIT.test(piece) ? /^(\d+)(\p{L}+)$/u.exec(piece) : null
  if (number) return [wordDraft(number[1] ?? ''), wordDraft(number[2] ?? '')]
  return [wordDraft(piece)]
}

function wordDraft(piece: string): Draft {
  const typed = typedToToken(piece)
  if (isSyllable(typed.folded)) return spelled(typed, typed.folded)
  const played = playfulToWord(piece, (word) => typedToToken(word).folded)
  const word = played === undefined ? typed : typedToToken(played)
  return spelled(word, repairKeys(word.folded))
}

function spelled(word: Pick<Token, 'folded' | 'key'>, folded: string): Draft {
  const accented = word.key !== word.folded
  const repaired = folded !== word.folded
  return {
    folded,
    key: repaired ? folded : word.key,
    certain: accented && !repaired,
    place: 0,
    opens: false,
    written: accented && !repaired ? 'accented' : 'bare',
  }
}

/** A lone `a` is `ạ` where the message ends and `anh` elsewhere. */
function endingAIsPolite(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, at) => {
    if (draft.folded !== 'a' || draft.certain) return draft
    const next = drafts[at + 1]
    const last = next === undefined || next.place > draft.place + 1
    return { ...draft, ...wordToToken(last ? 'ạ' : 'anh'), certain: true }
  })
}

/** Where most words around it carry accents, a word without any is meant without any. */
function trustNeighbours(drafts: readonly Draft[]): readonly Token[] {
  const accented: number[] = [0]
  const letters: number[] = [0]
  for (const draft of drafts) {
    accented.push((accented.at(-1) ?? 0) + (draft.written === 'accented' ? 1 : 0))
    letters.push((letters.at(-1) ?? 0) + (draft.written === 'shorthand' ? 0 : 1))
  }
  const between = (sums: readonly number[], from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0)
  return drafts.map((draft, at) => {
    const from = Math.max(0, at - NEIGHBOURS)
    const to = Math.min(drafts.length, at + NEIGHBOURS + 1)
    const trusted = between(accented, from, to) * 2 >= between(letters, from, to)
    return {
      folded: draft.folded,
      key: draft.key,
      place: draft.place,
      opens: draft.opens,
      certain: draft.certain || trusted,
    }
  })
}

function spell(word: string): { readonly letters: string; readonly tone: string } {
  if (PLAIN_ASCII.test(word)) return { letters: oneI(word), tone: '' }
  let letters = ''
  let tone = ''
  for (const mark of word.normalize('NFD')) {
    const found = TONES[mark]
    if (found === undefined) letters += mark
    else if (tone === '') tone = found
  }
  return { letters: oneI(letters), tone }
}

const plain = (letters: string): string => letters.replace(/[\u0300-\u036F]/g, '').replaceAll('đ', 'd')

/** `lí` is `lý`, `kĩ` is `kỹ`. */
const oneI = (letters: string): string => (/^(?:[hklmstv]|qu)y$/.test(letters) ? letters.replace('y', 'i') : letters)

/** A run of one letter becomes a single letter, of `u` at most two (`cứu`, `hưu`); numbers are left alone. */
function squeeze(letters: string): string {
  let kept = ''
  let last = ''
  let run = 0
  for (const mark of letters) {
    if (MARK.test(mark)) {
      kept += mark
      continue
    }
    run = mark === last ? run + 1 : 1
    last = mark
    if (run > (mark === 'u' ? 2 : 1) && !/\d/.test(mark)) continue
    kept += mark
  }
  return kept
}

const squeezeLong = (piece: string): string => {
  const last = piece.at(-1) ?? ''
  let end = piece.length
  while (end > 1 && /\p{L}/u.test(last) && piece[end - 2] === last) end--
  return piece.slice(0, end)
}
