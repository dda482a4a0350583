import { freeNames, isWithin, spanOf, toLine } from '../../domain/line/line.ts'
import { countsIn } from '../../domain/line/lineChoices.ts'
import { namesOf } from '../../domain/line/lineNames.ts'
import { numbersInLine } from '../../domain/line/lineNumbers.ts'
import type { Field, Form } from '../../domain/plan/form.ts'
import { matchChoice } from '../../domain/words/choices.ts'
import { fold } from '../../domain/words/fold.ts'
import { readDate } from '../../domain/words/dates.ts'
import { readNumber, wordsBeside } from '../../domain/words/numbers.ts'
import { tokensOf } from '../../domain/words/tokens.ts'
import { isSameWord, makeVocabulary, nameAt, wordsOf } from '../../domain/words/vocabulary.ts'
import { words } from '../say.ts'
import type { Ctx } from '../union/context.ts'
import { answeredHere, type Draft, isAnswered, REST, valueAt, withoutAnswer } from './draft.ts'
import { askedFields, type Step, stepAt, unaskedFields } from './steps.ts'
import { readSaid } from './takeAnswer.ts'

export interface Told {
  readonly form: Form
  readonly draft: Draft
  readonly ctx: Ctx
}

/** The answer that a correction means, and what is to stand there. */
export interface Meant {
  readonly path: string
  readonly said: string
}

/** The answer whose name stands in it; 'unclear' where two names do, or words that name nothing here. */
export function named(at: Told, said: string, isEdit = false): Meant | 'unclear' | undefined {
  const found = behindName(at, said) ?? besideNumber(at, said)
  if (found !== undefined) return found
  const part = behindPart(at, said)
  return part !== undefined && (isEdit || canStand(at, part)) ? part : undefined
}

/** Can these words stand there? In a text any words can, so that they prove nothing. */
export function canStand(at: Told, { path, said }: Meant): boolean {
  const step = stepAt(at.form, at.draft, path)
  if (step === undefined || step.field.kind === 'text' || step.field.kind === 'textList') return false
  return isRead(at, step, said)
}

/** Of what names nothing: the last answer, if it can be that; else the only one that can. */
export function unnamed(at: Told, said: string): Meant | undefined {
  const answered = ownAnswers(at)
  const [last] = answered
  if (last !== undefined && fitsLast(at, last, said)) return { path: last, said }
  const fitting = answered.filter((path) => fitsAlone(at, path, said))
  const open = openFields(at)
    .map((field) => field.id)
    .filter((id) => !isAnswered(at.draft, id) && fitsUnasked(at, id, said))
  const [path, second] = fitting.length > 0 ? fitting : open
  return path === undefined || second !== undefined ? undefined : { path, said }
}

/** The one answer that was so. */
export function sameAs(at: Told, old: string): string | undefined {
  const [path, second] = ownAnswers(at).filter((one) => isSaid(at, one, old))
  return second === undefined ? path : undefined
}

/** The question by its number in the summary, by its label or a part of it that no other has, or by what it counts. */
export function questionOf(at: Told, said: string): Field | undefined {
  const { form, draft, ctx } = at
  if (/^\d+$/.test(said)) return askedFields(form, draft)[Number(said) - 1]
  const fields = openFields(at)
  const index = matchChoice(
    fields.map((one) => ctx.speak(words(one.label))),
    said,
  )
  return typeof index === 'number' && fold(said) !== 'ngay' ? fields[index] : called(at, said)
}

const LEAD = /^(?:(?:câu|cau|mục|muc|số|so|phần|phan|ý|cái|cai) )+/iu

/** The question by what it counts, or by words that its label alone has. */
function called(at: Told, said: string): Field | undefined {
  const name = said.replace(LEAD, '')
  const fields = openFields(at)
  const [counted] = namesAlone(at, name)
  const id = fold(name) === 'ngay' ? at.form.eventDate : counted
  return id === undefined ? withPart(at, fields, name) : fields.find((one) => one.id === id)
}

function withPart({ ctx }: Told, fields: readonly Field[], name: string): Field | undefined {
  const wanted = wordsOf(name)
  if (wanted.length === 0 || /\d/.test(name)) return undefined
  const [only, second] = fields.filter((field) => {
    const label = wordsOf(ctx.speak(words(field.label)))
    return wanted.every((word) => label.some((one) => isSameWord(one, word)))
  })
  return second === undefined ? only : undefined
}

/** All that may be answered in this draft, also what was left out in one tap. */
const openFields = ({ form, draft }: Told): readonly Field[] => [
  ...askedFields(form, withoutAnswer(draft, REST)),
  ...unaskedFields(form, draft),
]

/** 'chủ đề 5', 'phối hợp với công an': the label or the words of a question, then its answer. */
function behindName(at: Told, said: string): Meant | undefined {
  const fields = openFields(at).filter((one) => one.kind !== 'countsByOption' && one.kind !== 'recordList')
  const names = fields.flatMap((field) => [
    [at.ctx.speak(words(field.label)), field.id] as const,
    ...(field.kind === 'number' ? [] : (field.words ?? []).map((word) => [word, field.id] as const)),
  ])
  const heard = wordsOf(said)
  const name = nameAt(makeVocabulary(names), heard, 0)
  const [path, second] = name?.values ?? []
  if (name === undefined || path === undefined || second !== undefined) return undefined
  const rest = answerAfter(said.slice(spanOf(heard, name).end))
  return rest === '' ? undefined : { path, said: rest }
}

