import { randomBytes } from 'node:crypto'
import { keyedHash } from '../keys/keys.ts'
import type { Place, Sealer } from '../keys/seal.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

/**
 * One-time links, one mechanism for all: an address that opens once, within its time, for one purpose and one person or thing. Kept is
 * only a keyed hash of what the address holds. To look at a link does not spend it: chat programs look at links before people do.
 */
export type Purpose = 'zaloConsent' | 'zaloState' | 'file' | 'web'

export interface Link<P extends string> {
  readonly purpose: P
  readonly subject: string
  readonly data?: string
}

export interface NewLink<P extends string> extends Link<P> {
  readonly minutes: number
  readonly now: Date
  /** Given where a turn that is run again must say the same; at least 160 bits, else made here. */
  readonly secret?: string
  /** Earlier ones of this purpose and subject open nothing any more. */
  readonly alone?: boolean
}

export interface Links<P extends string> {
  /** The secret that the address holds. */
  make(link: NewLink<P>): Promise<string>
  /** What it would open; undefined when it is spent, too old or none. */
  find(secret: string, now: Date): Promise<Link<P> | undefined>
  /** Spends it, if it is for this purpose: of two at once one gets it. */
  use<Q extends P>(purpose: Q, secret: string, now: Date): Promise<Link<Q> | undefined>
  /** Removes what has ended: of the Union after a week, of the vault at once. */
  sweep(now: Date): Promise<void>
}

interface LinkRow {
  readonly hash: Uint8Array<ArrayBuffer>
  readonly purpose: string
  readonly subject: string
  readonly data: Uint8Array | null
}

/** The few statements that both tables are asked for. */
interface LinkRows {
  create(row: LinkRow & { data: Uint8Array<ArrayBuffer> | null; createdAt: Date; expiresAt: Date }): Promise<unknown>
  find(where: { hash: Uint8Array<ArrayBuffer>; usedAt?: null; expiresAt?: { gt: Date } }): Promise<LinkRow | null>
  spend(where: object, usedAt: Date): Promise<{ readonly count: number }>
  remove(before: Date): Promise<unknown>
}

interface Desk {
  readonly rows: LinkRows
  readonly key: Buffer
  readonly sealer: Sealer
  readonly table: string
  readonly keptMs: number
}

const WEEK_MS = 7 * 24 * 3600_000
const FORM = /^[\w-]{20,100}$/

/** Those of the Union's login; with `tx`, in its transaction. */
export function unionLinks(store: Store, tx: Pick<Tx, 'oneTimeLink'> = store.union): Links<Purpose> {
  const table = tx.oneTimeLink
  return linksOf(PURPOSES, {
    key: store.ring.derive('one-time-link/v1', 1),
    sealer: store.seals.union,
    table: 'one_time_link',
    keptMs: WEEK_MS,
    rows: {
      create: (data) => table.createMany({ data: [data], skipDuplicates: true }),
      find: (where) => table.findUnique({ where }),
      spend: (where, usedAt) => table.updateMany({ where: { ...where, usedAt: null }, data: { usedAt } }),
      remove: (before) => table.deleteMany({ where: { expiresAt: { lt: before } } }),
    },
  })
}

/** Those of the vault's login; `purposes` are the vault's own. */
export function vaultLinks<P extends string>(
  store: Store,
  purposes: readonly P[],
  tx: Pick<Tx, 'vaultOneTimeLink'> = store.vault,
): Links<P> {
  const table = tx.vaultOneTimeLink
  return linksOf(purposes, {
    key: store.ring.derive('vault-one-time-link/v1', 1),
    sealer: store.seals.vault,
    table: 'vault.one_time_link',
    keptMs: 0,
    rows: {
      create: (data) => table.createMany({ data: [data], skipDuplicates: true }),
      find: (where) => table.findUnique({ where }),
      spend: (where, usedAt) => table.updateMany({ where: { ...where, usedAt: null }, data: { usedAt } }),
      remove: (before) => table.deleteMany({ where: { expiresAt: { lt: before } } }),
    },
  })
}

const PURPOSES: readonly Purpose[] = ['zaloConsent', 'zaloState', 'file', 'web']

function linksOf<P extends string>(purposes: readonly P[], { rows, key, sealer, table, keptMs }: Desk): Links<P> {
  const place = (hash: Uint8Array): Place => ({ table, column: 'data', row: Buffer.from(hash).toString('hex') })
  const hashOf = (secret: string) => keyedHash(key, secret)
  const linkOf = <Q extends P>(known: readonly Q[], row: LinkRow | null): Link<Q> | undefined => {
    const purpose = known.find((one) => one === row?.purpose)
    if (row === null || purpose === undefined) return undefined
    const data = row.data === null ? {} : { data: sealer.open(place(row.hash), row.data) }
    return { purpose, subject: row.subject, ...data }
  }
  return {
    async make({
      purpose,
      subject,
      data,
      minutes,
      now,
      secret = randomBytes(32).toString('base64url'),
      alone = false,
    }) {
      if (alone) await rows.spend({ purpose, subject }, now)
      const hash = hashOf(secret)
      const sealed = data === undefined ? null : sealer.seal(place(hash), data)
      const expiresAt = new Date(now.getTime() + minutes * 60_000)
      await rows.create({ hash, purpose, subject, data: sealed, createdAt: now, expiresAt })
      return secret
    },
    async find(secret, now) {
      if (!FORM.test(secret)) return undefined
      return linkOf(purposes, await rows.find({ hash: hashOf(secret), usedAt: null, expiresAt: { gt: now } }))
    },
    async use(purpose, secret, now) {
      if (!FORM.test(secret)) return undefined
      const hash = hashOf(secret)
      const { count } = await rows.spend({ hash, purpose, expiresAt: { gt: now } }, now)
      return count === 1 ? linkOf([purpose], await rows.find({ hash })) : undefined
    },
    async sweep(now) {
      await rows.remove(new Date(now.getTime() - keptMs))
    },
  }
}
