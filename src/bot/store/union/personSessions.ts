import { randomBytes } from 'node:crypto'
import { dateOf, instant } from '../../../domain/calendar.ts'
import { personId, unitId } from '../../../domain/ids.ts'
import { UNION_ROLES } from '../../../domain/access.ts'
import type { Locale } from '../../../domain/text.ts'
import type { Conversation } from '../../../flows/turn.ts'
import type { Who } from '../../../flows/union/context.ts'
import type { Place } from '../../../flows/union/place.ts'
import { blindIndex, keyedHash } from '../../keys/keys.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { validOn } from './people.ts'
import { audit } from './perform.ts'

/** Who holds a browser's cookie: her account, with the roles that hold today. */
export interface PersonSession {
  readonly who: Who
  readonly locale: Locale
  /** Of her web chat. */
  readonly address: string
  /** Changes when the register of units does. */
  readonly register: string
}

export const SESSION_DAYS = 30
const IDLE_MS = 7 * 24 * 3600_000
const DAY_MS = 24 * 3600_000

const hashOf = (store: Store, secret: string) => keyedHash(store.keys.session, `cookie|${secret}`)

/** A session for the one to whom a link was given; undefined when her roles have ended meanwhile. */
export async function openPersonSession(store: Store, person: string, now: Date): Promise<string | undefined> {
  return await store.union.$transaction(async (tx) => {
    const who = await whoIs(tx, person, now)
    if (who === undefined) return undefined
    const secret = randomBytes(32).toString('base64url')
    const address = await webAddressOf(store, tx, person)
    await tx.webSession.create({
      data: { hash: hashOf(store, secret), address, personId: person, createdAt: now, seenAt: now },
    })
    await audit(tx, { actor: person, act: 'webSession', subject: person, now })
    return secret
  })
}

/** Ends by itself after a week unseen, after 30 days, and in the moment in which her last role ends. */
export async function findPersonSession(store: Store, secret: string, now: Date): Promise<PersonSession | undefined> {
  const row = await store.union.webSession.findUnique({ where: { hash: hashOf(store, secret) } })
  if (row?.personId == null || row.endedAt !== null) return undefined
  const [idle, age] = [now.getTime() - row.seenAt.getTime(), now.getTime() - row.createdAt.getTime()]
  if (idle > IDLE_MS || age > SESSION_DAYS * DAY_MS) return undefined
  const found = await whoIs(store.union, row.personId, now)
  if (found === undefined) return undefined
  if (idle > 60_000) await store.union.webSession.updateMany({ where: { hash: row.hash }, data: { seenAt: now } })
  const register = await store.union.setting.findUnique({ where: { key: 'register' } })
  return { ...found, address: row.address, register: JSON.stringify(register?.value ?? null) }
}

export async function endPersonSession(store: Store, secret: string, now: Date): Promise<void> {
  await store.union.webSession.updateMany({ where: { hash: hashOf(store, secret) }, data: { endedAt: now } })
}

async function whoIs(
  tx: Pick<Tx, 'person'>,
  id: string,
  now: Date,
): Promise<{ readonly who: Who; readonly locale: Locale } | undefined> {
  const row = await tx.person.findUnique({
    where: { id },
    include: { grants: { where: validOn(now), orderBy: [{ from: 'asc' }, { id: 'asc' }] } },
  })
  const grants = (row?.grants ?? []).flatMap((one) => {
    const role = UNION_ROLES.find((known) => known === one.role)
    return role === undefined ? [] : [{ role, unit: unitId(one.unit) }]
  })
  if (row === null || grants.length === 0) return undefined
  return { who: { id: personId(row.id), name: row.name, grants }, locale: row.locale === 'en' ? 'en' : 'vi' }
}

/** Her conversation on the web chat, made where she has none yet. */
async function webAddressOf(store: Store, tx: Tx, person: string): Promise<string> {
  const place = (column: string, row: string) => ({ table: 'conversation', column, row })
  const found = await tx.conversation.findFirst({
    where: { personId: person, channel: 'web' },
    orderBy: [{ heardAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  })
  if (found !== null) return store.seals.union.open(place('address', found.id), found.address)
  const id = randomBytes(12).toString('hex')
  const address = `p-${randomBytes(16).toString('hex')}`
  const first: Conversation<Place> = { place: { at: 'home' }, count: 0 }
  await tx.conversation.create({
    data: {
      id,
      lane: blindIndex(store.keys.unionLane, 'web', address),
      channel: 'web',
      address: store.seals.union.seal(place('address', id), address),
      personId: person,
      state: store.seals.union.seal(place('state', id), JSON.stringify(first)),
    },
  })
  return address
}

/** Today, for what a page asks. */
export const todayOf = (now: Date) => dateOf(instant(now.getTime()))
