import { canonical } from '../../domain/words/fold.ts'
import type { Heard, Input } from '../heard.ts'
import { resumeNewest } from '../officer/draftsPlace.ts'
import { hearSent, hearUndo } from '../officer/hearSent.ts'
import { askCounsel, hearLine } from '../officer/linePlace.ts'
import { dangerNumbers } from '../danger.ts'
import { EXIT_TOKEN, exitCard, isErase, isExit, withExit } from '../exit.ts'
import { isQuiet, madeQuiet } from '../quiet.ts'
import { hearPaper } from '../papers/hearPaper.ts'
import { say, type Say, t } from '../say.ts'
import { type Conversation, notice, readLabel, readPress, readTyped, settle, type Turn } from '../turn.ts'
import { hearAside } from './aside.ts'
import type { Ctx, Flow, UnionDecision } from './context.ts'
import { dangerFound } from './dangerCheckPlace.ts'
import type { Effect } from './effects.ts'
import { goBack } from './goBack.ts'
import { helpHere, openedHelp } from './helpFlow.ts'
import { open } from './homePlace.ts'
import { hearEvent } from './hearEvent.ts'
import type { Asking } from './needs.ts'
import type { Place } from './place.ts'
import { advancePlace } from './places.ts'
import { takeAction } from './takeAction.ts'
import { speakIn } from './speakIn.ts'
import { readVerb, type Verb } from './verbs.ts'

export type UnionTurn = Turn<Place, Effect>

/** One turn of a person of the Union, or of a visitor: what was heard, where she stood, what follows. */
export function* advanceUnion(conversation: Conversation<Place>, heard: Heard, ctx: Ctx): Asking<UnionTurn> {
  const { place, screen } = conversation
  const settled = (decision: UnionDecision): UnionTurn => settle(conversation, decision, ctx.now)
  if (isQuiet(conversation, heard, ctx.now, (text) => callsBot(text, ctx)))
    return { conversation, says: [], effects: [] }
  const enter = (before: readonly Say[] = []): Flow => entered(place, before, ctx)
  switch (heard.kind) {
    case 'byHand':
      return { conversation: madeQuiet(conversation, ctx.now), says: [], effects: [] }
    case 'blocked':
    case 'unknown':
      return { conversation, says: [], effects: [] }
    case 'event':
      return notice(conversation, yield* hearEvent(heard.event, place, ctx), ctx.now)
    case 'voice':
      return settled(yield* enter([say(t('repair.voice'))]))
    case 'unread':
      return settled(yield* enter([say(t(`repair.unread.${heard.what}`))]))
    case 'badFile':
      return settled(yield* enter([say(t(`repair.file.${heard.why}`))]))
    case 'back':
      return settled(yield* enter())
    case 'start':
      return settled(
        yield* heard.code === undefined
          ? open('home', ctx)
          : advancePlace({ at: 'code' }, { kind: 'said', text: heard.code }, ctx),
      )
    case 'press': {
      if (heard.token === EXIT_TOKEN) return left(conversation, ctx)
      const id = readPress(screen, heard.token)
      return settled(
        yield* id === undefined ? enter([say(t('repair.stale'))]) : advancePlace(place, { kind: 'picked', id }, ctx),
      )
    }
    case 'action':
      return settled(yield* leaving(place, yield* takeAction(heard.act, heard.payload, place, ctx), ctx))
    case 'file':
      return settled(yield* takeFile(place, { kind: 'file', file: heard.file }, ctx))
    case 'edited':
      if (isWayOut(heard.text, ctx)) return left(conversation, ctx)
      return settled(hearDanger(place, heard.text, ctx) ?? (yield* enter([say(t('repair.edited'))])))
    case 'text':
      if (isWayOut(heard.text, ctx)) return left(conversation, ctx)
      return settled(yield* hearText(conversation, heard.text, heard.cut, ctx))
  }
}

/** The way out of the private room after it was closed, or of someone who never came in: the same card, nothing else. */
const left = (conversation: Conversation<Place>, ctx: Ctx): UnionTurn =>
  notice(conversation, { place: conversation.place, says: [exitCard()], effects: [] }, ctx.now)

/** Danger is answered whoever else is writing with her; a way out, and a word that works anywhere, call the bot back. */
const callsBot = (text: string, ctx: Ctx): boolean =>
  ctx.triage?.danger === 'immediate' || readVerb(text, false) !== undefined || isWayOut(text, ctx)

/** To a visitor the words that leave the private room are a way out of anything. */
const isWayOut = (text: string, ctx: Ctx): boolean => ctx.who === undefined && (isExit(text) || isErase(text))

