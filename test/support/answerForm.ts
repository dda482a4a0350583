import { addDays, formatDate, localDate, type LocalDate } from '../../src/domain/calendar.ts'
import { problemsOf } from '../../src/domain/plan/checks.ts'
import type { Answers, Field, Form } from '../../src/domain/plan/form.ts'
import { answersOf, type Draft } from '../../src/flows/form/draft.ts'
import type { Step } from '../../src/flows/form/steps.ts'
import type { UnionTalk } from './unionTalk.ts'

/** Chooses among n: 0 is the plainest. */
export type Dice = (n: number) => number
export type Move =
  | { readonly say: string }
  | { readonly press: string }
  | { readonly file: string }
  /** Ticks these options (by number) and finishes. */
  | { readonly tick: readonly number[] }

const TODAY = localDate('2022-06-15')
const DAYS: readonly LocalDate[] = Array.from({ length: 160 }, (_, n) => addDays(TODAY, -n))
const NUMBERS: readonly number[] = [3, ...Array.from({ length: 200 }, (_, n) => n)]

/** A right answer to a question: one that its checks let pass. */
export function rightAnswer(form: Form, draft: Draft, step: Step, dice: Dice): Move {
  switch (step.kind) {
    case 'more':
      return { press: dice(4) === 1 || (step.count === 0 && !step.field.optional) ? 'more' : 'enough' }
    case 'count':
      return { say: String(1 + dice(40)) }
    case 'pick':
      return ticked(step.field, dice)
    case 'field':
      return ofField(step.field, step.record === undefined ? fitting(form, draft, step.field) : () => true, dice)
  }
}

function ofField(field: Field, fits: (value: string | number) => boolean, dice: Dice): Move {
  switch (field.kind) {
    case 'text':
      return { say: `Nội dung số ${dice(90)} của chi hội` }
    case 'number':
      return {
        say: String(
          oneOf(
            NUMBERS.filter((n) => n >= (field.min ?? 0) && n <= (field.max ?? 1e6) && fits(n)),
            dice,
          ),
        ),
      }
    case 'date':
      return { say: formatDate(oneOf(DAYS.filter(fits), dice)) }
    case 'period':
      return dice(2) === 0 ? { press: 'v:2022-Q2' } : { say: oneOf(['quý 1', 'tháng 5', '6 tháng đầu năm'], dice) }
    case 'yesNo':
      return oneOf<Move>([{ press: 'v:yes' }, { press: 'v:no' }, { say: 'có' }, { say: 'dạ không' }], dice)
    case 'choice':
      return oneOf(
        (field.options ?? []).flatMap((one, n): readonly Move[] => [{ press: `v:${one.id}` }, { say: String(n + 1) }]),
        dice,
      )
    case 'many':
      return ticked(field, dice)
    case 'unit':
    case 'units':
      return { say: oneOf(['xã Lĩnh Sơn', 'Phú An', 'Hội LHPN phường Lê Lợi'], dice) }
    case 'docRef':
      return { say: oneOf(['12/BC-BTV ngày 5/3/2022', 'công văn số 45', '217-QĐ/TW'], dice) }
    case 'evidence':
      return dice(2) === 0 ? { say: 'https://anh.example/buoi-hop.jpg' } : { file: `anh-${dice(50)}` }
    case 'textList':
      return { say: oneOf(['Mở thêm lớp tập huấn', 'Cấp tài liệu; Mở lớp tập huấn'], dice) }
    case 'countsByOption':
    case 'recordList':
      throw new Error('asked by its parts')
  }
}

function ticked(field: Field, dice: Dice): Move {
  const options = field.options ?? []
  const chosen = options.flatMap((_, n) => (n === 0 || dice(4) === 1 ? [n] : []))
  return dice(2) === 0 ? { say: chosen.map((n) => n + 1).join(', ') } : { tick: chosen }
}

/** Does a value break no check that blocks, and leave room for the parts of a sum that are still to come? */
function fitting(form: Form, draft: Draft, field: Field): (value: string | number) => boolean {
  const before = answersOf(form, draft)
  return (value) => {
    const answers = { ...before, [field.id]: value }
    return (
      problemsOf(form.checks, answers).every(({ kind, severity }) => severity !== 'block' || kind === 'requiredWhen') &&
      form.checks.every((check) => check.kind !== 'sumEquals' || partsLeaveRoom(check, answers))
    )
  }
}

function partsLeaveRoom(
  check: { readonly total: string; readonly parts: readonly string[] },
  answers: Answers,
): boolean {
  const numberAt = (id: string): number => {
    const value = answers[id]
    return typeof value === 'number' ? value : 0
  }
  const total = answers[check.total]
  return total === undefined || check.parts.reduce((sum, part) => sum + numberAt(part), 0) <= numberAt(check.total)
}

/** An answer that nobody can read as one to this question. */
export function wrongAnswer(step: Step): string {
  if (step.kind !== 'field') return 'xyz xyz'
  const { kind, max = 1000 } = step.field
  if (kind === 'text') return 'a'.repeat(max + 1)
  if (kind === 'date') return step.field.future === true ? '32/13' : '31/12/2030'
  if (kind === 'number') return 'nhiều lắm'
  if (kind === 'textList') return ' ; ; '
  return 'xyz xyz'
}

/** Does a move; confirms what is doubted, chooses among units of one name, and ends a set of files. */
export function doMove(talk: UnionTalk, move: Move, step: Step): void {
  if ('say' in move) talk.say(move.say)
  if ('press' in move) talk.press(move.press)
  if ('file' in move) {
    talk.sendFile(move.file)
    talk.press('done')
  }
  if ('tick' in move) {
    const options = step.field.options ?? []
    for (const n of move.tick) {
      const id = options[n]?.id
      if (id !== undefined && !(talk.conversation().screen?.choices ?? []).every((one) => one.id !== `m:${id}`))
        talk.press(`m:${id}`)
    }
    talk.press('done')
  }
  settleDoubt(talk, step)
}

function settleDoubt(talk: UnionTalk, step: Step): void {
  const { place } = talk.conversation()
  if (place.at !== 'form' || place.path !== step.path) return
  const choices = talk.choices()
  if (choices.includes('sure')) talk.press('sure')
  const unit = choices.find((one) => one.startsWith('v:xa-'))
  if (unit !== undefined) talk.press(unit)
  if (choices.includes('done')) talk.press('done')
}

function oneOf<T>(values: readonly T[], dice: Dice): T {
  const [first] = values
  const value = values[dice(values.length)] ?? first
  if (value === undefined) throw new Error('nothing fits this question')
  return value
}
