import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'

export interface SchemaPlaces {
  readonly schemaFile: string
  readonly migrations: string
}

/**
 * The SQL that leads from the migrations to the schema, or undefined when they agree. Prisma's own schema engine, as
 * WebAssembly because its native one is a download, over a throw-away PGlite. Once a process: a second engine panics.
 */
export async function diffSchema({ schemaFile, migrations }: SchemaPlaces): Promise<string | undefined> {
  const schema = { path: schemaFile, content: readFileSync(schemaFile, 'utf8') }
  const databases: PGlite[] = []
  const connect = () => {
    const database = new PGlite()
    databases.push(database)
    return new PrismaPGlite(database).connect()
  }
  try {
    const factory = { provider: 'postgres', adapterName: 'pglite', connect, connectToShadowDb: connect } as const
    const bound = bindMigrationAwareSqlAdapterFactory(factory)
    const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, noLog, bound)
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...readMigrations(migrations) },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? undefined : `${(stdout ?? '').trim()}\n`
  } finally {
    for (const database of databases) await database.close()
  }
}

function noLog(): void {}

function readMigrations(folder: string) {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    : []
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: lockText },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => {
      const value = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  }
}

export const lockText = '# Prisma reads here for which database the migrations are.\nprovider = "postgresql"\n'
