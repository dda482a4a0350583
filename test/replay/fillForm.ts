import { addDays, type LocalDate, localDate, periodKey, periodOf } from '../../src/domain/calendar.ts'
import { problemsOf } from '../../src/domain/plan/checks.ts'
import { applies } from '../../src/domain/plan/conditions.ts'
import type { Answers, Field, Form, Value } from '../../src/domain/plan/form.ts'
import type { Dice } from './dice.ts'

export interface Filling {
  readonly form: Form
  readonly today: LocalDate
  readonly dice: Dice
  /** Units that may be named as having done it together. */
  readonly partners: readonly string[]
  /** How often what is optional is told. */
  readonly told: number
}

const FIRST = localDate('2022-01-01')
const TRIES = 200

/** Answers that a form takes: what applies is answered, what is optional sometimes, and no check blocks. */
export function fillForm(filling: Filling): Answers {
  for (let n = 0; n < TRIES; n++) {
    const answers = fill(filling)
    if (answers !== undefined) return answers
  }
  throw new Error(`no answers for ${filling.form.id} found`)
}

function fill({ form, today, dice, partners, told }: Filling): Answers | undefined {
  const answers: Record<string, Value> = {}
  for (const field of form.fields) {
    if (field.stage !== undefined || !applies(field.when, answers)) continue
    // Options with figures are left out with all the rest only, so they are always answered.
    if (field.optional && field.kind !== 'countsByOption' && !dice.chance(told)) continue
    const value = valueOf(field, { today, dice, partners, told })
    if (value !== undefined) answers[field.id] = value
    else if (!field.optional) return undefined
  }
  for (const check of form.checks) {
    if (check.kind === 'sumEquals' && answers[check.total] !== undefined) {
      answers[check.total] = check.parts.reduce((sum, part) => sum + Number(answers[part] ?? 0), 0)
    }
  }
  return problemsOf(form.checks, answers).some((one) => one.severity === 'block') ? undefined : answers
}

type Using = Omit<Filling, 'form'>

function valueOf(field: Field, using: Using): Value | undefined {
  const { today, dice } = using
  switch (field.kind) {
    case 'text':
      return `Nội dung số ${1 + dice.roll(900)} của chi hội`
    case 'number':
      return Math.min(field.max ?? 1000, (field.min ?? 0) + dice.roll(60))
    case 'date':
      return field.future === true ? addDays(today, 5 + dice.roll(200)) : pastDay(today, dice)
    case 'period':
      return periodKey(periodOf(dice.pick(['month', 'quarter']), pastDay(today, dice)))
    case 'yesNo':
      return dice.chance(0.6)
    case 'choice':
      return dice.pick(field.options ?? []).id
    case 'many': {
      const chosen = (field.options ?? []).filter(() => dice.chance(0.3)).map((one) => one.id)
      return chosen.length === 0 ? [dice.pick(field.options ?? []).id] : chosen
    }
    case 'docRef':
      return { symbol: `${1 + dice.roll(300)}/BC-BTV`, date: pastDay(today, dice) }
    case 'textList':
      return [`Kiến nghị số ${1 + dice.roll(900)} của chị em`]
    case 'units':
      return using.partners.length === 0 ? undefined : [dice.pick(using.partners)]
    case 'countsByOption': {
      const counted = (field.options ?? []).filter(() => dice.chance(0.3))
      const named = counted.length === 0 ? [dice.pick(field.options ?? [])] : counted
      return Object.fromEntries(named.map((one) => [one.id, 1 + dice.roll(20)]))
    }
    case 'recordList': {
      const records = Array.from({ length: 1 + dice.roll(3) }, () => recordOf(field, using))
      return records.some((one) => one === undefined) ? undefined : records.filter((one) => one !== undefined)
    }
    case 'unit':
    case 'evidence':
      return undefined
  }
}

function recordOf(field: Field, using: Using): Answers | undefined {
  const record: Record<string, Value> = {}
  for (const sub of field.fields ?? []) {
    if (!applies(sub.when, record) || (sub.optional && using.dice.chance(0.3))) continue
    const value = valueOf(sub, using)
    if (value !== undefined) record[sub.id] = value
    else if (!sub.optional) return undefined
  }
  return problemsOf(field.checks ?? [], record).some((one) => one.severity === 'block') ? undefined : record
}

/** Within the last weeks, and within the year. */
function pastDay(today: LocalDate, dice: Dice): LocalDate {
  const day = addDays(today, -dice.roll(25))
  return day < FIRST ? FIRST : day
}
