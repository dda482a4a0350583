import { dateOf, instant } from '../../domain/calendar.ts'
import { triage } from '../../domain/triage.ts'
import type { Heard } from '../../flows/heard.ts'
import { advanceVault } from '../../flows/vault/advance.ts'
import type { App } from '../app.ts'
import type { Stored } from '../store/stored.ts'
import { claimVault, finish, type InboxRow, openBody } from '../store/inbox.ts'
import type { MessageKind } from '../store/outboxEntry.ts'
import { recallUnsent } from '../store/recall.ts'
import type { Tx } from '../store/tx.ts'
import { standDown } from '../store/vault/alarms.ts'
import { answerVault } from '../store/vault/answer.ts'
import { saveVaultSeat, takeVaultSeat, type VaultSeat } from '../store/vault/conversation.ts'
import { accountLane, closeRoom, isOwnRoom, openRoomBeside } from '../store/vault/ownRoom.ts'
import { isExitWord } from '../store/vault/woman.ts'
import { revokeMember } from '../store/vault/members.ts'
import { performVault } from '../store/vault/perform.ts'
import { dropUnheld } from '../store/vault/caseFiles.ts'
import { actionData, resolveAction } from './actions.ts'
import { baseOf } from './base.ts'
import { drive } from './ask.ts'
import { hideAll, noteInRoom } from './bubbles.ts'
import { heardOf, isAction, isHers } from './heardOf.ts'
import { oneTurn } from './oneTurn.ts'
import { toOuts } from './outs.ts'
import { turnIds } from './turnIds.ts'

/** One turn on the vault's login. False when nothing waits. */
export const vaultTurn = (app: App): Promise<boolean> =>
  oneTurn(app, { client: app.store.vault, claim: claimVault, handle })

async function handle(app: App, tx: Tx, row: InboxRow, now: Date): Promise<VaultSeat | undefined> {
  const stored = openBody(app.store, row)
  if (stored.kind === 'own' && stored.event.kind === 'standDown') {
    await standDown(app.store, tx, stored.event.data['alarm'] ?? '', now)
    await finish(tx, row.id, now)
    return undefined
  }
  if (stored.kind === 'own' && stored.event.kind === 'left' && row.vaultLane !== null) {
    await hideAll(app.store, tx, row.vaultLane, now)
    await finish(tx, row.id, now)
    return undefined
  }
  const account = row.vaultLane === null ? undefined : await takeVaultSeat(app.store, tx, row.vaultLane)
  const seat = account === undefined ? undefined : await roomOf(app, tx, account, stored)
  if (seat === undefined) {
    await finish(tx, row.id, now)
    return undefined
  }
  if (stored.kind === 'own' && stored.event.kind === 'becameAdmin') {
    if (seat.member !== undefined) await revokeMember(app.store, tx, seat.member.id, now)
    await finish(tx, row.id, now)
    return undefined
  }
  const ids = turnIds(app.store.keys.ids, `vault:${row.channel}:${row.eventKey}`)
  const heard = await resolveReply(
    tx,
    seat,
    await resolveAction(tx.vaultAction, seat.id, heardOf(stored, row.receivedAt), now),
  )
  const words = wordsIn(heard)
  const voice = voiceOf(seat.conversation)
  const channel = app.channels.get(seat.channel)
  const ctx = {
    now: instant(now.getTime()),
    today: dateOf(instant(now.getTime())),
    conversation: seat.id,
    seenBy: channel?.caps.seenBy ?? ('foreign' as const),
    isPage: channel?.mode === 'pull',
    calendar: app.calendar,
    speak: (line: Parameters<App['speak']>[0]) => app.speak(line, voice),
    // A page of her own would be nobody's to the bot: her case could come to her desk.
    ...(isOwnRoom(app.store, seat) ? {} : baseOf(app)),
    ...ids,
    ...(seat.member === undefined ? {} : { member: seat.member }),
    ...(seat.refusedUntil !== undefined && seat.refusedUntil > now.getTime() ? { refused: true } : {}),
    ...(seat.heardAt === undefined ? {} : { heardAt: seat.heardAt }),
    ...(words === undefined ? {} : { triage: triage(words) }),
    ownExit: words !== undefined && isExitWord(app.store, words, seat.exitWord),
  }
  const turn = await drive(advanceVault(seat.conversation, heard, ctx), (need) =>
    answerVault(app.store, tx, { need, seat, now, legal: app.legal }),
  )
  for (const effect of turn.effects)
    await performVault(app.store, tx, effect, { seat, now, newId: ids.newId, readFile: (id) => app.files.read(id) })
  await dropUnheld(app.store, tx, { heard, before: seat.conversation.place, after: turn.conversation.place, now })
  const { outs, actions } = toOuts({
    says: turn.says,
    nonce: turn.conversation.screen?.nonce,
    voice: voiceOf(turn.conversation),
    speak: app.speak,
    newId: ids.newId,
    pressed: heard.kind === 'press',
    protect: true,
  })
  if (actions.length > 0) await tx.vaultAction.createMany({ data: actions.map((one) => actionData(one, seat.id, now)) })
  const leaves = turn.effects.some((one) => one.do === 'closeSession')
  await noteInRoom(app.store, tx, { stored, channel: row.channel, now })
  if (leaves) await hideAll(app.store, tx, accountLane(app.store, seat), now)
  if (leaves && seat.member === undefined) await recallUnsent(app.store, tx, seat)
  const kind = kindOf(turn.effects.some((one) => one.do === 'raiseAlarm') || isAlarm(stored), seat)
  await saveVaultSeat(app.store, tx, {
    seat,
    conversation: turn.conversation,
    entries: outs.map((out, n) => ({
      key: `${row.id}:${n}`,
      kind,
      out: n === 0 && leaves ? { ...out, clears: true } : out,
      ...about(turn.says[n]?.about),
    })),
    inboxId: row.id,
    now,
    ...(turn.cause === undefined ? {} : { cause: turn.cause.kind }),
    ...(turn.until === undefined ? {} : { until: new Date(turn.until) }),
    ...(isHers(stored) || isOpening(stored) ? { heardAt: row.receivedAt } : {}),
    ...(heard.kind === 'blocked' ? { blocked: true } : {}),
  })
  return seat
}

