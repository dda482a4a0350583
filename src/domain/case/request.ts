/** What a woman asks to be done with her data. */
export const REQUEST_KINDS = ['erase', 'copy', 'access', 'correct', 'stop', 'other'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** What she may name herself; erasing and the copy are done at once by buttons of their own. */
export const ASKED_KINDS = ['correct', 'stop', 'access'] as const satisfies readonly RequestKind[]

/** `later`: she is answered, and it is still to be carried out. `ended`: all words were erased before that. */
export const REQUEST_OUTCOMES = ['later', 'done', 'refused', 'ended'] as const
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number]
/** What a member may give as the answer. */
export const REQUEST_ANSWERS = ['done', 'later', 'refused'] as const satisfies readonly RequestOutcome[]
export type RequestAnswer = (typeof REQUEST_ANSWERS)[number]

/** Why the law lets a request be refused; the article, where there is one, is for the answer itself. */
export const REFUSAL_REASONS = ['keptByLaw', 'protectsLife', 'othersRights', 'notHeld'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]
