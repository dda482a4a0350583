import type { SafeHours } from '../../domain/case/contact.ts'
import type { CaseId } from '../../domain/ids.ts'
import { ratingQuarter, SCORES } from '../../domain/case/rating.ts'
import { canonical } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import { ask, type Choice, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type CaseLine, theCase, withoutSecrets } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { caseChoices } from './caseChoices.ts'
import { askCodeWord } from './codeWordPlace.ts'
import { showCopy } from './copy.ts'
import { hoursLine } from './hoursLine.ts'
import { moveToOwnPage, ownPageChoice } from './ownPage.ts'
import { dangerHeard } from './dangerPlace.ts'
import { howToCheck } from './help.ts'
import { askWithdraw, withdraw } from './withdrawal.ts'
import { requestPlace } from './requestPlace.ts'
import { isSaidToSomebody } from './sentence.ts'

type MorePlace = Extract<Place, { at: 'more' }>
type Doing = NonNullable<MorePlace['doing']>

/** What any of them shows when it is done or left. */
type Back = (id: CaseId) => Flow

/** Besides writing: hours, words of her own, what we hold of her, what she may ask of us. */
export function* morePlace(place: MorePlace, input: Input, ctx: Ctx, back: Back): Flow {
  if (input.kind === 'picked' && input.id === 'back') return yield* back(place.id)
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined) return yield* back(place.id)
  const { doing } = place
  if (doing === undefined)
    return input.kind === 'picked' ? yield* chosen(found, input.id, ctx, back) : showMore(found, ctx)
  switch (doing) {
    case 'hours':
      return input.kind === 'picked' ? yield* setHours(found, input.id, ctx, back) : askHours(found)
    case 'exitWord':
      return input.kind === 'said' ? yield* setExitWord(found, input.text, back) : askExitWord(found)
    case 'other':
      return yield* requestPlace(found, { place, input }, ctx, back)
    case 'flags':
      return input.kind === 'picked' ? yield* flagged(found, input.id, ctx, back) : showFlags(found)
    case 'withdraw':
      return input.kind === 'picked' && input.id === 'yes' ? yield* withdraw(found, ctx, back) : askWithdraw(found.id)
    case 'rate':
      return input.kind === 'picked' ? yield* rated(found, input.id, ctx, back) : askRating(found)
  }
}

/** Where a button of her case leads on to; undefined for any other. */
export function ledOn(id: CaseId, picked: string): MorePlace | undefined {
  if (picked === 'more') return at(id)
  return picked === 'flags' || picked === 'rate' || picked === 'withdraw' ? at(id, picked) : undefined
}

const at = (id: CaseId, doing?: Doing): MorePlace =>
  doing === undefined ? { at: 'more', id } : { at: 'more', id, doing }

const card = (place: MorePlace, lines: readonly Line[], choices: readonly Choice[]): VaultDecision => ({
  place,
  says: [ask(lines, [...choices, choice('back', t('page.back'))])],
  effects: [],
  ...(takesWords(place) ? { typed: 'value' as const } : {}),
})

/** Is what she types there the answer itself? */
export const takesWords = ({ doing }: MorePlace): boolean => doing === 'exitWord' || doing === 'other'

const showMore = (found: CaseLine, ctx: Ctx): VaultDecision =>
  card(
    at(found.id),
    [t('more.ask')],
    [
      ...(found.state === 'closed'
        ? []
        : [
            ...(ctx.isPage === true ? [] : [choice('hours', t('more.hours'))]),
            choice('codeWord', t(found.hasCodeWord ? 'more.newCodeWord' : 'case.setCodeWord')),
            choice('exitWord', t('more.exitWord')),
          ]),
      choice('copy', t('more.copy')),
      choice('other', t('more.other')),
      choice('real', t('real.ask')),
      ...ownPageChoice(ctx),
    ],
  )

function* chosen(found: CaseLine, picked: string, ctx: Ctx, back: Back): Flow {
  switch (picked) {
    case 'codeWord':
      return askCodeWord(found.id)
    case 'copy': {
      const shown = yield* back(found.id)
      const copied = yield* showCopy(found.id, ctx)
      return { ...shown, says: [...copied.says, ...shown.says], effects: [...copied.effects, ...shown.effects] }
    }
    case 'real': {
      const shown = showMore(found, ctx)
      return { ...shown, says: [howToCheck(), ...shown.says] }
    }
    case 'hours':
    case 'exitWord':
    case 'other':
      return yield* morePlace(at(found.id, picked), { kind: 'enter' }, ctx, back)
    case 'ownPage':
      return moveToOwnPage({ case: found.id }, ctx) ?? showMore(found, ctx)
    default:
      return showMore(found, ctx)
  }
}

