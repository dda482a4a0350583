import { caseId } from '../../../domain/ids.ts'
import type { Effect } from '../../../flows/vault/effects.ts'
import { keyedHash } from '../../keys/keys.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { vaultPlace } from '../union/vaultDoors.ts'
import { revealAll } from './acknowledged.ts'
import { makeCaseKey } from './caseKeys.ts'
import { addWords } from './cases.ts'
import type { VaultSeat } from './conversation.ts'
import { onDutyNow } from './duty.ts'
import { intoOwnRoom, memberOfEvent, womanLane } from './ownRoom.ts'
import { promise } from './promises.ts'
import { besideAlarm, rootOf } from './joinedAlarms.ts'
import { isAnyoneElse } from './nobodyLeft.ts'
import { closedTo, refusedFor } from './refusals.ts'
import { tellMembers } from './tellMembers.ts'

interface Doing<K extends Effect['do']> {
  readonly seat: VaultSeat
  readonly now: Date
  readonly newId: () => string
  readonly effect: Extract<Effect, { do: K }>
}

const bodyPlace = (id: string) => vaultPlace('alarm', 'body', id)

/** Raised from inside the private room; one raised from outside comes through vault.raise_alarm. */
export async function raiseAlarm(store: Store, tx: Tx, doing: Doing<'raiseAlarm'>): Promise<void> {
  const { seat, now, effect } = doing
  const beside = effect.case === undefined ? await besideAlarm(tx, seat, effect.id) : undefined
  await tx.alarm.create({
    data: {
      id: effect.id,
      severity: 'immediate',
      raisedAt: now,
      dueAt: now,
      lane: seat.lane,
      channel: seat.channel,
      address: new Uint8Array(0),
      body: beside === undefined ? store.seals.vault.seal(bodyPlace(effect.id), effect.text) : new Uint8Array(0),
      child: effect.child,
      caseId: effect.case ?? null,
      joins: beside?.id ?? null,
      receipt: effect.receipt === undefined ? null : keyedHash(store.keys.receipt, effect.receipt),
    },
  })
  if (beside !== undefined)
    await join(store, tx, { ...doing, id: effect.id, to: beside.id, text: effect.text, child: effect.child })
  if (effect.case !== undefined) {
    await addWords(store, tx, {
      case: effect.case,
      id: `${effect.id}-w`,
      from: 'woman',
      text: effect.text,
      now,
      plain: true,
    })
    await tx.case.updateMany({ where: { id: effect.case, state: { not: 'closed' } }, data: { severity: 'immediate' } })
  }
}

/** Her words, and a child's need, go to the alarm that is paged already; its pages go on as they were. */
async function join(
  store: Store,
  tx: Tx,
  {
    id,
    to,
    text,
    child,
    ...doing
  }: Omit<Doing<'addToAlarm'>, 'effect'> & {
    readonly id: string
    readonly to: string
    readonly text: string
    readonly child?: boolean
  },
): Promise<void> {
  await addToAlarm(store, tx, { ...doing, effect: { do: 'addToAlarm', alarm: to, id: `${id}-w`, text } })
  if (child === true) await tx.alarm.update({ where: { id: to }, data: { child } })
}

/** Her way back to an alarm of hers, also where somebody took it before she was shown one. */
export async function giveReceipt(store: Store, tx: Tx, doing: Doing<'giveReceipt'>): Promise<void> {
  const { seat, effect } = doing
  const receipt = keyedHash(store.keys.receipt, effect.receipt)
  // An alarm that is being taken becomes a case: wait for it, so that the case gets the receipt.
  await tx.$queryRaw`SELECT 1 FROM vault.alarm WHERE id = ${effect.alarm} FOR UPDATE`
  await intoOwnRoom(store, tx, seat, effect.alarm)
  const own = { id: effect.alarm, lane: seat.lane }
  const { count } = await tx.alarm.updateMany({ where: { ...own, caseId: null }, data: { receipt } })
  if (count === 1) return await joinRaised(store, tx, doing)
  const taken = await tx.alarm.findFirst({ where: own, select: { caseId: true } })
  if (taken?.caseId == null) return
  await tx.case.updateMany({ where: { id: taken.caseId, conversationId: seat.id, receipt: null }, data: { receipt } })
}

/** It was raised where nothing of hers is known; here it is joined to one that waits. */
async function joinRaised(store: Store, tx: Tx, doing: Doing<'giveReceipt'>): Promise<void> {
  const id = doing.effect.alarm
  const row = await tx.alarm.findUniqueOrThrow({ where: { id } })
  const beside = row.takenAt === null && row.stoodDownAt === null ? await besideAlarm(tx, doing.seat, id) : undefined
  if (beside === undefined) return
  const text = store.seals.vault.open(bodyPlace(id), row.body)
  await tx.alarm.update({ where: { id }, data: { joins: beside.id, body: new Uint8Array(0) } })
  await join(store, tx, { ...doing, id, to: beside.id, text, child: row.child })
}

