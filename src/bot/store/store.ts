import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import type { KeyRing } from '../keys/keys.ts'
import { type Sealer, sealerFor } from '../keys/seal.ts'
import { type FiguresCache, makeFiguresCache } from './union/figuresCache.ts'

/**
 * The two logins and what seals. A turn runs wholly on one of them; neither sees the other's tables, so nothing here can join
 * an officer to a woman.
 */
export interface Store {
  readonly union: PrismaClient
  readonly vault: PrismaClient
  readonly ring: KeyRing
  readonly seals: { readonly union: Sealer; readonly vault: Sealer; readonly inbox: Sealer }
  /** Keys of the blind indexes of the two personas, and of hashes. */
  readonly keys: {
    readonly unionLane: Buffer
    readonly vaultLane: Buffer
    readonly invitation: Buffer
    readonly receipt: Buffer
    readonly codeWord: Buffer
    readonly session: Buffer
    readonly ids: Buffer
    readonly events: Buffer
    readonly audit: Buffer
  }
  /** What this process keeps of the reports it has counted. */
  readonly figures: FiguresCache
  close(): Promise<void>
}

export interface StoreOptions {
  readonly botUrl: string
  readonly vaultUrl: string
  readonly ring: KeyRing
  /** Connections for each login. */
  readonly connections?: number
}

export function openStore({ botUrl, vaultUrl, ring, connections = 8 }: StoreOptions): Store {
  const union = connect(botUrl, connections)
  const vault = connect(vaultUrl, Math.max(4, Math.floor(connections / 2)))
  return {
    union,
    vault,
    ring,
    seals: {
      union: sealerFor(ring, 'union/v1'),
      vault: sealerFor(ring, 'vault/v1'),
      inbox: sealerFor(ring, 'inbox/v1'),
    },
    keys: {
      unionLane: ring.derive('bidx/union/v1', 1),
      vaultLane: ring.derive('bidx/vault/v1', 1),
      invitation: ring.derive('invitation/v1', 1),
      receipt: ring.derive('receipt/v1', 1),
      codeWord: ring.derive('code-word/v1', 1),
      session: ring.derive('session/v1', 1),
      ids: ring.derive('ids/v1', 1),
      events: ring.derive('events/v1', 1),
      audit: ring.derive('audit/v1', 1),
    },
    figures: makeFiguresCache(),
    close: async () => {
      await union.$disconnect()
      await vault.$disconnect()
    },
  }
}

function connect(url: string, max: number): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: url, max, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 10_000 },
    // A lost connection is reported by the query that meets it; without listeners it would end the process.
    { onPoolError: ignore, onConnectionError: ignore },
  )
  return new PrismaClient({ adapter, log: [], transactionOptions: { maxWait: 10_000, timeout: 20_000 } })
}

const ignore = (): void => {}
