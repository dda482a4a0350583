import { HOUR, type Instant } from '../domain/calendar.ts'
import type { Heard } from './heard.ts'
import type { Conversation } from './turn.ts'

/** So long after a person of the Union last wrote in the account's own tool she is not interrupted. */
const QUIET = HOUR

export const madeQuiet = <P>(conversation: Conversation<P>, now: Instant): Conversation<P> => ({
  ...conversation,
  quietUntil: now + QUIET,
})

/** Is this said to the person who is writing with her? A press of ours calls the bot back; `calls`: so do these words. */
export function isQuiet<P>(
  { quietUntil = 0 }: Conversation<P>,
  heard: Heard,
  now: Instant,
  calls: (text: string) => boolean,
): boolean {
  if (now >= quietUntil || heard.kind === 'press' || heard.kind === 'action' || heard.kind === 'event') return false
  return !('text' in heard) || !calls(heard.text)
}
