import { addDays, at, dateOf, type Instant } from '../calendar.ts'
import { endOfWorkingDay, type WorkingCalendar } from './promise.ts'

const ANSWER_WORKING_DAYS = 2
const DONE_DAYS = 20

export interface RequestClocks {
  /** She is answered within two working days. */
  readonly answerBy: Instant
  /** It is carried out within twenty days. */
  readonly doneBy: Instant
}

/** The clocks of the law for what a person asks to be done with her data (security reference §0.1). */
export const requestClocks = (now: Instant, calendar: WorkingCalendar): RequestClocks => ({
  answerBy: endOfWorkingDay(dateOf(now), ANSWER_WORKING_DAYS, calendar),
  doneBy: at(addDays(dateOf(now), DONE_DAYS), 17),
})
