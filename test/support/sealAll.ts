import { type AuditChain, sealAudit, verifyAudit } from '../../src/bot/store/auditChain.ts'

/**
 * Seals until nothing is left, and returns how many rows were sealed. A transaction of another test in the same server, though
 * in another database, holds the sealer back as long as it is open: no single call need do everything.
 */
export async function sealAll(chain: AuditChain, sealers = 1): Promise<number> {
  let all = 0
  do {
    const sealed = await Promise.all(Array.from({ length: sealers }, () => sealAudit(chain)))
    all += sealed.reduce((sum, one) => sum + one, 0)
  } while ((await verifyAudit(chain)).unsealed > 0)
  return all
}
