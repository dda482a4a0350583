import { bySeverityThenAge, RETURN_REASONS } from '../../domain/case/case.ts'
import { canonical, fold } from '../../domain/words/fold.ts'
import { caseId, type MemberId } from '../../domain/ids.ts'
import { isCodeAlone } from '../../domain/inviteCode.ts'
import type { Input } from '../heard.ts'
import { pageOf, pages } from '../leader/pages.ts'
import { ask, choice, type Line, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import { type CaseLine, mine, theBoard, theCase, theQueue } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { openAtCase } from './atCasePlace.ts'
import { takeAlarm } from './alarm.ts'
import { caseLabel, gone, isNear, isRefused, mayAsMember, minutesSince, refusedHer, showDesk, toDesk } from './desk.ts'
import { handoverLine } from '../woman/handoverLine.ts'
import { goOffDuty, testPage } from './dutyPlace.ts'
import { breakGlassPlace } from './readingPlace.ts'

const GREETING = /^\W*(?:(?:da|em|xin|ban|chi|co|moi nguoi) )*(?:chao|alo|hi|hello|menu|xong|ok)\b/

export function* deskPlace(_place: Extract<Place, { at: 'desk' | 'joined' }>, input: Input, ctx: Ctx): Flow {
  const typed = input.kind === 'said' ? deskWord(input.text, ctx) : undefined
  if (typed !== undefined) return yield* deskPlace({ at: 'desk' }, { kind: 'picked', id: typed }, ctx)
  if (input.kind === 'picked') {
    switch (input.id) {
      case 'dutyOn':
        return mayAsMember(ctx, 'duty.change', 'own') ? testPage(ctx) : yield* showDesk(ctx)
      case 'dutyOff':
        return yield* goOffDuty(ctx)
      case 'breakGlass':
        return yield* breakGlassPlace({ at: 'breakGlass' }, { kind: 'enter' }, ctx)
      case 'queue':
        return yield* queuePlace({ at: 'queue' }, { kind: 'enter' }, ctx)
      case 'board':
        return yield* boardPlace(ctx)
      case 'mine':
        return yield* minePlace({ at: 'mine' }, { kind: 'enter' }, ctx)
      case 'leave':
        return { place: { at: 'desk' }, says: [say(t('desk.left'))], effects: [{ do: 'closeSession' }] }
      default:
    }
  }
  const shown = yield* showDesk(ctx)
  // It may be her own danger: at the desk too the numbers come first.
  if (input.kind === 'said' && ctx.triage?.danger === 'immediate')
    return { ...shown, says: [say(t('danger.numbersShort')), say(t('desk.nowhere')), ...shown.says] }
  // Whatever code it is, and whether it opens anything, is not looked at.
  if (input.kind === 'said' && isCodeAlone(input.text))
    return { ...shown, says: [say(t('desk.codeAgain')), ...shown.says] }
  // A greeting opens the desk; anything else may have been meant for a woman, and went to nobody.
  return input.kind === 'said' && !GREETING.test(fold(input.text))
    ? { ...shown, says: [say(t('desk.nowhere')), ...shown.says] }
    : shown
}

/** The desk's own buttons can be typed also before the desk stands on the screen. */
export function deskWord(text: string, ctx: Ctx): string | undefined {
  const said = canonical(text)
  // The way to the desk from elsewhere, typed where she is already.
  if (said === 'tuvan') return 'desk'
  return WORDS.find(([key]) => canonical(ctx.speak(t(key))) === said)?.[1]
}

const WORDS = [
  ['desk.goOn', 'dutyOn'],
  ['desk.goOff', 'dutyOff'],
  ['desk.queue', 'queue'],
  ['desk.mine', 'mine'],
  ['desk.leave', 'leave'],
  ['desk.board', 'board'],
  ['desk.open', 'desk'],
  ['own.enter', 'own'],
] as const

const QUEUE_PAGE = 8

/**
 * What waits, by severity, then by age: a code, a topic and an age; no words. What this member declined stands last: it is not
 * offered to her again, but it waits, and where all have declined it somebody must see it. Of women who may know her only the
 * head sees which they are.
 */
export function* queuePlace(place: Extract<Place, { at: 'queue' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('c:')) return yield* takeCase(input.id.slice(2), ctx)
  if (input.kind === 'picked' && input.id.startsWith('a:')) return yield* takeAlarm(input.id.slice(2), ctx)
  const { cases: all, alarms } = yield* theQueue()
  const cases = all.filter((one) => !isNear(one, ctx) || mayOverride(ctx))
  const near: readonly Line[] =
    all.length === cases.length ? [] : [t('queue.nearCount', { n: all.length - cases.length })]
  if (cases.length + alarms.length === 0) return toDesk([t('queue.empty'), ...near], [])
  const me = ctx.member?.id
  const declined = (one: CaseLine): boolean => one.declinedBy.some((member) => member === me)
  const sorted = cases.toSorted((a, b) => Number(declined(a)) - Number(declined(b)) || bySeverityThenAge(a, b))
  const page = pageOf(place.page ?? 0, input, sorted.length, QUEUE_PAGE)
  return {
    place: { at: 'queue', page },
    says: [
      ask(
        [t('queue.head', { n: cases.length + alarms.length }), ...near],
        [
          ...alarms.map((one) =>
            choice(`a:${one.id}`, t('queue.alarm', { minutes: minutesSince(one.raisedAt, ctx.now) }), 'danger'),
          ),
          ...sorted
            .slice(page * QUEUE_PAGE, (page + 1) * QUEUE_PAGE)
            .map((one) => choice(`c:${one.id}`, queueLabel(one, declined(one), ctx))),
          ...pages(page, sorted.length, QUEUE_PAGE),
          choice('desk', t('desk.open')),
        ],
      ),
    ],
    effects: [],
  }
}

const queueLabel = (one: CaseLine, declined: boolean, ctx: Ctx): Line => {
  const line = caseLabel(one, ctx.now)
  if (isNear(one, ctx)) return t('queue.nearCase', { line })
  return declined ? t('queue.declinedCase', { line }) : line
}

/** The head may take it all the same, when she has been told. */
const mayOverride = ({ member }: Ctx): boolean => member?.role === 'clubHead'

function tellNear(found: CaseLine, ctx: Ctx): VaultDecision {
  if (!mayOverride(ctx)) return toDesk([t('queue.near', { alias: found.alias })], [])
  const choices = [choice('take', t('queue.takeNear')), choice('desk', t('desk.open'))]
  return {
    place: { at: 'offered', id: found.id, near: true },
    says: [ask([t('queue.nearAsk', { alias: found.alias })], choices)],
    effects: [],
  }
}

export function* minePlace(_place: Extract<Place, { at: 'mine' }>, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id.startsWith('c:')) return yield* openAtCase(caseId(input.id.slice(2)), ctx)
  const cases = yield* mine()
  return {
    place: { at: 'mine' },
    says: [
      ask(
        [t('mine.head', { n: cases.length })],
        [...cases.map((one) => choice(`c:${one.id}`, caseLabel(one, ctx.now))), choice('desk', t('desk.open'))],
      ),
    ],
    effects: [],
  }
}

