import { dateOf, instant, localDate } from '../../../domain/calendar.ts'
import type { Digest } from '../../../domain/digest/digest.ts'
import { MONDAY_SEVEN, weekdayOf } from '../../../domain/digest/time.ts'
import { type PersonId, personId, type UnitId, unitId } from '../../../domain/ids.ts'
import type { Effect } from '../../../flows/union/effects.ts'
import type { DigestLine, DigestWish } from '../../../flows/union/needs.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { digestPhone, setDigestPhone } from './digestPhones.ts'
import { digestDue } from './digestPlan.ts'

/** A frozen digest of a leader for a unit: the newest, or one by its number. */
export async function digestOf(
  tx: Tx,
  person: PersonId | undefined,
  { unit, number }: { readonly unit: UnitId; readonly number?: number },
): Promise<{ readonly digest: Digest | undefined; readonly count: number }> {
  if (person === undefined) return { digest: undefined, count: 0 }
  const where = { personId: person, unit }
  const count = await tx.digest.count({ where })
  const row = await tx.digest.findFirst({
    where: number === undefined ? where : { ...where, number },
    orderBy: { number: 'desc' },
  })
  return { digest: row !== null && isDigest(row.body) ? row.body : undefined, count }
}

/** Frozen by us; plain data that never changes again, and whose format says how it is read. */
const isDigest = (body: unknown): body is Digest =>
  typeof body === 'object' && body !== null && 'format' in body && body.format === 1

export async function digestsOf(tx: Tx, person: PersonId | undefined, unit: UnitId): Promise<readonly DigestLine[]> {
  if (person === undefined) return []
  const rows = await tx.digest.findMany({
    where: { personId: person, unit },
    select: { number: true, week: true },
    orderBy: { number: 'desc' },
  })
  return rows.map((row) => ({ number: row.number, week: localDate(row.week) }))
}

export async function digestWishOf(store: Store, tx: Tx, person: PersonId | undefined, now: Date): Promise<DigestWish> {
  if (person === undefined) return { time: MONDAY_SEVEN, stopped: false, deputies: [] }
  const row = await tx.digestTime.findUnique({ where: { personId: person } })
  const phone = await digestPhone(store, tx, person)
  const today = dateOf(instant(now.getTime()))
  const deputies = await tx.grant.findMany({
    where: { ...deputisedBy(person), to: { gte: today } },
    include: { person: true },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return {
    time: row === null ? MONDAY_SEVEN : { weekday: weekdayOf(row.weekday), hour: row.hour },
    stopped: row?.stopped ?? false,
    ...(phone === undefined ? {} : { phoneEnd: phone.slice(-3) }),
    deputies: deputies.map((one) => ({
      grant: one.id,
      person: personId(one.personId),
      name: one.person.name,
      unit: unitId(one.unit),
      from: localDate(one.from),
      to: localDate(one.to ?? today),
    })),
  }
}

/** A leader's role with an end, given by a leader: what an administrator gives by invitation has none. */
const deputisedBy = (person: string) => ({ role: 'leader', grantedBy: person, revokedAt: null, to: { not: null } })

type OfDigests = Extract<
  Effect,
  { readonly do: 'freezeDigest' | 'setDigestTime' | 'setDigestPhone' | 'bringDigest' | 'deputise' | 'endDeputy' }
>

export async function performDigest(
  store: Store,
  tx: Tx,
  effect: OfDigests,
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  switch (effect.do) {
    case 'freezeDigest':
      return await freezeDigest(tx, effect, { by, now })
    case 'setDigestTime': {
      const row = { ...effect.time, stopped: effect.stopped, changedAt: now }
      await tx.digestTime.upsert({ where: { personId: by }, create: { personId: by, ...row }, update: row })
      return
    }
    case 'setDigestPhone':
      return await setDigestPhone(store, tx, { by, phone: effect.phone, now })
    case 'bringDigest': {
      const { unit, week, on } = effect
      await tx.due.createMany({ data: [digestDue({ person: by, unit, week, on, at: now })], skipDuplicates: true })
      return
    }
    case 'deputise': {
      const { unit, to } = effect
      // Nobody hands on for longer than she has it herself.
      const own = await tx.grant.findFirst({
        where: { personId: by, role: 'leader', unit, revokedAt: null, OR: [{ to: null }, { to: { gte: to } }] },
      })
      if (own === null) return
      await tx.grant.create({
        data: {
          id: effect.grant,
          personId: effect.person,
          role: 'leader',
          unit: effect.unit,
          from: effect.from,
          to: effect.to,
          grantedBy: by,
        },
      })
      return await audited(tx, { by, act: 'deputise', subject: effect.grant, now })
    }
    case 'endDeputy': {
      const { count } = await tx.grant.updateMany({
        where: { id: effect.grant, ...deputisedBy(by) },
        data: { revokedAt: now },
      })
      if (count > 0) await audited(tx, { by, act: 'endDeputy', subject: effect.grant, now })
    }
  }
}

const audited = async (
  tx: Tx,
  { by, act, subject, now }: { by: PersonId; act: string; subject: string; now: Date },
): Promise<void> => {
  await tx.audit.create({ data: { at: now, actor: by, act, subject } })
}

/** One for a leader, a unit and a week, however often it is asked for. */
async function freezeDigest(
  tx: Tx,
  { id, body }: Extract<Effect, { readonly do: 'freezeDigest' }>,
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  const { number, unit, week } = body
  await tx.digest.create({
    data: { id, number, personId: by, unit, week, body: JSON.parse(JSON.stringify(body)), createdAt: now },
  })
}
