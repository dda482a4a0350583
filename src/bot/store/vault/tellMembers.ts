import { routeTo } from '../../../domain/case/routing.ts'
import type { OwnEvent } from '../../../flows/heard.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { toLine } from './cases.ts'
import { memberOfEvent } from './ownRoom.ts'
import { onDutyNow } from './duty.ts'
import { refusedFor } from './refusals.ts'

/** What offers a case or an alarm, or says that it is offered no more: not to whom she refused. */
const OFFERS: ReadonlySet<string> = new Set(['newCase', 'alarm', 'promise', 'nobodyLeft', 'stoodDown'])

interface Telling {
  readonly event: OwnEvent
  readonly key: string
  readonly now: Date
}

interface ToMembers extends Telling {
  /** Also whoever is on call at the province, who hears of nothing but danger that nobody took. */
  readonly andProvince?: boolean
  readonly where: {
    readonly id?: string | { readonly in?: string[]; readonly not?: string }
    readonly role?: string
  }
}

/**
 * Posts an event into every conversation of these members of the club: on every channel that each has. Whoever asks for herself
 * is told nothing of her own case at her desk.
 */
export async function tellMembers(store: Store, tx: Tx, telling: ToMembers): Promise<void> {
  const { where, andProvince, event, key, now } = telling
  const named = typeof where.id === 'string' || where.role !== undefined
  const role = named || andProvince === true ? {} : { role: { not: 'provinceDuty' } }
  const herself = await memberOfEvent(store, tx, event.data)
  const found = await tx.member.findMany({ where: { ...role, ...where, revokedAt: null }, select: { id: true } })
  const not = [
    ...(OFFERS.has(event.kind) ? await refusedFor(tx, event.data) : []),
    ...(herself === undefined ? [] : [herself]),
  ]
  const others = found.filter((one) => !not.includes(one.id))
  // Where it is the head's own case, or she refused the head, somebody else of the club must hear of what only the head is told.
  const members =
    others.length === 0 && found.length > 0 && where.role !== undefined
      ? await tx.member.findMany({
          where: { role: { not: 'provinceDuty' }, id: { notIn: not }, revokedAt: null },
          select: { id: true },
        })
      : others
  const conversations = await tx.vaultConversation.findMany({
    where: { memberId: { in: members.map((one) => one.id) } },
    select: { id: true, lane: true },
  })
  for (const one of conversations)
    await postOwn(store, tx, { persona: 'vault', key: `${key}:${one.id}`, vaultLane: one.lane, event, now })
}

/** Those on duty who may have this case: not of her commune, not declined, not full. */
export async function tellRouted(store: Store, tx: Tx, { id, ...telling }: Telling & { id: string }): Promise<void> {
  const row = await tx.case.findUnique({ where: { id } })
  if (row === null) return
  const { severity, declinedBy, refusedBy } = toLine(row)
  const not = [...declinedBy, ...refusedBy]
  const routed = routeTo(await onDutyNow(tx, telling.now), { declinedBy: not, avoid: row.avoid, severity })
  await tellMembers(store, tx, { ...telling, where: { id: { in: routed.map((one) => one.id) } } })
}
