import { addDays, at, dateOf, type Instant } from '../calendar.ts'
import { endOfWorkingDay, type WorkingCalendar } from './promise.ts'
import type { RequestKind } from './request.ts'

const ANSWER_WORKING_DAYS = 2

/** Days to carry it out; what it is about was not said for `other`, so it has the shortest. */
const DONE_DAYS: Readonly<Record<RequestKind, number>> = {
  copy: 10,
  access: 10,
  correct: 10,
  stop: 15,
  erase: 20,
  other: 10,
}

export interface RequestClocks {
  /** She is answered within two working days. */
  readonly answerBy: Instant
  /** It is carried out within ten to twenty days, by what it asks. */
  readonly doneBy: Instant
}

/** The clocks of the law for what a person asks to be done with her data (security reference §0.1), without an extension. */
export const requestClocks = (kind: RequestKind, now: Instant, calendar: WorkingCalendar): RequestClocks => ({
  answerBy: endOfWorkingDay(dateOf(now), ANSWER_WORKING_DAYS, calendar),
  doneBy: at(addDays(dateOf(now), DONE_DAYS[kind]), 17),
})
