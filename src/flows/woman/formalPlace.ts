import { raised } from '../../domain/case/case.ts'
import { RECEIVERS, type Receiver } from '../../domain/case/handover.ts'
import { caseId } from '../../domain/ids.ts'
import { inviteCode } from '../../domain/inviteCode.ts'
import { promiseFor } from '../../domain/case/promise.ts'
import { triage } from '../../domain/triage.ts'
import { isOnlyHeard, readYesNo } from '../../domain/words/yesNo.ts'
import type { Input } from '../heard.ts'
import { approvedLine } from '../legal/sheetCard.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { newAlias, onDuty } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { FORMAL_CONSENT } from './consent.ts'
import { formalSheets } from './formalSheets.ts'
import { promiseLine } from './promiseLine.ts'
import { showWhich } from './whichPlace.ts'

type FormalPlace = Extract<Place, { at: 'formal' }>

/** A formal report of violence: who will be told and by which article, her choice, her words, her yes to exactly these words. */
export function* formalPlace(place: FormalPlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'drop') return yield* showWhich(place.words)
  const { receiver } = place
  if (receiver !== undefined && place.change !== undefined) return changing(place, receiver, input, ctx)
  if (receiver === undefined) return yield* chosen(place, input, ctx)
  if (place.where === undefined) {
    return input.kind === 'said' ? next({ ...place, where: input.text }, ctx) : askWhere(place)
  }
  if (place.words === undefined || place.more === true) {
    if (input.kind === 'picked' && input.id === 'asIs') return next({ ...place, more: false }, ctx)
    if (input.kind !== 'said') return askWhat(place)
    const told = [place.words, input.text].filter((one) => one !== undefined).join('\n')
    return next({ ...place, words: told, more: false }, ctx)
  }
  if (place.contact === undefined) {
    if (input.kind === 'picked' && input.id === 'none') return next({ ...place, contact: '' }, ctx)
    return input.kind === 'said' ? next({ ...place, contact: contactIn(input.text) }, ctx) : askContact(place)
  }
  if (input.kind === 'picked' && input.id === 'agree') return yield* written(place, receiver, ctx)
  if (input.kind === 'picked' && input.id === 'again') return askPart(place)
  if (input.kind !== 'said') return showCheck(place, receiver, ctx)
  if (isOnlyHeard(input.text)) {
    const again = showCheck(place, receiver, ctx)
    return { ...again, says: [say(t('case.plainly')), ...again.says] }
  }
  const yes = readYesNo(input.text)
  if (yes === true) return yield* written(place, receiver, ctx)
  return yes === false ? yield* showWhich(place.words) : withMore(place, receiver, input.text, ctx)
}

const contactIn = (said: string): string => (readYesNo(said) === false ? '' : said)

/** What she writes beside a question of its own belongs to her report; she reads all of it again before she agrees. */
function withMore(place: FormalPlace, receiver: Receiver, said: string, ctx: Ctx): VaultDecision {
  const told = [place.words, said].filter((one) => one !== undefined).join('\n')
  const shown = showCheck({ ...place, words: told }, receiver, ctx)
  return { ...shown, says: [say(t('formal.added')), ...shown.says] }
}

const PARTS = ['receiver', 'where', 'words', 'contact'] as const

/** One part is asked again, the others stay as they are. */
function changing({ change, ...rest }: FormalPlace, receiver: Receiver, input: Input, ctx: Ctx): VaultDecision {
  const place: FormalPlace = rest
  if (input.kind === 'picked') {
    const to = RECEIVERS.find((one) => input.id === `r:${one}`)
    if (change === 'receiver' && to !== undefined) return showCheck({ ...place, receiver: to }, to, ctx)
    if (change === 'contact' && input.id === 'none') return showCheck({ ...place, contact: '' }, receiver, ctx)
    const part = change === 'which' ? PARTS.find((one) => input.id === `p:${one}`) : undefined
    return part === undefined ? showCheck(place, receiver, ctx) : askAgain({ ...place, change: part }, part)
  }
  if (change === undefined) return showCheck(place, receiver, ctx)
  if (input.kind !== 'said') return change === 'which' ? askPart(place) : askAgain({ ...place, change }, change)
  switch (change) {
    case 'where':
      return showCheck({ ...place, where: input.text }, receiver, ctx)
    case 'words':
      return showCheck({ ...place, words: input.text }, receiver, ctx)
    case 'contact':
      return showCheck({ ...place, contact: contactIn(input.text) }, receiver, ctx)
    case 'which':
    case 'receiver':
      return withMore(place, receiver, input.text, ctx)
  }
}

const keep = () => choice('keep', t('formal.keep'))

const askPart = (place: FormalPlace): VaultDecision => ({
  place: { ...place, change: 'which' },
  says: [ask([t('formal.whichPart')], [...PARTS.map((one) => choice(`p:${one}`, t(`formal.part.${one}`))), keep()])],
  effects: [],
})

function askAgain(place: FormalPlace, part: (typeof PARTS)[number]): VaultDecision {
  switch (part) {
    case 'receiver':
      return question(
        place,
        [t('formal.whom')],
        [...RECEIVERS.map((one) => choice(`r:${one}`, t(`formal.${one}`))), keep()],
      )
    case 'where':
      return question(place, [t('formal.where')], [keep()])
    case 'words':
      return question(place, [t('formal.whatAgain')], [keep()])
    case 'contact':
      return question(place, [t('formal.contact')], [choice('none', t('formal.noContact'), 'go'), keep()])
  }
}

