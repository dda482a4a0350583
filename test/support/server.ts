import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/bot/store/embedded.ts'
import { takeShare } from '../../src/bot/store/embeddedUsers.ts'
import { quickParent } from './quickParent.ts'

/** Where the databases of this run are; `run` begins the name of each. */
export type TestServer =
  | { readonly kind: 'embedded'; readonly run: string; readonly dataDir: string }
  | { readonly kind: 'given'; readonly run: string; readonly ownerUrl: string }

declare module 'vitest' {
  export interface ProvidedContext {
    readonly server: TestServer
  }
}

/**
 * vitest's globalSetup. The first test that asks for a database starts the server (test/support/database.ts), so that a
 * run without one costs nothing; this process holds a share in it from the beginning and stops it at the end.
 */
export function setup(project: TestProject): () => Promise<void> {
  const run = `test_${randomBytes(4).toString('hex')}`
  const ownerUrl = process.env['TEST_DATABASE_URL']
  if (ownerUrl !== undefined && ownerUrl !== '') {
    project.provide('server', { kind: 'given', run, ownerUrl })
    return () => dropAll(ownerUrl, run)
  }
  const dataDir = mkdtempSync(path.join(quickParent(), 'chihoi-'))
  const share = takeShare(path.join(dataDir, 'pg-users'))
  project.provide('server', { kind: 'embedded', run, dataDir })
  return async () => {
    await share.leave(async () => {})
    if (existsSync(path.join(dataDir, 'pg'))) await stopServer(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function stopServer(dataDir: string): Promise<void> {
  const server = await startEmbedded({ dataDir, temporary: true, graceSeconds: 0 })
  await server.stop()
}

/** On a server that goes on living, nothing of the run may stay behind. */
async function dropAll(ownerUrl: string, run: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const ours = [`${run}%`]
  const databases = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
    ours,
  )
  for (const { name } of databases.rows) await client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`)
  const roles = await client.query<{ name: string }>('SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1', ours)
  for (const { name } of roles.rows) await client.query(`DROP ROLE ${escapeIdentifier(name)}`)
  await client.end()
}
