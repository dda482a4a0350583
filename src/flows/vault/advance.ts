import type { Instant } from '../../domain/calendar.ts'
import { Cause, isStale } from '../../domain/case/contact.ts'
import { caseId } from '../../domain/ids.ts'
import { isCodeAlone, withoutCodes } from '../../domain/inviteCode.ts'
import { showDesk } from '../counsellor/desk.ts'
import { takeWaiting } from '../counsellor/takeWaiting.ts'
import { enterOwnRoom } from '../counsellor/forWhom.ts'
import { handleMember, memberAction } from '../counsellor/memberPlaces.ts'
import { hearMemberEvent } from '../counsellor/notices.ts'
import { EXIT_TOKEN, isErase, isExit, readErase, withExit } from '../exit.ts'
import type { Heard, Input, OwnEvent, Unread } from '../heard.ts'
import { isQuiet, madeQuiet } from '../quiet.ts'
import { say, type Say, t, type TextKey } from '../say.ts'
import { type Conversation, notice, readNearly, readPress, readTyped, settle, type Turn } from '../turn.ts'
import { dangerHeard } from '../woman/dangerPlace.ts'
import { wishToErase } from '../woman/erasePlace.ts'
import { keepHeld } from '../woman/held.ts'
import { leave } from '../woman/leave.ts'
import { hearFile } from '../woman/photoPlace.ts'
import { hearWomanEvent, openedRoom } from '../woman/womanEvents.ts'
import { tellLeaving } from '../woman/tellLeaving.ts'
import { handleWoman } from '../woman/womanPlaces.ts'
import type { Ctx, Flow, VaultDecision } from './context.ts'
import type { Effect } from './effects.ts'
import type { Asking } from './needs.ts'
import { isUnlocked, type Place } from './place.ts'
import { roomHelp } from './roomHelp.ts'

export interface VaultTurn extends Turn<Place, Effect> {
  /** Why a woman may be written to in this turn. */
  readonly cause?: Cause
  /** The end of the hours that she allowed. */
  readonly until?: Instant
}

/** One turn in the private room: a woman's, or a club member's. */
export function* advanceVault(before: Conversation<Place>, heard: Heard, ctx: Ctx): Asking<VaultTurn> {
  const turn = yield* advanced(before, heard, ctx)
  const { conversation } = turn
  const isHeardSo = ctx.triage?.young === true || (before.isYoung === true && !isStale(ctx.heardAt, ctx.now))
  // Whoever takes the phone after her finds nothing of it.
  const isYoung = ctx.member === undefined && isHeardSo && conversation.place.at !== 'left'
  return isYoung === (conversation.isYoung ?? false) ? turn : { ...turn, conversation: { ...conversation, isYoung } }
}

function* advanced(conversation: Conversation<Place>, heard: Heard, ctx: Ctx): Asking<VaultTurn> {
  if (heard.kind === 'blocked' || heard.kind === 'unknown') return { conversation, says: [], effects: [] }
  if (heard.kind === 'byHand') return { conversation: madeQuiet(conversation, ctx.now), says: [], effects: [] }
  if (heard.kind === 'event') {
    if (heard.event.kind === 'opened')
      return replied(conversation, yield* leavable(opened(heard.event, conversation.place, ctx), ctx), ctx)
    const told = yield* ctx.member === undefined
      ? leavable(keepHeld(conversation.place, hearWomanEvent(heard.event, conversation.place, ctx)), ctx)
      : hearMemberEvent(heard.event, conversation.place, ctx)
    const settled =
      told.place === conversation.place ? notice(conversation, told, ctx.now) : settle(conversation, told, ctx.now)
    const { cause, until } = told
    return { ...settled, ...(cause === undefined ? {} : { cause }), ...(until === undefined ? {} : { until }) }
  }
  const standing = relocked(conversation, ctx)
  const decided =
    ctx.member === undefined
      ? tellLeaving(standing.place, keepHeld(standing.place, hear(standing, heard, ctx)), ctx.newId)
      : hear(standing, heard, ctx)
  const turn = replied(conversation, yield* leavable(decided, ctx), ctx)
  if (ctx.member !== undefined || !isQuiet(conversation, heard, ctx.now, (text) => callsBot(text, ctx))) return turn
  // Her words reach the counsellor all the same; nothing else happens unseen.
  return turn.conversation.place.at === 'case' && turn.effects.length > 0
    ? { ...turn, conversation: { ...conversation, place: turn.conversation.place }, says: [] }
    : { conversation, says: [], effects: [] }
}

