import type { Form } from '../plan/form.ts'
import { type Found, numbersIn } from '../words/numbers.ts'
import { type Named, nameAt, type Vocabulary } from '../words/vocabulary.ts'
import { fold } from '../words/fold.ts'
import { isWithin, type Line, type Span, spanOf } from './line.ts'
import { type Meaning, namesOf } from './lineNames.ts'

export interface LineNumber {
  readonly field: string
  readonly value: number
  readonly sure: boolean
  readonly span: Span
}

/** A number of those who did not come, or should; who were sent; of one meeting of several ('lớp đầu 35'); of men. */
const NOT_ALL =
  /(?:\b(?:vang|thieu|moi|cu|trieu tap|du kien|ke hoach|chi tieu|them|binh quan|trung binh)|(?<![a-z])x|[×*+/]|\bcu|\b(?:lop|buoi|cuoc|dot|noi|ben|hom|ngay) (?:dau|sau|truoc|kia|con lai|thu (?:nhat|hai|ba|\d))|\bmoi (?:cuoc|buoi|lop|xa|thon|to|chi hoi|don vi|nguoi|lan))\s*$/
/** How many saw it, not how many came; 'tiếp cận 500 lượt' says itself what it is. */
const REACHED = /\btiep can(?: duoc| den| toi| voi)?\s*$/
/** '5 tờ rơi/người', '2 buổi mỗi xã': of each one, not in all. */
const OF_EACH =
  /^\s?(?:\/\s?|(?:cho )?(?:mỗi|moi|một|mot) )(?:người|nguoi|ng|chị|chi|hội viên|hv|hộ|ho|cuộc|cuoc|buổi|buoi|lớp|lop|xã|xa|thôn|thon|tổ|to|đơn vị|don vi|lần|lan|ngày|ngay|tháng|thang)(?!\p{L})(?!\s*(?:có |co )?\d)/u
/** Those who belong to something, not those who came. */
const MEMBERS =
  /^\s?(?:trong|thuộc|thuoc|là|la) (?:hội đồng|hoi dong|đoàn|doan|ban|tổ|to|thành viên|thanh vien)(?!\p{L})/u
/** Between two numbers: from so many to so many. */
const RANGE = /^\s?(?:[-–~]|đến|den|tới|toi|hoặc|hoac|hay)\s?$/
const AFTER_SHARE = /^\s?(?:[/×*+]|x\s?\d|-\s?\d)/
/** Said between a name and its number. */
const BETWEEN = /^[\s:=]*(?:(?:là|la|có|co|được|dc|đạt|gồm|gom)[\s:=]*)?$/

/** The numbers of a line that stand beside a word which says what they count. */
export function numbersInLine(line: Line, form: Form, taken: readonly Span[]): readonly LineNumber[] {
  const vocabulary = namesOf(form).numbers
  const found = numbersIn(line.tokens)
    .map((one) => ({ ...one, span: spanOfFound(line, one) }))
    .filter((one) => Number.isInteger(one.value) && one.value >= 0 && !isWithin(taken, one.span))
  const read: LineNumber[] = []
  /** The name behind the number before: '5 vụ thành 4' may be parted in two ways. */
  let behind: Named<Meaning> | undefined
  for (const [n, one] of found.entries()) {
    const { start, end } = one.span
    const used = behind
    behind = undefined
    if (one.vague || isOther(line, one.span) || isRange(line, found, n)) continue
    const after = nameAfter(line, vocabulary, end)
    const before = nameBefore(line, vocabulary, start)
    const isFree = before !== undefined && (used === undefined || before.from >= used.to)
    const name =
      isFree && before !== undefined && (after === undefined || isPart(form, before, after))
        ? before
        : (after ?? before)
    const [meaning] = name?.values ?? []
    if (name === undefined || meaning === undefined) continue
    const isTorn = !isFree && before !== undefined && (after === undefined || hasOther(line, vocabulary, before))
    const previous = read.at(-1)
    if (isTorn && previous !== undefined) read[read.length - 1] = { ...previous, sure: false }
    const words = spanOf(line.words, name)
    const behindBoth = line.lower.slice(Math.max(end, words.end))
    if (OF_EACH.test(behindBoth) || MEMBERS.test(behindBoth)) continue
    read.push({
      field: meaning.id,
      value: one.value,
      sure: meaning.sure && name.values.length === 1 && one.why === undefined && !isTorn && !isRound(line, one.span),
      span: { start: Math.min(start, words.start), end: Math.max(end, words.end) },
    })
    behind = after === name ? after : undefined
  }
  return read
}

