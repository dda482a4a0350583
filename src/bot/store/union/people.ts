import { dateOf, instant } from '../../../domain/calendar.ts'
import type { Tx } from '../tx.ts'

/** Roles that hold on a day. */
export function validOn(now: Date) {
  const today = dateOf(instant(now.getTime()))
  return { revokedAt: null, from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }] }
}

/** How many people are administrators today. */
export async function adminCount(tx: Pick<Tx, 'grant'>, now: Date): Promise<number> {
  const rows = await tx.grant.findMany({
    where: { role: 'admin', ...validOn(now) },
    select: { personId: true },
    distinct: ['personId'],
  })
  return rows.length
}

export interface GrantRow {
  readonly person: string
  readonly name: string
  readonly role: string
  readonly unit: string
  readonly from: string
  readonly to?: string
  readonly revoked: boolean
  /** Channels on which her account is bound. */
  readonly channels: readonly string[]
}

/** Every role ever given, as an administrator reads it. */
export async function grantRows(tx: Pick<Tx, 'grant' | 'conversation'>): Promise<readonly GrantRow[]> {
  const rows = await tx.grant.findMany({ include: { person: true }, orderBy: [{ unit: 'asc' }, { id: 'asc' }] })
  const bound = await tx.conversation.findMany({
    where: { personId: { not: null } },
    select: { personId: true, channel: true },
    orderBy: { channel: 'asc' },
  })
  return rows.map((row) => ({
    person: row.personId,
    name: row.person.name,
    role: row.role,
    unit: row.unit,
    from: row.from,
    revoked: row.revokedAt !== null,
    channels: bound.filter((one) => one.personId === row.personId).map((one) => one.channel),
    ...(row.to === null ? {} : { to: row.to }),
  }))
}

/** The officers of each unit today, in the order in which they came. */
export async function officersByUnit(
  tx: Pick<Tx, 'grant'>,
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.grant.findMany({
    where: { role: 'officer', ...validOn(now) },
    select: { unit: true, personId: true },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  const byUnit = Map.groupBy(rows, (one) => one.unit)
  return new Map([...byUnit].map(([unit, some]) => [unit, [...new Set(some.map((one) => one.personId))]]))
}
