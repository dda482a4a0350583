import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { inject } from 'vitest'
import { startEmbedded } from '../../src/bot/store/embedded.ts'
import { applyGrants } from '../../src/bot/store/grants.ts'
import { makeLogins } from '../../src/bot/store/logins.ts'
import { applyMigrations } from '../../src/bot/store/migrate.ts'

export interface EmptyDatabase extends AsyncDisposable {
  readonly ownerUrl: string
  /** What the passwords of its logins come from; absent on the embedded server. */
  readonly secret: Buffer | undefined
  drop(): Promise<void>
}

export interface FreshDatabase extends EmptyDatabase {
  readonly botUrl: string
  readonly vaultUrl: string
}

const prisma = path.join(import.meta.dirname, '../../prisma')

/** A database of its own, migrated, with its two logins and their grants: a copy of one that is migrated once a run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const database = await createDatabase(await templateOfRun())
  const { ownerUrl, secret } = database
  const logins = await makeLogins({ ownerUrl, ...(secret === undefined ? {} : { secret }) })
  await applyGrants(ownerUrl, logins, path.join(prisma, 'grants.sql'))
  return { ...database, botUrl: logins.botUrl, vaultUrl: logins.vaultUrl }
}

/** A database with nothing in it. */
export function emptyDatabase(): Promise<EmptyDatabase> {
  return createDatabase('template0')
}

async function createDatabase(template: string): Promise<EmptyDatabase> {
  const server = inject('server')
  const name = `${server.run}_${randomBytes(4).toString('hex')}`
  await onServer((client) =>
    client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`),
  )
  const drop = () => onServer((client) => dropDatabase(client, name))
  return {
    ownerUrl: urlOf(await serverUrl(), name),
    secret: server.kind === 'given' ? randomBytes(32) : undefined,
    drop,
    [Symbol.asyncDispose]: drop,
  }
}

async function dropDatabase(client: Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
  for (const kind of ['bot', 'vault', 'owner'])
    await client.query(`DROP ROLE IF EXISTS ${escapeIdentifier(`${name}_${kind}`)}`)
}

let template: Promise<string> | undefined

function templateOfRun(): Promise<string> {
  template ??= makeTemplate(`${inject('server').run}_template`)
  return template
}

/** Of all the workers that ask at once, the first one migrates and the others wait. */
function makeTemplate(name: string): Promise<string> {
  return onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount !== 0) return name
    const raw = `${name}_raw`
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(raw)}`)
    await client.query(`CREATE DATABASE ${escapeIdentifier(raw)} TEMPLATE template0`)
    await applyMigrations(urlOf(await serverUrl(), raw), path.join(prisma, 'migrations'))
    // The name is given last, so that a template that exists is complete.
    await client.query(`ALTER DATABASE ${escapeIdentifier(raw)} RENAME TO ${escapeIdentifier(name)}`)
    return name
  })
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: await serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let url: Promise<string> | undefined

function serverUrl(): Promise<string> {
  url ??= startOrFind()
  return url
}

async function startOrFind(): Promise<string> {
  const server = inject('server')
  if (server.kind === 'given') return server.ownerUrl
  return (await startEmbedded({ dataDir: server.dataDir, temporary: true, graceSeconds: 0 })).ownerUrl
}

function urlOf(server: string, database: string): string {
  const address = new URL(server)
  address.pathname = `/${database}`
  return address.href
}
