import { Api } from 'grammy'
import type { Inbound } from '../../src/bot/channel.ts'
import { sender } from '../../src/bot/channels/telegram/send.ts'
import { taker } from '../../src/bot/channels/telegram/take.ts'
import { makeSpeaker } from '../../src/bot/sources/speak.ts'
import { readConversation } from '../../src/bot/store/conversationState.ts'
import { drive } from '../../src/bot/turns/ask.ts'
import { heardOf } from '../../src/bot/turns/heardOf.ts'
import { toOuts } from '../../src/bot/turns/outs.ts'
import { turnIds } from '../../src/bot/turns/turnIds.ts'
import { dateOf, instant, localDate } from '../../src/domain/calendar.ts'
import { personId, unitId } from '../../src/domain/ids.ts'
import type { Field, Form } from '../../src/domain/plan/form.ts'
import { makePlanBook } from '../../src/domain/plan/planBook.ts'
import { triage } from '../../src/domain/triage.ts'
import { advanceUnion } from '../../src/flows/union/advance.ts'
import type { Place } from '../../src/flows/union/place.ts'
import { aForm, aPlan, aTree, aUnit } from '../support/builders.ts'
import type { Given, Handle } from './engine.ts'
import { memoryStore } from './memory.ts'
import type { Network } from './network.ts'
import { OPTIONS, type Question, START } from './script.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const UNIT = unitId('xa')

/**
 * Our engine, whole but for the database: the Telegram channel reads the update, the words are searched for danger, the flow
 * decides, the channel sends. The same calls in the same order as unionTurn.
 */
export async function openOurs({ asked, network, strings, done }: Given): Promise<Handle> {
  const speak = await makeSpeaker()
  const plans = makePlanBook([
    aPlan([], { forms: [formOf(asked)], from: localDate('2026-01-01'), to: localDate('2026-12-31') }),
  ])
  const tree = aTree([aUnit('xa', 'commune', { name: 'Hội LHPN xã Mỹ Phước' })])
  const who = { id: personId('p1'), name: 'Chị Lan', grants: [{ role: 'officer' as const, unit: UNIT }] }
  const store = memoryStore(strings, done)
  const api = new Api('1:x', { fetch: fetchOf(network) })
  const send = sender(api, async () => undefined)
  const key = Buffer.alloc(32)
  const refs = new Map<string, string>()

  async function turn(address: string, what: Inbound, eventKey: string): Promise<void> {
    const ids = turnIds(key, `union:telegram:${eventKey}`)
    const conversation = readConversation<Place>(strings.get(address) ?? FIRST, { at: 'home' })
    const heard = heardOf({ kind: 'arrival', address, what }, NOW)
    const ctx = {
      now: instant(NOW.getTime()),
      today: dateOf(instant(NOW.getTime())),
      locale: 'vi' as const,
      plans,
      tree,
      speak: (line: Parameters<typeof speak>[0]) => speak(line, 'vi'),
      demo: false,
      ...ids,
      who,
      ...(heard.kind === 'text' ? { triage: triage(heard.text) } : {}),
    }
    const decided = await drive(advanceUnion(conversation, heard, ctx), async (need) => store.answer(need))
    for (const effect of decided.effects) store.perform(effect)
    const { outs } = toOuts({
      says: decided.says,
      nonce: decided.conversation.screen?.nonce,
      voice: 'vi',
      speak,
      newId: ids.newId,
      pressed: heard.kind === 'press',
      protect: false,
    })
    strings.set(address, JSON.stringify(decided.conversation))
    for (const out of outs) {
      const ref = refs.get(address)
      const sent = await send(address, out, ref === undefined ? {} : { ref })
      if (sent.ref !== undefined) refs.set(address, sent.ref)
    }
  }

  const { parse, take } = taker({
    api,
    apiRoot: 'http://127.0.0.1',
    name: 'telegram',
    saveFile: async () => ({ kind: 'badFile', why: 'type' }),
    receive: ({ address, what, eventKey }) => turn(address, what, eventKey),
    log: { warn: (_fields, message) => fail(message), alarm: fail },
  })
  return (update) => take(parse(update), 0)
}

const FIRST = JSON.stringify({ place: { at: 'home' }, count: 0 })

function fail(message: string): never {
  throw new Error(message)
}

const formOf = (asked: readonly Question[]): Form =>
  aForm('F-BENCH', {
    short: { vi: 'Phiếu' },
    fields: asked.map(fieldOf),
    eventDate: 'q3',
    mainText: 'q2',
    words: [START.slice(1)],
    none: false,
  })

function fieldOf({ id, kind, ask }: Question): Field {
  const field = { id, kind, label: { vi: id }, ask: { vi: ask }, optional: false }
  switch (kind) {
    case 'choice':
      return { ...field, options: OPTIONS.map((option) => ({ id: option, label: { vi: option } })) }
    case 'number':
      return { ...field, min: 0, max: 10_000 }
    case 'text':
      return { ...field, min: 5, max: 300 }
    case 'date':
      return field
  }
}

type ApiFetch = NonNullable<NonNullable<ConstructorParameters<typeof Api>[1]>['fetch']>

/** grammY asks nothing of an answer but its JSON. */
function fetchOf(network: Network): ApiFetch {
  const call: unknown = network.fetch.bind(network)
  return isApiFetch(call) ? call : fail('not a fetch')
}

const isApiFetch = (value: unknown): value is ApiFetch => typeof value === 'function'
