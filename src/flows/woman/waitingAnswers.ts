import type { Instant } from '../../domain/calendar.ts'
import type { CaseId } from '../../domain/ids.ts'
import { type Line, type Say, say, t, words } from '../say.ts'
import type { Effect } from '../vault/effects.ts'
import type { CaseWords } from '../vault/needs.ts'

/** Answers that she has not seen yet, oldest first, and that they are shown now. */
export interface WaitingAnswers {
  readonly says: readonly Say[]
  readonly effects: readonly Effect[]
}

export function waitingAnswers(id: CaseId, all: readonly CaseWords[], since?: Instant): WaitingAnswers {
  const fresh = all.filter((one) => one.from === 'counsellor' && !one.shown && (since === undefined || one.at >= since))
  const shown: Effect = { do: 'markShown', case: id, from: 'counsellor', ...(since === undefined ? {} : { since }) }
  return { says: fresh.map(toSay), effects: fresh.length === 0 ? [] : [shown] }
}

/** Below a long neutral head, which is all that a lock screen shows. */
export const below = (text: Line): Line => t('case.answer', { text })

const MOST_AGAIN = 5

/** The answers that came last, one after another, at most five. */
export function lastAnswers(all: readonly CaseWords[]): readonly Say[] {
  const last = all.findLastIndex((one) => one.from === 'counsellor')
  const before = all.findLastIndex((one, index) => index < last && one.from !== 'counsellor')
  return last < 0 ? [] : all.slice(Math.max(before + 1, last - MOST_AGAIN + 1), last + 1).map(toSay)
}

const toSay = (one: CaseWords): Say => say(below(words(one.text)))
