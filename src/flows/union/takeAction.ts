import { type DraftId, draftId, reportId } from '../../domain/ids.ts'
import { placeOfAction, stopDigest } from '../leader/leaderActions.ts'
import { undo } from '../officer/undo.ts'
import { type Line, say, t } from '../say.ts'
import { announcementRead } from './announcementsPlace.ts'
import type { Ctx, Flow } from './context.ts'
import { theDraft } from './needs.ts'
import type { Place } from './place.ts'
import { advancePlace } from './places.ts'
import { speakIn } from './speakIn.ts'

const HOME: Place = { at: 'home' }

/** A button that outlived its screen: it leads to a place, whatever stands on the screen now. */
export function* takeAction(act: string, payload: Readonly<Record<string, string>>, place: Place, ctx: Ctx): Flow {
  const { announcement, report, draft } = payload
  if (act === 'announcementRead' && announcement !== undefined) {
    return announcementRead(announcement, yield* again(place, t('announce.thanks'), ctx))
  }
  if (act === 'digestStop') return yield* stopDigest(ctx)
  const leads = placeOfAction(act, payload, ctx)
  if (leads !== undefined) return yield* advancePlace(leads, { kind: 'enter' }, ctx)
  if (act === 'queue') return yield* advancePlace({ at: 'queue', page: 0 }, { kind: 'enter' }, ctx)
  if (act === 'mend' && report !== undefined) {
    const at: Place = { at: 'report', report: reportId(report), back: HOME }
    return yield* advancePlace(at, { kind: 'picked', id: 'mend' }, ctx)
  }
  if (act === 'stage' && report !== undefined) {
    const at: Place = { at: 'report', report: reportId(report), back: HOME }
    return yield* advancePlace(at, { kind: 'picked', id: `s:${payload['stage'] ?? ''}` }, ctx)
  }
  if (act === 'kinds') return yield* advancePlace({ at: 'kinds' }, { kind: 'enter' }, ctx)
  if (act === 'drafts') return yield* advancePlace({ at: 'drafts' }, { kind: 'enter' }, ctx)
  if (act === 'resume' && draft !== undefined) {
    return yield* advancePlace({ at: 'drafts' }, { kind: 'picked', id: `d:${draft}` }, ctx)
  }
  if (act === 'notYet') return { place, says: [say(t('loop.later'))], effects: [] }
  if (act === 'speakIn') return yield* speakIn(payload['locale'] === 'en' ? 'en' : 'vi', place, ctx)
  if (act === 'undoLine' && draft !== undefined) return yield* undoLine(draftId(draft), place, ctx)
  if (act === 'undo' && report !== undefined) return yield* undo(reportId(report), payload, ctx)
  return yield* again(place, t('repair.stale'), ctx)
}

/** It was no report: what the line opened is gone, if it was not sent. */
function* undoLine(id: DraftId, place: Place, ctx: Ctx): Flow {
  const draft = yield* theDraft(id)
  if (draft === undefined) return yield* again(place, t('repair.stale'), ctx)
  const home = yield* advancePlace(HOME, { kind: 'enter' }, ctx)
  return { ...home, says: [say(t('line.undone')), ...home.says], effects: [{ do: 'dropDraft', draft: draft.id }] }
}

/** Where she stands, after something was said. */
function* again(place: Place, said: Line, ctx: Ctx): Flow {
  const decision = yield* advancePlace(place, { kind: 'enter' }, ctx)
  return { ...decision, says: [say(said), ...decision.says] }
}
