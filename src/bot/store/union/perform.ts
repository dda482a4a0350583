import { localDate } from '../../../domain/calendar.ts'
import type { Effect } from '../../../flows/union/effects.ts'
import { unionLinks } from '../links.ts'
import { postOwn } from '../inbox.ts'
import { setAcceptAfterDays } from '../settings.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import type { UnionSeat } from './conversation.ts'
import { performAnnouncement } from './announcements.ts'
import { performDigest } from './digests.ts'
import { putAnswer } from './drafts.ts'
import { handOver, lockPhones } from './handOver.ts'
import { createInvitation, revokeGrants } from './invitations.ts'
import { recordEvent, startReport } from './reportEvents.ts'
import { putLetterhead } from './letterheads.ts'
import { leaveClub, openSession, raiseAlarm } from './vaultDoors.ts'

export interface Performing {
  readonly seat: UnionSeat
  readonly now: Date
  readonly newId: () => string
  /** When the person wrote; the turn may come later. */
  readonly heardAt: Date
  /** The alarm raised earlier in the same turn, handed on when the private room is opened. */
  readonly alarm?: string
}

/** Does what a flow decided, in the transaction of the turn. */
export async function performUnion(
  store: Store,
  tx: Tx,
  effect: Exclude<Effect, { do: 'makeFile' }>,
  performing: Performing,
): Promise<void> {
  const { seat, now, newId } = performing
  const by = seat.who?.id
  switch (effect.do) {
    case 'openDraft': {
      if (by === undefined) return
      const { id, form, formVersion, unit } = effect
      await tx.draft.create({
        data: {
          id,
          personId: by,
          unit,
          form,
          formVersion,
          reportId: effect.report ?? null,
          stage: effect.stage ?? null,
          createdAt: now,
          touchedAt: now,
        },
      })
      for (const one of effect.answers ?? []) await putAnswer(store, tx, { draft: id, ...one, now })
      return
    }
    case 'putAnswer':
      return await putAnswer(store, tx, { ...effect, now })
    case 'dropAnswers':
      await tx.draftAnswer.deleteMany({ where: { draftId: effect.draft, field: { in: [...effect.paths] } } })
      return
    case 'moveDraft':
      await tx.draft.update({ where: { id: effect.draft }, data: { formVersion: effect.formVersion } })
      await tx.draftAnswer.deleteMany({ where: { draftId: effect.draft, field: { in: [...effect.drop] } } })
      return
    case 'dropDraft':
      await tx.draft.deleteMany({ where: { id: effect.draft } })
      return
    case 'sendReport':
      if (by !== undefined) await startReport(tx, { ...effect, by, now })
      return
    case 'changeReport':
      return await recordEvent(tx, {
        id: effect.id,
        kind: effect.kind,
        now,
        answers: effect.answers,
        eventDate: localDate(effect.eventDate),
        jointUnits: effect.jointUnits,
        afterClose: effect.afterClose,
        ...(by === undefined ? {} : { by }),
      })
    case 'withdrawReport':
      return await recordEvent(tx, { id: effect.id, kind: 'withdrawn', now, ...(by === undefined ? {} : { by }) })
    case 'approveReport':
      return await recordEvent(tx, { id: effect.id, kind: 'approved', now, ...(by === undefined ? {} : { by }) })
    case 'reopenReport':
      return await recordEvent(tx, { id: effect.id, kind: 'reopened', now, ...(by === undefined ? {} : { by }) })
    case 'returnReport':
      return await recordEvent(tx, {
        id: effect.id,
        kind: 'returned',
        now,
        comment: { field: effect.field, text: effect.text },
        ...(by === undefined ? {} : { by }),
      })
    case 'openSession':
      return await openSession(store, tx, {
        ...performing,
        ...(effect.alarm === undefined ? {} : { alarm: effect.alarm }),
        ...(effect.text === undefined ? {} : { text: effect.text }),
        ...(effect.look === undefined ? {} : { look: effect.look }),
      })
    case 'raiseAlarm':
      return await raiseAlarm(store, tx, { ...performing, effect })
    case 'standDown':
      return await postOwn(store, tx, {
        persona: 'vault',
        key: `standDown:${effect.alarm}`,
        event: { kind: 'standDown', data: { alarm: effect.alarm } },
        now,
      })
    case 'useInvitation': {
      const { count } = await tx.invitation.updateMany({
        where: { id: effect.invitation, usedAt: null },
        data: { usedAt: now, usedBy: effect.person },
      })
      if (count !== 1) throw new Error('an invitation was used twice')
      const invitation = await tx.invitation.findUniqueOrThrow({ where: { id: effect.invitation } })
      await tx.person.upsert({
        where: { id: effect.person },
        create: { id: effect.person, name: effect.name, createdAt: now },
        update: {},
      })
      if (invitation.personId === null) {
        const today = new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10)
        await tx.grant.create({
          data: {
            id: newId(),
            personId: effect.person,
            role: invitation.role,
            unit: invitation.unit,
            from: today,
            grantedBy: invitation.issuedBy,
          },
        })
      }
      await tx.conversation.update({ where: { id: seat.id }, data: { personId: effect.person } })
      if (invitation.role === 'admin') await leaveClub(store, tx, { seat, key: effect.invitation, now })
      return await audit(tx, { actor: effect.person, act: 'bind', subject: effect.invitation, now })
    }
    case 'invite':
      return await createInvitation(store, tx, { ...effect, now, ...(by === undefined ? {} : { by }) })
    case 'setName':
      if (by !== undefined) await tx.person.update({ where: { id: by }, data: { name: effect.name } })
      return
    case 'setLocale':
      if (by !== undefined) await tx.person.update({ where: { id: by }, data: { locale: effect.locale } })
      return
    case 'setAcceptAfter':
      return await setAcceptAfterDays(tx, effect.root, effect.days)
    case 'lockPhones':
      return await lockPhones(tx, effect.person)
    case 'handOver':
      return await handOver(tx, { ...effect, now })
    case 'revoke':
      await revokeGrants(tx, effect.person, now)
      return
    case 'announce':
    case 'readAnnouncement':
      if (by !== undefined) await performAnnouncement(tx, effect, { by, now })
      return
    case 'freezeDigest':
    case 'setDigestTime':
    case 'setDigestPhone':
    case 'bringDigest':
    case 'deputise':
    case 'endDeputy':
      if (by !== undefined) await performDigest(store, tx, effect, { by, now })
      return
    case 'plan':
      await tx.due.createMany({
        data: [
          {
            kind: effect.kind,
            key: effect.key,
            at: new Date(effect.at),
            payload: { ...effect.data, person: effect.person },
          },
        ],
        skipDuplicates: true,
      })
      return
    case 'makeLink':
      await unionLinks(store, tx).make({ ...effect, now, alone: true })
      return
    case 'putLetterhead':
      return await putLetterhead(tx, effect)
    case 'audit':
      return await audit(tx, { actor: by ?? 'visitor', act: effect.act, subject: effect.subject, now })
  }
}

export async function audit(tx: Tx, row: { actor: string; act: string; subject: string; now: Date }): Promise<void> {
  await tx.audit.create({ data: { at: row.now, actor: row.actor, act: row.act, subject: row.subject } })
}
