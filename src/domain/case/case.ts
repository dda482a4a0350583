import type { Danger } from '../danger/types.ts'
import { type Topic, TOPICS } from '../topic/topics.ts'

/** Where a case stands. `waiting` has nobody; `taken` has a counsellor; `closed` has an outcome. */
export type CaseState = 'waiting' | 'taken' | 'closed'

/** A confidential question, a formal report that a body is told of, or word for somebody else. */
export const DOORS = ['ask', 'formal', 'bystander'] as const
export type Door = (typeof DOORS)[number]

export const OUTCOMES = ['answered', 'referred', 'withdrawn', 'silent', 'abuse', 'other'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Where a woman may be referred to, with her yes. */
export const REFERRALS = ['police', 'justice', 'shelter', 'health'] as const
export type ReferralKind = (typeof REFERRALS)[number]

export const REFERRAL_OUTCOMES = ['helped', 'waiting', 'refusedThere', 'unknown'] as const
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number]
export const REFERRAL_STATES = ['asked', 'agreed', 'refused', 'made', 'ended'] as const
export type ReferralState = (typeof REFERRAL_STATES)[number]

/** Why a counsellor declines a case or gives it back. */
export const RETURN_REASONS = ['knows', 'busy', 'notMyField', 'refused', 'other'] as const

/** Why two members open a case that is neither's. */
export const GLASS_REASONS = ['lifeAtRisk', 'counsellorGone', 'complaint'] as const

const RANK: Readonly<Record<Danger, number>> = { none: 0, violence: 1, immediate: 2 }

/** Words can raise a case's severity; only a counsellor can lower it (design rule 7). */
export const raised = (before: Danger, words: Danger): Danger => (RANK[words] > RANK[before] ? words : before)

/** Closing what is dangerous, and refusing a person, needs a second member's eyes. */
export const needsSecondEyes = (highRisk: boolean, outcome: Outcome): boolean => highRisk || outcome === 'abuse'

/** Order of the queue: severity, then age. */
export const bySeverityThenAge = (
  a: { readonly severity: Danger; readonly openedAt: number },
  b: { readonly severity: Danger; readonly openedAt: number },
): number => RANK[b.severity] - RANK[a.severity] || a.openedAt - b.openedAt

export const isTopic = (text: string): text is Topic => TOPICS.some((one) => one === text)

export type { Danger, Topic }
