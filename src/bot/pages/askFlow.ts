import { instant } from '../../domain/calendar.ts'
import { conversationId } from '../../domain/ids.ts'
import type { Ctx } from '../../flows/union/context.ts'
import type { Asking } from '../../flows/union/needs.ts'
import type { App } from '../app.ts'
import { answerUnion } from '../store/union/answer.ts'
import { type PersonSession, todayOf } from '../store/union/personSessions.ts'
import { drive } from '../turns/ask.ts'

/** Asks a flow on behalf of a person, with her rights, in a transaction: a page shows what the chat would, by the same code. */
export async function askFlow<T>(bot: App, session: PersonSession, flow: (ctx: Ctx) => Asking<T>): Promise<T> {
  const now = bot.now()
  const { who, locale, address, register } = session
  const ctx: Ctx = {
    now: instant(now.getTime()),
    today: todayOf(now),
    locale,
    who,
    plans: bot.plans,
    tree: await bot.tree(register),
    speak: (line) => bot.speak(line, locale),
    demo: bot.demo,
    newId: none,
    newSecret: none,
  }
  const seat = {
    id: conversationId('page'),
    channel: 'web',
    address,
    lane: new Uint8Array(),
    conversation: { place: { at: 'home' } as const, count: 0 },
    who,
    locale,
    register,
  }
  return await bot.store.union.$transaction(
    async (tx) => await drive(flow(ctx), (need) => answerUnion(bot.store, tx, { need, seat, now })),
  )
}

/** A page only looks; it makes nothing that would need an id. */
const none = (): never => {
  throw new Error('a page makes no ids')
}
