import type { CaseId } from '../../domain/ids.ts'
import { type Line, type Say, say, t, words } from '../say.ts'
import type { Effect } from '../vault/effects.ts'
import type { CaseWords } from '../vault/needs.ts'

/** Answers that she has not seen yet, oldest first, and that they are shown now. */
export interface WaitingAnswers {
  readonly says: readonly Say[]
  readonly effects: readonly Effect[]
}

export function waitingAnswers(id: CaseId, all: readonly CaseWords[]): WaitingAnswers {
  const fresh = all.filter((one) => one.from === 'counsellor' && !one.shown)
  return {
    says: fresh.map((one) => say(below(words(one.text)))),
    effects: fresh.length === 0 ? [] : [{ do: 'markShown', case: id, from: 'counsellor' }],
  }
}

/** Below a long neutral head, which is all that a lock screen shows. */
export const below = (text: Line): Line => t('case.answer', { text })
