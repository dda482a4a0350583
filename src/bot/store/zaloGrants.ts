import { keyedHash } from '../keys/keys.ts'
import type { TokenPair } from '../zalo/oauth.ts'
import type { Store } from './store.ts'

export type GrantState = 'ok' | 'refreshing' | 'uncertain' | 'needsConsent'

export interface ZaloGrant {
  readonly state: GrantState
  readonly access: string
  /** Names the pair, without telling anything of it. */
  readonly fingerprint: string
  readonly tries: number
  readonly issuedAt: Date
  readonly accessUntil: Date
  readonly failingSince?: Date
  /** Another process is at it, or a second try must still wait. */
  readonly leased: boolean
}

/** The row of one account. Each step is one statement, so that a process may die between any two. */
export interface GrantRow {
  read(): Promise<ZaloGrant | undefined>
  /** Marks the refresh token as in use and gives it: once, and once more where the first answer was lost. */
  claim(fingerprint: string, now: Date): Promise<string | undefined>
  /** Stores what Zalo answered to that refresh token; nothing where a consent has brought a newer pair. */
  keep(fingerprint: string, pair: TokenPair, now: Date): Promise<void>
  /** Nothing was sent: the token is as good as before. */
  release(fingerprint: string, now: Date): Promise<void>
  /** The answer was lost: it may be spent. */
  unsure(fingerprint: string, now: Date): Promise<void>
  /** Only a person can mend it. */
  refuse(fingerprint: string, code: string, now: Date): Promise<void>
  /** A pair that an administrator's consent has brought. */
  begin(pair: TokenPair, now: Date): Promise<void>
}

/** Longer than a call may last, with time to store what it brought. */
const LEASE = '60 seconds'

interface Row {
  readonly state: string
  readonly access: Uint8Array
  readonly fingerprint: Uint8Array
  readonly tries: number
  readonly issuedAt: Date
  readonly accessUntil: Date
  readonly failingSince: Date | null
  readonly leased: boolean
}

export function zaloGrantRow(store: Store, account: string): GrantRow {
  const key = store.ring.derive('zalo-grant/v1', 1)
  const place = (column: string) => ({ table: 'zalo_grant', column, row: account })
  const columnsOf = ({ access, refresh, expiresInSeconds }: TokenPair, now: Date) => ({
    state: 'ok',
    access: store.seals.union.seal(place('access'), access),
    refresh: store.seals.union.seal(place('refresh'), refresh),
    fingerprint: keyedHash(key, refresh),
    tries: 0,
    issuedAt: now,
    accessUntil: new Date(now.getTime() + expiresInSeconds * 1000),
    startedAt: null,
    failingSince: null,
    leaseUntil: null,
    code: null,
  })
  const toBytes = (fingerprint: string) => Uint8Array.from(Buffer.from(fingerprint, 'hex'))

  return {
    async read() {
      const rows = await store.union.$queryRaw<Row[]>`
        SELECT state, access, fingerprint, tries, "issuedAt", "accessUntil", "failingSince",
          COALESCE("leaseUntil" > clock_timestamp(), false) AS leased
        FROM public.zalo_grant WHERE account = ${account}`
      const row = rows[0]
      if (row === undefined || !isState(row.state)) return undefined
      return {
        state: row.state,
        access: store.seals.union.open(place('access'), row.access),
        fingerprint: Buffer.from(row.fingerprint).toString('hex'),
        tries: row.tries,
        issuedAt: row.issuedAt,
        accessUntil: row.accessUntil,
        leased: row.leased,
        ...(row.failingSince === null ? {} : { failingSince: row.failingSince }),
      }
    },
    async claim(fingerprint, now) {
      const rows = await store.union.$queryRaw<{ refresh: Uint8Array }[]>`
        UPDATE public.zalo_grant SET state = 'refreshing', tries = tries + 1, "startedAt" = ${now},
          "leaseUntil" = clock_timestamp() + ${LEASE}::interval
        WHERE account = ${account} AND fingerprint = ${toBytes(fingerprint)}
          AND ((state = 'ok' AND tries = 0)
            OR (state IN ('refreshing', 'uncertain') AND tries <= 1 AND "leaseUntil" < clock_timestamp()))
        RETURNING refresh`
      return rows[0] === undefined ? undefined : store.seals.union.open(place('refresh'), rows[0].refresh)
    },
    async keep(fingerprint, pair, now) {
      await store.union.zaloGrant.updateMany({
        where: { account, fingerprint: toBytes(fingerprint) },
        data: columnsOf(pair, now),
      })
    },
    async release(fingerprint, now) {
      await store.union.$executeRaw`
        UPDATE public.zalo_grant SET tries = tries - 1, state = CASE WHEN tries = 1 THEN 'ok' ELSE 'uncertain' END,
          "leaseUntil" = clock_timestamp(), "failingSince" = COALESCE("failingSince", ${now})
        WHERE account = ${account} AND fingerprint = ${toBytes(fingerprint)} AND state = 'refreshing'`
    },
    async unsure(fingerprint, now) {
      await store.union.$executeRaw`
        UPDATE public.zalo_grant SET state = CASE WHEN tries >= 2 THEN 'needsConsent' ELSE 'uncertain' END, code = 'lost',
          "leaseUntil" = clock_timestamp() + ${LEASE}::interval, "failingSince" = COALESCE("failingSince", ${now})
        WHERE account = ${account} AND fingerprint = ${toBytes(fingerprint)} AND state = 'refreshing'`
    },
    async refuse(fingerprint, code, now) {
      await store.union.$executeRaw`
        UPDATE public.zalo_grant SET state = 'needsConsent', code = ${code}, "leaseUntil" = NULL,
          "failingSince" = COALESCE("failingSince", ${now})
        WHERE account = ${account} AND fingerprint = ${toBytes(fingerprint)}`
    },
    async begin(pair, now) {
      const columns = columnsOf(pair, now)
      await store.union.zaloGrant.upsert({ where: { account }, create: { account, ...columns }, update: columns })
    },
  }
}

const isState = (state: string): state is GrantState =>
  ['ok', 'refreshing', 'uncertain', 'needsConsent'].includes(state)
