import { localDate } from '../../../src/domain/calendar.ts'
import { readLine } from '../../../src/domain/line/readLine.ts'
import type { Answers } from '../../../src/domain/plan/form.ts'
import { plan2022 } from '../../support/plan2022.ts'
import { type Share, share } from './share.ts'

/** A line as it was typed, and what a person reads in it. `fields` absent or a field absent: it is not said. */
export interface Labelled {
  readonly text: string
  readonly form?: string
  readonly fields?: Answers
}

export interface Measured {
  /** The right form taken, or the right one among those that are asked. */
  readonly form: Share
  readonly formTakenAtOnce: Share
  /** Fields of choices, dates, numbers: the value read, sure or asked, is the right one. */
  readonly read: Share
  readonly readSure: Share
  /** How much of what is said was read at all. */
  readonly recall: Share
  readonly silentlyWrong: readonly string[]
  readonly askedWrong: readonly string[]
  readonly falseReports: readonly string[]
  readonly askedNonReports: readonly string[]
  readonly missedForms: readonly string[]
}

const all = new Set(plan2022.forms.map((form) => form.id))
const kindOf = (form: string, field: string) =>
  plan2022.forms.find((one) => one.id === form)?.fields.find((one) => one.id === field)?.kind

export function measureLines(lines: readonly Labelled[], today: string): Measured {
  const reports = lines.filter((line) => line.form !== undefined)
  const count = { form: 0, atOnce: 0, read: 0, readOf: 0, sure: 0, sureOf: 0, said: 0, found: 0 }
  const [silentlyWrong, askedWrong, falseReports, askedNonReports, missedForms]: string[][] = [[], [], [], [], []]
  for (const { text, form, fields = {} } of lines) {
    const reading = readLine(text, { forms: plan2022.forms, allowed: all, today: localDate(today) })
    if (form === undefined) {
      if (reading.kind === 'report') falseReports?.push(text)
      if (reading.kind === 'which' || reading.kind === 'name') askedNonReports?.push(text)
      continue
    }
    const isRight =
      reading.kind === 'report' || reading.kind === 'name'
        ? reading.form === form
        : reading.kind === 'which' && reading.forms.includes(form)
    if (isRight) count.form += 1
    else missedForms?.push(`${text} → ${JSON.stringify(reading)}`)
    if (reading.kind === 'report' && reading.form !== form) silentlyWrong?.push(`${text} → ${reading.form}`)
    if (reading.kind === 'report' && reading.form === form) count.atOnce += 1
    const said = Object.keys(fields).filter((id) => kindOf(form, id) !== 'text')
    count.said += said.length
    if (reading.kind !== 'report' || reading.form !== form) continue
    const values = { ...reading.doubtful, ...reading.given }
    for (const [id, value] of Object.entries(values)) {
      const isText = kindOf(form, id) === 'text'
      const isSure = reading.given[id] !== undefined
      const isSame = JSON.stringify(value) === JSON.stringify(fields[id])
      if (!isText) {
        count.readOf += 1
        if (isSame) count.read += 1
        if (isSame) count.found += 1
        if (isSure) count.sureOf += 1
        if (isSure && isSame) count.sure += 1
      }
      const shown = `${text} → ${id} = ${JSON.stringify(value)}, not ${JSON.stringify(fields[id])}`
      if (!isSame && isSure) silentlyWrong?.push(shown)
      if (!isSame && !isSure) askedWrong?.push(shown)
    }
  }
  return {
    form: share(count.form, reports.length),
    formTakenAtOnce: share(count.atOnce, reports.length),
    read: share(count.read, count.readOf),
    readSure: share(count.sure, count.sureOf),
    recall: share(count.found, count.said),
    silentlyWrong: silentlyWrong ?? [],
    askedWrong: askedWrong ?? [],
    falseReports: falseReports ?? [],
    askedNonReports: askedNonReports ?? [],
    missedForms: missedForms ?? [],
  }
}
