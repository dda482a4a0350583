import { type Instant, MINUTE } from '../../domain/calendar.ts'
import { raised } from '../../domain/case/case.ts'
import { waitsForHandover } from '../../domain/case/handover.ts'
import type { CaseId } from '../../domain/ids.ts'
import { hasHers } from '../../domain/case/personalDetails.ts'
import { promiseFor } from '../../domain/case/promise.ts'
import { fold } from '../../domain/words/fold.ts'
import type { Input } from '../heard.ts'
import { pickedSheet, showSheet, withOffers } from '../legal/sheetCard.ts'
import { ask, choice, type Line, type Say, say, t } from '../say.ts'
import type { Ctx, Flow, VaultDecision } from '../vault/context.ts'
import type { Effect } from '../vault/effects.ts'
import { type CaseLine, referralsOf, theCase, withoutSecrets } from '../vault/needs.ts'
import type { Place } from '../vault/place.ts'
import { caseChoices, isShow, showChoice } from './caseChoices.ts'
import { askCodeWord } from './codeWordPlace.ts'
import { askErase } from './erasePlace.ts'
import { handoverLine, undoLine } from './handoverLine.ts'
import { leave } from './leave.ts'
import { ledOn, morePlace } from './morePlace.ts'
import { showTerms } from './terms.ts'
import { promiseLine, promiseLines } from './promiseLine.ts'
import { withReferral } from './referralCard.ts'
import { dangerHeard } from './dangerPlace.ts'
import { below, lastAnswers, waitingAnswers } from './waitingAnswers.ts'
import { askWithdraw, wishesToWithdraw } from './withdrawal.ts'

type CasePlace = Extract<Place, { at: 'case' }>

/** Her case is open on her screen: what she writes goes to it. */
export function* casePlace(place: CasePlace, input: Input, ctx: Ctx): Flow {
  if (input.kind === 'picked' && input.id === 'new') return showTerms(place.unsent, ctx)
  if (input.kind === 'picked' && input.id === 'codeWord') return askCodeWord(place.id)
  if (input.kind === 'picked' && input.id === 'erase') return askErase(place.id)
  const sheet = pickedSheet(input)
  if (sheet !== undefined) return yield* showSheet(sheet, place, [choice('ask', t('sheet.ask'), 'go')])
  if (input.kind === 'picked' && input.id === 'ask') {
    const shown = yield* showCase(place.id)
    return { ...shown, says: [say(t('case.writeOn')), ...shown.says] }
  }
  const on = input.kind === 'picked' ? ledOn(place.id, input.id) : undefined
  if (on !== undefined) return yield* morePlace(on, { kind: 'enter' }, ctx, showCase)
  if (input.kind === 'picked' && isShow(input.id)) return yield* reveal(place.id, input.id.slice(5), ctx)
  if (input.kind === 'picked' && input.id === 'safe') return yield* standDown(place.id)
  if (input.kind === 'picked' && input.id === 'urgent') return yield* inDanger(place.id, ctx)
  if (input.kind === 'picked' && input.id === 'referral') return yield* showCase(place.id, { asks: true })
  if (input.kind === 'picked' && input.id === 'another') return yield* another(place.id, ctx)
  if (input.kind !== 'said') return yield* showCase(place.id)
  const { found, unseenSince } = yield* theCase(place.id, 'no')
  if (found === undefined) return yield* showCase(place.id)
  const { isSecret, text } = yield* withoutSecrets(place.id, input.text)
  if (isSecret) return refuseSecret(found)
  if (found.state === 'closed') return yield* closedTo(place, text)
  const asksBack = found.handover !== undefined && wishesToWithdraw(text)
  if (asksBack && waitsForHandover(found.handover)) return askWithdraw(found.id)
  const added = addWords(found, text, unseenSince, ctx)
  if (asksBack && found.handover.handedAt !== undefined)
    return { ...added, says: [say(t('formal.noUndo')), ...added.says] }
  if (added.says.length === 0 || found.takenBy !== undefined) return added
  return yield* withOffers(added, { said: text, topic: found.topic })
}

/** Below what the card says already, so that its buttons stay the last thing on the screen. */
const withLine = (card: Say | undefined, line: Line): Say =>
  card === undefined ? say(line) : { ...card, lines: [...card.lines, line] }

