import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { applyGrants } from '../../../src/bot/store/grants.ts'
import { type LoginOptions, makeLogins, roleName } from '../../../src/bot/store/logins.ts'
import { type EmptyDatabase, emptyDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'

async function aDatabase(): Promise<EmptyDatabase> {
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  await ask(
    database.ownerUrl,
    `CREATE SCHEMA vault; CREATE TABLE public.report (id INT, note TEXT); CREATE TABLE vault.sealed (id INT);
     INSERT INTO vault.sealed VALUES (1);
     CREATE FUNCTION vault.count_sealed() RETURNS INT LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*)::int FROM vault.sealed'`,
  )
  return database
}

const optionsOf = ({ ownerUrl, secret }: EmptyDatabase): LoginOptions =>
  secret === undefined ? { ownerUrl } : { ownerUrl, secret }

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(sql)
    return result.rows
  } finally {
    await client.end()
  }
}

/** As on a rented server: the owner may make logins but is no superuser. */
async function givenToOwner(superUrl: string): Promise<string> {
  const url = new URL(superUrl)
  const name = url.pathname.slice(1)
  url.username = `${name}_owner`
  url.password = 'only-for-this-test'
  await ask(
    superUrl,
    `CREATE ROLE "${name}_owner" LOGIN CREATEROLE PASSWORD 'only-for-this-test';
     ALTER DATABASE "${name}" OWNER TO "${name}_owner";
     ALTER SCHEMA vault OWNER TO "${name}_owner";
     ALTER TABLE public.report OWNER TO "${name}_owner";
     ALTER TABLE vault.sealed OWNER TO "${name}_owner";
     ALTER FUNCTION vault.count_sealed() OWNER TO "${name}_owner"`,
  )
  return url.href
}

function grantsFile(sql: string): string {
  const file = path.join(temporaryFolder(), 'grants.sql')
  writeFileSync(file, sql)
  return file
}

const someGrants = `
  GRANT USAGE ON SCHEMA public TO :bot;
  GRANT SELECT, INSERT ON public.report TO :bot;
  GRANT USAGE ON SCHEMA vault TO :bot, :vault;
  GRANT SELECT ON vault.sealed TO :vault;
  GRANT EXECUTE ON FUNCTION vault.count_sealed() TO :bot;
  SELECT '1'::text;
`

describe('the two logins', () => {
  test('are made once, however many start at once, and can connect', async () => {
    const database = await aDatabase()
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => makeLogins(optionsOf(database))))
    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(await ask(first?.botUrl ?? '', 'SELECT current_user AS name')).toEqual([{ name: first?.botRole }])
    expect(await ask(first?.vaultUrl ?? '', 'SELECT current_user AS name')).toEqual([{ name: first?.vaultRole }])
  })

  test('have no power over the server, and neither is a member of the other', async () => {
    const database = await aDatabase()
    const { botRole, vaultRole } = await makeLogins(optionsOf(database))
    const rows = await ask(
      database.ownerUrl,
      `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR rolinherit AS power,
         pg_has_role('${botRole}', '${vaultRole}', 'MEMBER') OR pg_has_role('${vaultRole}', '${botRole}', 'MEMBER') AS joined
       FROM pg_roles WHERE rolname IN ('${botRole}', '${vaultRole}')`,
    )
    expect(rows).toEqual([
      { power: false, joined: false },
      { power: false, joined: false },
    ])
  })

  test('that somebody joined are refused', async () => {
    const database = await aDatabase()
    const { botRole, vaultRole } = await makeLogins(optionsOf(database))
    await ask(database.ownerUrl, `GRANT "${vaultRole}" TO "${botRole}"`)
    await expect(makeLogins(optionsOf(database))).rejects.toThrow(/not be members of each other/u)
  })

  test('with a secret keep only a verifier, and another secret gives another password', async () => {
    const database = await aDatabase()
    const secret = Buffer.alloc(32, 7)
    const { botUrl, botRole } = await makeLogins({ ownerUrl: database.ownerUrl, secret })
    const password = new URL(botUrl).password
    expect(password).toHaveLength(43)
    expect(await makeLogins({ ownerUrl: database.ownerUrl, secret })).toMatchObject({ botUrl })
    expect(await makeLogins({ ownerUrl: database.ownerUrl, secret: Buffer.alloc(32, 8) })).not.toMatchObject({ botUrl })
    const kept = await ask(database.ownerUrl, `SELECT rolpassword FROM pg_authid WHERE rolname = '${botRole}'`)
    expect(JSON.stringify(kept)).toMatch(/SCRAM-SHA-256\$4096:/u)
    expect(JSON.stringify(kept)).not.toContain(password)
  })

  test('of a database with a long name have names that PostgreSQL does not cut', () => {
    const names = ['dài'.repeat(15), `${'dài'.repeat(15)}x`].flatMap((name) => [
      roleName(name, 'bot'),
      roleName(name, 'vault'),
    ])
    expect(new Set(names).size).toBe(4)
    expect(names.every((name) => Buffer.byteLength(name) <= 63)).toBe(true)
  })

  test('are also made by an owner who is no superuser, at every start', async () => {
    const database = await aDatabase()
    const ownerUrl = await givenToOwner(database.ownerUrl)
    const secret = Buffer.alloc(32, 7)
    const first = await makeLogins({ ownerUrl, secret })
    const again = await makeLogins({ ownerUrl, secret })
    await applyGrants(ownerUrl, again, grantsFile(someGrants))
    await applyGrants(ownerUrl, again, grantsFile(someGrants))
    expect(await ask(first.botUrl, 'SELECT vault.count_sealed() AS n')).toEqual([{ n: 1 }])
    await expect(ask(first.botUrl, 'SELECT * FROM vault.sealed')).rejects.toMatchObject({ code: '42501' })
  })

  test('that are given are used as they are, and nothing is made', async () => {
    const database = await aDatabase()
    const made = await makeLogins(optionsOf(database))
    const given = { botUrl: made.botUrl, vaultUrl: made.vaultUrl }
    expect(await makeLogins({ ownerUrl: database.ownerUrl, ...given })).toEqual(made)
    await expect(makeLogins({ ownerUrl: database.ownerUrl, botUrl: made.botUrl })).rejects.toThrow(
      /VAULT_DATABASE_URL/u,
    )
    const absent = { botUrl: 'postgresql://absent_1@localhost/x', vaultUrl: 'postgresql://absent_2@localhost/x' }
    await expect(makeLogins({ ownerUrl: database.ownerUrl, ...absent })).rejects.toThrow(
      /absent_1, absent_2 must exist/u,
    )
  })

  test('cannot be made by an owner without CREATEROLE, who hears which variables to set', async () => {
    const database = await aDatabase()
    const { botUrl } = await makeLogins(optionsOf(database))
    // The bot's own login stands for an owner without rights, in a database whose name asks for other logins.
    const other = await emptyDatabase()
    onTestFinished(() => other.drop())
    const weak = new URL(botUrl)
    weak.pathname = new URL(other.ownerUrl).pathname
    await expect(makeLogins({ ownerUrl: weak.href })).rejects.toThrow(
      /CREATEROLE.*BOT_DATABASE_URL.*VAULT_DATABASE_URL/u,
    )
  })
})

