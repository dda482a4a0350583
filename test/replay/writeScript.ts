import { addDays, type LocalDate, localDate } from '../../src/domain/calendar.ts'
import { problemsOf } from '../../src/domain/plan/checks.ts'
import { applies } from '../../src/domain/plan/conditions.ts'
import type { Answers, Form, Value } from '../../src/domain/plan/form.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { type Act, acceptSilent, book, type Entry, type Ledger } from './acts.ts'
import { type Dice, makeDice } from './dice.ts'
import { fillForm } from './fillForm.ts'
import { nextStage } from './nextStage.ts'
import { word } from './word.ts'

export interface Cast {
  readonly unit: string
  readonly level: string
}

export interface Writing {
  readonly plan: Plan
  readonly cast: readonly Cast[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Days on which offices are open. */
  readonly worked: readonly LocalDate[]
  /** Reports sent on each working day. */
  readonly perDay: number
  /** Every so many working days something is done. */
  readonly every: number
  /** How often something happens to a report afterwards; 1 in a whole year. */
  readonly lively: number
  readonly told: number
  readonly seed: number
}

export interface Script {
  readonly acts: readonly Act[]
  readonly ledger: Ledger
}

interface Desk extends Writing {
  readonly dice: Dice
  readonly acts: Act[]
  ledger: Ledger
  /** A report has one thing done to it a day at most. */
  readonly touched: Set<string>
  /** The field for which it came back: that one is mended. */
  readonly commented: Map<string, string>
  /** So that every form comes up, one after the other. */
  turn: number
}

/** Writes a year day by day: reports of every kind, and all that may happen to them afterwards. */
export function writeScript(writing: Writing): Script {
  const desk: Desk = {
    ...writing,
    dice: makeDice(writing.seed),
    acts: [],
    ledger: new Map(),
    touched: new Set(),
    commented: new Map(),
    turn: 0,
  }
  for (let day = writing.from; day <= writing.to; day = addDays(day, 1)) {
    desk.ledger = acceptSilent(desk.ledger, day, writing.worked)
    const index = writing.worked.indexOf(day)
    if (index < 0 || index % writing.every !== 0) continue
    desk.touched.clear()
    for (const entry of desk.ledger.values()) lookAfter(desk, entry, day)
    for (let n = 0; n < writing.perDay; n++) report(desk, day)
  }
  return { acts: desk.acts, ledger: desk.ledger }
}

function act(desk: Desk, one: Act): void {
  desk.acts.push(one)
  desk.ledger = book(desk.ledger, one)
  desk.touched.add(one.ref)
}

/** What may happen to a report on a later day. */
function lookAfter(desk: Desk, entry: Entry, day: LocalDate): void {
  const { dice, plan, lively } = desk
  const { ref, state } = entry
  const form = plan.forms.find((one) => one.id === entry.form)
  if (form === undefined || desk.touched.has(ref) || entry.changed >= day) return
  const only = state === 'returned' ? desk.commented.get(ref) : undefined
  const change = entry.none ? undefined : changedNumber(form, entry.answers, { dice, only })
  if (state === 'returned') {
    if (change !== undefined && dice.chance(0.6 * lively)) return act(desk, { day, kind: 'mend', ref, ...change })
    if (dice.chance(0.1 * lively)) act(desk, { day, kind: 'withdraw', ref })
    return
  }
  if (state === 'submitted' && dice.chance(0.12 * lively)) return act(desk, { day, kind: 'approve', ref })
  if (state === 'submitted' && change !== undefined && dice.chance(0.06 * lively)) {
    desk.commented.set(ref, change.field)
    return act(desk, {
      day,
      kind: 'return',
      ref,
      field: change.field,
      comment: `Nhờ chị xem lại số liệu này, lần ${dice.roll(90)}`,
    })
  }
  if (state === 'submitted' && dice.chance(0.03 * lively)) return act(desk, { day, kind: 'withdraw', ref })
  if (state !== 'withdrawn' && change !== undefined && dice.chance(0.012 * lively))
    return act(desk, { day, kind: 'amend', ref, ...change })
  const stage =
    entry.none || state === 'withdrawn' || !dice.chance(0.06 * lively)
      ? undefined
      : nextStage(form, entry.answers, day, dice)
  if (stage !== undefined)
    act(desk, { day, kind: 'stage', ref, stage: stage.id, answers: guarded(form, stage.answers) })
}

/** One more of something that was counted, of any or of one field only, where the checks let it be one more. */
function changedNumber(
  form: Form,
  answers: Answers,
  { dice, only }: { readonly dice: Dice; readonly only: string | undefined },
): { readonly field: string; readonly value: Value } | undefined {
  const fields = form.fields.filter(
    ({ id, kind }) =>
      (only === undefined || id === only) && kind === 'number' && typeof answers[id] === 'number' && answers[id] !== 0,
  )
  if (fields.length === 0) return undefined
  const { id } = dice.pick(fields)
  const before = answers[id]
  const value = (typeof before === 'number' ? before : 0) + 1 + dice.roll(9)
  return problemsOf(form.checks, { ...answers, [id]: value }).length > 0 ? undefined : { field: id, value }
}

/** Answers without those whose guard does not hold any more. */
function guarded(form: Form, answers: Answers): Answers {
  const kept: Record<string, Value> = {}
  for (const { id, when } of form.fields) {
    const value = answers[id]
    if (value !== undefined && applies(when, kept)) kept[id] = value
  }
  return kept
}

function report(desk: Desk, day: LocalDate): void {
  const { dice, plan, cast } = desk
  const form = plan.forms[desk.turn++ % plan.forms.length]
  const able = cast.filter(({ level }) => form?.levels.some((one) => one === level))
  if (form === undefined || able.length === 0) return
  const { unit } = dice.pick(able)
  const ref = `r${desk.turn}`
  if (form.none && dice.chance(0.08) && !isTold(desk, { unit, form: form.id, day }))
    return act(desk, { day, kind: 'none', ref, unit, form: form.id })
  const partners = cast.filter((one) => one.unit !== unit && one.level !== 'board').map((one) => one.unit)
  const answers = fillForm({ form, today: day, dice, partners, told: desk.told })
  const joint = answers['joint_units']
  act(desk, {
    day,
    kind: 'send',
    ref,
    unit,
    form: form.id,
    date: dateOfEvent(form, answers, day),
    joint: Array.isArray(joint) ? joint.map(word) : [],
    answers,
  })
}

/** Who has told of a month does not say that nothing was in it: the bot would not take it. */
const isTold = (
  { ledger }: Desk,
  { unit, form, day }: { readonly unit: string; readonly form: string; readonly day: LocalDate },
): boolean =>
  [...ledger.values()].some((one) => one.unit === unit && one.form === form && one.date.slice(0, 7) === day.slice(0, 7))

/** The day that decides, by the form's own words: its date, or the last day of its period, today at the latest. */
function dateOfEvent(form: Form, answers: Answers, today: LocalDate): LocalDate {
  const value = [form.eventDate, ...(form.eventDateOr ?? [])].map((id) => answers[id]).find((one) => one !== undefined)
  const last = typeof value === 'string' ? lastDay(value) : today
  return last < today ? last : today
}

const ENDS: Readonly<Record<string, string>> = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' }
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function lastDay(value: string): LocalDate {
  const [year = '', part = ''] = value.split('-')
  const text =
    /^\d{2}$/.test(part) && value.length === 7
      ? `${year}-${part}-${DAYS[Number(part) - 1]}`
      : ENDS[part] === undefined
        ? value
        : `${year}-${ENDS[part]}`
  return localDate(text)
}