/** What she adds goes to whoever took the alarm, or to the words that wait. */
export async function addToAlarm(store: Store, tx: Tx, { now, effect }: Doing<'addToAlarm'>): Promise<void> {
  const row = await rootOf(tx, effect.alarm)
  // Erased: there is nowhere to put it.
  if (row === null || row.lane === null) return
  const taken = row.caseId === null ? null : await tx.case.findUnique({ where: { id: row.caseId } })
  if (taken !== null && row.caseId !== null) {
    await addWords(store, tx, {
      case: caseId(row.caseId),
      id: effect.id,
      from: 'woman',
      text: effect.text,
      now,
      plain: true,
    })
    if (taken.takenBy !== null) {
      await tellMembers(store, tx, {
        where: { id: taken.takenBy },
        event: { kind: 'newWords', data: { case: row.caseId } },
        key: `words:${effect.id}`,
        now,
      })
    }
    return
  }
  const before = store.seals.vault.open(bodyPlace(row.id), row.body)
  await tx.alarm.update({
    where: { id: row.id },
    data: { body: store.seals.vault.seal(bodyPlace(row.id), `${before}\n${effect.text}`) },
  })
}

/** Acknowledging is taking: the alarm becomes this member's case, and the woman, if she is still there, is told. */
export async function takeAlarm(store: Store, tx: Tx, { seat, now, newId, effect }: Doing<'takeAlarm'>): Promise<void> {
  const { count } = await tx.alarm.updateMany({
    where: { AND: [{ id: effect.alarm }, await openTo(tx, seat)] },
    data: { takenAt: now, takenBy: seat.member?.id ?? null },
  })
  if (count !== 1) throw new Error('an alarm was taken twice')
  const alarm = await tx.alarm.findUniqueOrThrow({ where: { id: effect.alarm } })
  const lane = alarm.lane === null ? null : await womanLane(store, tx, alarm.lane, newId)
  const woman = lane === null ? null : await tx.vaultConversation.findUnique({ where: { lane }, select: { id: true } })
  const tell = async (owner: string): Promise<void> => {
    if (lane === null || woman === null) return
    const event = { kind: 'alarmTaken', data: { case: owner, alarm: alarm.id } }
    const key = `alarmTaken:${alarm.id}:${now.getTime()}`
    await postOwn(store, tx, { persona: 'vault', key, vaultLane: lane, event, now })
  }
  if (alarm.caseId !== null) {
    await takeOver(store, tx, { id: alarm.caseId, alarm: alarm.id, seat, now, effect })
    return await tell(alarm.caseId)
  }
  await tx.case.create({
    data: {
      id: effect.case,
      alias: effect.alias,
      conversationId: woman?.id ?? null,
      state: 'taken',
      severity: 'immediate',
      topic: 'family_violence',
      openedAt: alarm.raisedAt,
      promiseAt: new Date(effect.promiseAt),
      takenBy: seat.member?.id ?? null,
      takenAt: now,
      receipt: alarm.receipt,
      consent: 'danger',
      consentAt: alarm.raisedAt,
    },
  })
  await promise(tx, effect.case, new Date(effect.promiseAt))
  await makeCaseKey(store, tx, effect.case, now)
  const text = store.seals.vault.open(bodyPlace(alarm.id), alarm.body)
  await addWords(store, tx, { case: effect.case, id: `${alarm.id}-w`, from: 'woman', text, now, plain: true })
  // From here its words are the case's, under the key that can be shredded; so is the way back.
  await tx.alarm.update({
    where: { id: alarm.id },
    data: { caseId: effect.case, body: new Uint8Array(0), receipt: null },
  })
  await tell(effect.case)
}

/** The alarm was raised inside a case: whoever acknowledges it has the case from now on, and who had it before is told. */
async function takeOver(
  store: Store,
  tx: Tx,
  { id, alarm, seat, now, effect }: Omit<Doing<'takeAlarm'>, 'newId'> & { readonly id: string; readonly alarm: string },
): Promise<void> {
  const before = await tx.case.findUniqueOrThrow({ where: { id }, select: { takenBy: true } })
  const me = seat.member?.id ?? null
  await tx.case.update({
    where: { id },
    data: {
      state: 'taken',
      takenBy: me,
      takenAt: now,
      offeredTo: null,
      closedAt: null,
      outcome: null,
      severity: 'immediate',
    },
  })
  await revealAll(tx, id, now)
  await promise(tx, id, new Date(effect.promiseAt))
  if (before.takenBy === null || before.takenBy === me) return
  const event = { kind: 'takenOver', data: { case: id } }
  await tellMembers(store, tx, {
    where: { id: before.takenBy },
    event,
    key: `takenOver:${alarm}:${now.getTime()}`,
    now,
  })
}

