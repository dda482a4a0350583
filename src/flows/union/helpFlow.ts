import { ask, type Choice, choice, type Line, t } from '../say.ts'
import { type Ctx, hasRole, type UnionDecision } from './context.ts'
import type { Place } from './place.ts'

/** Help by role and by where she stands; "continue" shows the same question again. */
export function openedHelp(place: Place, ctx: Ctx): UnionDecision {
  const lines: readonly Line[] = [
    ...(place.at === 'form' || place.at === 'summary' ? [t('help.form')] : []),
    ...(ctx.who === undefined ? [t('help.visitor')] : []),
    ...(hasRole(ctx.who, 'officer') ? [t('help.officer')] : []),
    ...(hasRole(ctx.who, 'leader') ? [t('help.leader')] : []),
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