/** Shows again where she stands, after something was said. */
function* entered(place: Place, before: readonly Say[], ctx: Ctx): Flow {
  const decision = yield* advancePlace(place, { kind: 'enter' }, ctx)
  return { ...decision, says: [...before, ...decision.says] }
}

function* hearText(conversation: Conversation<Place>, text: string, cut: boolean, ctx: Ctx): Flow {
  const { place } = conversation
  const before = cut ? [say(t('repair.cut'))] : []
  const danger = hearDanger(place, text, ctx)
  if (danger !== undefined) return danger
  const named = readLabel(conversation, text, ctx)
  const verb = named === undefined ? verbAt(conversation, text, ctx) : undefined
  if (verb === 'back') return yield* goBack(conversation, ctx)
  if (verb === 'help') return yield* helpAt(conversation, ctx)
  if (verb !== undefined) return yield* leaving(place, yield* obey(verb, text, place, ctx), ctx)
  const picked = named ?? readTyped(conversation, text, ctx.speak)
  if (picked?.act !== undefined) {
    if (picked.act.until <= ctx.now) return yield* entered(place, [say(t('repair.stale'))], ctx)
    return yield* takeAction(picked.act.kind, picked.act.payload, place, ctx)
  }
  const sent = picked === undefined ? yield* heardSent(text, place, ctx) : undefined
  if (sent !== undefined) return { ...sent, says: [...before, ...sent.says] }
  const aside = picked === undefined ? yield* hearAside(text, place, ctx) : undefined
  if (aside !== undefined) return yield* entered(place, [...before, aside], ctx)
  const paper = picked === undefined && HEARS_PAPERS.has(place.at) ? yield* hearPaper(text, place, ctx) : undefined
  if (paper !== undefined) return { ...paper, says: [...before, ...paper.says] }
  const line = picked === undefined && HEARS_LINES.has(place.at) ? yield* hearLine(text, ctx) : undefined
  if (line !== undefined) return { ...line, says: [...before, ...line.says] }
  const input: Input =
    picked?.id === undefined || isWholeAnswer(place, picked.id)
      ? { kind: 'said', text }
      : { kind: 'picked', id: picked.id }
  const decision = yield* advancePlace(place, input, ctx)
  const unheard = input.kind === 'said' && BUTTONS_ONLY.has(place.at) && decision.place.at === place.at
  return { ...decision, says: [...before, ...(unheard ? [say(t('repair.notUnderstood'))] : []), ...decision.says] }
}

/** Places that know buttons alone: words that fit none of them are not passed over in silence. */
const BUTTONS_ONLY: ReadonlySet<Place['at']> = new Set([
  'kinds',
  'unit',
  'reports',
  'report',
  'history',
  'drafts',
  'loops',
  'queue',
])

/** One of several choices, typed before any was ticked: as with two of them, that is the answer, not a first tick. */
const isWholeAnswer = (place: Place, id: string): boolean =>
  place.at === 'form' && id.startsWith('m:') && (place.picked ?? []).length === 0

/** A word that works anywhere; what changes a report means the one on the screen, and a draft is no place for the rest of these. */
function verbAt(conversation: Conversation<Place>, text: string, ctx: Ctx): Verb | undefined {
  const verb = readVerb(text, isAnswering(conversation, text, ctx))
  return verb !== undefined && OUTSIDE.has(verb) && INSIDE.has(conversation.place.at) ? undefined : verb
}

const OUTSIDE: ReadonlySet<Verb> = new Set(['evidence', 'news', 'nudge'])
const INSIDE: ReadonlySet<Place['at']> = new Set(['form', 'summary', 'editing', 'report', 'returning', 'announce'])

/** Where something is being done the help stands above it; elsewhere it is a card of its own, with the way back. */
function* helpAt({ place, screen }: Conversation<Place>, ctx: Ctx): Flow {
  const offered = screen?.choices.flatMap(({ id }) => id ?? []) ?? []
  const here = helpHere(place, offered)
  return here === undefined ? openedHelp(place, ctx) : yield* entered(place, [here], ctx)
}

/** May it be the answer to what stands on the screen: typed where one is typed, or words of a choice of the question? */
const isAnswering = ({ place, screen }: Conversation<Place>, text: string, { speak }: Ctx): boolean =>
  screen?.typed === 'value' ||
  (place.at === 'form' && screen?.choices.some((one) => canonical(speak(one.label)).includes(canonical(text))) === true)

/** Where nothing else is asked, what an officer writes may be a report in one line. */
const HEARS_LINES: ReadonlySet<Place['at']> = new Set([
  'home',
  'kinds',
  'unit',
  'reports',
  'report',
  'drafts',
  'progress',
  'row',
])

