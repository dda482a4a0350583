import { may } from '../../../domain/access.ts'
import type { DeskEffect } from '../../../flows/vault/deskEffects.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { takeAlarm } from './alarms.ts'
import { isAlarmed, replaceWords } from './cases.ts'
import type { VaultSeat } from './conversation.ts'
import { tellIfNobodyLeft } from './nobodyLeft.ts'
import { openOwnRoom } from './ownRoom.ts'
import { promise } from './promises.ts'
import { answerRequest } from './requests.ts'
import { tellMembers } from './tellMembers.ts'

interface Performing {
  readonly seat: VaultSeat
  readonly now: Date
  readonly newId: () => string
}

const REFUSED_MS = 30 * 24 * 3600_000

/** What a member does at her desk. Whoever is no member, or has not the case any more, changes nothing. */
export async function performDesk(store: Store, tx: Tx, effect: DeskEffect, performing: Performing): Promise<void> {
  const { seat, now } = performing
  if (seat.member === undefined) return
  const me = seat.member.id
  switch (effect.do) {
    case 'takeCase': {
      if (!may([seat.member.role], 'case.take', 'other')) return
      const { count } = await tx.case.updateMany({
        where: { id: effect.case, state: 'waiting', takenBy: null, NOT: { refusedBy: { has: me } } },
        data: { state: 'taken', takenBy: me, takenAt: now },
      })
      if (count !== 1) throw new Error('a case was taken twice')
      return
    }
    case 'declineCase':
      await tx.case.updateMany({
        where: { id: effect.case, state: 'waiting' },
        data: { declinedBy: { push: me } },
      })
      return await tellIfNobodyLeft(store, tx, effect.case, now)
    case 'returnCase':
      await tx.case.updateMany({
        where: { id: effect.case, takenBy: me, state: 'taken' },
        data: { ...FREE, ...(effect.refused === true ? { refusedBy: { push: me } } : { declinedBy: { push: me } }) },
      })
      return await tellIfNobodyLeft(store, tx, effect.case, now)
    case 'offerCase':
      await tx.case.updateMany({
        where: { id: effect.case, takenBy: me, state: 'taken' },
        data: { offeredTo: effect.to },
      })
      return
    case 'acceptCase': {
      const { count } = await tx.case.updateMany({
        where: { id: effect.case, offeredTo: me, state: 'taken' },
        data: { takenBy: me, takenAt: now, offeredTo: null, closeAsked: null, closeBy: null },
      })
      if (count !== 1) throw new Error('what was offered is not there any more')
      return
    }
    case 'setSeverity':
      await tx.case.updateMany({
        where: { id: effect.case, takenBy: me, severity: { not: 'none' } },
        data: { wasHigh: true },
      })
      await tx.case.updateMany({ where: { id: effect.case, takenBy: me }, data: { severity: effect.severity } })
      return
    case 'reopenCase': {
      const { count } = await tx.case.updateMany({
        where: { id: effect.case, takenBy: me, state: 'closed', key: { isNot: null } },
        data: { state: 'taken', closedAt: null, outcome: null },
      })
      if (count === 1) await promise(tx, effect.case, new Date(effect.promiseAt))
      return
    }
    case 'closeCase':
      await tx.case.updateMany({
        where: { id: effect.case, takenBy: me },
        data: { state: 'closed', closedAt: now, outcome: effect.outcome },
      })
      return
    case 'askClose':
      await tx.case.updateMany({
        where: { id: effect.case, takenBy: me, state: 'taken' },
        data: { closeAsked: effect.outcome, closeBy: effect.by },
      })
      return
    case 'judgeClose':
      return await judgeClose(store, tx, { id: effect.case, agreed: effect.agreed, me, now, key: performing.newId() })
    case 'takeAlarm':
      await takeAlarm(store, tx, { ...performing, effect })
      // Danger again: a closing that was proposed before it is proposed no more.
      await tx.case.updateMany({ where: { id: effect.case }, data: { closeAsked: null, closeBy: null } })
      return
    case 'setDuty':
      if (!may([seat.member.role], 'duty.change', 'own')) return
      await tx.member.update({
        where: { id: me },
        data: { dutyUntil: effect.until === undefined ? null : new Date(effect.until) },
      })
      return
    case 'correctWords':
      return await replaceWords(store, tx, { ...effect, by: me, now })
    case 'askReferral':
      await tx.referral.create({
        data: { id: effect.id, caseId: effect.case, kind: effect.kind, state: 'asked', askedAt: now },
      })
      return
    case 'repeatReferral':
      await tx.referral.updateMany({
        where: { id: effect.id, caseId: effect.case, case: { takenBy: me }, state: 'seen' },
        data: { state: 'asked' },
      })
      return
    case 'referralMade':
      await tx.referral.updateMany({
        where: { id: effect.id, caseId: effect.case, state: 'agreed' },
        data: { state: 'made', madeAt: now },
      })
      return
    case 'referralEnded':
      await tx.referral.updateMany({
        where: { id: effect.id, caseId: effect.case, state: 'made' },
        data: { state: effect.outcome === 'waiting' ? 'made' : 'ended', outcome: effect.outcome, madeAt: now },
      })
      return
    case 'askGlass':
      await tx.breakGlass.create({
        data: { id: effect.id, caseId: effect.case, reason: effect.reason, askedBy: me, askedAt: now },
      })
      return
    case 'openGlass':
      await openGlass(store, tx, { id: effect.id, until: new Date(effect.until), me, now })
      return
    case 'openOwnRoom':
      return await openOwnRoom(store, tx, { ...performing, data: effect.data })
    case 'answerRequest':
      return await answerRequest(store, tx, { effect, member: seat.member, now })
  }
}