/** Nothing that anybody must read. */
const THANKS = /^\W*(?:(?:da|vang|em|toi|chi|chau|xin|rat) ){0,4}cam on.{0,20}$/

/** What she writes after the end is a question of its own: offered back when she begins one. */
function* closedTo({ id, unsent }: CasePlace, text: string): Flow {
  const shown = yield* showCase(id)
  if (THANKS.test(fold(text))) return unsent === undefined ? shown : { ...shown, place: { at: 'case', id, unsent } }
  const words = [unsent, text].filter((one) => one !== undefined).join('\n')
  return {
    ...shown,
    place: { at: 'case', id, unsent: words },
    says: [...shown.says.slice(0, -1), withLine(shown.says.at(-1), t('case.unsent'))],
  }
}

/** A word that must stay hers was typed as if it were an answer: it goes nowhere and is not shown again. */
const refuseSecret = (found: CaseLine): VaultDecision => ({
  place: { at: 'case', id: found.id },
  says: [ask([t('case.thatIsYours')], caseChoices(found))],
  effects: [],
  typed: 'value',
})

/** Many messages in a row are one: the first is acknowledged, and whoever has the case is called once. */
const SAME_BREATH = MINUTE / 4
const SAME_CALL = 10 * MINUTE

function addWords(found: CaseLine, text: string, unseenSince: Instant | undefined, ctx: Ctx): VaultDecision {
  const silentFor = unseenSince === undefined ? Number.POSITIVE_INFINITY : ctx.now - unseenSince
  const id = ctx.newId()
  const severity = raised(found.severity, ctx.triage?.danger ?? 'none')
  const masked = found.plain !== true && hasHers(text)
  const effects: readonly Effect[] = [
    { do: 'addWords', case: found.id, id, from: 'woman', text },
    ...(severity === found.severity
      ? []
      : [
          {
            do: 'raiseSeverity' as const,
            case: found.id,
            severity,
            promiseAt: promiseFor(severity, ctx.now, ctx.calendar),
          },
        ]),
    ...(found.answered && severity === found.severity
      ? [
          {
            do: 'renewPromise' as const,
            case: found.id,
            promiseAt: promiseFor(severity, ctx.now, ctx.calendar),
          },
        ]
      : []),
    ...(ctx.triage?.safe === true ? [{ do: 'standDownOf' as const, case: found.id }] : []),
    ...(silentFor < SAME_CALL && severity === found.severity ? [] : [tellHolder(found, ctx)]),
  ]
  // Whether an alarm of hers is still open she need not be told: the question does no harm where none is.
  const asksSafe = severity === 'immediate' && ctx.triage?.perhapsSafe === true
  // Words that may be danger or nothing of the kind go to the case as they are, and she is asked.
  const asksDanger = !asksSafe && ctx.triage?.doubtful === true && ctx.triage.danger === 'none'
  const lines: readonly Line[] = [
    ...(masked ? [t('case.masked')] : []),
    ...(found.takenBy === undefined ? [t('receipt.got'), ...promiseLines(found)] : [t('case.passedOn')]),
    ...(asksSafe ? [t('danger.askSafe')] : asksDanger ? [t('doubt.danger')] : []),
  ]
  const choices = [
    ...(asksDanger ? [choice('urgent', t('danger.yes'), 'danger')] : []),
    ...(asksSafe ? [choice('safe', t('danger.safe'))] : []),
    ...(masked ? [showChoice(id)] : []),
    ...caseChoices(found),
  ]
  const says = silentFor < SAME_BREATH && !masked && !asksSafe && !asksDanger ? [] : [ask(lines, choices)]
  return { place: { at: 'case', id: found.id }, says, effects, typed: 'value' }
}

/** Asked in her case whether somebody must help at once, she says yes. */
function* inDanger(id: CaseId, ctx: Ctx): Flow {
  const { found } = yield* theCase(id, 'no')
  return found === undefined
    ? yield* showCase(id)
    : yield* dangerHeard(ctx.speak(t('danger.yes')), { at: 'case', id }, ctx, found.child)
}

