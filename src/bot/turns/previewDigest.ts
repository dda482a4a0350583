import { dateOf, instant } from '../../domain/calendar.ts'
import { conversationId, personId, type UnitId } from '../../domain/ids.ts'
import { weeklyDigest } from '../../flows/leader/digestFlow.ts'
import type { Conversation } from '../../flows/turn.ts'
import type { Place } from '../../flows/union/place.ts'
import type { App } from '../app.ts'
import { answerUnion } from '../store/union/answer.ts'
import type { UnionSeat } from '../store/union/conversation.ts'
import { validOn } from '../store/union/people.ts'
import { drive } from './ask.ts'
import { turnIds } from './turnIds.ts'

const HOME: Conversation<Place> = { place: { at: 'home' }, count: 0 }

/** What the leader of a unit would be told now, through the flow of every Monday; its effects are not performed. */
export async function previewDigest(app: App, unit: UnitId): Promise<readonly string[] | undefined> {
  const { store } = app
  const now = app.now()
  const leader = await store.union.grant.findFirst({
    where: { role: 'leader', unit, ...validOn(now) },
    orderBy: { id: 'asc' },
    select: { personId: true },
  })
  const who = {
    id: personId(leader?.personId ?? 'preview'),
    name: '',
    grants: [{ role: 'leader' as const, unit }],
  }
  const register = await store.union.setting.findUnique({ where: { key: 'register' } })
  const seat: UnionSeat = {
    id: conversationId('preview'),
    channel: 'preview',
    address: 'preview',
    lane: new Uint8Array(16),
    conversation: HOME,
    who,
    locale: 'vi',
    register: JSON.stringify(register?.value ?? null),
  }
  const ctx = {
    now: instant(now.getTime()),
    today: dateOf(instant(now.getTime())),
    locale: seat.locale,
    plans: app.plans,
    tree: await app.tree(seat.register),
    speak: (line: Parameters<App['speak']>[0]) => app.speak(line, seat.locale),
    demo: app.demo,
    who,
    ...turnIds(store.keys.ids, 'preview'),
  }
  if (ctx.plans.planOn(ctx.today) === undefined) return undefined
  const event = { kind: 'digestDue', data: { unit, preview: 'yes' } }
  const decision = await drive(weeklyDigest(event, HOME.place, ctx), (need) =>
    answerUnion(store, store.union, { need, seat, now }),
  )
  return decision.says.flatMap((one) => one.lines.map((line) => app.speak(line, seat.locale)))
}
