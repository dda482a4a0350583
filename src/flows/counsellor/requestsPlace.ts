import { REFUSAL_REASONS, REQUEST_ANSWERS } from '../../domain/case/request.ts'
import { maskDetails, personalDetails } from '../../domain/case/personalDetails.ts'
import type { Input } from '../heard.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, choice, type Line, say, t, words } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type Asking, type CaseLine, openRequests, type RequestLine, theCase } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { openAtCase } from './atCasePlace.ts'
import { readCommand } from './commands.ts'
import { isOwnCry } from './ownCry.ts'
import { ageLine, clock, showDesk } from './desk.ts'

type Requests = Extract<Place, { at: 'requests' }>

const PAGE = 8

/** What women ask to be done with their data: by kind, age and time; the words stay with whoever has the case. */
export function* requestsPlace(place: Requests, input: Input, ctx: Ctx): Flow {
  const all = yield* openRequests()
  if (input.kind === 'picked' && input.id.startsWith('q:')) return yield* open(all, input.id.slice(2), ctx)
  const one = all.find(({ id }) => id === place.request)
  if (place.request === undefined || (input.kind === 'picked' && input.id === 'list'))
    return listed(all, place, input, ctx)
  if (one === undefined) return gone(all, ctx)
  const { found } = yield* theCase(one.case, 'no')
  if (found === undefined) return gone(all, ctx)
  if (input.kind === 'picked' && input.id === 'open') return yield* openAtCase(one.case, ctx)
  if (place.text !== undefined) return yield* sendingAnswer({ ...place, text: place.text }, { one, found }, input, ctx)
  return place.answer === undefined
    ? chosen({ one, found }, input, ctx)
    : yield* answering(place, { one, found }, input, ctx)
}

/** A button of a notice, or a line of the list. */
export function* openRequest(id: string, ctx: Ctx): Flow {
  return yield* open(yield* openRequests(), id, ctx)
}

interface Opened {
  readonly one: RequestLine
  readonly found: CaseLine
}

function* open(all: readonly RequestLine[], id: string, ctx: Ctx): Flow {
  const one = all.find((request) => request.id === id)
  const { found } = one === undefined ? { found: undefined } : yield* theCase(one.case, 'no')
  return one === undefined || found === undefined ? gone(all, ctx) : card({ one, found }, ctx)
}

function listed(all: readonly RequestLine[], place: Requests, input: Input, ctx: Ctx): VaultDecision {
  const page = pageOf(place.page ?? 0, input, all.length, PAGE)
  return {
    place: { at: 'requests', page },
    says: [
      ask(
        [t(all.length === 0 ? 'requests.none' : 'requests.head', { n: all.length })],
        [
          ...all
            .slice(page * PAGE, (page + 1) * PAGE)
            .map((one) =>
              choice(`q:${one.id}`, t('requests.one', { alias: one.alias, kind: kindOf(one), ...timesOf(one, ctx) })),
            ),
          ...pages(page, all.length, PAGE),
          choice('desk', t('desk.open')),
        ],
      ),
    ],
    effects: [],
  }
}

/** Answered by another meanwhile, erased by her, or not this member's to answer: all look alike. */
const gone = (all: readonly RequestLine[], ctx: Ctx): VaultDecision => {
  const shown = listed(all, { at: 'requests' }, { kind: 'enter' }, ctx)
  return { ...shown, says: [say(t('requests.gone')), ...shown.says] }
}

const kindOf = ({ kind }: RequestLine): Line => t(`request.kind.${kind}`)

const timesOf = (one: RequestLine, ctx: Ctx) => ({
  age: ageLine(one.at, ctx.now),
  due: t(one.answeredAt === undefined ? 'requests.answerBy' : 'requests.doneBy', {
    at: clock(one.answeredAt === undefined ? one.answerBy : one.doneBy),
  }),
})

const card = ({ one, found }: Opened, ctx: Ctx): VaultDecision => ({
  place: { at: 'requests', request: one.id },
  says: [
    ask(
      [
        t('requests.one', { alias: one.alias, kind: kindOf(one), ...timesOf(one, ctx) }),
        ...(one.answeredAt === undefined
          ? [t('requests.carryOut', { at: clock(one.doneBy) })]
          : [t('requests.answered', { at: clock(one.answeredAt) })]),
        t(isHers(found, ctx) ? 'requests.wordsInCase' : 'requests.wordsNotYours'),
      ],
      [
        ...(isHers(found, ctx) ? [choice('open', t('notice.open'))] : []),
        choice('done', t('requests.done'), 'go'),
        ...(one.answeredAt === undefined ? [choice('later', t('requests.later'))] : []),
        choice('refused', t('requests.refuse')),
        choice('list', t('page.back')),
      ],
    ),
  ],
  effects: [{ do: 'audit', act: 'request.look', subject: one.alias }],
})

const isHers = (found: CaseLine, ctx: Ctx): boolean => found.takenBy === ctx.member?.id

