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
  /** Where the chain begins since its oldest part has gone. */
  readonly anchors: Prisma.Sql
  readonly forget: Prisma.Sql
  readonly key: Buffer
  readonly lock: number
}

export const auditChains = (store: Store): readonly AuditChain[] => [
  {
    name: 'union',
    client: store.union,
    rows: Prisma.sql`public.audit`,
    seals: Prisma.sql`public.audit_seal`,
    anchors: Prisma.sql`public.audit_anchor`,
    forget: Prisma.sql`public.forget_audit`,
    key: store.keys.audit,
    lock: 7270736903,
  },
  {
    name: 'vault',
    client: store.vault,
    rows: Prisma.sql`vault.audit`,
    seals: Prisma.sql`vault.audit_seal`,
    anchors: Prisma.sql`vault.audit_anchor`,
    forget: Prisma.sql`vault.forget_audit`,
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

async function lastSeal(tx: Pick<Tx, '$queryRaw'>, { seals, anchors }: AuditChain): Promise<Seal | undefined> {
  const [last] = await tx.$queryRaw<Seal[]>`
    SELECT seq, mac FROM ${seals} UNION ALL SELECT seq, mac FROM ${anchors} ORDER BY seq DESC LIMIT 1`
  return last
}

const KEPT_MONTHS = 24

/**
 * Lets go of what was done more than 24 months ago (security reference §2.5), from the beginning of the chain on. The last seal
 * that goes is where the chain begins from now on, with a proof under our key: a chain that others cut has none. Returns how
 * many rows went.
 */
export async function forgetAudit(chain: AuditChain, now: Date): Promise<number> {
  const { rows, seals, forget, key, client, lock } = chain
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - KEPT_MONTHS)
  return await client.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock})`
    const [last] = await tx.$queryRaw<Seal[]>`
      SELECT s.seq, s.mac FROM ${seals} s WHERE s.seq < COALESCE(
        (SELECT min(y.seq) FROM ${seals} y JOIN ${rows} a ON a.id = y."auditId" WHERE a.at >= ${before}), 9223372036854775807)
      ORDER BY s.seq DESC LIMIT 1`
    if (last === undefined) return 0
    const proof = Uint8Array.from(proofOf(key, last))
    const [gone] = await tx.$queryRaw<
      { n: bigint }[]
    >`SELECT ${forget}(${last.seq}, ${proof}, ${now}::timestamptz) AS n`
    return Number(gone?.n ?? 0)
  })
}

const proofOf = (key: Buffer, { seq, mac }: Seal): Buffer =>
  createHmac('sha256', key).update(`anchor|${seq}|`).update(mac).digest()

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
  const [anchor] = await chain.client.$queryRaw<(Seal & { readonly proof: Uint8Array })[]>`
    SELECT seq, mac, proof FROM ${chain.anchors} ORDER BY seq DESC LIMIT 1`
  if (anchor !== undefined && !proofOf(chain.key, anchor).equals(anchor.proof)) broken.push(anchor.seq)
  let before: Uint8Array = anchor?.mac ?? START
  for (let seq = anchor?.seq ?? 0n; ; ) {
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
