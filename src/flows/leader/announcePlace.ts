import { personalDetails } from '../../domain/case/personalDetails.ts'
import { namesVictim } from '../../domain/case/personNames.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, t, words } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { type Asking, type GrantLine, peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { denied } from './denied.ts'

type AnnouncePlace = Extract<Place, { at: 'announce' }>

const LONGEST = 1500

/** Written once; every officer of her unit and of those below gets it. It is read back before it goes. */
export function* announcePlace(place: AnnouncePlace, input: Input, ctx: Ctx): Flow {
  const [unit] = unitsOf(ctx.who, 'leader')
  if (unit === undefined) return denied()
  if (input.kind === 'said') return yield* readBack(input.text.trim(), ctx)
  if (place.text === undefined || (input.kind === 'picked' && input.id === 'again')) return askText()
  if (input.kind !== 'picked' || input.id !== 'send') return yield* readBack(place.text, ctx)
  const officers = yield* officersBelow(ctx)
  const id = ctx.newId()
  return {
    place: { at: 'announcements', page: 0 },
    says: [
      ask(
        [t('announce.sent', { n: officers.length })],
        [choice('announcements', t('announce.list')), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      {
        do: 'announce',
        id,
        unit,
        text: place.text,
        to: officers.map((one) => ({ person: one.person, unit: one.unit })),
      },
    ],
  }
}

const askText = (before?: Line): UnionDecision => ({
  place: { at: 'announce' },
  says: [
    ask([...(before === undefined ? [] : [before]), t('announce.write')], [choice('announcements', t('page.back'))]),
  ],
  effects: [],
  typed: 'value',
})

function* readBack(text: string, ctx: Ctx): Flow {
  if (text === '') return askText()
  if (text.length > LONGEST) return askText(t('announce.tooLong', { n: LONGEST }))
  const officers = yield* officersBelow(ctx)
  const [unit] = unitsOf(ctx.who, 'leader')
  if (officers.length === 0 || unit === undefined) return askText(t('announce.nobody'))
  const units = new Set(officers.map((one) => one.unit)).size
  return {
    place: { at: 'announce', text },
    says: [
      ask(
        [
          t('announce.check', { unit: unitName(ctx.tree, unit), n: officers.length, units }),
          words(text),
          ...(personalDetails(text).length > 0 || namesVictim(text) ? [t('announce.personal')] : []),
        ],
        [
          choice('send', t('announce.send'), 'go'),
          choice('again', t('announce.again')),
          choice('announcements', t('page.back')),
        ],
      ),
    ],
    effects: [],
  }
}

/** Each officer once, herself not. */
function* officersBelow(ctx: Ctx): Asking<readonly GrantLine[]> {
  const [unit] = unitsOf(ctx.who, 'leader')
  if (unit === undefined) return []
  const people = yield* peopleOf(ctx.tree.subtreeOn(unit, ctx.today).map((one) => one.unit))
  const officers = new Map<string, GrantLine>()
  for (const one of people) {
    if (one.role === 'officer' && one.person !== ctx.who?.id && !officers.has(one.person)) officers.set(one.person, one)
  }
  return [...officers.values()]
}