/** Is it a part, a share, a plan, or how many looked on? */
function isOther(line: Line, { start, end }: Span): boolean {
  const before = plainBefore(line, start)
  const after = line.lower.slice(end)
  return NOT_ALL.test(before) || AFTER_SHARE.test(after) || (REACHED.test(before) && !/^\s?(?:lượt|luot)/.test(after))
}

interface Placed {
  readonly value: number
  readonly span: Span
}

/** '30-40 người': neither is how many came. */
function isRange(line: Line, found: readonly Placed[], n: number): boolean {
  const between = (left: Placed | undefined, right: Placed | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    left.value < right.value &&
    RANGE.test(line.lower.slice(left.span.end, right.span.start))
  return between(found[n - 1], found[n]) || between(found[n], found[n + 1])
}

/** 'bốn chục người' may be so many, or about so many: she is asked. */
const isRound = (line: Line, { start, end }: Span): boolean => /\b(?:chuc|ta)\b/.test(fold(line.text.slice(start, end)))

/** 'nữ 30 người', 'thành 4 vụ': what stands before is a part of what stands behind, by the checks of the form. */
function isPart(form: Form, before: Named<Meaning>, after: Named<Meaning>): boolean {
  const [part, whole] = [before.values[0]?.id, after.values[0]?.id]
  return form.checks.some(
    (check) =>
      (check.kind === 'atMost' && check.field === part && check.than === whole) ||
      (check.kind === 'sumEquals' && check.total === whole && check.parts.some((one) => one === part)),
  )
}

/** Could a name be two ('vụ thành': so many cases, and the successful ones)? */
function hasOther(line: Line, vocabulary: Vocabulary<Meaning>, name: Named<Meaning>): boolean {
  for (let at = name.from + 1; at < name.to; at++) {
    const [left, right] = [nameAt(vocabulary, line.words.slice(0, at), name.from), nameAt(vocabulary, line.words, at)]
    if (left?.to === at && right?.to === name.to && left.values[0]?.id !== right.values[0]?.id) return true
  }
  return false
}

function nameAfter(line: Line, vocabulary: Vocabulary<Meaning>, end: number): Named<Meaning> | undefined {
  const at = line.words.findIndex((word) => word.start >= end)
  const word = line.words[at]
  if (word === undefined || !/^\s?$/.test(line.lower.slice(end, word.start))) return undefined
  return nameAt(vocabulary, line.words, at)
}

function nameBefore(line: Line, vocabulary: Vocabulary<Meaning>, start: number): Named<Meaning> | undefined {
  for (
    let from = Math.max(0, line.words.findIndex((word) => word.start >= start) - 6);
    from < line.words.length;
    from++
  ) {
    const named = nameAt(vocabulary, line.words, from)
    if (named === undefined) continue
    const { start: begins, end } = spanOf(line.words, named)
    if (begins >= start) return undefined
    if (end <= start && BETWEEN.test(line.lower.slice(end, start))) return named
  }
  return undefined
}

const plainBefore = (line: Line, start: number): string =>
  line.words
    .filter((word) => word.end <= start && word.end > start - 40)
    .map((word) => word.plain)
    .join(' ')
    .concat(/[×*+/]\s*$/.exec(line.lower.slice(0, start))?.[0] ?? '')

const spanOfFound = (line: Line, { from, to }: Found): Span => ({
  start: line.tokens[from]?.start ?? 0,
  end: line.tokens[to - 1]?.end ?? 0,
})
