import { instant } from '../../../domain/calendar.ts'
import { promiseFor, type WorkingCalendar } from '../../../domain/case/promise.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'
import { once } from './once.ts'
import { FREE } from './performDesk.ts'
import { promiseAgain } from './promises.ts'
import { tellMembers, tellRouted } from './tellMembers.ts'

const MINUTE_MS = 60_000
const WARN_MS = 60 * MINUTE_MS
const SILENT_MS = 30 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const SHIFT_ENDS_MS = 30 * MINUTE_MS
/** Whoever takes a case after its promise is broken has this long before it goes back again. */
const PATIENCE_MS = { immediate: 10 * MINUTE_MS, other: 60 * MINUTE_MS } as const

interface Due {
  readonly id: string
  readonly alias: string
  readonly severity: string
  readonly takenBy: string | null
  readonly takenAt: Date | null
  readonly promiseAt: Date
}

/**
 * The promise is the clock that escalates: an hour before it breaks, whoever has the case hears it, or those on duty who may
 * have it where nobody has, and the club's head. When it breaks, everybody hears of a case that nobody has; one whose
 * counsellor was silent goes back to the queue. Danger has a clock of its own, the pages of its alarm, until somebody takes it
 * or she says that she is safe. A broken promise is made anew, so that she reads a time to come and the clock escalates again.
 */
export async function watchPromises(store: Store, tx: Tx, now: Date, calendar: WorkingCalendar): Promise<number> {
  const open = { takenAt: null, stoodDownAt: null, caseId: { not: null } }
  const alarms = await tx.alarm.findMany({ where: open, select: { caseId: true } })
  const paged = alarms.flatMap((one) => one.caseId ?? [])
  const soon = { promiseAt: { lte: new Date(now.getTime() + WARN_MS) } }
  const due: readonly Due[] = await tx.case.findMany({
    where: {
      state: { not: 'closed' },
      answeredAt: null,
      OR: [
        { severity: { not: 'immediate' }, ...soon },
        { severity: 'immediate', state: 'waiting', id: { notIn: paged }, ...soon },
        { severity: 'immediate', state: 'taken', conversationId: { not: null }, promiseAt: { lte: now } },
      ],
    },
    select: { id: true, alias: true, severity: true, takenBy: true, takenAt: true, promiseAt: true },
    orderBy: { promiseAt: 'asc' },
    take: 100,
  })
  let done = 0
  for (const one of due) {
    if (one.severity !== 'immediate' || one.takenBy === null) done += await warn(store, tx, one, now)
    if (one.promiseAt > now) continue
    done += one.takenBy === null ? await nobodyHasIt(store, tx, one, now) : await giveBack(store, tx, one, now)
    // What waits from here on is promised anew, soon; what comes back in danger is called for by its alarm.
    if (one.severity === 'immediate' && one.takenBy !== null) continue
    await promiseAgain(tx, one.id, new Date(promiseFor('violence', instant(now.getTime()), calendar)))
  }
  return done
}

const slotOf = (one: Due): string => `${one.id}:${one.promiseAt.getTime()}`

async function warn(store: Store, tx: Tx, one: Due, now: Date): Promise<number> {
  return await once(tx, { job: 'promise.soon', slot: slotOf(one), at: now }, async () => {
    const event = { kind: 'promise', data: { case: one.id } }
    const key = `promise:${slotOf(one)}`
    if (one.takenBy === null) await tellRouted(store, tx, { id: one.id, event, key, now })
    else await tellMembers(store, tx, { where: { id: one.takenBy }, event, key, now })
    await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key: `head:${key}`, now })
  })
}

async function nobodyHasIt(store: Store, tx: Tx, one: Due, now: Date): Promise<number> {
  return await once(tx, { job: 'promise.nobody', slot: slotOf(one), at: now }, async () => {
    const event = { kind: 'newCase', data: { case: one.id } }
    await tellMembers(store, tx, { where: {}, event, key: `nobody:${slotOf(one)}`, now })
    await tx.vaultAudit.create({ data: { at: now, actor: 'bot', act: 'promise.broken', subject: one.alias } })
  })
}

async function giveBack(store: Store, tx: Tx, one: Due, now: Date): Promise<number> {
  const silent = one.takenBy ?? ''
  const patience = one.severity === 'immediate' ? PATIENCE_MS.immediate : PATIENCE_MS.other
  if (one.takenAt !== null && now.getTime() - one.takenAt.getTime() < patience) return 0
  const slot = `${slotOf(one)}:${silent}:${one.takenAt?.getTime() ?? 0}`
  return await once(tx, { job: 'promise.broken', slot, at: now }, async () => {
    const { count } = await tx.case.updateMany({ where: { id: one.id, takenBy: silent, state: 'taken' }, data: FREE })
    if (count === 0) return
    await tx.vaultAudit.create({ data: { at: now, actor: 'bot', act: 'silent.return', subject: one.alias } })
    const data = { case: one.id }
    await tellMembers(store, tx, { where: { id: silent }, event: { kind: 'silent', data }, key: `silent:${slot}`, now })
    // Danger again: the pages of its alarm go on where they stopped.
    if (one.severity === 'immediate') return
    const event = { kind: 'newCase', data }
    await tellMembers(store, tx, { where: { id: { not: silent } }, event, key: `back:${slot}`, now })
  })
}

/** Half an hour before her duty ends, whoever holds cases is asked to hand them over or keep them. */
export async function remindOfShiftEnd(store: Store, tx: Tx, now: Date): Promise<number> {
  const ending = await tx.member.findMany({
    where: { revokedAt: null, dutyUntil: { gt: now, lte: new Date(now.getTime() + SHIFT_ENDS_MS) } },
    select: { id: true, dutyUntil: true },
  })
  let done = 0
  for (const one of ending) {
    const slot = `${one.id}:${one.dutyUntil?.getTime() ?? 0}`
    done += await once(tx, { job: 'duty.ends', slot, at: now }, async () => {
      const event = { kind: 'dutyEnds', data: {} }
      await tellMembers(store, tx, { where: { id: one.id }, event, key: `dutyEnds:${slot}`, now })
    })
  }
  return done
}

/**
 * After half an hour of silence a woman's room closes: whoever writes from there next meets the face of nobody. With an alarm of
 * hers, after a day; the longest silent first, so that none waits behind rooms that stay open.
 */
export async function closeSilentRooms(store: Store, tx: Tx, now: Date): Promise<number> {
  const silent = await tx.vaultConversation.findMany({
    where: { kind: 'woman', open: true, heardAt: { lt: new Date(now.getTime() - SILENT_MS) } },
    select: { id: true, state: true, heardAt: true },
    orderBy: { heardAt: 'asc' },
    take: 200,
  })
  const dayBefore = now.getTime() - DAY_MS
  const closing = silent.filter(
    ({ id, state, heardAt }) =>
      (heardAt?.getTime() ?? 0) < dayBefore ||
      !isInDanger(store.seals.vault.open(vaultPlace('conversation', 'state', id), state)),
  )
  if (closing.length === 0) return 0
  const { count } = await tx.vaultConversation.updateMany({
    where: { id: { in: closing.map((one) => one.id) } },
    data: { open: false },
  })
  return count
}

/** She comes back to the door, where her code opens, and need not ask for it first. */
function isInDanger(state: string): boolean {
  const parsed: unknown = JSON.parse(state)
  if (typeof parsed !== 'object' || parsed === null || !('place' in parsed)) return false
  const { place } = parsed
  return typeof place === 'object' && place !== null && 'at' in place && place.at === 'danger'
}
