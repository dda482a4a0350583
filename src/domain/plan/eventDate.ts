import { isLocalDate, type LocalDate, parsePeriodKey, periodRange } from '../calendar.ts'
import type { Answers, Form } from './form.ts'

/**
 * The one date of a report that decides its window: the first of the form's date fields that has a value. Of a period it is
 * the last day, or today while the period is still running.
 */
export function eventDateOf(form: Form, answers: Answers, today: LocalDate): LocalDate | undefined {
  for (const id of [form.eventDate, ...(form.eventDateOr ?? [])]) {
    const value = answers[id]
    if (typeof value !== 'string') continue
    if (isLocalDate(value)) return value
    const period = parsePeriodKey(value)
    if (period === undefined) continue
    const { to } = periodRange(period)
    return to < today ? to : today
  }
  return undefined
}
