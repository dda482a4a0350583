import { UNION_ROLES } from '../../../domain/access.ts'
import { personId, unitId } from '../../../domain/ids.ts'
import type { Invitation, Known, Need } from '../../../flows/union/needs.ts'
import { keyedHash } from '../../keys/keys.ts'
import { acceptAfterDays, telegramNameOf } from '../settings.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import type { UnionSeat } from './conversation.ts'
import { announcementOf, announcementsOf } from './announcements.ts'
import { digestOf, digestsOf, digestWishOf } from './digests.ts'
import { nudgedIn } from './dues.ts'
import { draftOf, draftsOf, othersDraftsOf } from './drafts.ts'
import { newsOf } from './news.ts'
import { leftBehindIn } from './handOver.ts'
import { letterheadOf } from './letterheads.ts'
import { readReleases } from './releases.ts'
import { anyReportOf, freeCodeOf, reportOf, reportsOf, reportsWaiting } from './reports.ts'

const HOUR = 3600_000
const TRIES_EACH = 5
const TRIES_ALL = 100

/** Answers what a flow must know, inside the transaction of its turn. */
export async function answerUnion(
  store: Store,
  tx: Tx,
  asked: { need: Need; seat: UnionSeat; now: Date },
): Promise<Known> {
  const { need, seat, now } = asked
  switch (need.need) {
    case 'draft':
      return {
        need: 'draft',
        draft: seat.who === undefined ? undefined : await draftOf(store, tx, need.id, seat.who.id),
      }
    case 'drafts':
      return { need: 'drafts', drafts: seat.who === undefined ? [] : await draftsOf(store, tx, seat.who.id, now) }
    case 'reports':
      return { need: 'reports', reports: await reportsOf(tx, need) }
    case 'anyReport':
      return { need: 'anyReport', any: await anyReportOf(tx, need) }
    case 'figures':
      return { need: 'figures', figures: await store.figures.of(tx, need) }
    case 'report':
      return { need: 'report', ...(await reportOf(tx, need.id)) }
    case 'freeCode':
      return { need: 'freeCode', code: await freeCodeOf(tx, need.codes) }
    case 'waiting':
      return { need: 'waiting', reports: await reportsWaiting(tx, need.units) }
    case 'acceptAfter':
      return { need: 'acceptAfter', days: await acceptAfterDays(tx, need.root) }
    case 'leftBehind':
      return { need: 'leftBehind', left: await leftBehindIn(tx, need.units, now) }
    case 'nudged':
      return { need: 'nudged', units: await nudgedIn(tx, need.units, now) }
    case 'othersDrafts':
      return {
        need: 'othersDrafts',
        drafts: seat.who === undefined ? [] : await othersDraftsOf(tx, { unit: need.unit, person: seat.who.id, now }),
      }
    case 'invitation':
      return { need: 'invitation', invitation: await invitationFor(store, tx, { code: need.code, seat, now }) }
    case 'digest':
      return { need: 'digest', ...(await digestOf(tx, seat.who?.id, need)) }
    case 'digests':
      return { need: 'digests', digests: await digestsOf(tx, seat.who?.id, need.unit) }
    case 'counselling':
      return { need: 'counselling', told: await readReleases(tx, need.week) }
    case 'announcements':
      return { need: 'announcements', announcements: await announcementsOf(tx, seat.who?.id) }
    case 'announcement':
      return { need: 'announcement', announcement: await announcementOf(tx, need.id, seat.who?.id) }
    case 'digestWish':
      return { need: 'digestWish', wish: await digestWishOf(store, tx, seat.who?.id, now) }
    case 'letterhead':
      return { need: 'letterhead', letterhead: await letterheadOf(tx, need.root, need.level) }
    case 'news':
      return { need: 'news', news: await newsOf(tx, { seat, units: need.units, since: need.since }) }
    case 'telegramName':
      return { need: 'telegramName', name: await telegramNameOf(tx) }
    case 'people':
      return { need: 'people', people: await peopleIn(tx, need.units, now) }
  }
}

/** Tries are counted before the code is looked at: 5 an hour for an account, 100 an hour in all (security reference T14). */
async function invitationFor(
  store: Store,
  tx: Tx,
  { code, seat, now }: { code: string; seat: UnionSeat; now: Date },
): Promise<Invitation | 'tooMany' | undefined> {
  const since = new Date(now.getTime() - HOUR)
  const [mine, all] = [
    await tx.codeTry.count({ where: { lane: seat.lane, at: { gte: since } } }),
    await tx.codeTry.count({ where: { at: { gte: since } } }),
  ]
  if (mine >= TRIES_EACH || all >= TRIES_ALL) return 'tooMany'
  await tx.codeTry.create({ data: { lane: seat.lane, at: now } })
  const row = await tx.invitation.findUnique({ where: { hash: keyedHash(store.keys.invitation, code) } })
  if (row === null) return undefined
  const state =
    row.revokedAt !== null ? 'revoked' : row.usedAt !== null ? 'used' : row.expiresAt <= now ? 'expired' : 'good'
  return {
    id: row.id,
    role: row.role,
    unit: unitId(row.unit),
    state,
    ...(row.usedBy !== null && row.usedBy === seat.who?.id ? { hers: true } : {}),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.personId === null ? {} : { person: personId(row.personId) }),
  }
}

async function peopleIn(tx: Tx, units: readonly string[], now: Date) {
  const today = new Date(now.getTime() + 7 * HOUR).toISOString().slice(0, 10)
  const rows = await tx.grant.findMany({
    where: { unit: { in: [...units] }, revokedAt: null, OR: [{ to: null }, { to: { gte: today } }] },
    include: { person: true },
    orderBy: [{ unit: 'asc' }, { person: { name: 'asc' } }, { id: 'asc' }],
  })
  return rows.flatMap((row) => {
    const role = UNION_ROLES.find((one) => one === row.role)
    return role === undefined
      ? []
      : [{ person: personId(row.personId), name: row.person.name, role, unit: unitId(row.unit) }]
  })
}
