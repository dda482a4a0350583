// node scripts/migrate.ts dev <name>   writes the migration that leads from prisma/migrations to prisma/schema.prisma
// node scripts/migrate.ts check        fails when they disagree, or when any SQL asks the database for the time
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findDatabaseClock } from './databaseClock.ts'
import { diffSchema, lockText } from './schemaEngine.ts'

const root = path.join(import.meta.dirname, '..')
const places = { schemaFile: path.join(root, 'prisma/schema.prisma'), migrations: path.join(root, 'prisma/migrations') }

const [command, name] = process.argv.slice(2)
if (command === 'dev' && name !== undefined) await writeMigration(name)
else if (command === 'check') await check()
else {
  console.error('node scripts/migrate.ts dev <name> | check')
  process.exitCode = 2
}

async function writeMigration(name: string): Promise<void> {
  const sql = await diffSchema(places)
  if (sql === undefined) return console.log('no change')
  const time = new Date().toISOString().replaceAll(/\D/gu, '').slice(0, 14)
  const folder = path.join(places.migrations, `${time}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  writeFileSync(path.join(places.migrations, 'migration_lock.toml'), lockText)
  console.log(`wrote ${path.relative(root, folder)}/migration.sql: read it before you commit it`)
}

async function check(): Promise<void> {
  const clocks = sqlFiles().flatMap((file) =>
    findDatabaseClock(readFileSync(path.join(root, file), 'utf8')).map((where) => `${file}:${where}`),
  )
  for (const where of clocks) console.error(`${where} — the clock is an argument, not the database's`)
  const sql = await diffSchema(places)
  if (sql !== undefined) console.error(`prisma/migrations and schema.prisma disagree; still to be written:\n\n${sql}`)
  if (clocks.length > 0 || sql !== undefined) process.exitCode = 1
}

function sqlFiles(): readonly string[] {
  return ['prisma', 'src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.sql') || name.endsWith('.prisma'))
      .map((name) => path.join(folder, name)),
  )
}
