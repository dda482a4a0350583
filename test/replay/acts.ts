import { type LocalDate, localDate } from '../../src/domain/calendar.ts'
import type { Answers, Value } from '../../src/domain/plan/form.ts'

/**
 * A year of a province as data: what is done on each day, by whom. The driver plays it through the chat; the ledger says, from
 * the same acts and without asking the bot, how every report must stand in the end.
 */
export type Act = { readonly day: LocalDate } & (
  | {
      readonly kind: 'send'
      readonly ref: string
      readonly unit: string
      readonly form: string
      readonly date: LocalDate
      readonly joint: readonly string[]
      readonly answers: Answers
    }
  /** "Kỳ này không có." */
  | { readonly kind: 'none'; readonly ref: string; readonly unit: string; readonly form: string }
  | { readonly kind: 'approve'; readonly ref: string }
  | { readonly kind: 'return'; readonly ref: string; readonly field: string; readonly comment: string }
  /** The officer answers the comment by this value, and sends again. */
  | { readonly kind: 'mend'; readonly ref: string; readonly field: string; readonly value: Value }
  | { readonly kind: 'amend'; readonly ref: string; readonly field: string; readonly value: Value }
  /** A stage of a dossier: these answers, with what they leave as it was. */
  | { readonly kind: 'stage'; readonly ref: string; readonly stage: string; readonly answers: Answers }
  | { readonly kind: 'withdraw'; readonly ref: string }
)

export interface Entry {
  readonly ref: string
  readonly unit: string
  readonly form: string
  readonly date: LocalDate
  readonly joint: readonly string[]
  readonly answers: Answers
  readonly none: boolean
  readonly state: 'submitted' | 'returned' | 'approved' | 'withdrawn'
  /** Day of the last change: what the clock of silent acceptance runs from. */
  readonly changed: LocalDate
}

export type Ledger = ReadonlyMap<string, Entry>

/** How an act leaves the ledger; one that does not fit is a fault of the script. */
export function book(ledger: Ledger, act: Act): Ledger {
  const next = new Map(ledger)
  const { ref, day } = act
  if (act.kind === 'send') {
    const { unit, form, date, joint, answers } = act
    return next.set(ref, { ref, unit, form, date, joint, answers, none: false, state: 'submitted', changed: day })
  }
  if (act.kind === 'none') {
    const { unit, form } = act
    return next.set(ref, {
      ref,
      unit,
      form,
      date: day,
      joint: [],
      answers: {},
      none: true,
      state: 'submitted',
      changed: day,
    })
  }
  const entry = ledger.get(ref)
  if (entry === undefined) throw new Error(`the script speaks of ${ref} before it is sent`)
  return next.set(ref, { ...entry, ...changeOf(entry, act), changed: day })
}

function changeOf(entry: Entry, act: Exclude<Act, { kind: 'send' | 'none' }>): Partial<Entry> {
  switch (act.kind) {
    case 'approve':
      return { state: 'approved' }
    case 'return':
      return { state: 'returned' }
    case 'withdraw':
      return { state: 'withdrawn' }
    case 'mend':
    case 'amend':
      return { state: 'submitted', answers: { ...entry.answers, [act.field]: act.value } }
    case 'stage':
      return { state: 'submitted', answers: act.answers, date: dateAfter(entry, act.answers) }
  }
}

/** Of a supervision the day it was carried out decides, once there is one. */
const dateAfter = (entry: Entry, answers: Answers): LocalDate => {
  const conducted = answers['conducted_on']
  return entry.form === 'F-SUP' && typeof conducted === 'string' ? localDate(conducted) : entry.date
}

/** Five working days after the last change nobody has looked: accepted. `worked` tells the days on which offices are open. */
export function acceptSilent(ledger: Ledger, today: LocalDate, worked: readonly LocalDate[]): Ledger {
  const before = worked.filter((day) => day < today).at(-5)
  if (before === undefined) return ledger
  return new Map(
    [...ledger].map(([ref, entry]) => [
      ref,
      entry.state === 'submitted' && entry.changed < before ? { ...entry, state: 'approved', changed: today } : entry,
    ]),
  )
}
