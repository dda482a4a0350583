import { may } from '../../../domain/access.ts'
import { instant } from '../../../domain/calendar.ts'
import { caseId } from '../../../domain/ids.ts'
import type { AlarmLine, Known, MemberLine, Need } from '../../../flows/vault/needs.ts'
import type { SheetLibrary } from '../../sources/legalSheets.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'
import { openTo } from './alarms.ts'
import { unseenSince, withoutSecrets } from './woman.ts'
import { caseOf, freeAlias, toLine, UNANSWERED, wordsOf } from './cases.ts'
import type { VaultSeat } from './conversation.ts'
import { glassOf, readerOf, referralsOf } from './deskFacts.ts'
import { knock } from './door.ts'
import { onDutyNow } from './duty.ts'
import { memberBehind, roomsOf } from './ownRoom.ts'
import { refusedFor, refusedFrom } from './refusals.ts'
import { requestsFor } from './requests.ts'
import { answerSheets, isSheetNeed } from './sheets.ts'

export async function answerVault(
  store: Store,
  tx: Tx,
  asked: { need: Need; seat: VaultSeat; now: Date; legal: SheetLibrary },
): Promise<Known> {
  const { need, seat, now, legal } = asked
  const own = seat.member === undefined ? undefined : await roomsOf(store, tx, seat.member.id)
  if (isSheetNeed(need)) return await answerSheets(tx, { need, seat, now, legal })
  switch (need.need) {
    case 'case': {
      const found = await caseOf(tx, need.id, need.open === 'taking')
      if (found === undefined || own?.isHers(found.conversation) === true)
        return { need: 'case', found: undefined, words: [] }
      const unseen = await unseenSince(tx, found.id)
      const since = unseen === undefined ? {} : { unseenSince: unseen }
      if (seat.member === undefined) {
        if (found.conversation !== seat.id) return { need: 'case', found: undefined, words: [] }
        const words = need.open === 'no' ? [] : await wordsOf(store, tx, found.id, 'woman')
        return { need: 'case', found, words, ...since }
      }
      // The words open to the member who has it or takes it now, to a second pair of eyes, and behind broken glass.
      const readAs = await readerOf(tx, found, seat.member.id, now)
      const isTaking = need.open === 'taking'
      // Acknowledging is taking, whoever had the case before.
      const acknowledges = isTaking && found.alarm !== undefined && (await isOpenTo(tx, seat, found.alarm))
      const takes = isTaking && found.state === 'waiting'
      const opens = need.open !== 'no' && (readAs !== undefined || takes || acknowledges)
      const reader = acknowledges ? 'taker' : 'member'
      const line = readAs === undefined ? found : { ...found, readAs }
      return { need: 'case', found: line, words: opens ? await wordsOf(store, tx, found.id, reader) : [], ...since }
    }
    case 'knock':
      return { ...(await knock(store, tx, { ...need, seat, now })), need: 'knock' }
    case 'secrets':
      return { need: 'secrets', ...(await withoutSecrets(store, tx, need)) }
    case 'alias':
      return { need: 'alias', alias: await freeAlias(tx, need.id) }
    case 'queue': {
      if (seat.member === undefined) return { need: 'queue', cases: [], alarms: [] }
      const takes = may([seat.member.role], 'case.take', 'other')
      const open = await tx.alarm.findMany({ where: await openTo(tx, seat), orderBy: { raisedAt: 'asc' }, take: 20 })
      const alarms = open.filter((one) => own?.isHersByLane(one.lane) !== true)
      // A case whose alarm waits stands in the queue once, as the alarm; where she refused this member, nowhere.
      const paged = open.flatMap((one) => one.caseId ?? [])
      const where = { state: 'waiting', id: { notIn: paged }, NOT: { refusedBy: { has: seat.member.id } } }
      const include = { promises: UNANSWERED }
      const cases = takes ? await tx.case.findMany({ where, include, orderBy: { openedAt: 'asc' }, take: 100 }) : []
      const others = cases.filter((one) => own?.isHers(one.conversationId) !== true)
      return { need: 'queue', cases: others.map(toLine), alarms: alarms.map((row) => alarmLine(row)) }
    }
    case 'mine': {
      if (seat.member === undefined) return { need: 'mine', cases: [] }
      const rows = await tx.case.findMany({
        where: { takenBy: seat.member.id, state: 'taken' },
        orderBy: { promiseAt: 'asc' },
        include: { promises: UNANSWERED },
        take: 30,
      })
      return { need: 'mine', cases: rows.map(toLine) }
    }
    case 'onDuty': {
      const herself = await memberBehind(store, tx, { id: seat.id })
      const not = [...(await refusedFrom(tx, seat.id)), ...(herself === undefined ? [] : [herself])]
      const duty = await onDutyNow(tx, now)
      return { need: 'onDuty', count: duty.filter((one) => !not.includes(one.id)).length }
    }
    case 'otherMembers':
      return {
        need: 'otherMembers',
        members: seat.member === undefined ? [] : await otherMembers(tx, seat.member.id, now),
      }
    case 'board':
      return {
        need: 'board',
        cases:
          seat.member?.role === 'clubHead'
            ? (await board(tx)).filter((one) => own?.isHers(one.conversation) !== true)
            : [],
      }
    case 'referrals':
      return { need: 'referrals', referrals: await referralsOf(tx, need.case, seat) }
    case 'glass':
      return { need: 'glass', glass: seat.member === undefined ? undefined : await glassOf(tx, need.id) }
    case 'requests':
      return {
        need: 'requests',
        requests: await requestsFor(tx, seat, { ofCase: need.case, isHers: (room) => own?.isHers(room) === true }),
      }
    case 'alarm': {
      const asked = await tx.alarm.findUnique({ where: { id: need.id } })
      const row = asked?.joins == null ? asked : await tx.alarm.findUnique({ where: { id: asked.joins } })
      if (asked === null || row === null) return { need: 'alarm', alarm: undefined }
      if ([asked, row].some((one) => own?.isHersByLane(one.lane) === true)) return { need: 'alarm', alarm: undefined }
      const mayRead = await isOpenTo(tx, seat, row.id)
      const text =
        mayRead && row.body.length > 0 ? store.seals.vault.open(vaultPlace('alarm', 'body', row.id), row.body) : ''
      const room = row.lane === null ? 0 : await tx.vaultConversation.count({ where: { lane: row.lane } })
      return {
        need: 'alarm',
        alarm: {
          ...alarmLine(row, text),
          reachable: room > 0,
          ...(seat.member !== undefined && (await refusedFor(tx, { alarm: row.id })).includes(seat.member.id)
            ? { refusedMe: true }
            : {}),
          ...(asked.joins === null ? {} : { joinedAt: instant(asked.raisedAt.getTime()) }),
          ...(row.caseId === null ? {} : { case: caseId(row.caseId) }),
        },
      }
    }
  }
}

