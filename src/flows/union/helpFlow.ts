import { ask, type Choice, choice, type Line, type Say, say, t } from '../say.ts'
import { type Ctx, hasRole, type UnionDecision } from './context.ts'
import type { Place } from './place.ts'

/** Help about what she is doing, which stays on the screen; undefined where she is only looking around. */
export function helpHere(place: Place, offered: readonly string[]): Say | undefined {
  if (place.at === 'form') {
    return say(t('help.form'), ...(offered.includes('skip') ? [t('help.skip')] : []), t('help.calls'))
  }
  if (place.at === 'summary' || place.at === 'editing') return say(t('help.summary'), t('help.calls'))
  return place.at === 'report' && offered.includes('amend') ? say(t('help.report'), t('help.calls')) : undefined
}

/** Help by role; "continue" shows the same place again. */
export function openedHelp(place: Place, ctx: Ctx): UnionDecision {
  const lines: readonly Line[] = [
    ...(ctx.who === undefined ? [t('help.visitor')] : []),
    ...(hasRole(ctx.who, 'officer') ? [t('help.officer')] : []),
    ...(hasRole(ctx.who, 'leader') ? [t('help.leader')] : []),
    ...(hasRole(ctx.who, 'officer') || hasRole(ctx.who, 'leader') ? [t('help.plan')] : []),
    ...(hasRole(ctx.who, 'admin') ? [t('help.admin')] : []),
    t('help.everywhere'),
  ]
  return {
    place,
    says: [ask(lines, [choice('go', t('help.goOn'), 'go'), choice('home', t('menu.home')), ...otherLanguage(ctx)])],
    effects: [],
  }
}

/** Named in itself, for whoever cannot read the one that is spoken. */
function otherLanguage({ who, locale }: Ctx): readonly Choice[] {
  if (who === undefined) return []
  const other = locale === 'vi' ? 'en' : 'vi'
  return [{ act: { kind: 'speakIn', payload: { locale: other }, minutes: 60 }, label: t(`language.${other}`) }]
}