function chosen(opened: Opened, input: Input, ctx: Ctx): VaultDecision {
  const answer = input.kind === 'picked' ? REQUEST_ANSWERS.find((one) => input.id === one) : undefined
  if (answer === undefined) return card(opened, ctx)
  if (answer === 'later' && opened.one.answeredAt !== undefined) return card(opened, ctx)
  const place: Requests = { at: 'requests', request: opened.one.id, answer }
  return answer === 'refused' ? askReason(place) : askAnswer(place, opened)
}

const askReason = (place: Requests): VaultDecision => ({
  place,
  says: [
    ask(
      [t('requests.why')],
      [...REFUSAL_REASONS.map((one) => choice(`r:${one}`, t(`request.reason.${one}`))), choice('back', t('page.back'))],
    ),
  ],
  effects: [],
})

/** Without words only where she cannot be written to any more, or has had an answer. */
const askAnswer = (place: Requests, { one, found }: Opened): VaultDecision => ({
  place,
  says: [
    ask(
      [t(place.answer === 'refused' ? 'requests.writeWhy' : 'requests.write', { alias: one.alias, kind: kindOf(one) })],
      [
        ...(maySkip(place, { one, found }) ? [choice('silent', t('requests.silent'))] : []),
        choice('back', t('page.back')),
      ],
    ),
  ],
  effects: [],
  typed: 'value',
})

const maySkip = ({ answer }: Requests, { one, found }: Opened): boolean =>
  found.erased === true || (answer === 'done' && one.answeredAt !== undefined)

function* answering(place: Requests, opened: Opened, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'back') return card(opened, ctx)
  if (place.answer === 'refused' && place.reason === undefined) {
    const reason = input.kind === 'picked' ? REFUSAL_REASONS.find((one) => input.id === `r:${one}`) : undefined
    return reason === undefined ? askReason(place) : askAnswer({ ...place, reason }, opened)
  }
  if (input.kind === 'picked' && input.id === 'silent' && maySkip(place, opened))
    return yield* given(place, opened, undefined, ctx)
  if (input.kind !== 'said') return askAnswer(place, opened)
  const isHersOwn = isOwnCry(input.text, ctx)
  if (isHersOwn || (input.nearly ?? readCommand(input.text, ctx)) !== undefined) {
    const again = askAnswer(place, opened)
    const numbers = isHersOwn ? [say(t('danger.numbersShort'))] : []
    return { ...again, says: [...numbers, say(t('atCase.looksLikeButton')), ...again.says] }
  }
  return personalDetails(input.text).length > 0
    ? askDetails({ ...place, text: input.text })
    : yield* given(place, opened, input.text, ctx)
}

/** A number or an address may be the Union's own: she says which before it goes. */
const askDetails = (place: Requests & { readonly text: string }): VaultDecision => ({
  place,
  says: [
    ask(
      [t('requests.details'), t('sending.masked', { text: words(maskDetails(place.text)) })],
      [
        choice('whole', t('sending.whole')),
        choice('masked', t('sending.masking'), 'go'),
        choice('drop', t('sending.drop')),
      ],
    ),
  ],
  effects: [],
  typed: 'value',
})

function* sendingAnswer(place: Requests & { readonly text: string }, opened: Opened, input: Input, ctx: Ctx): Flow {
  const { text, ...before } = place
  const picked = input.kind === 'picked' ? input.id : undefined
  if (picked === 'whole') return yield* given(before, opened, text, ctx)
  if (picked === 'masked') return yield* given(before, opened, maskDetails(text), ctx)
  return picked === 'drop' ? askAnswer(before, opened) : askDetails(place)
}

/** The words wait for her by the same rule as any answer: shown when she is back or has just written, never first. */
function* given(place: Requests, opened: Opened, text: string | undefined, ctx: Ctx): Asking<VaultDecision> {
  const { one, found } = opened
  const { answer, reason } = place
  if (answer === undefined) return card(opened, ctx)
  const id = ctx.newId()
  const tell = { kind: 'answer', data: { case: found.id } }
  const effects: readonly Effect[] = [
    {
      do: 'answerRequest',
      id: one.id,
      case: one.case,
      outcome: answer,
      ...(reason === undefined ? {} : { reason }),
      ...(text === undefined
        ? {}
        : { words: { id, text: `${ctx.speak(t('request.answer', { kind: kindOf(one) }))}\n${text}` } }),
    },
    ...(text === undefined || found.conversation === undefined
      ? []
      : [{ do: 'tell' as const, to: found.conversation, event: tell, key: `answer:${id}` }]),
    { do: 'audit', act: `request.${answer}${reason === undefined ? '' : `.${reason}`}`, subject: one.alias },
  ]
  const shown = yield* showDesk(ctx)
  const told = t(answer === 'later' ? 'requests.gaveLater' : 'requests.gave', {
    alias: one.alias,
    at: clock(one.doneBy),
  })
  return { ...shown, says: [say(told), ...shown.says], effects: [...effects, ...shown.effects] }
}
