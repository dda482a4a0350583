import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuditChain, auditChains, forgetAudit, verifyAudit } from '../../../src/bot/store/auditChain.ts'
import type { Store } from '../../../src/bot/store/store.ts'
import { startBareStore } from '../../support/bareStore.ts'
import { sealAll } from '../../support/sealAll.ts'

const LONG_AGO = new Date('2000-01-01T09:00:00+07:00')
/** Two years after LONG_AGO. */
const NOW = new Date('2002-01-02T09:00:00+07:00')
const YOUNG = new Date('2098-01-01T09:00:00+07:00')
let store: Store
let owner: Client
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ store, owner, stop } = await startBareStore())
})
afterAll(() => stop())

async function record(chain: AuditChain, at: Date, times: number): Promise<void> {
  const data = Array.from({ length: times }, (_, n) => ({ at, actor: 'm1', act: `act.${n}`, subject: 'CA-7K2MQ' }))
  await (chain.name === 'union' ? store.union.audit : store.vault.vaultAudit).createMany({ data })
  await sealAll(chain)
}

const chains = ['union', 'vault'] as const
const chainOf = (name: AuditChain['name']): AuditChain => {
  const found = auditChains(store).find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no chain ${name}`)
  return found
}

test.each(chains)('%s: what is older than two years goes, and what is left is whole', async (name) => {
  const chain = chainOf(name)
  await record(chain, LONG_AGO, 30)
  await record(chain, YOUNG, 10)
  expect(await forgetAudit(chain, new Date('2001-12-30T09:00:00+07:00'))).toBe(0)
  expect(await forgetAudit(chain, NOW)).toBe(30)
  expect(await forgetAudit(chain, NOW)).toBe(0)
  await record(chain, YOUNG, 5)
  expect(await verifyAudit(chain)).toEqual({ name, sealed: 15, unsealed: 0, broken: [] })
})

test.each(chains)('%s: one that has all gone goes on where it stopped', async (name) => {
  const chain = chainOf(name)
  const before = await verifyAudit(chain)
  await owner.query(`UPDATE ${name === 'union' ? 'public' : 'vault'}.audit SET at = '2000-01-01'`)
  expect(await forgetAudit(chain, NOW)).toBe(before.sealed)
  expect(await verifyAudit(chain)).toEqual({ name, sealed: 0, unsealed: 0, broken: [] })
  await record(chain, YOUNG, 3)
  expect(await verifyAudit(chain)).toEqual({ name, sealed: 3, unsealed: 0, broken: [] })
})

test.each(chains)('%s: the login of the bot cannot let go of anything younger', async (name) => {
  const chain = chainOf(name)
  await record(chain, YOUNG, 3)
  const { client, anchors, seals, forget } = chain
  const [newest] = await client.$queryRaw<{ seq: bigint }[]>`SELECT max(seq) AS seq FROM ${seals}`
  const cut = async (at: Date): Promise<unknown> =>
    await client.$queryRaw`SELECT ${forget}(${newest?.seq}, ${new Uint8Array(32)}, ${at}::timestamptz)`
  await expect(cut(NOW)).rejects.toThrow('24 months')
  await expect(client.$executeRaw`UPDATE ${anchors} SET seq = seq + 1`).rejects.toThrow('42501')
  await expect(client.$executeRaw`DELETE FROM ${anchors}`).rejects.toThrow('42501')
  expect((await verifyAudit(chain)).broken).toEqual([])
  // A lie about the day lets it go, and shows: without our key there is no proof.
  await cut(new Date('2199-01-01T09:00:00+07:00'))
  expect((await verifyAudit(chain)).broken).toEqual([newest?.seq])
})

test.each(chains)('%s: a beginning that the owner of the database cuts without our key is found', async (name) => {
  const chain = chainOf(name)
  const schema = name === 'union' ? 'public' : 'vault'
  await record(chain, YOUNG, 3)
  const { rows } = await owner.query<{ seq: string }>(`SELECT min(seq) AS seq FROM ${schema}.audit_seal`)
  const seq = rows[0]?.seq ?? ''
  await owner.query(
    `INSERT INTO ${schema}.audit_anchor SELECT seq, mac, mac, now() FROM ${schema}.audit_seal WHERE seq = ${seq}`,
  )
  await owner.query(
    `DELETE FROM ${schema}.audit a USING ${schema}.audit_seal s WHERE s."auditId" = a.id AND s.seq = ${seq}`,
  )
  await owner.query(`DELETE FROM ${schema}.audit_seal WHERE seq = ${seq}`)
  expect((await verifyAudit(chain)).broken).toEqual([BigInt(seq)])
})
