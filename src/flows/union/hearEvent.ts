import type { OwnEvent } from '../heard.ts'
import { deputyNotice } from '../leader/deputyPlace.ts'
import { weeklyDigest } from '../leader/digestFlow.ts'
import { handedOverNotice, loopNotice, remindNotice } from '../officer/reminderNotices.ts'
import { withWaitingDraft } from '../officer/waitingDraft.ts'
import { returnedNotice, toReviewNotice } from '../review/notices.ts'
import { nudgeNotice } from '../leader/nudgeNotice.ts'
import type { Say } from '../say.ts'
import { announcementNotice } from './announcementsPlace.ts'
import type { Ctx, Flow } from './context.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'

/** Something fell due for her: told beside what stands on her screen, never in its place. */
export function* hearEvent(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  if (event.kind === 'digestDue') return yield* weeklyDigest(event, place, ctx)
  if (event.kind === 'announcementDue') return yield* announcementNotice(event, place, ctx)
  if (event.kind === 'deputisedDue' || event.kind === 'deputyEndedDue') return deputyNotice(event, place, ctx)
  const says = yield* noticeOf(event, ctx)
  return { place, says: REMINDERS.has(event.kind) ? yield* withWaitingDraft(says, place, ctx) : says, effects: [] }
}

const REMINDERS: ReadonlySet<string> = new Set(['remindDue', 'loopDue', 'nudgeDue'])

function* noticeOf(event: OwnEvent, ctx: Ctx): Asking<readonly Say[]> {
  switch (event.kind) {
    case 'returnedDue':
      return yield* returnedNotice(event, ctx)
    case 'toReviewDue':
      return yield* toReviewNotice(event, ctx)
    case 'remindDue':
      return yield* remindNotice(event, ctx)
    case 'loopDue':
      return yield* loopNotice(event, ctx)
    case 'handedOverDue':
      return yield* handedOverNotice(event, ctx)
    case 'nudgeDue':
      return yield* nudgeNotice(event, ctx)
    default:
      return []
  }
}
