import { addDays, at, dateOf, DAY, HOUR, instant, type Instant } from '../calendar.ts'

/** When an officer may be written to first: in waking hours, and not in the middle of a report. */
const WAKES = { hour: 7, minute: 30 } as const
const RESTS = { hour: 20, minute: 0 } as const
/** Someone who has not written for so long is not writing any more, though a question still stands on her screen. */
const PAUSE = HOUR
/** A reminder can wait longer, and never comes inside a draft: only one that rested for a day counts as left. */
const LEFT = DAY

/** Now, if it is a waking hour in Vietnam (07:30 to 20:00), or the next 07:30. */
export function nextWakingMoment(now: Instant): Instant {
  const today = dateOf(now)
  const wakes = at(today, WAKES.hour, WAKES.minute)
  if (now < wakes) return wakes
  return now < at(today, RESTS.hour, RESTS.minute) ? now : at(addDays(today, 1), WAKES.hour, WAKES.minute)
}

/** Until when one who was heard last at this moment is taken to be writing still; undefined: she has paused, or left it. */
export function writingUntil(
  heard: Instant | undefined,
  now: Instant,
  told: 'reminder' | 'news' = 'news',
): Instant | undefined {
  const until = heard === undefined ? now : instant(heard + (told === 'reminder' ? LEFT : PAUSE))
  return until > now ? until : undefined
}