/** "Em an toàn rồi": the paging stops, whoever took it is told. */
export async function standDown(store: Store, tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.alarm.updateMany({ where: { id, stoodDownAt: null }, data: { stoodDownAt: now } })
  if (count === 0) return
  const alarm = await tx.alarm.findUniqueOrThrow({ where: { id } })
  // Whoever writes after half an hour has not shown that it is she: the alarm that this one was joined to goes on.
  if (alarm.joins !== null) return
  await tx.alarm.updateMany({ where: { joins: id, stoodDownAt: null }, data: { stoodDownAt: now } })
  // Whoever was paged hears that it is over; nobody else was disturbed.
  if (alarm.step === STEP.duty && alarm.takenBy === null) return
  await tellMembers(store, tx, {
    ...(alarm.takenBy === null ? await pagedBy(tx, alarm, now) : { where: { id: alarm.takenBy } }),
    event: {
      kind: 'stoodDown',
      data: {
        ...(alarm.caseId === null ? {} : { case: alarm.caseId }),
        at: String(alarm.raisedAt.getTime()),
        others: String(await tx.alarm.count({ where: { takenAt: null, stoodDownAt: null, joins: null } })),
      },
    },
    key: `stoodDown:${id}`,
    now,
  })
}

/** Who is called to an alarm so far; before the first page those who would be called by it. */
export async function pagedBy(tx: Tx, { step }: { readonly step: number }, now: Date) {
  const duty = (await onDutyNow(tx, now)).map((one) => one.id)
  return {
    where: step <= STEP.club && duty.length > 0 ? { id: { in: duty } } : {},
    andProvince: step > STEP.province,
  }
}

const PATIENCE_MS = 5 * 60_000
/** Who is called next. */
const STEP = { duty: 0, club: 1, province: 2 } as const

/**
 * Of the alarms that nobody took: none of a woman who refused this member, and whoever is on call at the province sees one when she
 * has been called to it.
 */
export const openTo = async (tx: Tx, seat: VaultSeat) => ({
  takenAt: null,
  stoodDownAt: null,
  joins: null,
  id: { notIn: seat.member === undefined ? [] : await closedTo(tx, seat.member.id) },
  ...(seat.member?.role === 'provinceDuty' ? { step: { gt: STEP.province } } : {}),
})

/**
 * Pages those who can come, and whom she has not refused, one step every five minutes until someone takes it: everyone on duty; then, and at once where
 * nobody on duty can be reached, every member and the club's head, also off duty, on every channel that each has; from the step
 * after that also whoever is on call at the province. Every step is in the audit. Returns how many alarms were paged.
 */
export async function pageAlarms(store: Store, tx: Tx, now: Date): Promise<number> {
  const due = await tx.$queryRaw<{ id: string; step: number }[]>`
    SELECT id, step FROM vault.alarm
    WHERE "takenAt" IS NULL AND "stoodDownAt" IS NULL AND joins IS NULL AND "dueAt" <= ${now} ORDER BY "raisedAt" FOR UPDATE SKIP LOCKED`
  for (const { id, step: before } of due) {
    const herself = await memberOfEvent(store, tx, { alarm: id })
    const not = [...(await refusedFor(tx, { alarm: id })), ...(herself === undefined ? [] : [herself])]
    const duty = (await onDutyNow(tx, now)).flatMap((one) => (not.includes(one.id) ? [] : [one.id]))
    const onlyDuty = before === STEP.duty && duty.length > 0
    const step = onlyDuty ? STEP.duty : Math.max(before, (await isAnyoneElse(tx, not)) ? STEP.club : STEP.province)
    await tellMembers(store, tx, {
      where: onlyDuty ? { id: { in: duty } } : {},
      andProvince: step >= STEP.province,
      event: { kind: 'alarm', data: { alarm: id } },
      key: `alarm:${id}:${step}`,
      now,
    })
    await tx.alarm.update({ where: { id }, data: { step: step + 1, dueAt: new Date(now.getTime() + PATIENCE_MS) } })
    await tx.vaultAudit.create({ data: { at: now, actor: 'bot', act: `alarm.page.${step}`, subject: id } })
  }
  return due.length
}

/** She is safe: every alarm of this case is over. */
export async function standDownOf(store: Store, tx: Tx, owner: string, now: Date): Promise<void> {
  const open = await tx.alarm.findMany({ where: { caseId: owner, stoodDownAt: null }, select: { id: true } })
  for (const one of open) await standDown(store, tx, one.id, now)
}