/** Under everything that a woman gets stands the way out; only the card of someone who has left shows nothing. */
function* leavable(flow: Flow, ctx: Ctx): Flow {
  const decision = yield* flow
  if (ctx.member !== undefined || decision.place.at === 'left' || decision.place.at === 'desk') return decision
  return { ...decision, says: decision.says.map(withExit) }
}

const callsBot = (text: string, ctx: Ctx): boolean =>
  isExit(text) || ctx.ownExit === true || ctx.triage?.danger === 'immediate'

/** She has just written, so the answer to it has its cause. Where nothing is said her screen stays as it is. */
const replied = (conversation: Conversation<Place>, decision: VaultDecision, ctx: Ctx): VaultTurn => ({
  ...(decision.says.length === 0 && decision.place.at === conversation.place.at
    ? notice(conversation, decision, ctx.now)
    : settle(conversation, decision, ctx.now)),
  cause: Cause.reply(),
})

/**
 * After half an hour of silence a woman's old words are behind the door again, and so is her alarm: whoever holds the phone by
 * then is told nothing of it and cannot end it. New words of danger raise a new one; whoever takes the first reads them with it.
 */
function relocked(conversation: Conversation<Place>, ctx: Ctx): Conversation<Place> {
  return ctx.member === undefined && isHers(conversation.place) && isStale(ctx.heardAt, ctx.now)
    ? { place: { at: 'door' }, count: conversation.count }
    : conversation
}

const isHers = (place: Place): boolean => isUnlocked(place) || place.at === 'danger' || place.at === 'look'

function* hear(
  conversation: Conversation<Place>,
  heard: Exclude<Heard, { kind: 'event' | 'blocked' | 'byHand' | 'unknown' }>,
  ctx: Ctx,
): Flow {
  const { place, screen } = conversation
  switch (heard.kind) {
    case 'voice':
      return yield* entered(place, [say(t('repair.voice'))], ctx)
    case 'unread':
      return yield* entered(place, [unreadSay(heard.what, place)], ctx)
    case 'badFile':
      return yield* entered(place, [say(t(badFileKey(heard.why, place)))], ctx)
    case 'file':
      return ctx.member === undefined
        ? yield* hearFile(place, heard.file, ctx)
        : yield* entered(place, [say(t('repair.noFileHere'))], ctx)
    case 'back':
    case 'start':
      return yield* entered(place, [], ctx)
    case 'action':
      return yield* takeAction(heard.act, heard.payload, place, ctx)
    case 'press': {
      if (ctx.member === undefined && heard.token === EXIT_TOKEN) return leave()
      const id = readPress(screen, heard.token)
      return id === undefined
        ? yield* entered(place, [say(t('repair.stale'))], ctx)
        : yield* handle(place, { kind: 'picked', id }, ctx)
    }
    case 'edited': {
      const urgent = yield* hearUrgent(heard.text, conversation, ctx)
      if (urgent !== undefined) return urgent
      if (heard.cut) return yield* entered(place, [say(t('repair.tooLong'))], ctx)
      // To the other side of a case it is one message more; what was answered or agreed before stays as it is. What a
      // member has changed belonged to a case that may not be the one on her screen.
      if (ctx.member !== undefined) return yield* entered(place, [say(t('correct.useMenu'))], ctx)
      if (place.at !== 'case') return yield* entered(place, [say(t('repair.edited'))], ctx)
      return yield* handle(place, { kind: 'said', text: `${ctx.speak(t('repair.amended'))}\n${heard.text}` }, ctx)
    }
    case 'text': {
      // By the channel's own reply she says to which case her words go, whatever stands on her screen.
      if (ctx.member !== undefined && heard.about !== undefined)
        return yield* handle({ at: 'atCase', id: caseId(heard.about) }, { kind: 'said', text: heard.text }, ctx)
      const urgent = yield* hearUrgent(heard.text, conversation, ctx)
      if (urgent !== undefined) return urgent
      if (heard.cut) return yield* entered(place, [say(t('repair.tooLong'))], ctx)
      const help = roomHelp(heard.text, place, ctx)
      if (help !== undefined) return yield* entered(place, [help], ctx)
      const picked = readTyped(conversation, heard.text, ctx.speak)
      if (picked?.exit === true) return leave()
      if (picked?.act !== undefined) {
        if (picked.act.until <= ctx.now) return yield* entered(place, [say(t('repair.stale'))], ctx)
        // Typed, it does not say which of two alarms she takes.
        return ctx.member !== undefined && picked.act.kind === 'takeAlarm'
          ? yield* takeWaiting(ctx, picked.act.payload['alarm'])
          : yield* takeAction(picked.act.kind, picked.act.payload, place, ctx)
      }
      if (picked?.id !== undefined) return yield* handle(place, { kind: 'picked', id: picked.id }, ctx)
      const nearly = ctx.member === undefined ? undefined : readNearly(conversation, heard.text, ctx.speak)
      return yield* handle(place, { kind: 'said', text: heard.text, ...(nearly === undefined ? {} : { nearly }) }, ctx)
    }
  }
}

