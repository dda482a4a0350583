import { instant } from '../../../domain/calendar.ts'
import { type PersonId, unitId } from '../../../domain/ids.ts'
import type { Effect } from '../../../flows/union/effects.ts'
import type { Announcement, AnnouncementLine } from '../../../flows/union/needs.ts'
import type { Tx } from '../tx.ts'

const SHOWN = 50

/** Those that she wrote and those that she was sent, newest first. */
export async function announcementsOf(tx: Tx, person: PersonId | undefined): Promise<readonly AnnouncementLine[]> {
  if (person === undefined) return []
  const rows = await tx.announcement.findMany({
    where: { OR: [{ personId: person }, { copies: { some: { personId: person } } }] },
    include: { copies: { select: { personId: true, readAt: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  })
  return rows.map((row) => ({
    id: row.id,
    at: instant(row.createdAt.getTime()),
    text: row.text,
    mine: row.personId === person,
    of: row.copies.length,
    read: row.copies.filter(({ readAt }) => readAt !== null).length,
    unread: row.copies.some((one) => one.personId === person && one.readAt === null),
  }))
}

/** One that she wrote or was sent; who has read it is told to her who wrote it alone. */
export async function announcementOf(
  tx: Tx,
  id: string,
  person: PersonId | undefined,
): Promise<Announcement | undefined> {
  const row = await tx.announcement.findUnique({
    where: { id },
    include: { copies: { orderBy: [{ unit: 'asc' }, { personId: 'asc' }] } },
  })
  if (row === null || person === undefined) return undefined
  const mine = row.personId === person
  const copy = row.copies.find((one) => one.personId === person)
  if (!mine && copy === undefined) return undefined
  const author = await tx.person.findUnique({ where: { id: row.personId }, select: { name: true } })
  const readers = mine
    ? await namesOf(
        tx,
        row.copies.map((one) => one.personId),
      )
    : new Map<string, string>()
  return {
    id: row.id,
    at: instant(row.createdAt.getTime()),
    by: author?.name ?? '',
    unit: unitId(row.unit),
    text: row.text,
    mine,
    unread: copy !== undefined && copy.readAt === null,
    copies: mine
      ? row.copies.map((one) => ({
          name: readers.get(one.personId) ?? '',
          unit: unitId(one.unit),
          read: one.readAt !== null,
        }))
      : [],
  }
}

async function namesOf(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.person.findMany({ where: { id: { in: [...people] } }, select: { id: true, name: true } })
  return new Map(rows.map((one) => [one.id, one.name]))
}

type OfAnnouncements = Extract<Effect, { readonly do: 'announce' | 'readAnnouncement' }>

export async function performAnnouncement(
  tx: Tx,
  effect: OfAnnouncements,
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  if (effect.do === 'readAnnouncement') {
    await tx.announcementCopy.updateMany({
      where: { announcementId: effect.id, personId: by, readAt: null },
      data: { readAt: now },
    })
    return
  }
  const { id, unit, text, to } = effect
  await tx.announcement.create({ data: { id, personId: by, unit, text, createdAt: now } })
  await tx.announcementCopy.createMany({
    data: to.map((one) => ({ announcementId: id, personId: one.person, unit: one.unit })),
    skipDuplicates: true,
  })
  // Told one by one as other due things are, wherever each was last: a thousand officers do not make one long turn.
  await tx.due.createMany({
    data: to.map(({ person }) => ({
      kind: 'announcement',
      key: `announcement:${id}:${person}`,
      at: now,
      payload: { person, announcement: id },
    })),
    skipDuplicates: true,
  })
  await tx.audit.create({ data: { at: now, actor: by, act: 'announce', subject: id } })
}