/** Taking is what opens the words: nobody reads a case that is not hers. */
export function* takeCase(id: string, ctx: Ctx, knowingly = false): Flow {
  const { found } = yield* theCase(caseId(id), 'no')
  if (found === undefined || !mayAsMember(ctx, 'case.take', 'other')) return yield* gone(ctx)
  if (found.takenBy === ctx.member?.id) return yield* openAtCase(found.id, ctx)
  if (found.state !== 'waiting') return yield* gone(ctx)
  if (isRefused(found, ctx)) return refusedHer()
  // Its alarm is what waits: acknowledged with the case, it stops paging.
  if (found.alarm !== undefined) return yield* takeAlarm(found.alarm, ctx)
  if (isNear(found, ctx) && !knowingly) return tellNear(found, ctx)
  const own = yield* mine()
  if (own.length >= (ctx.member?.capacity ?? 0) && found.severity !== 'immediate') {
    const desk = yield* showDesk(ctx)
    return { ...desk, says: [say(t('queue.full', { n: own.length })), ...desk.says] }
  }
  const opened = yield* openAtCase(found.id, ctx, 'taking')
  return {
    ...opened,
    effects: [
      { do: 'takeCase', case: found.id },
      { do: 'audit', act: knowingly ? 'take.near' : 'take', subject: found.alias },
      ...opened.effects,
    ],
  }
}

