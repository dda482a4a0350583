import { type Client, escapeIdentifier } from 'pg'

/** A table as it stands in a backup. */
export interface BackupTable {
  readonly table: string
  readonly columns: readonly string[]
}

export interface SequenceValue {
  readonly name: string
  readonly last: string | null
}

/**
 * What a woman wrote and what opens it. None of it is in the backup itself: it goes into the second file, which is sealed
 * with the key of a day, so that an erased case cannot be read from any backup once that key is destroyed (7 days).
 */
export const SHORT_LIVED = [
  { table: 'vault.alarm', column: 'body', blank: "''::bytea" },
  { table: 'vault.conversation', column: 'state', blank: "''::bytea" },
  { table: 'vault.outbox', column: 'body', blank: 'NULL::bytea' },
  { table: 'public.inbox', column: 'body', blank: 'NULL::bytea' },
] as const
/** What a one-time link holds: it opens nothing after a restore, so it is kept nowhere. */
export const LEFT_OUT = [{ table: 'vault.one_time_link', column: 'data', blank: 'NULL::bytea' }] as const
export const CASE_KEYS = 'vault.case_key'

/** 'vault.case_key' as SQL writes it. */
export const quoted = (table: string): string => table.split('.').map(escapeIdentifier).join('.')
export const columnList = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ')

const tablesSql = `
  SELECT n.nspname || '.' || c.relname AS table,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT COALESCE(array_agg(DISTINCT fn.nspname || '.' || f.relname), '{}') FROM pg_constraint k
      JOIN pg_class f ON f.oid = k.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS needs
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname IN ('public', 'vault') AND c.relname <> '_prisma_migrations'
  ORDER BY 1`

/** Every table of both schemas, one that others point to before them: so no check has to be switched off. */
export async function readTables(client: Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable & { readonly needs: readonly string[] }>(tablesSql)
  const ordered: BackupTable[] = []
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter((one) => one.needs.every((need) => ordered.some((done) => done.table === need)))
    if (ready.length === 0) throw new Error('tables point to each other in a circle')
    ordered.push(...ready.map(({ table, columns }) => ({ table, columns })))
    left = left.filter((one) => !ready.includes(one))
  }
  return ordered
}

export async function readSequences(client: Client): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<SequenceValue>(
    `SELECT schemaname || '.' || sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'vault') ORDER BY 1`,
  )
  return rows
}

export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
}

export async function readMigrations(client: Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  )
  return rows
}
