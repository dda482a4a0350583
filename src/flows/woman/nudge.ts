import { at, dateOf } from '../../domain/calendar.ts'
import { Cause } from '../../domain/case/contact.ts'
import { caseId } from '../../domain/ids.ts'
import type { OwnEvent } from '../heard.ts'
import { say, t } from '../say.ts'
import type { Ctx, Flow } from '../vault/context.ts'
import { theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'

/** Something waits and she has allowed this hour: one neutral line, and only until the hour ends. */
export function* nudge(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  const { found } = yield* theCase(caseId(event.data['case'] ?? 'x'), 'no')
  const cause = Cause.ofHours(found?.hours, ctx.now)
  if (found?.hours === undefined || cause === undefined) return { place, says: [], effects: [] }
  return { place, says: [say(t('nudge.line'))], effects: [], cause, until: at(dateOf(ctx.now), found.hours.toHour) }
}