/** Declining asks why; the case is not offered to her again. */
export function* offeredPlace(place: Extract<Place, { at: 'offered' }>, input: Input, ctx: Ctx): Flow {
  const reason = input.kind === 'picked' ? RETURN_REASONS.find((one) => input.id === `r:${one}`) : undefined
  const { found } = yield* theCase(place.id, 'no')
  if (found === undefined || found.state !== 'waiting') return yield* gone(ctx)
  if (input.kind === 'picked' && input.id === 'take') return yield* takeCase(found.id, ctx, place.near)
  if (place.near === true) return tellNear(found, ctx)
  if (reason === undefined) {
    const reasons = RETURN_REASONS.map((one) => choice(`r:${one}`, t(`returnReason.${one}`)))
    const choices = [...reasons, choice('take', t('notice.take')), choice('desk', t('desk.open'))]
    return { place, says: [ask([t('queue.whyDecline', { alias: found.alias })], choices)], effects: [] }
  }
  return toDesk(
    [t('queue.declined', { alias: found.alias })],
    [
      { do: 'declineCase', case: found.id },
      { do: 'audit', act: `decline.${reason}`, subject: found.alias },
    ],
  )
}

/** Whoever was asked to take a case over accepts it; only then do its words open to her. */
export function* acceptOffer(id: string, ctx: Ctx): Flow {
  const { found } = yield* theCase(caseId(id), 'taking')
  if (found === undefined || found.offeredTo !== ctx.member?.id || found.takenBy === undefined) return yield* gone(ctx)
  if (isRefused(found, ctx)) return refusedHer()
  if (found.state !== 'taken') return offerOver(found, found.takenBy, ctx)
  const own = yield* mine()
  if (own.length >= (ctx.member?.capacity ?? 0) && found.severity !== 'immediate') {
    return toDesk([t('queue.full', { n: own.length })], [])
  }
  const event = { kind: 'accepted', data: { case: found.id } }
  return {
    place: { at: 'desk' },
    says: [ask([t('queue.accepted', { alias: found.alias })], [choice('mine', t('desk.mine'), 'go')])],
    effects: [
      { do: 'acceptCase', case: found.id },
      { do: 'tellMember', member: found.takenBy, event, key: `accepted:${found.id}:${ctx.newId()}` },
      { do: 'audit', act: 'accept', subject: found.alias },
    ],
  }
}

/** Closed or erased while the offer stood: there is nothing to accept, and whoever gave it hears that too. */
const offerOver = (found: CaseLine, giver: MemberId, ctx: Ctx): VaultDecision =>
  toDesk(
    [t('queue.offerOver', { alias: found.alias })],
    [
      {
        do: 'tellMember',
        member: giver,
        event: { kind: 'offerOver', data: { case: found.id } },
        key: `offerOver:${ctx.newId()}`,
      },
    ],
  )

/** The head sees codes, ages and states of all cases; the words of none that is not hers. */
function* boardPlace(ctx: Ctx): Flow {
  if (ctx.member?.role !== 'clubHead') return yield* showDesk(ctx)
  const cases = (yield* theBoard()).toSorted(bySeverityThenAge)
  const lines = cases.slice(0, BOARD).flatMap((one) => [
    t('board.line', {
      case: caseLabel(one, ctx.now),
      who: one.takenByName === undefined ? t('board.waiting') : t('board.with', { name: one.takenByName }),
    }),
    ...(one.handover === undefined ? [] : [t('board.handover', { line: handoverLine(one.handover) })]),
  ])
  return {
    place: { at: 'desk' },
    says: [
      ask(
        [t('board.head', { n: cases.length }), ...lines],
        [choice('breakGlass', t('glass.open')), choice('desk', t('desk.open'), 'go')],
      ),
    ],
    effects: [{ do: 'audit', act: 'board', subject: ctx.member.id }],
  }
}

const BOARD = 25