/** 'hình thức nói chuyện': the longest part of a label that it begins with, then the answer. */
function behindPart(at: Told, said: string): Meant | undefined {
  const heard = wordsOf(said)
  for (let length = heard.length - 1; length > 0; length -= 1) {
    const { end } = spanOf(heard, { from: 0, to: length })
    const field = called(at, said.slice(0, end))
    const rest = answerAfter(said.slice(end))
    if (field !== undefined && rest !== '') return { path: field.id, said: rest }
  }
  return undefined
}

/** Without the 'là' or 'thành' that leads to it. */
const answerAfter = (rest: string): string => rest.replace(/^[\s:=,]*(?:(?:là|la|thành|thanh) )?/iu, '')

/** '50 tờ rơi', 'nữ 30', '3 ca ly hôn'. */
function besideNumber(at: Told, said: string): Meant | 'unclear' | undefined {
  const { form, draft } = at
  const line = toLine(said)
  if (line === undefined) return undefined
  const counted = countsIn(line, form, [])
  if (counted !== undefined) {
    const [[option, count] = [], second] = Object.entries(counted.counts)
    const path = `${counted.field.id}.${option}`
    return second === undefined && isAnswered(draft, path) ? { path, said: String(count) } : 'unclear'
  }
  const found = numbersInLine(line, form, [])
  const spans = found.map((one) => one.span)
  const more = freeNames(line, namesOf(form).numbers, spans).map((one) => spanOf(line.words, one))
  const [path, second] = new Set(found.map((one) => one.field))
  if (path === undefined) return undefined
  const isClear =
    second === undefined &&
    found.length === 1 &&
    more.every((one) => isWithin(spans, one)) &&
    wordsBeside(line.tokens).every((one) => isWithin(spans, one)) &&
    openFields(at).some((one) => one.id === path)
  return isClear ? { path, said } : 'unclear'
}

/** What these words count, where they are nothing else. */
function namesAlone({ form }: Told, said: string): readonly string[] {
  const heard = wordsOf(said)
  const name = nameAt(namesOf(form).numbers, heard, 0)
  return name?.to === heard.length && name.values.length === 1 ? name.values.map((one) => one.id) : []
}

/** Paths that she answered herself, the last first. */
const ownAnswers = ({ form, draft }: Told): readonly string[] =>
  answeredHere(draft)
    .toReversed()
    .filter((path) => {
      const step = stepAt(form, draft, path)
      const isOwn = step?.path === path && (step.kind === 'field' || step.kind === 'count')
      return isOwn && valueAt(draft, path) !== undefined
    })

const CHOICES: ReadonlySet<Field['kind']> = new Set(['choice', 'many'])

/** May it take the place of the last answer? */
function fitsLast(at: Told, path: string, said: string): boolean {
  const step = stepAt(at.form, at.draft, path)
  if (step === undefined) return false
  if (isCount(step)) return isNumber(said, step.field.unit?.vi)
  const { kind } = step.field
  if (CHOICES.has(kind) && /\d/.test(said) && !/^\d+(?:(?:\s*,\s*|\s+(?:và|va)\s+|\s+)\d+)*$/iu.test(said)) return false
  if ((kind === 'text' || kind === 'textList') && (isDay(at, said) || isNumber(said))) return false
  return isRead(at, step, said)
}

/** Of several answers this one alone: a bare number may be any figure, and any words a text. */
function fitsAlone(at: Told, path: string, said: string): boolean {
  const step = stepAt(at.form, at.draft, path)
  if (step === undefined) return false
  return isCount(step) ? isNumber(said) : fitsUnasked(at, path, said)
}

function fitsUnasked(at: Told, path: string, said: string): boolean {
  const step = stepAt(at.form, at.draft, path)
  if (step?.kind !== 'field') return false
  if (step.field.kind === 'date') return isDay(at, said)
  return CHOICES.has(step.field.kind) && !/\d/.test(said) && isRead(at, step, said)
}

const isCount = (step: Step): boolean => step.kind === 'count' || step.field.kind === 'number'

/** A figure and nothing else, but what its question counts: '45', '3 lượt ạ'. */
function isNumber(said: string, unit = ''): boolean {
  const counted = unit.toLowerCase().split(' ')
  const more = wordsBeside(tokensOf(said.toLowerCase())).filter(({ raw }) => !counted.includes(raw))
  return readNumber(said).kind !== 'unreadable' && more.length === 0
}

const isDay = ({ ctx }: Told, said: string): boolean => readDate(said, ctx.today).kind !== 'unreadable'

const isRead = (at: Told, step: Step, said: string): boolean => {
  const { kind } = readAt(at, step, said)
  return kind === 'value' || kind === 'doubt'
}

/** Was this the answer at that path? */
function isSaid(at: Told, path: string, old: string): boolean {
  const step = stepAt(at.form, at.draft, path)
  const read = step === undefined ? undefined : readAt(at, step, old)
  const value = read?.kind === 'value' || read?.kind === 'doubt' ? read.value : undefined
  return value !== undefined && JSON.stringify(value) === JSON.stringify(valueAt(at.draft, path))
}

const readAt = (at: Told, step: Step, said: string) =>
  readSaid({ ...at, step, place: { at: 'form', draft: at.draft.id, path: step.path } }, said)