const WINDOWS: Readonly<Record<string, SafeHours>> = {
  morning: { fromHour: 8, toHour: 11 },
  noon: { fromHour: 11, toHour: 14 },
  afternoon: { fromHour: 14, toHour: 17 },
  evening: { fromHour: 19, toHour: 21 },
}

const askHours = (found: CaseLine): VaultDecision =>
  card(
    at(found.id, 'hours'),
    [t('hours.ask'), t('hours.what')],
    [
      choice('never', t('hours.never'), 'go'),
      choice('morning', t('hours.morning')),
      choice('noon', t('hours.noon')),
      choice('afternoon', t('hours.afternoon')),
      choice('evening', t('hours.evening')),
    ],
  )

/** The default is that nothing is ever said first. */
function* setHours(found: CaseLine, picked: string, ctx: Ctx, back: Back): Flow {
  const hours = WINDOWS[picked]
  const shown = yield* back(found.id)
  return {
    ...shown,
    says: [say(hoursLine(hours, ctx)), ...shown.says],
    effects: [
      hours === undefined ? { do: 'setHours', case: found.id } : { do: 'setHours', case: found.id, hours },
      ...shown.effects,
    ],
  }
}

const askExitWord = (found: CaseLine): VaultDecision => card(at(found.id, 'exitWord'), [t('exitWord.ask')], [])

function* setExitWord(found: CaseLine, text: string, back: Back): Flow {
  const letters = canonical(text).length
  if (letters < 2 || letters > 40) {
    const again = askExitWord(found)
    return { ...again, says: [say(t('exitWord.length')), ...again.says] }
  }
  if ((yield* withoutSecrets(found.id, text)).isSecret) {
    const again = askExitWord(found)
    return { ...again, says: [say(t('exitWord.isYours')), ...again.says] }
  }
  if (isSaidToSomebody(text)) {
    const lines = [t('exitWord.isSentence', { text: words(text) })]
    return card({ ...at(found.id, 'exitWord'), unsent: text }, lines, [choice('sendWords', t('unsent.send'), 'go')])
  }
  const shown = yield* back(found.id)
  return {
    ...shown,
    says: [say(t('exitWord.set')), ...shown.says],
    effects: [{ do: 'setExitWord', word: text }, ...shown.effects],
  }
}

const FLAGS = ['here', 'weapon', 'choked', 'children', 'afraid'] as const

const showFlags = (found: CaseLine): VaultDecision =>
  card(
    at(found.id, 'flags'),
    [t('flags.ask')],
    FLAGS.map((one) => choice(`f:${one}`, t(`flags.${one}`), 'danger')),
  )

/** Any one of them, or her own fear, is enough to call somebody; none of them ever lowers anything. */
function* flagged(found: CaseLine, picked: string, ctx: Ctx, back: Back): Flow {
  const flag = FLAGS.find((one) => picked === `f:${one}`)
  if (flag === undefined) return yield* back(found.id)
  const text = ctx.speak(t('flags.tapped', { flag: t(`flags.${flag}`) }))
  return yield* dangerHeard(text, { at: 'case', id: found.id }, ctx, found.child)
}

const askRating = (found: CaseLine): VaultDecision =>
  card(
    at(found.id, 'rate'),
    [t('rate.ask'), t('rate.howKept')],
    SCORES.map((one) => choice(`s:${one}`, t(`rate.${one}`))),
  )

function* rated(found: CaseLine, picked: string, ctx: Ctx, back: Back): Flow {
  const score = SCORES.find((one) => picked === `s:${one}`)
  if (score === undefined || found.rated) return yield* back(found.id)
  return {
    place: { at: 'case', id: found.id },
    says: [ask([t('rate.thanks')], caseChoices({ ...found, rated: true }))],
    effects: [{ do: 'rate', case: found.id, score, quarter: ratingQuarter(ctx.today) }],
  }
}
