import { acceptPlace } from '../admin/acceptPlace.ts'
import { adminPlace, invitePlace, revokePlace } from '../admin/adminPlace.ts'
import { handOverPlace } from '../admin/handOverPlace.ts'
import { newPhonePlace } from '../admin/newPhonePlace.ts'
import { formPlace } from '../form/formPlace.ts'
import type { Input } from '../heard.ts'
import { announcePlace } from '../leader/announcePlace.ts'
import { belowPlace } from '../leader/belowPlace.ts'
import { comparePlace } from '../leader/comparePlace.ts'
import { deputyPlace } from '../leader/deputyPlace.ts'
import { digestSettingsPlace } from '../leader/digestSettings.ts'
import { digestPlace, digestsPlace } from '../leader/digestsPlace.ts'
import { lookPlace } from '../leader/lookPlace.ts'
import { progressPlace } from '../leader/progressPlace.ts'
import { questionsPlace } from '../leader/questionsPlace.ts'
import { rowPlace } from '../leader/rowPlace.ts'
import { wayOf } from '../leader/ways.ts'
import { nudgePlace } from '../leader/nudgePlace.ts'
import { nudgeUnitPlace } from '../leader/nudgeUnitPlace.ts'
import { laggingPlace, whyPlace } from '../leader/whyPlace.ts'
import { draftsPlace } from '../officer/draftsPlace.ts'
import { kindsPlace } from '../officer/kindsPlace.ts'
import { hearLine, linePlace, whichUnitPlace } from '../officer/linePlace.ts'
import { loopsPlace } from '../officer/loopsPlace.ts'
import { reportsPlace } from '../officer/reportsPlace.ts'
import { editingPlace, summaryPlace } from '../officer/summaryPlace.ts'
import { unitPlace } from '../officer/unitPlace.ts'
import { letterheadPlace } from '../admin/letterheadPlace.ts'
import { officialPlace } from '../papers/officialPlace.ts'
import { papersPlace } from '../papers/papersPlace.ts'
import { announcementsPlace } from './announcementsPlace.ts'
import { atReport } from '../review/atReport.ts'
import { historyPlace } from '../review/historyPlace.ts'
import { queuePlace } from '../review/queuePlace.ts'
import { returnPlace } from '../review/returnPlace.ts'
import { codePlace, namePlace } from './codePlace.ts'
import type { Ctx, Flow } from './context.ts'
import { dangerCheckPlace } from './dangerCheckPlace.ts'
import { homePlace, open } from './homePlace.ts'
import type { Place } from './place.ts'

