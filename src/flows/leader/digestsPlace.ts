import { dateOf, formatDate } from '../../domain/calendar.ts'
import { nextSlot } from '../../domain/digest/time.ts'
import type { UnitId } from '../../domain/ids.ts'
import { readNumber } from '../../domain/words/numbers.ts'
import { unitName } from '../form/showValue.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, t } from '../say.ts'
import type { Ctx, Flow, UnionDecision } from '../union/context.ts'
import { myDigests, myDigestWish, theDigest } from '../union/needs.ts'
import type { Place } from '../union/place.ts'
import { mayDo } from '../union/rights.ts'
import { denied } from './denied.ts'
import { actingChoices } from './digestChoices.ts'
import { digestLines } from './digestLines.ts'
import { timeWords } from './digestSettings.ts'
import { pageOf, pages } from './pages.ts'

type DigestPlace = Extract<Place, { at: 'digest' }>
type DigestsPlace = Extract<Place, { at: 'digests' }>

const PAGE = 8

/** A frozen digest again, by its number or the newest, and the way to the others. */
export function* digestPlace(place: DigestPlace, input: Input, ctx: Ctx): Flow {
  if (!mayDo(ctx, 'digest.read', place.unit)) return denied()
  if (input.kind === 'picked' && input.id === 'list') return yield* openArchive(place.unit, ctx)
  const asked = numberAsked(place, input)
  const { digest, count } = yield* theDigest(place.unit, asked)
  if (digest === undefined) {
    return count === 0 ? yield* noneYet(place.unit, ctx) : yield* openArchive(place.unit, ctx, asked)
  }
  const { number } = digest
  return {
    place: { at: 'digest', unit: place.unit, number },
    says: [
      ask(
        [t('digest.frozen'), ...digestLines(digest)],
        [
          ...(number > 1 ? [choice('earlier', t('digest.earlier', { n: number - 1 }))] : []),
          ...(number < count ? [choice('later', t('digest.later', { n: number + 1 }))] : []),
          ...(count > 1 ? [choice('list', t('digest.archive'))] : []),
          choice('progress', t('digest.open'), 'go'),
          ...(number < count ? [] : actingChoices(digest)),
          choice('papers', t('menu.papers')),
          choice('digestSettings', t('digest.settings')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

function numberAsked({ number }: DigestPlace, input: Input): number | undefined {
  if (input.kind === 'picked' && number !== undefined) {
    if (input.id === 'earlier') return number - 1
    if (input.id === 'later') return number + 1
  }
  return input.kind === 'said' ? (numberIn(input.text) ?? number) : number
}

const numberIn = (text: string): number | undefined => {
  const reading = readNumber(text)
  return reading.kind === 'unreadable' ? undefined : reading.value
}

function* noneYet(unit: UnitId, ctx: Ctx): Flow {
  const { time } = yield* myDigestWish()
  const next = nextSlot(time, ctx.now)
  return {
    place: { at: 'digest', unit },
    says: [
      ask(
        [t('digest.none', { when: timeWords(time), date: formatDate(dateOf(next)) })],
        [
          choice('progress', t('menu.progress'), 'go'),
          choice('digestSettings', t('digest.settings')),
          choice('home', t('menu.home')),
        ],
      ),
    ],
    effects: [],
  }
}

const openArchive = (unit: UnitId, ctx: Ctx, missing?: number): Flow =>
  digestsPlace({ at: 'digests', unit, page: 0 }, { kind: 'enter' }, ctx, missing)

/** The archive: «số 3» is the third of all, a number alone the one that stands there in the list. */
export function* digestsPlace(place: DigestsPlace, input: Input, ctx: Ctx, missing?: number): Flow {
  if (!mayDo(ctx, 'digest.read', place.unit)) return denied()
  const named = input.kind === 'picked' && input.id.startsWith('n:') ? Number(input.id.slice(2)) : undefined
  const number = named ?? (input.kind === 'said' ? numberIn(input.text) : undefined)
  if (number !== undefined) {
    return yield* digestPlace({ at: 'digest', unit: place.unit, number }, { kind: 'enter' }, ctx)
  }
  const all = yield* myDigests(place.unit)
  const page = pageOf(place.page, input, all.length, PAGE)
  const shown = all.slice(page * PAGE, page * PAGE + PAGE)
  const head: readonly Line[] = [
    ...(missing === undefined ? [] : [t('digest.noSuch', { n: missing })]),
    t('digest.archiveHead', { unit: unitName(ctx.tree, place.unit), n: all.length }),
  ]
  return archive({ at: 'digests', unit: place.unit, page }, head, [
    ...shown.map((one) =>
      choice(`n:${one.number}`, t('digest.archiveLine', { n: one.number, date: formatDate(one.week) })),
    ),
    ...pages(page, all.length, PAGE),
    choice('digest', t('digest.newest')),
    choice('home', t('menu.home')),
  ])
}

const archive = (place: Place, lines: readonly Line[], choices: readonly Choice[]): UnionDecision => ({
  place,
  says: [ask(lines, choices)],
  effects: [],
  typed: 'listed',
})