/** What she reads before she chooses. Without approved sheets nothing is said of the law, and the door is closed. */
export function* showFormal(told: string | undefined, ctx: Ctx): Flow {
  const sheets = yield* formalSheets()
  if (sheets === undefined) return yield* showWhich(told)
  const [receives, does] = sheets
  return {
    place: told === undefined ? { at: 'formal' } : { at: 'formal', words: told, more: true },
    says: [
      say(
        t('formal.head'),
        words(`\n${receives.answer}`),
        words(does.answer),
        t('sheet.basis', { basis: receives.basis }),
        approvedLine(receives),
      ),
      ask(
        [
          t('formal.how'),
          t('formal.noWayBack'),
          t(`terms.seen.${ctx.seenBy}`),
          t('danger.numbersShort'),
          t('formal.whom'),
        ],
        [...RECEIVERS.map((one) => choice(`r:${one}`, t(`formal.${one}`))), choice('drop', t('page.back'))],
      ),
    ],
    effects: [],
  }
}

function* chosen(place: FormalPlace, input: Input, ctx: Ctx): Flow {
  const receiver = input.kind === 'picked' ? RECEIVERS.find((one) => input.id === `r:${one}`) : undefined
  if (receiver !== undefined) return askWhere({ ...place, receiver })
  // What she writes already is kept for the question that asks for it.
  const told =
    input.kind === 'said' ? [place.words, input.text].filter((one) => one !== undefined).join('\n') : place.words
  return yield* showFormal(told, ctx)
}

/** The first question that has no answer yet. */
function next(place: FormalPlace, ctx: Ctx): VaultDecision {
  if (place.words === undefined || place.more === true) return askWhat(place)
  return place.contact === undefined || place.receiver === undefined
    ? askContact(place)
    : showCheck(place, place.receiver, ctx)
}

const question = (place: FormalPlace, lines: readonly Line[], choices: readonly ReturnType<typeof choice>[]) => ({
  place,
  says: [ask(lines, [...choices, choice('drop', t('formal.drop'))])],
  effects: [],
  typed: 'value' as const,
})

const askWhere = (place: FormalPlace): VaultDecision => question(place, [t('formal.where')], [])

const askWhat = (place: FormalPlace): VaultDecision =>
  question(
    place,
    [t(place.words === undefined ? 'formal.what' : 'formal.whatMore')],
    place.words === undefined ? [] : [choice('asIs', t('formal.asIs'), 'go')],
  )

const askContact = (place: FormalPlace): VaultDecision =>
  question(place, [t('formal.contact')], [choice('none', t('formal.noContact'), 'go')])

/** Exactly what will be handed over, below a neutral head. */
function showCheck(place: FormalPlace, receiver: Receiver, ctx: Ctx): VaultDecision {
  return {
    place,
    says: [
      ask(
        [t('formal.check'), words(`\n${textOf(place, receiver, ctx)}\n`), t('formal.agreeAsk')],
        [
          choice('agree', t('formal.agree'), 'go'),
          choice('again', t('formal.again')),
          choice('drop', t('formal.drop')),
        ],
      ),
    ],
    effects: [],
  }
}

const textOf = (place: FormalPlace, receiver: Receiver, ctx: Ctx): string =>
  [
    t('formal.text.to', { receiver: t(`formal.${receiver}`) }),
    t('formal.text.where', { where: words(place.where ?? '') }),
    t('formal.text.what', { what: words(place.words ?? '') }),
    place.contact === undefined || place.contact === ''
      ? t('formal.text.noContact')
      : t('formal.text.contact', { contact: words(place.contact) }),
  ]
    .map((line) => ctx.speak(line))
    .join('\n')

/** Written and waiting for a person who hands it over; the machine itself has told nobody, and says so. */
function* written(place: FormalPlace, receiver: Receiver, ctx: Ctx): Flow {
  const found = triage(place.words ?? '')
  const severity = raised('violence', found.danger)
  const id = caseId(ctx.newId())
  const alias = yield* newAlias(id)
  const receipt = inviteCode(ctx.newSecret())
  const promiseAt = promiseFor(severity, ctx.now, ctx.calendar)
  const text = textOf(place, receiver, ctx)
  const duty = yield* onDuty()
  // In danger the numbers and the pages of its alarm come around this card, from `withAlarm`.
  const urgent = severity === 'immediate'
  return {
    place: { at: 'case', id },
    says: [
      ask(
        [
          t('formal.written'),
          t('formal.notYet', { receiver: t(`formal.${receiver}`) }),
          t('formal.mayWithdraw'),
          ...(urgent ? [] : [promiseLine(promiseAt)]),
          ...(urgent || duty > 0 ? [] : [t('receipt.nobodyNow')]),
          t('receipt.code', { code: receipt }),
          ...(urgent ? [] : [t('danger.numbersShort')]),
          t('receipt.noPush'),
        ],
        [
          choice('codeWord', t('case.setCodeWord')),
          choice('withdraw', t('formal.withdraw')),
          choice('more', t('case.more')),
          choice('erase', t('case.erase')),
        ],
      ),
    ],
    effects: [
      {
        do: 'openCase',
        id,
        alias,
        severity,
        topic: 'family_violence',
        promiseAt,
        receipt: receipt.replace('-', ''),
        consent: FORMAL_CONSENT,
        door: 'formal',
        child: found.child,
      },
      { do: 'addWords', case: id, id: ctx.newId(), from: 'woman', text },
      { do: 'writeHandover', case: id, receiver, text, consent: FORMAL_CONSENT },
      { do: 'tellDuty', case: id, event: { kind: 'newCase', data: { case: id } }, key: `new:${id}` },
      { do: 'audit', act: 'open.formal', subject: alias },
    ],
    typed: 'value',
  }
}