/** A woman's way out and her danger come before everything else. */
function* hearUrgent(
  text: string,
  { place, isYoung = false }: Conversation<Place>,
  ctx: Ctx,
): Asking<VaultDecision | undefined> {
  if (ctx.member !== undefined) return undefined
  if (isExit(text) || ctx.ownExit === true) return leave()
  if (isErase(text) && !(place.at === 'erase' && readErase(text) === true)) return wishToErase(place)
  return ctx.triage?.danger === 'immediate' && place.at !== 'danger'
    ? yield* dangerHeard(withoutCodes(text), place, ctx, isYoung)
    : undefined
}

/** In danger a place or a number that nobody reads must not be waited for: whom to call stands beside it. */
const unreadSay = (what: Unread, place: Place): Say =>
  say(t(`repair.unread.${what}`), ...(place.at === 'danger' ? [t('danger.numbers')] : []))

/** Where photos are taken she hears what was wrong with this one; elsewhere that words alone are read. */
const badFileKey = (why: 'tooBig' | 'type' | 'unreadable', place: Place): TextKey =>
  place.at !== 'case' && place.at !== 'photo'
    ? 'repair.noFileHere'
    : why === 'type'
      ? 'photo.onlyPhotos'
      : `repair.file.${why}`

function* entered(place: Place, before: readonly Say[], ctx: Ctx): Flow {
  const decision = yield* handle(place, { kind: 'enter' }, ctx)
  return { ...decision, says: [...before, ...decision.says] }
}

function* handle(place: Place, input: Input, ctx: Ctx): Flow {
  return ctx.member === undefined ? yield* handleWoman(place, input, ctx) : yield* handleMember(place, input, ctx)
}

function* takeAction(act: string, payload: Readonly<Record<string, string>>, place: Place, ctx: Ctx): Flow {
  if (ctx.member !== undefined) return yield* memberAction(act, payload, ctx)
  return yield* entered(place, [say(t('repair.stale'))], ctx)
}

function* opened(event: OwnEvent, place: Place, ctx: Ctx): Flow {
  if (ctx.member === undefined) return yield* openedRoom(event, ctx)
  const { text, alarm } = event.data
  // She wrote as a woman does, outside: it is not the desk that she wants. A code alone is one of an invitation.
  return alarm !== undefined || (text !== undefined && event.data['look'] === undefined && !isCodeAlone(text))
    ? enterOwnRoom(event.data)
    : yield* showDesk(ctx)
}
