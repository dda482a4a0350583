import { dateOf, instant } from '../../domain/calendar.ts'
import type { Locale } from '../../domain/text.ts'
import { fileId } from '../../domain/ids.ts'
import { triage } from '../../domain/triage.ts'
import { type Made, speakMade } from '../../flows/papers/made.ts'
import type { Line } from '../../flows/say.ts'
import { advanceUnion } from '../../flows/union/advance.ts'
import type { App } from '../app.ts'
import type { Stored } from '../store/stored.ts'
import { claimUnion, finish, type InboxRow, openBody, postOwn } from '../store/inbox.ts'
import type { MessageKind } from '../store/outboxEntry.ts'
import { recallUnsent } from '../store/recall.ts'
import type { Tx } from '../store/tx.ts'
import { answerUnion } from '../store/union/answer.ts'
import { albumKey, saveUnionSeat, takeUnionSeat, type UnionSeat } from '../store/union/conversation.ts'
import { performUnion } from '../store/union/perform.ts'
import { actionData, resolveAction } from './actions.ts'
import { baseOf } from './base.ts'
import { drive } from './ask.ts'
import { heardOf, isHers } from './heardOf.ts'
import { noteHers } from './bubbles.ts'
import { oneTurn } from './oneTurn.ts'
import { toOuts } from './outs.ts'
import { turnIds } from './turnIds.ts'

/** One turn on the Union's login. False when nothing waits. */
export const unionTurn = (app: App): Promise<boolean> =>
  oneTurn(app, { client: app.store.union, claim: claimUnion, handle })

async function handle(app: App, tx: Tx, row: InboxRow, now: Date): Promise<UnionSeat | undefined> {
  const stored = openBody(app.store, row)
  if (stored.kind === 'own' && stored.event.kind === 'dropFile') {
    await app.files.drop(tx, fileId(stored.event.data['file'] ?? ''))
    await finish(tx, row.id, now)
    return undefined
  }
  const ids = turnIds(app.store.keys.ids, `union:${row.channel}:${row.eventKey}`)
  const today = dateOf(instant(now.getTime()))
  const seat =
    row.lane === null
      ? undefined
      : await takeUnionSeat(app.store, tx, {
          lane: row.lane,
          channel: row.channel,
          address: stored.kind === 'arrival' ? stored.address : undefined,
          newId: ids.newId,
          today,
        })
  if (seat === undefined) {
    await finish(tx, row.id, now)
    return undefined
  }
  const heard = await resolveAction(tx.action, seat.id, heardOf(stored, row.receivedAt), now)
  const ctx = {
    now: instant(now.getTime()),
    today,
    locale: seat.locale,
    plans: app.plans,
    tree: await app.tree(seat.register),
    speak: (line: Parameters<App['speak']>[0]) => app.speak(line, seat.locale),
    demo: app.demo,
    byPhone: [...app.channels.values()].some(({ notifyPhone }) => notifyPhone !== undefined),
    ...baseOf(app),
    ...ids,
    ...(seat.who === undefined ? {} : { who: seat.who }),
    ...('text' in heard ? { triage: triage(heard.text) } : {}),
  }
  const turn = await drive(advanceUnion(seat.conversation, heard, ctx), (need) =>
    answerUnion(app.store, tx, { need, seat, now }),
  )
  const alarm = turn.effects.find((one) => one.do === 'raiseAlarm')
  const locale = turn.effects.find((one) => one.do === 'setLocale')?.locale ?? seat.locale
  for (const effect of turn.effects) {
    if (effect.do === 'makeFile') {
      await app.files.keep(tx, { ...effect, made: madeIn(effect.made, seat.locale, app.speak) })
      continue
    }
    await performUnion(app.store, tx, effect, {
      seat,
      now,
      newId: ids.newId,
      heardAt: row.receivedAt,
      ...(alarm === undefined ? {} : { alarm: alarm.id }),
    })
  }
  // A file that no place took is not kept.
  if (heard.kind === 'file' && !JSON.stringify([turn.effects, turn.conversation.place]).includes(heard.file.id))
    await app.files.drop(tx, heard.file.id)
  const { outs, actions } = toOuts({
    says: turn.says,
    nonce: turn.conversation.screen?.nonce,
    // A visitor who writes as a child does is spoken to so at once.
    voice: seat.who === undefined && ctx.triage?.young === true ? 'viYoung' : locale,
    speak: app.speak,
    newId: ids.newId,
    pressed: heard.kind === 'press',
    protect: false,
  })
  if (actions.length > 0) await tx.action.createMany({ data: actions.map((one) => actionData(one, seat.id, now)) })
  const toRoom = turn.effects.some((one) => one.do === 'openSession')
  if (seat.who === undefined || toRoom) await noteHers(app.store, tx, { stored, channel: row.channel, now })
  if (turn.says.some((one) => one.clears === true)) await clearChat(app, tx, { seat, row, now })
  const kind = kindOf(stored, alarm !== undefined)
  const album = albumOf(stored)
  await saveUnionSeat(app.store, tx, {
    seat,
    conversation: turn.conversation,
    entries: outs.map((out, n) => ({ key: `${album === undefined ? '' : albumKey(album)}${row.id}:${n}`, kind, out })),
    ...(album === undefined ? {} : { album }),
    inboxId: row.id,
    now,
    ...(isHers(stored) ? { heardAt: row.receivedAt } : {}),
    ...(heard.kind === 'blocked' ? { blocked: true } : {}),
  })
  return seat
}

const madeIn = (made: Made<Line>, locale: Locale, speak: App['speak']): Made<string> =>
  speakMade(made, (line) => speak(line, made.locale ?? locale))

/** Sent to many at once: everything else goes before it, and it is never sent twice. */
const TO_MANY: ReadonlySet<string> = new Set(['digestDue', 'announcementDue'])

/** She has left: nothing that waits arrives, and what stands in her chat is the private room's to take away. */
async function clearChat(
  { store, channels }: App,
  tx: Tx,
  { seat, row, now }: { readonly seat: UnionSeat; readonly row: InboxRow; readonly now: Date },
): Promise<void> {
  await recallUnsent(store, tx, seat)
  if (channels.get(seat.channel)?.takeDown === undefined || row.vaultLane === null) return
  const event = { kind: 'left', data: {} }
  await postOwn(store, tx, { persona: 'vault', key: `left:${row.id}`, vaultLane: row.vaultLane, event, now })
}

const albumOf = (stored: Stored): string | undefined =>
  stored.kind === 'arrival' && stored.what.kind === 'file' ? stored.what.album : undefined

function kindOf(stored: Stored, danger: boolean): MessageKind {
  if (danger) return 'danger'
  if (stored.kind !== 'own') return 'officer'
  return TO_MANY.has(stored.event.kind) ? 'digest' : 'reminder'
}
