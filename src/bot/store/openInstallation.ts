import path from 'node:path'
import type { Config } from '../config/config.ts'
import { type KeyRing, openKeyRing } from '../keys/keys.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { applyGrants } from './grants.ts'
import { makeLogins } from './logins.ts'
import { applyMigrations } from './migrate.ts'
import { openStore, type Store } from './store.ts'

export interface Installation {
  readonly store: Store
  readonly ring: KeyRing
  readonly ownerUrl: string
  readonly embedded?: Embedded
  /** The key ring was made just now, beside the data. */
  readonly madeRing: boolean
  close(): Promise<void>
}

export const prismaDir = path.join(import.meta.dirname, '../../../prisma')

/** Database, migrations, logins, grants and keys: what every command needs before it can do anything. */
export async function openInstallation(
  config: Config,
  options: { readonly temporary?: boolean } = {},
): Promise<Installation> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({
          dataDir: config.dataDir,
          ...(options.temporary === true ? { temporary: true, graceSeconds: 0 } : {}),
        })
      : undefined
  try {
    const { ring, made } = openKeyRing(config.keyRingFile)
    const ownerUrl = config.databaseUrl ?? embedded?.ownerUrl ?? ''
    await applyMigrations(ownerUrl, path.join(prismaDir, 'migrations'))
    const logins = await makeLogins({
      ownerUrl,
      ...(embedded === undefined ? { secret: ring.derive('logins/v1', 1) } : {}),
      ...(config.botDatabaseUrl === undefined ? {} : { botUrl: config.botDatabaseUrl }),
      ...(config.vaultDatabaseUrl === undefined ? {} : { vaultUrl: config.vaultDatabaseUrl }),
    })
    await applyGrants(ownerUrl, logins, path.join(prismaDir, 'grants.sql'))
    const store = openStore({ botUrl: logins.botUrl, vaultUrl: logins.vaultUrl, ring })
    return {
      store,
      ring,
      ownerUrl,
      madeRing: made,
      ...(embedded === undefined ? {} : { embedded }),
      close: async () => {
        await store.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
