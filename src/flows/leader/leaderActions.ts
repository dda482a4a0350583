import { unitId } from '../../domain/ids.ts'
import { unitsOf, type Ctx, type Flow } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { digestSettingsPlace } from './digestSettings.ts'

/** Where a button of a digest leads; undefined when it is none of a leader's. */
export function placeOfAction(act: string, payload: Readonly<Record<string, string>>, ctx: Ctx): Place | undefined {
  const unit = payload['unit'] === undefined ? unitsOf(ctx.who, 'leader')[0] : unitId(payload['unit'])
  if (unit === undefined) return undefined
  switch (act) {
    case 'progress':
      return { at: 'progress', unit, page: 0 }
    case 'lagging':
      return { at: 'lagging', unit, page: 0 }
    case 'nudge':
      return payload['row'] === undefined ? undefined : { at: 'nudge', unit, row: payload['row'] }
    case 'nudgeUnit':
      return payload['of'] === undefined ? undefined : { at: 'nudgeUnit', unit: unitId(payload['of']) }
    case 'questions':
      return { at: 'questions', unit, page: 0 }
    case 'papers':
      return { at: 'papers', unit }
    case 'digestSettings':
      return { at: 'digestSettings' }
    default:
      return undefined
  }
}

/** "Ngừng gửi" under a digest: at once, and said how to have it again. */
export const stopDigest = (ctx: Ctx): Flow =>
  digestSettingsPlace({ at: 'digestSettings' }, { kind: 'picked', id: 'stop' }, ctx)