/** May this member take the alarm, and read it for that? */
const isOpenTo = async (tx: Tx, seat: VaultSeat, id: string): Promise<boolean> =>
  seat.member !== undefined && (await tx.alarm.count({ where: { AND: [{ id }, await openTo(tx, seat)] } })) === 1

const alarmLine = (
  row: {
    readonly id: string
    readonly raisedAt: Date
    readonly takenAt: Date | null
    readonly stoodDownAt: Date | null
    readonly child: boolean
    readonly lane: Uint8Array | null
  },
  text = '',
): AlarmLine => ({
  id: row.id,
  raisedAt: instant(row.raisedAt.getTime()),
  taken: row.takenAt !== null || row.stoodDownAt !== null,
  // Erased with the room that it came from.
  ...(row.takenAt === null && row.stoodDownAt !== null && row.lane === null ? { erased: true } : {}),
  child: row.child,
  text,
  reachable: true,
})

async function otherMembers(tx: Tx, me: string, now: Date): Promise<readonly MemberLine[]> {
  const rows = await tx.member.findMany({
    where: { id: { not: me }, role: { not: 'provinceDuty' }, revokedAt: null },
    orderBy: { name: 'asc' },
    take: 20,
  })
  const held = await tx.case.groupBy({ by: ['takenBy'], where: { state: 'taken' }, _count: { id: true } })
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    onDuty: row.dutyUntil !== null && row.dutyUntil > now,
    load: held.find((one) => one.takenBy === row.id)?._count.id ?? 0,
  }))
}

async function board(tx: Tx) {
  const rows = await tx.case.findMany({
    where: { state: { not: 'closed' } },
    include: { promises: UNANSWERED, handover: true },
    orderBy: { openedAt: 'asc' },
    take: 200,
  })
  const names = new Map(
    (await tx.member.findMany({ select: { id: true, name: true } })).map((one) => [one.id, one.name]),
  )
  return rows.map((row) => {
    const name = row.takenBy === null ? undefined : names.get(row.takenBy)
    return name === undefined ? toLine(row) : { ...toLine(row), takenByName: name }
  })
}
