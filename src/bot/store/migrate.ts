import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { StartError } from '../start/startError.ts'
import { errorCode } from './errorCode.ts'
import { asOwner, inTransaction } from './owner.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface AppliedMigration {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/**
 * Applies what `dir` has and the database has not, in Prisma's own table and under Prisma's own lock, and returns the
 * names. Not through Prisma: its engine is a download, and its adapter splits a script at every `;`.
 */
export async function applyMigrations(ownerUrl: string, dir: string): Promise<readonly string[]> {
  const migrations = migrationsIn(dir)
  return asOwner(ownerUrl, async (client) => {
    // Prisma writes tables of "public" without their schema.
    await client.query('SET search_path TO public')
    const open = remaining(migrations, await readApplied(client))
    for (const migration of open) await applyOne(client, migration)
    return open.map(({ name }) => name)
  })
}

export function migrationsIn(dir: string): readonly Migration[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const sql = readFileSync(path.join(dir, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

// Word for word Prisma's table, its clock included: nothing of ours reads these times.
const createTable = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

const createRow = `INSERT INTO public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
  VALUES ($1, $2, now(), $3, 1)`

async function readApplied(client: Client): Promise<readonly AppliedMigration[]> {
  try {
    await client.query(createTable)
    const { rows } = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at FROM public._prisma_migrations WHERE rolled_back_at IS NULL',
    )
    return rows
  } catch (error) {
    if (errorCode(error) === '42501') throw notOwner(error)
    throw error
  }
}

function remaining(migrations: readonly Migration[], applied: readonly AppliedMigration[]): readonly Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    if (row.finished_at === null) throw halfDone(row.migration_name)
    const known = byName.get(row.migration_name)
    if (known === undefined) throw newerDatabase(row.migration_name)
    if (known.checksum !== row.checksum) throw edited(row.migration_name)
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.query(sql)
      await client.query(createRow, [randomUUID(), checksum, name])
    })
  } catch (error) {
    throw failed(name, error)
  }
}

function failed(name: string, cause: unknown): StartError {
  const code = errorCode(cause) ?? '?'
  // Class 42 speaks of tables and rights; other messages may quote a value out of the database.
  const said = code.startsWith('42') && cause instanceof Error ? `${code}: ${cause.message}` : code
  return new StartError({
    vi: `Bước nâng cấp dữ liệu ${name} không chạy được (${said}). Dữ liệu vẫn như trước. Hãy chạy lại bản chương trình cũ và báo cho người phát triển.`,
    en: `The database migration ${name} failed (${said}). The data are as they were. Run the earlier version again and tell the developers.`,
    cause: code.startsWith('42') ? cause : undefined,
  })
}

function halfDone(name: string): StartError {
  return new StartError({
    vi: `Bước nâng cấp dữ liệu ${name} bị dở dang bởi một công cụ khác. Hãy phục hồi từ bản sao lưu, hoặc xử lý bằng "prisma migrate resolve".`,
    en: `The database migration ${name} was left half done by another tool. Restore a backup, or settle it with "prisma migrate resolve".`,
  })
}

function newerDatabase(name: string): StartError {
  return new StartError({
    vi: `Cơ sở dữ liệu mới hơn chương trình này: có bước ${name} mà bản này không biết. Hãy cài bản chương trình mới nhất, đừng chạy bản cũ trên dữ liệu mới.`,
    en: `The database is newer than this program: it has the migration ${name}, unknown here. Install the newest version; an older one must not run on newer data.`,
  })
}

function edited(name: string): StartError {
  return new StartError({
    vi: `Tệp của bước nâng cấp ${name} đã bị sửa sau khi chạy. Hãy cài lại đúng bản chương trình; thay đổi phải nằm trong một bước mới.`,
    en: `The file of the migration ${name} was edited after it had been applied. Reinstall the program; a change belongs in a new migration.`,
  })
}

function notOwner(cause: unknown): StartError {
  return new StartError({
    vi: 'Người dùng trong DATABASE_URL không được tạo bảng. Hãy cho người dùng này làm chủ cơ sở dữ liệu (ALTER DATABASE … OWNER TO …).',
    en: 'The user in DATABASE_URL may not create tables. Make it the owner of the database (ALTER DATABASE … OWNER TO …).',
    cause,
  })
}
