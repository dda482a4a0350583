import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuditChain, auditChains, sealAudit, verifyAudit } from '../../../src/bot/store/auditChain.ts'
import type { Store } from '../../../src/bot/store/store.ts'
import { type Random, randomFrom } from '../../faults/random.ts'
import { startBareStore } from '../../support/bareStore.ts'
import { many, patience } from '../../support/many.ts'
import { sealAll } from '../../support/sealAll.ts'

const ROWS = 60
const NOW = new Date('2026-11-25T09:00:00+07:00')
let store: Store
let owner: Client
let chain: AuditChain
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ store, owner, stop } = await startBareStore())
  const [, vault] = auditChains(store)
  if (vault === undefined) throw new Error('there is no chain of the vault')
  chain = vault
})
afterAll(() => stop())

const record = async (act: string): Promise<void> => {
  await store.vault.vaultAudit.create({ data: { at: NOW, actor: 'm1', act, subject: 'CA-7K2MQ' } })
}
const whole = { name: 'vault', unsealed: 0, broken: [] }

test('what was recorded is the tail until it is sealed', async () => {
  for (let n = 0; n < ROWS; n++) await record(`act.${n}`)
  expect(await verifyAudit(chain)).toEqual({ ...whole, sealed: 0, unsealed: ROWS })
  expect(await sealAll(chain)).toBe(ROWS)
  expect(await sealAudit(chain)).toBe(0)
  expect(await verifyAudit(chain)).toEqual({ ...whole, sealed: ROWS })
})

test('nothing is sealed above the oldest open transaction, and what it held takes its place after it', async () => {
  await owner.query('BEGIN')
  await owner.query(`INSERT INTO vault.audit (at, actor, act, subject) VALUES ('2026-11-25', 'm2', 'slow', 'x')`)
  await record('quick')
  expect(await sealAudit(chain)).toBe(0)
  expect((await verifyAudit(chain)).unsealed).toBe(1)
  await owner.query('COMMIT')
  expect(await sealAll(chain)).toBe(2)
  expect(await verifyAudit(chain)).toEqual({ ...whole, sealed: ROWS + 2 })
})

test('four sealers at once make one chain', async () => {
  for (let n = 0; n < 20; n++) await record(`again.${n}`)
  expect(await sealAll(chain, 4)).toBe(20)
  expect((await verifyAudit(chain)).broken).toEqual([])
})

/** As the owner of the database may, who has not the key. */
function tampering(random: Random, last: number): string {
  const row = 1 + Math.floor(random.between(0, last))
  const other = 1 + ((row + Math.floor(random.between(0, last - 1))) % last)
  const kinds = [
    `UPDATE vault.audit SET actor = 'm9' WHERE id = ${row}`,
    `UPDATE vault.audit SET act = act || 'x' WHERE id = ${row}`,
    `UPDATE vault.audit SET subject = 'CA-AAAAA' WHERE id = ${row}`,
    `UPDATE vault.audit SET at = at + interval '1 minute' WHERE id = ${row}`,
    `DELETE FROM vault.audit WHERE id = ${row}`,
    `UPDATE vault.audit a SET act = b.act FROM vault.audit b WHERE (a.id, b.id) IN ((${row}, ${other}), (${other}, ${row}))`,
    `UPDATE vault.audit_seal SET mac = set_byte(mac, ${row % 32}, (get_byte(mac, ${row % 32}) + 1) % 256) WHERE seq = ${row}`,
    `DELETE FROM vault.audit_seal WHERE seq = ${1 + (row % (last - 1))}`,
  ]
  return kinds[Math.floor(random.between(0, kinds.length))] ?? ''
}

const TIMES = many(100, 10_000)
test(`each of ${TIMES} rows edited, deleted or swapped is found`, { timeout: patience(60_000) }, async () => {
  const random = randomFrom(7)
  const last = (await verifyAudit(chain)).sealed
  await owner.query('CREATE TEMP TABLE rows AS TABLE vault.audit')
  await owner.query('CREATE TEMP TABLE seals AS TABLE vault.audit_seal')
  let missed = 0
  for (let n = 0; n < TIMES; n++) {
    const { rowCount } = await owner.query(tampering(random, last))
    if ((rowCount ?? 0) > 0 && (await verifyAudit(chain)).broken.length === 0) missed++
    await owner.query(`
      DELETE FROM vault.audit; DELETE FROM vault.audit_seal;
      INSERT INTO vault.audit TABLE rows; INSERT INTO vault.audit_seal TABLE seals`)
  }
  expect(missed).toBe(0)
  expect((await verifyAudit(chain)).broken).toEqual([])
})