describe('the grants', () => {
  test('give each login its own and nothing else', async () => {
    const database = await aDatabase()
    const logins = await makeLogins(optionsOf(database))
    await applyGrants(database.ownerUrl, logins, grantsFile(someGrants))
    expect(await ask(logins.botUrl, 'SELECT vault.count_sealed() AS n')).toEqual([{ n: 1 }])
    expect(await ask(logins.botUrl, 'INSERT INTO public.report VALUES (1) RETURNING id')).toEqual([{ id: 1 }])
    await expect(ask(logins.botUrl, 'SELECT * FROM vault.sealed')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(logins.botUrl, 'DELETE FROM public.report')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(logins.vaultUrl, 'SELECT * FROM public.report')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(logins.vaultUrl, 'SELECT vault.count_sealed()')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(logins.vaultUrl, 'CREATE TEMP TABLE t (id INT)')).rejects.toMatchObject({ code: '42501' })
    expect(await ask(logins.vaultUrl, 'SELECT id FROM vault.sealed')).toEqual([{ id: 1 }])
  })

  test('take back what an earlier version or a hand gave', async () => {
    const database = await aDatabase()
    const logins = await makeLogins(optionsOf(database))
    await applyGrants(database.ownerUrl, logins, grantsFile(someGrants))
    await ask(database.ownerUrl, 'GRANT SELECT (id) ON vault.sealed TO PUBLIC')
    await ask(database.ownerUrl, `GRANT ALL ON ALL TABLES IN SCHEMA vault TO "${logins.botRole}"`)
    await applyGrants(database.ownerUrl, logins, grantsFile(someGrants))
    await expect(ask(logins.botUrl, 'SELECT id FROM vault.sealed')).rejects.toMatchObject({ code: '42501' })
  })

  test('do not open a function that a later migration makes', async () => {
    const database = await aDatabase()
    const logins = await makeLogins(optionsOf(database))
    await applyGrants(database.ownerUrl, logins, grantsFile(someGrants))
    await ask(database.ownerUrl, "CREATE FUNCTION vault.late() RETURNS INT LANGUAGE sql AS 'SELECT 1'")
    await expect(ask(logins.botUrl, 'SELECT vault.late()')).rejects.toMatchObject({ code: '42501' })
  })

  test('are all there or not at all, also for several starters at once', async () => {
    const database = await aDatabase()
    const logins = await makeLogins(optionsOf(database))
    const file = grantsFile(someGrants)
    await Promise.all([1, 2, 3].map(() => applyGrants(database.ownerUrl, logins, file)))
    const broken = grantsFile('SELECT * FROM nowhere')
    await expect(applyGrants(database.ownerUrl, logins, broken)).rejects.toMatchObject({ code: '42P01' })
    expect(await ask(logins.vaultUrl, 'SELECT id FROM vault.sealed')).toEqual([{ id: 1 }])
  })
})
