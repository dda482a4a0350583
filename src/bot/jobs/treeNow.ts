import type { UnitTree } from '../../domain/unit/unit.ts'
import type { App } from '../app.ts'
import type { Tx } from '../store/tx.ts'

/** The register of units as this transaction sees it. */
export async function treeNow(app: App, tx: Pick<Tx, 'setting'>): Promise<UnitTree> {
  const row = await tx.setting.findUnique({ where: { key: 'register' } })
  return await app.tree(JSON.stringify(row?.value))
}