/** Buttons that mean the same on every screen. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'home',
  'kinds',
  'unit',
  'drafts',
  'progress',
  'digest',
  'papers',
  'digestSettings',
  'deputy',
  'announce',
  'announcements',
  'queue',
  'admin',
])

/** Hands what was heard to the place where she stands. */
export function* advancePlace(place: Place, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && EVERYWHERE.has(input.id)) return yield* open(input.id, ctx)
  const way = wayOf(place, input, ctx)
  if (way !== undefined) return yield* advancePlace(way, { kind: 'enter' }, ctx)
  switch (place.at) {
    case 'home':
      return yield* homePlace(place, input, ctx)
    case 'code':
      return yield* codePlace(place, input, ctx)
    case 'name':
      return namePlace(input)
    case 'kinds':
      return yield* kindsPlace(place, input, ctx)
    case 'whichUnit':
      return yield* whichUnitPlace(place, input, ctx)
    case 'line':
      return yield* linePlace(place, input, ctx)
    case 'form':
      return yield* formPlace(place, input, ctx)
    case 'summary':
      return yield* summaryPlace(place, input, ctx)
    case 'editing':
      return yield* editingPlace(place, input, ctx)
    case 'unit':
      if (input.kind === 'picked' && input.id === 'files')
        return yield* papersPlace({ at: 'papers', unit: place.unit }, { kind: 'enter' }, ctx)
      return input.kind === 'picked' && input.id === 'reports'
        ? yield* reportsPlace({ at: 'reports', unit: place.unit, page: 0 }, { kind: 'enter' }, ctx)
        : yield* unitPlace(place, input, ctx)
    case 'reports':
      return input.kind === 'picked' && input.id === 'list' && place.back !== undefined
        ? yield* advancePlace(place.back, { kind: 'enter' }, ctx)
        : yield* reportsPlace(place, input, ctx)
    case 'report':
      return input.kind === 'picked' && input.id === 'list'
        ? yield* advancePlace(place.back, { kind: 'enter' }, ctx)
        : yield* atReport(place, input, ctx)
    case 'history':
      return yield* historyPlace(place, input, ctx)
    case 'queue':
      return yield* queuePlace(place, input, ctx)
    case 'returning':
      return yield* returnPlace(place, input, ctx)
    case 'drafts':
      return yield* draftsPlace(place, input, ctx)
    case 'progress':
      return input.kind === 'picked' && input.id === 'files'
        ? yield* papersPlace({ at: 'papers', unit: place.unit }, { kind: 'enter' }, ctx)
        : yield* progressPlace(place, input, ctx)
    case 'below':
      return yield* belowPlace(place, input, ctx)
    case 'look':
      return yield* lookPlace(place, input, ctx)
    case 'compare':
      return yield* comparePlace(place, input, ctx)
    case 'row':
      return input.kind === 'picked' && input.id === 'nudge'
        ? yield* nudgePlace({ at: 'nudge', unit: place.unit, row: place.row }, { kind: 'enter' }, ctx)
        : yield* rowPlace(place, input, ctx)
    case 'nudge':
      return input.kind === 'picked' && (input.id === 'row' || input.id === 'back')
        ? yield* rowPlace({ ...place, at: 'row', page: 0 }, { kind: 'enter' }, ctx)
        : yield* nudgePlace(place, input, ctx)
    case 'loops':
      return yield* loopsPlace(place, input, ctx)
    case 'papers':
      return input.kind === 'picked' && input.id === 'official'
        ? yield* officialPlace({ at: 'official', unit: place.unit }, { kind: 'enter' }, ctx)
        : yield* papersPlace(place, input, ctx)
    case 'official':
      return input.kind === 'picked' && input.id === 'list'
        ? yield* papersPlace({ at: 'papers', unit: place.unit }, { kind: 'enter' }, ctx)
        : yield* officialPlace(place, input, ctx)
    case 'digest':
      return yield* digestPlace(place, input, ctx)
    case 'digests':
      return yield* digestsPlace(place, input, ctx)
    case 'digestSettings':
      return yield* digestSettingsPlace(place, input, ctx)
    case 'deputy':
      return yield* deputyPlace(place, input, ctx)
    case 'announce':
      return yield* announcePlace(place, input, ctx)
    case 'announcements':
      return yield* announcementsPlace(place, input, ctx)
    case 'lagging':
      return yield* laggingPlace(place, input, ctx)
    case 'questions':
      return yield* questionsPlace(place, input, ctx)
    case 'why':
      return input.kind === 'picked' && input.id === 'nudge'
        ? yield* nudgeUnitPlace({ ...place, at: 'nudgeUnit' }, { kind: 'enter' }, ctx)
        : yield* whyPlace(place, ctx)
    case 'nudgeUnit':
      return input.kind === 'picked' && (input.id === 'why' || input.id === 'back')
        ? yield* whyPlace({ ...place, at: 'why' }, ctx)
        : yield* nudgeUnitPlace(place, input, ctx)
    case 'letterhead':
      return yield* letterheadPlace(place, input, ctx)
    case 'admin':
      if (input.kind === 'picked' && input.id === 'letterhead')
        return yield* letterheadPlace({ at: 'letterhead' }, { kind: 'enter' }, ctx)
      return yield* adminPlace(place, input, ctx)
    case 'newPhone':
      return input.kind === 'picked' && input.id === 'revoke'
        ? yield* revokePlace({ at: 'revoke', page: 0 }, { kind: 'enter' }, ctx)
        : yield* newPhonePlace(place, input, ctx)
    case 'handOver':
      return input.kind === 'picked' && input.id === 'invite'
        ? yield* invitePlace({ at: 'invite' }, { kind: 'enter' }, ctx)
        : yield* handOverPlace(place, input, ctx)
    case 'acceptAfter':
      return yield* acceptPlace(place, input, ctx)
    case 'invite':
      return yield* invitePlace(place, input, ctx)
    case 'revoke':
      return input.kind === 'picked' && input.id === 'phone' && place.person !== undefined
        ? yield* newPhonePlace({ at: 'newPhone', person: place.person }, { kind: 'enter' }, ctx)
        : yield* revokePlace(place, input, ctx)
    case 'dangerCheck':
      return yield* dangerCheckPlace(place, input, (back, text) => heardThere(back, text, ctx))
  }
}

/** Words of danger that were none: the answer or the report that they were, and outside of both nothing more to understand. */
function* heardThere(place: Place, text: string, ctx: Ctx): Flow {
  if (place.at !== 'home') return yield* advancePlace(place, { kind: 'said', text }, ctx)
  return (yield* hearLine(text, ctx)) ?? (yield* advancePlace(place, { kind: 'enter' }, ctx))
}
