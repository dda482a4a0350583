import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

const VERBS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const
type Verb = (typeof VERBS)[number]
type Login = 'owner' | 'bot' | 'vault'

let database: FreshDatabase
let clients: Readonly<Record<Login, Client>>

beforeAll(async () => {
  database = await freshDatabase()
  const connected = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    return client
  }
  clients = {
    owner: await connected(database.ownerUrl),
    bot: await connected(database.botUrl),
    vault: await connected(database.vaultUrl),
  }
})
afterAll(async () => {
  for (const client of Object.values(clients)) await client.end()
  await database.drop()
})

/** The code PostgreSQL refuses with, or 'allowed'. Nothing stays: every try is rolled back. */
async function tried(login: Login, sql: string): Promise<string> {
  const client = clients[login]
  await client.query('BEGIN')
  try {
    await client.query(sql)
    return 'allowed'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  } finally {
    await client.query('ROLLBACK')
  }
}

async function rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly T[]> {
  return (await clients.owner.query<T>(sql, [...values])).rows
}

const tablesOf = async (schema: string): Promise<readonly string[]> =>
  (
    await rows<{ name: string }>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1',
      [schema],
    )
  ).map((row) => row.name)

async function statement(schema: string, table: string, verb: Verb): Promise<string> {
  const name = `${schema}."${table}"`
  const [column] = await rows<{ name: string }>(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position',
    [schema, table],
  )
  switch (verb) {
    case 'SELECT':
      return `SELECT * FROM ${name}`
    case 'INSERT':
      return `INSERT INTO ${name} DEFAULT VALUES`
    case 'UPDATE':
      return `UPDATE ${name} SET "${column?.name ?? ''}" = "${column?.name ?? ''}"`
    case 'DELETE':
      return `DELETE FROM ${name}`
    case 'TRUNCATE':
      return `TRUNCATE ${name} CASCADE`
  }
}

async function reachedBy(login: Login, schema: string): Promise<readonly string[]> {
  const reached: string[] = []
  for (const table of await tablesOf(schema)) {
    for (const verb of VERBS) {
      if ((await tried(login, await statement(schema, table, verb))) !== '42501') reached.push(`${verb} ${table}`)
    }
  }
  return reached
}

test('the login of the Union reads and writes no table of the vault but the frozen releases', async () => {
  expect((await tablesOf('vault')).length).toBeGreaterThanOrEqual(10)
  expect(await reachedBy('bot', 'vault')).toEqual(['SELECT release'])
})

test('the login of the vault reaches nothing of the Union but what it was granted', async () => {
  expect((await tablesOf('public')).length).toBeGreaterThanOrEqual(19)
  // What was said to an account before it came into the room is taken off its screen when it leaves.
  expect(await reachedBy('vault', 'public')).toEqual([
    'SELECT bubble',
    'UPDATE bubble',
    'SELECT inbox',
    'INSERT inbox',
    'UPDATE inbox',
    'SELECT invitation',
    'UPDATE invitation',
    'SELECT job_run',
    'INSERT job_run',
    'SELECT setting',
    'SELECT unit_version',
  ])
})

test('what was recorded is never rewritten by the login that records it', async () => {
  for (const [login, table] of [
    ['bot', 'public.audit'],
    ['bot', 'public.report_event'],
    ['vault', 'vault.audit'],
    ['vault', 'vault.release'],
  ] as const) {
    expect([table, await tried(login, `UPDATE ${table} SET at = at`)]).toEqual([table, '42501'])
    expect([table, await tried(login, `DELETE FROM ${table}`)]).toEqual([table, '42501'])
  }
  expect(await tried('bot', 'SELECT * FROM public._prisma_migrations')).toBe('42501')
})

test('of all functions of the vault the login of the Union may call three', async () => {
  const callable = await rows<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'vault' AND has_function_privilege($1, p.oid, 'EXECUTE') ORDER BY 1`,
    [await loginName('bot')],
  )
  expect(callable.map((one) => one.name)).toEqual([
    'vault.open_session(text,bytea,text,bytea,bytea)',
    'vault.private_session_open(bytea)',
    'vault.raise_alarm(text,timestamp with time zone,bytea,text,bytea,bytea,boolean)',
  ])
})

test("functions that run with the owner's rights look for tables in a fixed place", async () => {
  const loose = await rows<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname IN ('public', 'vault') AND p.prosecdef
       AND NOT COALESCE(p.proconfig @> ARRAY[format('search_path=%s, pg_temp', n.nspname)], false)`,
  )
  expect(loose).toEqual([])
})

test('what the Union learns of the vault through its functions is one boolean', async () => {
  const returned = await rows<{ name: string; type: string }>(
    `SELECT p.proname AS name, p.prorettype::regtype::text AS type FROM pg_proc p
     JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'vault' AND has_function_privilege($1, p.oid, 'EXECUTE') ORDER BY 1`,
    [await loginName('bot')],
  )
  expect(returned.map((one) => `${one.name} ${one.type}`)).toEqual([
    'open_session void',
    'private_session_open boolean',
    'raise_alarm void',
  ])
})

test('neither login is a member of another role, owns anything or has a privilege of its own', async () => {
  const logins = [await loginName('bot'), await loginName('vault')]
  const members = await rows(
    `SELECT roleid::regrole::text AS role, member::regrole::text AS member FROM pg_auth_members
     WHERE member::regrole::text = ANY ($1) OR roleid::regrole::text = ANY ($1)`,
    [logins],
  )
  const beyond = members.filter((one) => !Object.values(one).includes('postgres'))
  expect(beyond).toEqual([])
  expect(
    await rows(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)
       AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)`,
      [logins],
    ),
  ).toEqual([])
  expect(await rows('SELECT relname FROM pg_class WHERE relowner::regrole::text = ANY ($1)', [logins])).toEqual([])
})

test.each(['bot', 'vault'] as const)(
  'the %s login makes no table, function, schema or temporary table',
  async (login) => {
    for (const sql of [
      'CREATE TABLE public.mine (a int)',
      'CREATE TABLE vault.mine (a int)',
      'CREATE SCHEMA mine',
      'CREATE TEMP TABLE mine (a int)',
      'CREATE FUNCTION vault.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'SET ROLE postgres',
      "COPY (SELECT 1) TO PROGRAM 'true'",
      "SELECT pg_read_file('/etc/hostname')",
    ])
      expect([sql, await tried(login, sql)]).toEqual([sql, '42501'])
  },
)

test('a message to a woman without a cause cannot be stored', async () => {
  const insert = (cause: string): string => `INSERT INTO vault.outbox
    ("conversationId", channel, key, kind, priority, "toWoman", cause, "createdAt", "notBefore")
    VALUES ('c', 'talk', 'k', 'woman', 1, true, ${cause}, '2026-01-01Z', '2026-01-01Z')`
  expect(await tried('vault', insert('NULL'))).toBe('23514')
  expect(await tried('vault', insert("'because'"))).toBe('23514')
  expect(await tried('vault', insert("''"))).toBe('23514')
  expect(await tried('vault', insert("'reply'"))).toBe('allowed')
})

async function loginName(login: Login): Promise<string> {
  const result = await clients[login].query<{ name: string }>('SELECT current_user AS name')
  return result.rows[0]?.name ?? ''
}
