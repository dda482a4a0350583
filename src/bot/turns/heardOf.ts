import { instant } from '../../domain/calendar.ts'
import { cleanText } from '../../domain/words/fold.ts'
import type { Heard } from '../../flows/heard.ts'
import type { Stored } from '../store/stored.ts'

/** Longer messages are cut, and she is told. */
export const TEXT_MAX = 4_000

/** What our buttons carry: a nonce and an index, or 'a.' and the id of an action. Anything else was made by somebody else. */
const OUR_TOKEN = /^[0-9a-z-]{1,20}\.[0-9a-z]{1,20}$/

/** An action outlives its screen; every other button ends with it. The tenth screen of a conversation has the nonce 'a', too. */
export const isAction = (token: string): boolean => /^a\.[0-9a-z]{10,}$/.test(token)

/** What a flow hears of a stored event; text is cleaned and bounded here, once. */
export function heardOf(stored: Stored, receivedAt: Date): Heard {
  const at = instant(receivedAt.getTime())
  if (stored.kind === 'own') return { kind: 'event', event: stored.event, at }
  if (stored.what.kind === 'press' && !OUR_TOKEN.test(stored.what.token)) return { kind: 'press', token: '', at }
  if (stored.what.kind !== 'text' && stored.what.kind !== 'edited') return { ...stored.what, at }
  const text = cleanText(stored.what.text)
  const cut = text.length > TEXT_MAX
  return { ...stored.what, text: cut ? text.slice(0, TEXT_MAX).toWellFormed() : text, cut, at }
}

const DONE_BY_HAND: ReadonlySet<string> = new Set('text edited press file badFile voice unread start'.split(' '))

/** Did the person herself do something? A page that opens again is not that. */
export const isHers = (stored: Stored): boolean => stored.kind === 'arrival' && DONE_BY_HAND.has(stored.what.kind)
