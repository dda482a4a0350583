import { demoRegister } from '../../src/bot/install/demoProvince.ts'
import { makeSpeaker } from '../../src/bot/sources/speak.ts'
import { at, dateOf, type Instant, localDate } from '../../src/domain/calendar.ts'
import { fileId, personId, unitId } from '../../src/domain/ids.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { makePlanBook } from '../../src/domain/plan/planBook.ts'
import { triage } from '../../src/domain/triage.ts'
import { makeUnitTree } from '../../src/domain/unit/tree.ts'
import type { Heard } from '../../src/flows/heard.ts'
import type { Line } from '../../src/flows/say.ts'
import type { Conversation } from '../../src/flows/turn.ts'
import { advanceUnion, type UnionTurn } from '../../src/flows/union/advance.ts'
import type { Ctx, Who } from '../../src/flows/union/context.ts'
import type { Asking } from '../../src/flows/union/needs.ts'
import type { Place } from '../../src/flows/union/place.ts'
import { type MemoryUnion, memoryUnion } from './memoryUnion.ts'
import { plan2022 } from './plan2022.ts'

const speaker = await makeSpeaker()
export const speak = (line: Line): string => speaker(line, 'vi')

export const TREE = makeUnitTree(demoRegister())
export const OFFICER: Who = {
  id: personId('p1'),
  name: 'Nguyễn Thị Lan',
  grants: [{ role: 'officer', unit: unitId('xa-1') }],
}
const NOW = at(localDate('2022-06-15'), 9)

/** The flows of the Union, alone: one person, a clock that stands still, drafts and reports in memory. */
export interface UnionTalk {
  readonly store: MemoryUnion
  readonly ctx: Ctx
  conversation(): Conversation<Place>
  /** Puts her somewhere, with these choices on the screen. */
  stand(place: Place, choices?: readonly string[]): void
  say(text: string): UnionTurn
  /** Changes an earlier message. */
  edit(text: string): UnionTurn
  /** Presses the choice with this id, which must be on the screen. */
  press(id: string): UnionTurn
  pressToken(token: string): UnionTurn
  sendFile(name: string): UnionTurn
  back(): UnionTurn
  /** Ids of the choices on the screen. */
  choices(): readonly string[]
}

export interface TalkOptions {
  readonly now?: Instant
  readonly who?: Who | undefined
  readonly plans?: readonly Plan[]
  readonly store?: MemoryUnion
}

export function startUnionTalk(options: TalkOptions = {}): UnionTalk {
  const now = options.now ?? NOW
  const who = 'who' in options ? options.who : OFFICER
  const store = options.store ?? memoryUnion(OFFICER.id, now)
  let made = 0
  const ctx: Ctx = {
    now,
    today: dateOf(now),
    locale: 'vi',
    plans: makePlanBook(options.plans ?? [plan2022]),
    tree: TREE,
    newId: () => `made-${++made}`,
    newSecret: () => new Uint8Array(10).fill(++made),
    speak,
    demo: false,
    ...(who === undefined ? {} : { who }),
  }
  let conversation: Conversation<Place> = { place: { at: 'home' }, count: 0 }

  function hear(heard: Heard): UnionTurn {
    const heardCtx = 'text' in heard ? { ...ctx, triage: triage(heard.text) } : ctx
    const turn = run(advanceUnion(conversation, heard, heardCtx), store)
    turn.effects.forEach((effect) => store.perform(effect))
    conversation = turn.conversation
    return turn
  }

  return {
    store,
    ctx,
    conversation: () => conversation,
    stand(place, choices = []) {
      const screen = {
        nonce: `s${conversation.count}`,
        choices: choices.map((id) => ({ id, label: { text: { vi: id } } })),
        typed: 'choices' as const,
      }
      conversation = { place, count: conversation.count + 1, ...(choices.length === 0 ? {} : { screen }) }
    },
    say: (text) => hear({ kind: 'text', text, cut: false, at: now }),
    edit: (text) => hear({ kind: 'edited', text, cut: false, at: now }),
    press(id) {
      const index = conversation.screen?.choices.findIndex((one) => one.id === id) ?? -1
      if (index < 0) throw new Error(`no button ${id} on the screen`)
      return hear({ kind: 'press', token: `${conversation.screen?.nonce}.${index.toString(36)}`, at: now })
    },
    pressToken: (token) => hear({ kind: 'press', token, at: now }),
    sendFile: (name) =>
      hear({ kind: 'file', file: { id: fileId(name), name, mime: 'image/jpeg', size: 1000 }, at: now }),
    back: () => hear({ kind: 'back', at: now }),
    choices: () => conversation.screen?.choices.flatMap((one) => one.id ?? []) ?? [],
  }
}

function run<T>(flow: Asking<T>, store: MemoryUnion): T {
  let step = flow.next()
  while (step.done !== true) step = flow.next(store.answer(step.value))
  return step.value
}

/** Opens the first question of a form, as her tap on its kind does. */
export function openForm(talk: UnionTalk, form: string): UnionTurn {
  talk.stand({ at: 'kinds' }, [`k:${form}`])
  return talk.press(`k:${form}`)
}

/** All that was said, as she reads it. */
export const spoken = (turn: UnionTurn): string =>
  turn.says.flatMap((one) => one.lines.map((line) => speak(line))).join('\n')
