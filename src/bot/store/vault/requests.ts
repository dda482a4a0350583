import { may } from '../../../domain/access.ts'
import { instant } from '../../../domain/calendar.ts'
import { REFUSAL_REASONS, REQUEST_KINDS, REQUEST_OUTCOMES } from '../../../domain/case/request.ts'
import { caseId, type CaseId } from '../../../domain/ids.ts'
import type { MemberWho } from '../../../flows/vault/context.ts'
import type { DeskEffect } from '../../../flows/vault/deskEffects.ts'
import type { RequestLine } from '../../../flows/vault/needs.ts'
import type { WomanEffect } from '../../../flows/vault/womanEffects.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { keepWords } from './cases.ts'
import type { VaultSeat } from './conversation.ts'
import { tellMembers } from './tellMembers.ts'

/** Written down with its clocks; those who answer for it are told, without words. */
export async function keepRequest(
  store: Store,
  tx: Tx,
  request: Extract<WomanEffect, { do: 'requestOf' }>,
  now: Date,
): Promise<void> {
  const { id, kind, answerBy, doneBy, done } = request
  await tx.subjectRequest.create({
    data: {
      id,
      kind,
      caseId: request.case,
      at: now,
      answerBy: new Date(answerBy),
      doneBy: new Date(doneBy),
      answeredAt: done ? now : null,
      doneAt: done ? now : null,
    },
  })
  if (kind === 'copy') return
  const found = await tx.case.findUnique({ where: { id: request.case }, select: { alias: true, takenBy: true } })
  if (found === null) return
  const event = {
    kind: 'dataRequest',
    data: { id, kind, case: request.case, alias: found.alias, answerBy: String(answerBy) },
  }
  await tellMembers(store, tx, { where: { role: 'clubHead' }, event, key: `request:${id}`, now })
  if (found.takenBy !== null) {
    await tellMembers(store, tx, { where: { id: found.takenBy }, event, key: `request.holder:${id}`, now })
  }
}

/** Those of her own case, for the woman; for a member those not yet done that she may answer. */
export async function requestsFor(
  tx: Tx,
  seat: VaultSeat,
  { ofCase, isHers }: { ofCase: CaseId | undefined; isHers: (conversation: string | null) => boolean },
): Promise<readonly RequestLine[]> {
  const { member } = seat
  if (member === undefined) {
    const own = await tx.case.findFirst({ where: { id: ofCase ?? '', conversationId: seat.id }, select: OF_CASE })
    if (own === null) return []
    const rows = await tx.subjectRequest.findMany({
      where: { caseId: own.id, kind: { not: 'copy' } },
      orderBy: { at: 'asc' },
      take: MOST,
    })
    return rows.map((row) => toRequest(row, own))
  }
  const ofAny = may([member.role], 'request.answer', 'other')
  if (!ofAny && !may([member.role], 'request.answer', 'own')) return []
  const rows = await tx.subjectRequest.findMany({
    where: { doneAt: null },
    orderBy: [{ answeredAt: { sort: 'asc', nulls: 'first' } }, { answerBy: 'asc' }],
    take: MOST,
  })
  const ids = rows.flatMap((row) => row.caseId ?? [])
  const cases = await tx.case.findMany({
    where: { id: { in: ids }, ...(ofAny ? {} : { takenBy: member.id }) },
    select: OF_CASE,
  })
  return rows.flatMap((row) => {
    const found = cases.find((one) => one.id === row.caseId)
    return found === undefined || isHers(found.conversationId) ? [] : [toRequest(row, found)]
  })
}

const MOST = 100
const OF_CASE = { id: true, alias: true, conversationId: true } as const

type RequestRow = NonNullable<Awaited<ReturnType<Tx['subjectRequest']['findFirst']>>>

function toRequest(row: RequestRow, found: { readonly id: string; readonly alias: string }): RequestLine {
  const at = (date: Date) => instant(date.getTime())
  const outcome = REQUEST_OUTCOMES.find((one) => one === row.outcome)
  const reason = REFUSAL_REASONS.find((one) => one === row.reason)
  return {
    id: row.id,
    kind: REQUEST_KINDS.find((one) => one === row.kind) ?? 'other',
    case: caseId(found.id),
    alias: found.alias,
    at: at(row.at),
    answerBy: at(row.answerBy),
    doneBy: at(row.doneBy),
    ...(row.answeredAt === null ? {} : { answeredAt: at(row.answeredAt) }),
    ...(row.doneAt === null ? {} : { doneAt: at(row.doneAt) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(reason === undefined ? {} : { reason }),
  }
}

interface Answering {
  readonly effect: Extract<DeskEffect, { do: 'answerRequest' }>
  readonly member: MemberWho
  readonly now: Date
}

/**
 * The clocks stop, and the words wait for her like any answer; what she asked of the law is another promise than that of an
 * answer to her question, which goes on.
 */
export async function answerRequest(store: Store, tx: Tx, { effect, member, now }: Answering): Promise<void> {
  const { id, case: owner, outcome, reason, words } = effect
  const hers = (await tx.case.count({ where: { id: owner, takenBy: member.id } })) === 1
  if (!may([member.role], 'request.answer', hers ? 'own' : 'other')) return
  const open = { id, caseId: owner, doneAt: null }
  const recorded = {
    outcome,
    reason: reason ?? null,
    answeredBy: member.id,
    ...(outcome === 'later' ? {} : { doneAt: now }),
  }
  const first = await tx.subjectRequest.updateMany({
    where: { ...open, answeredAt: null },
    data: { ...recorded, answeredAt: now },
  })
  const later =
    first.count > 0 || outcome === 'later'
      ? 0
      : (await tx.subjectRequest.updateMany({ where: open, data: recorded })).count
  if (first.count + later !== 1) throw new Error('a request was answered twice')
  if (words !== undefined) await keepWords(store, tx, { ...words, case: owner, from: 'counsellor', by: member.id, now })
}

/** Every word of these cases is gone: there is nothing left to answer for. */
export async function endRequests(tx: Tx, cases: readonly string[], now: Date): Promise<void> {
  const open = { caseId: { in: [...cases] }, doneAt: null }
  await tx.subjectRequest.updateMany({ where: { ...open, answeredAt: null }, data: { answeredAt: now } })
  await tx.subjectRequest.updateMany({ where: open, data: { doneAt: now, outcome: 'ended' } })
}
