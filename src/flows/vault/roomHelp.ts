import { isHelp, isHelpCalm } from '../helpWords.ts'
import { type Line, type Say, say, t } from '../say.ts'
import type { Ctx } from './context.ts'
import type { Place } from './place.ts'

/** Where a woman chooses; elsewhere her words are for somebody, or may be the word that opens a door. */
const CHOOSES: ReadonlySet<Place['at']> = new Set(['door', 'which', 'terms', 'topic', 'look', 'more'])
/** Where a member writes to somebody; at the case itself help is not what she would send. */
const WRITES: ReadonlySet<Place['at']> = new Set(['sending', 'correct'])

/** Help in the private room, by role and place: neutral to a woman, the same whatever is behind the door; undefined: not asked for. */
export function roomHelp(text: string, place: Place, ctx: Ctx): Say | undefined {
  if (ctx.member === undefined) {
    const tries = 'tried' in place || 'claimed' in place
    return isHelpCalm(text) && CHOOSES.has(place.at) && !tries ? say(t('help.room')) : undefined
  }
  const isNote = place.at === 'caseMenu' && place.doing === 'note'
  return isHelp(text) && !isNote && !WRITES.has(place.at) ? say(...memberLines(place, ctx)) : undefined
}

function memberLines(place: Place, { member }: Ctx): readonly Line[] {
  if (place.at === 'atCase') return [t('help.atCase')]
  const isHead = member?.role === 'clubHead'
  return [t('help.desk'), ...(isHead ? [t('help.clubHead')] : []), t('help.calls')]
}