/** Whoever sits at a desk may have her own room open beside it; a button of the desk leads back to the desk. */
async function roomOf(app: App, tx: Tx, desk: VaultSeat, stored: Stored): Promise<VaultSeat | undefined> {
  if (stored.kind !== 'arrival' || stored.what.kind === 'blocked') return desk
  const lane = await openRoomBeside(app.store, tx, desk)
  if (lane === undefined) return desk
  const { what } = stored
  const isDesks =
    what.kind === 'press' &&
    isAction(what.token) &&
    (await tx.vaultAction.count({ where: { id: what.token.slice(2), conversationId: desk.id } })) > 0
  if (!isDesks) return await takeVaultSeat(app.store, tx, lane)
  await closeRoom(tx, lane)
  return desk
}

const voiceOf = ({ isYoung }: VaultSeat['conversation']) => (isYoung === true ? ('viYoung' as const) : ('vi' as const))

const isAlarm = (stored: Stored): boolean => stored.kind === 'own' && stored.event.kind === 'alarm'
/** The room is opened by her own press or words. */
const isOpening = (stored: Stored): boolean => stored.kind === 'own' && stored.event.kind === 'opened'

const kindOf = (danger: boolean, seat: VaultSeat): MessageKind =>
  danger ? 'danger' : seat.member === undefined ? 'woman' : 'caseWork'

/** Danger and topic are read from her words, also from those that she wrote just before the room was opened. */
function wordsIn(heard: Heard): string | undefined {
  if ('text' in heard) return heard.text
  return heard.kind === 'event' && heard.event.kind === 'opened' ? heard.event.data['text'] : undefined
}

const about = (owner: string | undefined): { about?: string } => (owner === undefined ? {} : { about: owner })

/** A reply by the channel's own reply: of which case did the message speak? */
async function resolveReply(tx: Tx, seat: VaultSeat, heard: Heard): Promise<Heard> {
  if (heard.kind !== 'text' || heard.replyTo === undefined || seat.member === undefined) return heard
  const row = await tx.vaultOutbox.findFirst({
    where: { conversationId: seat.id, ref: heard.replyTo, caseId: { not: null } },
    orderBy: { id: 'desc' },
    select: { caseId: true },
  })
  return row?.caseId == null ? heard : { ...heard, about: row.caseId }
}
