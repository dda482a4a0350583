import { reportId, unitId } from '../../domain/ids.ts'
import { STANDINGS } from '../../domain/tally/standing.ts'
import type { UnitVersion } from '../../domain/unit/unit.ts'
import { findUnits } from '../../domain/unit/search.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import type { Ctx } from '../union/context.ts'
import type { Place } from '../union/place.ts'
import { relationTo } from '../union/rights.ts'
import { dayOf, lookingAt, viewOf, viewSaid } from './view.ts'

type At<A extends Place['at']> = Extract<Place, { readonly at: A }>
type Looking = At<'progress' | 'row' | 'below' | 'look' | 'compare' | 'lagging' | 'why' | 'questions'>

const LOOKING: ReadonlySet<Place['at']> = new Set([
  'progress',
  'row',
  'below',
  'look',
  'compare',
  'lagging',
  'why',
  'questions',
])
const isLooking = (place: Place): place is Looking => LOOKING.has(place.at)

/** Where a tap, or words that name a row, a unit or a day, lead from one screen of a leader to another; undefined: nowhere. */
export function wayOf(place: Place, input: Input, ctx: Ctx): Place | undefined {
  if (!isLooking(place)) return undefined
  if (input.kind === 'said') return place.at === 'look' ? undefined : placeSaid(place, input.text, ctx)
  return input.kind === 'picked' ? placePicked(place, input.id) : undefined
}

function placePicked(place: Looking, id: string): Place | undefined {
  const said = id.slice(2)
  if (id.startsWith('u:')) return unitPicked(place, said)
  if (id.startsWith('i:')) return { at: 'row', ...viewOf(place), row: said, page: 0 }
  if (id.startsWith('r:')) return { at: 'report', report: reportId(said), back: place }
  if (id.startsWith('s:') && place.at === 'row') {
    const state = STANDINGS.find((one) => one === said)
    return { at: 'row', ...viewOf(place), row: place.row, page: 0, ...(state === undefined ? {} : { state }) }
  }
  switch (id) {
    case 'below':
      return { at: 'below', ...viewOf(place), page: 0, ...(place.at === 'row' ? { row: place.row } : {}) }
    case 'look':
      return { at: 'look', ...viewOf(place) }
    case 'compare':
      return { at: 'compare', ...viewOf(place), page: 0 }
    case 'lagging':
      return { at: 'lagging', unit: place.unit, page: 0 }
    case 'questions':
      return { at: 'questions', unit: place.unit, page: 0 }
    case 'why':
      return { at: 'why', unit: place.unit }
    case 'reports':
      return { at: 'reports', unit: place.unit, page: 0, back: place }
    case 'rows':
      return place.at === 'below' && place.row !== undefined
        ? { at: 'row', ...viewOf(place), row: place.row, page: 0 }
        : { at: 'progress', ...viewOf(place), page: 0 }
    case 'list':
      return place.at === 'why' ? place.back : undefined
    default:
      return undefined
  }
}

/** A unit is opened as she was looking at the others: at the same row, as of the same day. */
function unitPicked(place: Looking, said: string): Place {
  const unit = unitId(said)
  switch (place.at) {
    case 'lagging':
    case 'questions':
      return { at: 'why', unit, back: place }
    case 'below':
      return place.row === undefined
        ? { at: 'progress', ...lookingAt(place, unit), page: 0 }
        : { at: 'row', ...lookingAt(place, unit), row: place.row, page: 0 }
    case 'row':
      return { at: 'row', ...lookingAt(place, unit), row: place.row, page: 0 }
    case 'progress':
    case 'look':
    case 'compare':
    case 'why':
      return { at: 'progress', ...lookingAt(place, unit), page: 0 }
  }
}

/** "I.3a", "Phú An", "quý 2", "30/6". */
function placeSaid(place: Looking, text: string, ctx: Ctx): Place | undefined {
  const looked = viewOf(place)
  const plan = ctx.plans.latestOn(dayOf(looked, ctx))
  const row = plan?.indicators.find((one) => canonical(one.id) === canonical(text))
  if (row !== undefined) return { at: 'row', ...looked, row: row.id, page: 0 }
  const [only, second] = unitsSaid(text, ctx)
  if (only !== undefined) return second === undefined ? unitPicked(place, only.unit) : undefined
  const view = viewSaid(looked, text, ctx)
  return view === undefined ? undefined : { at: 'progress', ...view, page: 0 }
}

/** Units that she may see and may have meant; several where a name is not unique. */
export const unitsSaid = (text: string, ctx: Ctx): readonly UnitVersion[] =>
  findUnits(ctx.tree, text, ctx.today).filter((one) => relationTo(one.unit, ctx) !== 'other')