/** There, and where papers are asked for, she may name the one she wants. */
const HEARS_PAPERS: ReadonlySet<Place['at']> = new Set([...HEARS_LINES, 'papers'])
/** The same, and where she only looks at something; a report that is shown knows itself what is meant. */
const HEARS_SENT: ReadonlySet<Place['at']> = new Set<Place['at']>([
  ...[...HEARS_LINES].filter((at) => at !== 'report'),
  'announcements',
  'papers',
  'loops',
  'line',
  'whichUnit',
  'history',
])

/** What is said of a report that is already sent; in the middle of a form its question stands again. */
function* heardSent(text: string, place: Place, ctx: Ctx): Asking<UnionDecision | undefined> {
  if (HEARS_SENT.has(place.at)) return yield* hearSent(text, ctx)
  if (place.at !== 'form' && place.at !== 'summary') return undefined
  const undone = yield* hearUndo(text, ctx)
  if (undone === undefined) return undefined
  const [said] = undone.says
  const again = yield* entered(place, said === undefined ? [] : [{ lines: said.lines }], ctx)
  return { ...again, effects: [...undone.effects, ...again.effects] }
}

/** Danger comes first, in any state. A visitor is led to the private room; a person of the Union is asked. */
function hearDanger(place: Place, text: string, ctx: Ctx): UnionDecision | undefined {
  if (ctx.triage?.danger !== 'immediate') return undefined
  // "help" alone is a cry to whoever hears it and a command to a bot; of a person of the Union it is the second, and the card
  // that it opens holds the numbers.
  if (ctx.who !== undefined && readVerb(text, false) === 'help') return undefined
  const alarm = ctx.newId()
  const { child } = ctx.triage
  if (ctx.who !== undefined) return dangerFound(place.at === 'dangerCheck' ? place.back : place, text, alarm, child)
  return {
    place,
    says: [withExit(dangerNumbers(child))],
    effects: [
      { do: 'raiseAlarm', id: alarm, text, child },
      { do: 'openSession', text },
    ],
  }
}

function* obey(verb: Exclude<Verb, 'back' | 'help'>, text: string, place: Place, ctx: Ctx): Flow {
  switch (verb) {
    case 'menu':
      return yield* open('home', ctx)
    case 'stuck':
      return { ...(yield* open('home', ctx)), place: { at: 'home' } }
    case 'later':
      return place.at === 'form' || place.at === 'summary'
        ? yield* advancePlace(place, { kind: 'picked', id: 'later' }, ctx)
        : yield* open('home', ctx)
    case 'cancel':
      return place.at === 'form' || place.at === 'summary' || place.at === 'editing'
        ? yield* advancePlace({ at: 'summary', draft: place.draft }, { kind: 'picked', id: 'drop' }, ctx)
        : yield* open('home', ctx)
    case 'resume':
      return yield* resumeNewest(ctx)
    case 'report':
      return yield* open('kinds', ctx)
    case 'counsel':
      return askCounsel(text, ctx) ?? (yield* open('private', ctx))
    case 'formal':
    case 'bystander':
      return yield* open(verb, ctx)
    case 'confidential':
      return yield* open('private', ctx)
    case 'unit':
    case 'evidence':
    case 'news':
    case 'nudge':
    case 'drafts':
    case 'reports':
    case 'loops':
    case 'progress':
    case 'digest':
    case 'papers':
    case 'announcements':
    case 'queue':
    case 'admin':
    case 'code':
      return yield* open(verb, ctx)
    case 'english':
      return yield* speakIn('en', place, ctx)
    case 'vietnamese':
      return yield* speakIn('vi', place, ctx)
  }
}

/** What was ticked and not finished stays with the draft when something else is opened. */
function* leaving(place: Place, decision: UnionDecision, ctx: Ctx): Flow {
  const isLeft = place.at === 'form' && (place.picked ?? []).length > 0 && decision.place.at !== 'form'
  const isKept = decision.effects.some((one) => one.do === 'putAnswer' || one.do === 'dropDraft')
  if (!isLeft || isKept) return decision
  const left = yield* advancePlace(place, { kind: 'picked', id: 'later' }, ctx)
  const ticks = left.effects.filter((one) => one.do === 'putAnswer')
  return { ...decision, effects: [...ticks, ...decision.effects] }
}

function* takeFile(place: Place, input: Input, ctx: Ctx): Flow {
  return place.at === 'form' || place.at === 'summary'
    ? yield* advancePlace(place, input, ctx)
    : yield* entered(place, [say(t('form.fileNotNow'))], ctx)
}
