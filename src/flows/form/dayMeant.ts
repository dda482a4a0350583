import { daysBetween, type LocalDate } from '../../domain/calendar.ts'
import { LONG_AGO } from '../../domain/words/dates.ts'
import type { Field } from '../../domain/plan/form.ts'

/** What was done may be told of so many days later, also of a year whose plan is not here. */
const RECENT = 60

export interface DaySetting {
  readonly today: LocalDate
  /** Does a plan hold on that day? */
  readonly isPlanned?: (day: LocalDate) => boolean
  /** The day that a date to come cannot lie before: a petition is not due before it was received. */
  readonly since?: LocalDate | undefined
}

/** A day said without its year, month or week: the last such day, and the next. */
interface Days {
  readonly past: LocalDate
  readonly coming: LocalDate
}

interface DayMeant {
  readonly day: LocalDate
  /** Why it is asked. */
  readonly why?: 'yearBefore' | 'date'
}

/** What is done is done in the past, what is due is to come; where the other may be meant as well, she is asked. */
export function dayMeant(days: Days, field: Field, reader: DaySetting): DayMeant {
  return field.future === true ? dueDay(days, reader) : doneDay(days, reader)
}

function doneDay({ past, coming }: Days, { today, isPlanned = () => true }: DaySetting): DayMeant {
  const [back, on] = [daysBetween(past, today), daysBetween(today, coming)]
  const isOutside = (on < back || back > RECENT) && !isPlanned(past) && isPlanned(coming)
  return back > LONG_AGO || isOutside ? { day: past, why: 'yearBefore' } : { day: past }
}

function dueDay({ past, coming }: Days, { today, since }: DaySetting): DayMeant {
  const isFar = daysBetween(today, coming) > LONG_AGO
  const mayBePast = since === undefined ? isFar : since <= past
  if (mayBePast) return { day: past, why: 'date' }
  return isFar ? { day: coming, why: 'date' } : { day: coming }
}