/** Back in the queue, with nothing of who had it. */
export const FREE = {
  state: 'waiting',
  takenBy: null,
  takenAt: null,
  offeredTo: null,
  closeAsked: null,
  closeBy: null,
} as const

interface Judging {
  readonly id: string
  readonly agreed: boolean
  readonly me: string
  readonly now: Date
  readonly key: string
}

/** Whoever proposed it cannot be the one who agrees. Agreed abuse closes the door of that account for thirty days. */
async function judgeClose(store: Store, tx: Tx, { id, agreed, me, now, key }: Judging): Promise<void> {
  const row = await tx.case.findFirst({
    where: { id, closeBy: me, state: 'taken', closeAsked: { not: null }, NOT: { takenBy: me } },
  })
  if (row === null || (agreed && (await isAlarmed(tx, id)))) return
  const outcome = row.closeAsked
  const closed = agreed ? { state: 'closed', closedAt: now, outcome } : {}
  await tx.case.update({ where: { id }, data: { ...closed, closeAsked: null, closeBy: null } })
  if (row.takenBy !== null)
    await tellMembers(store, tx, {
      where: { id: row.takenBy },
      event: { kind: agreed ? 'closeAgreed' : 'closeRefused', data: { case: id } },
      key: `judged:${key}`,
      now,
    })
  if (!agreed || row.conversationId === null) return
  const woman = await tx.vaultConversation.findUnique({ where: { id: row.conversationId } })
  if (woman === null) return
  if (outcome === 'abuse')
    await tx.vaultConversation.update({
      where: { id: woman.id },
      data: { refusedUntil: new Date(now.getTime() + REFUSED_MS) },
    })
  const event = { kind: 'closed', data: { case: id } }
  await postOwn(store, tx, {
    persona: 'vault',
    key: `closed:${key}`,
    vaultLane: woman.lane,
    event,
    now,
  })
}

interface Glass {
  readonly id: string
  readonly until: Date
  readonly me: string
  readonly now: Date
}

/** Only another member than the one who asked can open it; the one whose case it is, and the head, are told. */
async function openGlass(store: Store, tx: Tx, { id, until, me, now }: Glass): Promise<void> {
  const { count } = await tx.breakGlass.updateMany({
    where: { id, approvedBy: null, NOT: { askedBy: me } },
    data: { approvedBy: me, endsAt: until },
  })
  if (count === 0) return
  const row = await tx.breakGlass.findUniqueOrThrow({ where: { id } })
  const { takenBy, alias } = await tx.case.findUniqueOrThrow({ where: { id: row.caseId } })
  const data = { case: row.caseId, glass: id }
  await tellMembers(store, tx, {
    where: { id: row.askedBy },
    event: { kind: 'glassOpen', data },
    key: `glass:${id}`,
    now,
  })
  const told = { event: { kind: 'glassTold', data }, now }
  if (takenBy !== null) await tellMembers(store, tx, { ...told, where: { id: takenBy }, key: `glassHolder:${id}` })
  await tellMembers(store, tx, { ...told, where: { role: 'clubHead' }, key: `glassHead:${id}` })
  await tx.vaultAudit.create({ data: { at: now, actor: me, act: `glass.open.${row.reason}`, subject: alias } })
}
