import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { openKeyRing } from '../../src/bot/keys/keys.ts'
import { openStore, type Store } from '../../src/bot/store/store.ts'
import { freshDatabase } from './database.ts'
import { quickParent } from './quickParent.ts'

export interface BareStore {
  readonly store: Store
  /** As the owner of the database, who has not the key. */
  readonly owner: Client
  readonly stop: () => Promise<void>
}

/** A store on a database of its own, with nobody in it and no bot. */
export async function startBareStore(): Promise<BareStore> {
  const database = await freshDatabase()
  const folder = mkdtempSync(path.join(quickParent(), 'chihoi-store-'))
  const { ring } = openKeyRing(path.join(folder, 'keys.json'))
  const store = openStore({ botUrl: database.botUrl, vaultUrl: database.vaultUrl, ring })
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const stop = async (): Promise<void> => {
    await owner.end()
    await store.close()
    await database.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, owner, stop }
}
