import { isDeskEffect } from '../../../flows/vault/deskEffects.ts'
import type { Effect } from '../../../flows/vault/effects.ts'
import { keyedHash } from '../../keys/keys.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { addToAlarm, giveReceipt, raiseAlarm, standDown, standDownOf } from './alarms.ts'
import { makeCaseKey } from './caseKeys.ts'
import { addPhotos, type ReadFile } from './caseFiles.ts'
import { addWords, hashCodeWord } from './cases.ts'
import { cancelUnsent, eraseWoman } from './leaving.ts'
import type { VaultSeat } from './conversation.ts'
import { performDesk } from './performDesk.ts'
import { promise } from './promises.ts'
import { answerReferral, refuseCounsellor } from './referrals.ts'
import { judgeSheet } from './sheets.ts'
import { forgetNudge, performWoman } from './woman.ts'
import { tellMembers, tellRouted } from './tellMembers.ts'

export interface Performing {
  readonly seat: VaultSeat
  readonly now: Date
  readonly newId: () => string
  readonly readFile: ReadFile
}

/** Does what a flow of the private room decided, on the vault's login, in the transaction of the turn. */
export async function performVault(store: Store, tx: Tx, effect: Effect, performing: Performing): Promise<void> {
  const { seat, now } = performing
  if (isDeskEffect(effect)) return await performDesk(store, tx, effect, performing)
  switch (effect.do) {
    case 'openCase': {
      await tx.case.create({
        data: {
          id: effect.id,
          alias: effect.alias,
          conversationId: seat.id,
          state: 'waiting',
          severity: effect.severity,
          topic: effect.topic,
          openedAt: now,
          promiseAt: new Date(effect.promiseAt),
          receipt: keyedHash(store.keys.receipt, effect.receipt),
          consent: effect.consent,
          consentAt: now,
          door: effect.door,
          child: effect.child,
        },
      })
      await promise(tx, effect.id, new Date(effect.promiseAt))
      return await makeCaseKey(store, tx, effect.id, now)
    }
    case 'addWords':
      return await addWords(store, tx, { ...effect, now, ...(seat.member === undefined ? {} : { by: seat.member.id }) })
    case 'revealWords':
      await tx.caseMessage.updateMany({
        where: { id: effect.id, caseId: effect.case, from: 'woman', revealedAt: null },
        data: { revealedAt: now },
      })
      return
    case 'addPhotos':
      return await addPhotos(store, tx, { ...performing, effect })
    case 'raiseSeverity':
      await tx.case.update({ where: { id: effect.case }, data: { severity: effect.severity } })
      return await promise(tx, effect.case, new Date(effect.promiseAt))
    case 'renewPromise':
      return await promise(tx, effect.case, new Date(effect.promiseAt))
    case 'refuseCounsellor':
      return await refuseCounsellor(store, tx, { ...effect, seat, now })
    case 'answerReferral':
      return await answerReferral(store, tx, { ...effect, seat, now })
    case 'markShown':
      await tx.caseMessage.updateMany({
        where: {
          caseId: effect.case,
          from: effect.from,
          shownAt: null,
          ...(effect.since === undefined ? {} : { at: { gte: new Date(effect.since) } }),
        },
        data: { shownAt: now },
      })
      if (effect.from === 'counsellor') await forgetNudge(tx, effect.case)
      return
    case 'setCodeWord':
      await tx.case.update({ where: { id: effect.case }, data: { codeWord: await hashCodeWord(store, effect.word) } })
      return
    case 'eraseCase':
      return await eraseWoman(store, tx, { seat, case: effect.case, now })
    case 'closeSession':
      if (seat.member === undefined) await cancelUnsent(tx, seat.id)
      await tx.vaultConversation.update({ where: { id: seat.id }, data: { open: false } })
      return
    case 'tell': {
      const target = await tx.vaultConversation.findUnique({ where: { id: effect.to }, select: { lane: true } })
      if (target !== null)
        await postOwn(store, tx, {
          persona: 'vault',
          key: effect.key,
          vaultLane: target.lane,
          event: effect.event,
          now,
        })
      return
    }
    case 'tellMember':
      return await tellMembers(store, tx, { where: { id: effect.member }, event: effect.event, key: effect.key, now })
    case 'tellDuty':
      return await tellRouted(store, tx, { id: effect.case, event: effect.event, key: effect.key, now })
    case 'tellClub':
      return await tellMembers(store, tx, {
        where: { id: { not: seat.member?.id ?? '' } },
        event: effect.event,
        key: effect.key,
        now,
      })
    case 'raiseAlarm':
      return await raiseAlarm(store, tx, { ...performing, effect })
    case 'addToAlarm':
      return await addToAlarm(store, tx, { ...performing, effect })
    case 'giveReceipt':
      return await giveReceipt(store, tx, { ...performing, effect })
    case 'standDown':
      return await standDown(store, tx, effect.alarm, now)
    case 'standDownOf':
      return await standDownOf(store, tx, effect.case, now)
    case 'joinClub': {
      const { count } = await tx.invitation.updateMany({
        where: { id: effect.invitation, usedAt: null },
        data: { usedAt: now },
      })
      if (count !== 1) throw new Error('an invitation was used twice')
      await tx.member.create({
        data: { id: effect.member, name: effect.name, role: effect.role, unit: effect.unit, createdAt: now },
      })
      await tx.vaultConversation.update({ where: { id: seat.id }, data: { kind: 'member', memberId: effect.member } })
      return
    }
    case 'judgeSheet':
      return await judgeSheet(tx, seat, effect, now)
    case 'writeHandover':
    case 'handOver':
    case 'confirmHandover':
    case 'tryHandover':
    case 'withdrawHandover':
    case 'referralShown':
    case 'setHours':
    case 'setExitWord':
    case 'moveRoom':
    case 'rate':
    case 'requestOf':
      return await performWoman(store, tx, effect, performing)
    case 'audit':
      await tx.vaultAudit.create({
        data: { at: now, actor: seat.member?.id ?? 'woman', act: effect.act, subject: effect.subject },
      })
  }
}
