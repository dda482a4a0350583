import { readNumber } from '../../domain/words/numbers.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import { type Ctx, type Flow, type UnionDecision, unitsOf } from '../union/context.ts'
import { acceptAfter } from '../union/needs.ts'
import type { Place } from '../union/place.ts'

type AcceptPlace = Extract<Place, { at: 'acceptAfter' }>

const MOST = 60

/** After how many working days a report that nobody looked at is accepted: each province sets its own; 0 is never. */
export function* acceptPlace(place: AcceptPlace, input: Input, ctx: Ctx): Flow {
  const root = unitsOf(ctx.who, 'admin').find((unit) => ctx.tree.versionOn(unit, ctx.today)?.parent === undefined)
  if (root === undefined) return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  const days = yield* acceptAfter(root)
  const question = [t('accept.now', { unit: unitName(ctx.tree, root), n: days }), t('accept.ask', { most: MOST })]
  if (input.kind !== 'said') return asked(place, question)
  const said = readNumber(input.text)
  const wanted = said.kind === 'unreadable' ? Number.NaN : said.value
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > MOST) {
    return asked(place, [t('accept.notThat', { most: MOST }), ...question])
  }
  return {
    place: { at: 'admin' },
    says: [
      ask(
        [wanted === 0 ? t('accept.never') : t('accept.set', { n: wanted })],
        [choice('admin', t('page.back'), 'go'), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      { do: 'setAcceptAfter', root, days: wanted },
      { do: 'audit', act: 'acceptAfter', subject: `${root}:${wanted}` },
    ],
  }
}

const asked = (place: AcceptPlace, lines: readonly Line[]): UnionDecision => ({
  place,
  says: [ask(lines, [choice('admin', t('page.back'))])],
  effects: [],
  typed: 'value',
})
