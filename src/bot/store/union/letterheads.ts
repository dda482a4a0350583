import { z } from 'zod'
import type { UnitId } from '../../../domain/ids.ts'
import type { Letterhead } from '../../../domain/unit/letterhead.ts'
import type { Level } from '../../../domain/unit/unit.ts'
import type { Tx } from '../tx.ts'

const kept = z.object({
  heading: z.enum(['state', 'party']),
  upper: z.string(),
  organ: z.string(),
  symbol: z.string(),
  place: z.string(),
  recipients: z.string(),
  signature: z.string(),
  signer: z.string(),
})

const keyOf = (root: UnitId, level: Level): string => `letterhead:${root}:${level}`

export async function letterheadOf(tx: Tx, root: UnitId, level: Level): Promise<Letterhead | undefined> {
  const row = await tx.setting.findUnique({ where: { key: keyOf(root, level) } })
  return row === null ? undefined : kept.parse(row.value)
}

export async function putLetterhead(
  tx: Tx,
  { root, level, letterhead }: { readonly root: UnitId; readonly level: Level; readonly letterhead: Letterhead },
): Promise<void> {
  const row = { key: keyOf(root, level), value: { ...letterhead } }
  await tx.setting.upsert({ where: { key: row.key }, create: row, update: row })
}