/** She says by the button that nobody is in danger any more. */
function* standDown(id: CaseId): Flow {
  const shown = yield* showCase(id, { safe: true })
  return {
    ...shown,
    says: [say(t('danger.stoodDown')), ...shown.says],
    effects: [{ do: 'standDownOf', case: id }, ...shown.effects],
  }
}

function* reveal(id: CaseId, message: string, ctx: Ctx): Flow {
  const { found } = yield* theCase(id, 'no')
  if (found === undefined || found.state === 'closed') return yield* showCase(id)
  return {
    place: { at: 'case', id },
    says: [ask([t('case.detailsShown')], caseChoices(found))],
    effects: [{ do: 'revealWords', case: id, id: message }, tellHolder(found, ctx)],
    typed: 'value',
  }
}

/** Whoever has the case, or those on duty who may have it, hear that there is something new; no words. */
export const tellHolder = (found: CaseLine, ctx: Ctx): Effect =>
  found.takenBy === undefined
    ? {
        do: 'tellDuty',
        case: found.id,
        event: { kind: 'newCase', data: { case: found.id } },
        key: `more:${ctx.newId()}`,
      }
    : {
        do: 'tellMember',
        member: found.takenBy,
        event: { kind: 'newWords', data: { case: found.id } },
        key: `words:${ctx.newId()}`,
      }

interface Showing {
  /** A referral that she has just answered. */
  readonly answered?: string
  /** The question of a referral once more, though she has read it. */
  readonly asks?: true
  /** The last answers once more, though she has read them. */
  readonly again?: true
  /** She has just said that she is safe: nobody is called any more. */
  readonly safe?: true
}

/** She is back with her word or her receipt: the last answers stand there again, also those that reached her before. */
export const showReturned = (id: CaseId): Flow => showCase(id, { again: true, asks: true })

/** What waits for her, oldest first; only after the room was unlocked or just used. */
export function* showCase(id: CaseId, { answered, asks, again, safe }: Showing = {}): Flow {
  const { found: known, words: all } = yield* theCase(id, 'words')
  if (known === undefined) return leave()
  const { alarm, ...calm } = known
  const found: CaseLine = safe === true || alarm === undefined ? calm : known
  const fresh = waitingAnswers(id, all)
  const read = fresh.says.length === 0 ? lastAnswers(all) : []
  const answers = again === true ? [...read, ...fresh.says] : fresh.says
  const pending = (found.state === 'closed' ? [] : yield* referralsOf(id)).find(
    (one) => one.state === 'asked' && one.id !== answered,
  )
  const isAsked = pending !== undefined && (asks === true || pending.seen !== true)
  const shown: VaultDecision = {
    place: { at: 'case', id },
    says: [
      ...answers,
      ask(
        [
          ...(found.handover === undefined
            ? []
            : [below(handoverLine(found.handover)), ...undoLine(found.handover, found.state !== 'closed')]),
          ...(again === true && read.length > 0 ? [t('case.lastAnswers')] : []),
          ...statusLines(found, fresh.says.length > 0, read.length > 0),
        ],
        [...(pending === undefined || isAsked ? [] : [choice('referral', t('referral.open'))]), ...caseChoices(found)],
      ),
    ],
    effects: fresh.effects,
    typed: 'value',
  }
  return isAsked ? withReferral(shown, pending) : shown
}

/** Where it stands; never as if nobody had answered when she has read an answer already. */
function statusLines(found: CaseLine, isFresh: boolean, wasAnswered: boolean): readonly Line[] {
  if (found.state === 'closed') return [t('case.closed')]
  if (isFresh) return [t('case.writeOn')]
  if (wasAnswered && found.answered) return [t('case.allShown')]
  return found.state === 'taken' ? [t('case.beingRead')] : promiseLines(found)
}

/** She may want someone else, without saying why. */
function* another(id: CaseId, ctx: Ctx): Flow {
  const { found } = yield* theCase(id, 'no')
  if (found === undefined || found.state !== 'taken') return yield* showCase(id)
  const promiseAt = promiseFor(found.severity, ctx.now, ctx.calendar)
  return {
    place: { at: 'case', id },
    says: [ask([t('case.anotherDone'), promiseLine(promiseAt)], caseChoices({ ...found, state: 'waiting' }))],
    effects: [{ do: 'refuseCounsellor', case: id, promiseAt }],
    typed: 'value',
  }
}
