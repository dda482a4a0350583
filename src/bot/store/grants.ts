import { readFileSync } from 'node:fs'
import { type Client, escapeIdentifier } from 'pg'
import type { Logins } from './logins.ts'
import { asOwner, inTransaction } from './owner.ts'

/**
 * Takes every right from everybody, then gives what `sqlFile` says (`:bot` and `:vault` stand for the two logins), in
 * one transaction: a running bot never sees the moment between.
 */
export async function applyGrants(ownerUrl: string, logins: Logins, sqlFile: string): Promise<void> {
  const bot = escapeIdentifier(logins.botRole)
  const vault = escapeIdentifier(logins.vaultRole)
  const sql = readFileSync(sqlFile, 'utf8').replaceAll(/(?<!:):(bot|vault)\b/gu, (_, name) =>
    name === 'bot' ? bot : vault,
  )
  await asOwner(ownerUrl, (client) =>
    inTransaction(client, async () => {
      await client.query(await revocations(client, [bot, vault]))
      await client.query(sql)
    }),
  )
}

const ownSchemas = `SELECT nspname AS name FROM pg_namespace
  WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY nspname`

async function revocations(client: Client, roles: readonly string[]): Promise<string> {
  const { rows: schemas } = await client.query<{ name: string }>(ownSchemas)
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name')
  const all = ['PUBLIC', ...roles].join(', ')
  const database = escapeIdentifier(rows[0]?.name ?? '')
  const kinds = ['TABLES', 'SEQUENCES', 'ROUTINES']
  return [
    `REVOKE ALL ON DATABASE ${database} FROM ${all}`,
    `GRANT CONNECT ON DATABASE ${database} TO ${roles.join(', ')}`,
    // A function made by a later migration is nobody's until the grants say otherwise.
    'ALTER DEFAULT PRIVILEGES REVOKE ALL ON ROUTINES FROM PUBLIC',
    ...schemas.flatMap(({ name }) => {
      const schema = escapeIdentifier(name)
      return [
        `REVOKE ALL ON SCHEMA ${schema} FROM ${all}`,
        ...kinds.map((kind) => `REVOKE ALL ON ALL ${kind} IN SCHEMA ${schema} FROM ${all}`),
      ]
    }),
  ].join(';\n')
}
