import { createHmac } from 'node:crypto'
import { Prisma, type PrismaClient } from './generated/client.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

/** The two audits, each on its own login: what is done is inserted in the turn, unchained, and sealed afterwards. */
export interface AuditChain {
  readonly name: 'union' | 'vault'
  readonly client: PrismaClient
  readonly rows: Prisma.Sql
  readonly seals: Prisma.Sql
  readonly key: Buffer
  readonly lock: number
}

export const auditChains = (store: Store): readonly AuditChain[] => [
  {
    name: 'union',
    client: store.union,
    rows: Prisma.sql`public.audit`,
    seals: Prisma.sql`public.audit_seal`,
    key: store.keys.audit,
    lock: 7270736903,
  },
  {
    name: 'vault',
    client: store.vault,
    rows: Prisma.sql`vault.audit`,
    seals: Prisma.sql`vault.audit_seal`,
    key: store.keys.audit,
    lock: 7270736904,
  },
]

interface Row {
  readonly id: bigint
  readonly at: Date
  readonly actor: string
  readonly act: string
  readonly subject: string
}

const BATCH = 500
/** Rows are numbered before they commit: one that was slow lies at most this far behind the newest that is sealed. */
const BEHIND = 10_000
const START = Buffer.alloc(32)

/**
 * Chains what has been committed below the oldest open transaction: nothing can appear any more among what is sealed. One
 * sealer at a time. Returns how many rows were sealed.
 */
export async function sealAudit(chain: AuditChain): Promise<number> {
  return await chain.client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chain.lock})`
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.id, a.at, a.actor, a.act, a.subject FROM ${chain.rows} a
      WHERE a.id > (SELECT COALESCE(max(s."auditId"), 0) - ${BEHIND} FROM ${chain.seals} s)
        AND a.xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint & 4294967295
        AND NOT EXISTS (SELECT 1 FROM ${chain.seals} s WHERE s."auditId" = a.id)
      ORDER BY a.id LIMIT ${BATCH}`
    if (rows.length === 0) return 0
    const last = await lastSeal(tx, chain)
    let before = last?.mac ?? START
    const seals = rows.map((row, index) => {
      const seq = (last?.seq ?? 0n) + BigInt(index) + 1n
      before = macOf(chain.key, before, seq, row)
      return { seq, id: row.id, mac: Uint8Array.from(before) }
    })
    await tx.$executeRaw`
      INSERT INTO ${chain.seals} (seq, "auditId", mac)
      SELECT * FROM unnest(${seals.map((one) => one.seq)}::bigint[], ${seals.map((one) => one.id)}::bigint[],
        ${seals.map((one) => one.mac)}::bytea[])`
    return rows.length
  })
}

interface Seal {
  readonly seq: bigint
  readonly mac: Uint8Array
}

async function lastSeal(tx: Pick<Tx, '$queryRaw'>, { seals }: AuditChain): Promise<Seal | undefined> {
  const [last] = await tx.$queryRaw<Seal[]>`SELECT seq, mac FROM ${seals} ORDER BY seq DESC LIMIT 1`
  return last
}

function macOf(key: Buffer, before: Uint8Array, seq: bigint, row: Row): Buffer {
  const body = JSON.stringify([String(seq), String(row.id), row.at.toISOString(), row.actor, row.act, row.subject])
  return createHmac('sha256', key).update(before).update(body).digest()
}

export interface Verified {
  readonly name: AuditChain['name']
  readonly sealed: number
  /** Not chained yet: the tail, which the sealer has still to reach. */
  readonly unsealed: number
  /** Places in the chain whose row was changed, moved or taken away, or whose seal was. */
  readonly broken: readonly bigint[]
}

/** Walks the whole chain. A change at one place is one place broken: each seal is checked against the one before it. */
export async function verifyAudit(chain: AuditChain): Promise<Verified> {
  const broken: bigint[] = []
  let sealed = 0
  let before: Uint8Array = START
  for (let seq = 0n; ; ) {
    const rows = await chain.client.$queryRaw<(Seal & Partial<Row>)[]>`
      SELECT s.seq, s.mac, a.id, a.at, a.actor, a.act, a.subject
      FROM ${chain.seals} s LEFT JOIN ${chain.rows} a ON a.id = s."auditId"
      WHERE s.seq > ${seq} ORDER BY s.seq LIMIT 5000`
    for (const row of rows) {
      for (let missing = seq + 1n; missing < row.seq; missing++) broken.push(missing)
      if (!isRow(row) || !macOf(chain.key, before, row.seq, row).equals(row.mac)) broken.push(row.seq)
      before = row.mac
      seq = row.seq
      sealed++
    }
    if (rows.length === 0) break
  }
  const [tail] = await chain.client.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM ${chain.rows} a WHERE NOT EXISTS (SELECT 1 FROM ${chain.seals} s WHERE s."auditId" = a.id)`
  return { name: chain.name, sealed, unsealed: Number(tail?.n ?? 0), broken }
}

const isRow = (row: { readonly [K in keyof Row]?: Row[K] | null }): row is Row =>
  row.id != null && row.at != null && row.actor != null && row.act != null && row.subject != null
