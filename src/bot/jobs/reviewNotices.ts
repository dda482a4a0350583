import { at, dateOf, instant } from '../../domain/calendar.ts'
import { isWorkingDay, workingDaysBefore } from '../../domain/case/promise.ts'
import type { App } from '../app.ts'
import type { Tx } from '../store/tx.ts'
import { validOn } from '../store/union/people.ts'

const HOUR = 8

/** On the morning of a working day each leader may be told that reports wait for her; whether any do, the flow finds then. */
export async function planReviewNotices(app: App, tx: Tx, now: Date): Promise<void> {
  const today = dateOf(instant(now.getTime()))
  if (!isWorkingDay(today, app.calendar)) return
  const since = at(workingDaysBefore(today, 1, app.calendar), HOUR)
  const leaders = await tx.grant.findMany({
    where: { role: 'leader', ...validOn(now) },
    select: { personId: true },
    distinct: ['personId'],
  })
  await tx.due.createMany({
    data: leaders.map(({ personId }) => ({
      kind: 'toReview',
      key: `toReview:${today}:${personId}`,
      at: new Date(at(today, HOUR)),
      payload: { person: personId, since: String(since) },
    })),
    skipDuplicates: true,
  })
}
