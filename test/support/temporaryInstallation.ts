import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openKeyRing } from '../../src/bot/keys/keys.ts'
import { startEmbedded } from '../../src/bot/store/embedded.ts'
import { applyGrants } from '../../src/bot/store/grants.ts'
import { makeLogins } from '../../src/bot/store/logins.ts'
import { applyMigrations } from '../../src/bot/store/migrate.ts'
import { openStore, type Store } from '../../src/bot/store/store.ts'
import { quickParent } from './quickParent.ts'

/** What another process needs to open the same store. */
export interface Places {
  readonly dataDir: string
  readonly botUrl: string
  readonly vaultUrl: string
  readonly ringFile: string
}

export interface TemporaryInstallation {
  readonly store: Store
  readonly ownerUrl: string
  readonly places: Places
  close(): Promise<void>
}

const prisma = path.join(import.meta.dirname, '../../prisma')

/** A whole installation on a server of its own that goes when it is closed: for bench and faults, which run outside vitest. */
export async function temporaryInstallation(durability: 'temporary' | 'durable'): Promise<TemporaryInstallation> {
  const durable = durability === 'durable'
  const dataDir = mkdtempSync(path.join(durable ? os.tmpdir() : quickParent(), 'chihoi-'))
  const settings = { max_connections: '100' }
  const server = await startEmbedded({ dataDir, temporary: !durable, graceSeconds: 0, settings })
  const ringFile = path.join(dataDir, 'key-ring.json')
  const { ring } = openKeyRing(ringFile)
  await applyMigrations(server.ownerUrl, path.join(prisma, 'migrations'))
  const logins = await makeLogins({ ownerUrl: server.ownerUrl, secret: ring.derive('logins/v1', 1) })
  await applyGrants(server.ownerUrl, logins, path.join(prisma, 'grants.sql'))
  const places = { dataDir, ringFile, botUrl: logins.botUrl, vaultUrl: logins.vaultUrl }
  const store = openStoreIn(places)
  return {
    store,
    ownerUrl: server.ownerUrl,
    places,
    close: async () => {
      await store.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

export const openStoreIn = ({ botUrl, vaultUrl, ringFile }: Places): Store =>
  openStore({ botUrl, vaultUrl, ring: openKeyRing(ringFile).ring })
