import type { Form } from '../plan/form.ts'
import { makeVocabulary, type Vocabulary, type Word } from '../words/vocabulary.ts'
import { freeNames, isWithin, type Line, type Span, spanOf } from './line.ts'
import { OPENING } from './lineForm.ts'
import { formNames } from './lineNames.ts'

/** Words that tell nothing of an activity by themselves. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  (
    'luat phap ve noi dung chuyen de cac nhung cho trong do gom ca la duoc dc va voi cung cua o du tham gia nguoi ng dan su vien hv nu nam ' +
    'phu pn ba con nhe nha e oi lam qua vui dong het tat roi day vay the rat deu tong so khoang tren duoi hon gan tam trc truoc sau luot ' +
    'trua hay vi nen bi hinh thuc tuan dip theo ke kh di den phat phong chong pc nghe xem tu toan phan thoi'
  ).split(' '),
)
/** Words between what is told. */
const JOINS: ReadonlySet<string> = new Set('va voi cho ve cua a nhe co la do gom thi duoc dc em chi tai o'.split(' '))
const YEAR = /^(?:19|20)\d\d$/
const MOST = 3
const LONGEST = 80

interface Known {
  readonly read: readonly Span[]
  /** The name of the unit that reports. */
  readonly unit: string
}

/** What of a line was not understood, in her words: parts of it that tell something. */
export function leftIn(line: Line, form: Form, { read, unit }: Known): readonly string[] {
  const names = [formNames([form]), unitNames(unit)].flatMap((one) => freeNames<unknown>(line, one, read))
  return runsOf(line, [...read, ...names.map((one) => spanOf(line.words, one))])
    .filter(isTelling)
    .map((run) => shown(line, run))
    .slice(0, MOST)
}

/** 'Hội LHPN xã Phú An', also 'xã Phú An', 'Phú An'. */
function unitNames(unit: string): Vocabulary<true> {
  const words = unit.split(' ')
  return makeVocabulary(words.slice(1).map((_, n) => [words.slice(n).join(' '), true] as const))
}

/** Words one after another of which none was read, up to a comma or stop. */
function runsOf(line: Line, used: readonly Span[]): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  let run: Word[] | undefined
  for (const word of line.words) {
    if (isWithin(used, word)) run = undefined
    else if (run === undefined || word.parted) runs.push((run = [word]))
    else run.push(word)
  }
  return runs
}

/** A figure, or two words that tell something. */
function isTelling(run: readonly Word[]): boolean {
  const telling = run.filter(({ plain }) => !SAYS_NOTHING.has(plain) && !OPENING.has(plain) && !YEAR.test(plain))
  return telling.length > 1 || telling.some(({ plain }) => /^\d/.test(plain))
}

function shown(line: Line, run: readonly Word[]): string {
  const [from, to] = [run.find(isWord) ?? run[0], run.findLast(isWord) ?? run.at(-1)]
  const end = to?.end ?? 0
  const percent = /^ ?%/.exec(line.text.slice(end))?.[0] ?? ''
  return (line.text.slice(from?.start ?? 0, end) + percent).slice(0, LONGEST)
}

const isWord = ({ plain }: Word): boolean => !JOINS.has(plain)
