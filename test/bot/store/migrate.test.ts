import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { applyMigrations } from '../../../src/bot/store/migrate.ts'
import { StartError } from '../../../src/bot/start/startError.ts'
import { emptyDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'

const twoSteps = {
  '20260101000000_first': 'CREATE SCHEMA vault; CREATE TABLE kept (id INT PRIMARY KEY);',
  '20260102000000_second': `CREATE TABLE vault.sealed (id INT);
    CREATE FUNCTION vault.twice(n INT) RETURNS INT LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;`,
}

function migrationsFolder(sqlByName: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, sql] of Object.entries(sqlByName)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  }
  writeFileSync(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  return folder
}

async function anEmptyDatabase(): Promise<string> {
  const database = await emptyDatabase()
  onTestFinished(() => database.drop())
  return database.ownerUrl
}

async function ask(ownerUrl: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

test('migrations are applied in order, once', async () => {
  const ownerUrl = await anEmptyDatabase()
  const folder = migrationsFolder(twoSteps)
  expect(await applyMigrations(ownerUrl, folder)).toEqual(['20260101000000_first', '20260102000000_second'])
  expect(await applyMigrations(ownerUrl, folder)).toEqual([])
  expect(await ask(ownerUrl, 'SELECT vault.twice(4) AS eight')).toEqual([{ eight: 8 }])
})

test('of three starters at once one migrates and two find it done', async () => {
  const ownerUrl = await anEmptyDatabase()
  const folder = migrationsFolder(twoSteps)
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(ownerUrl, folder)))
  expect(applied.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, 0, 2])
})

test("the history is in Prisma's own table with the checksum of the file", async () => {
  const ownerUrl = await anEmptyDatabase()
  await applyMigrations(ownerUrl, migrationsFolder({ '1_x': 'SELECT 1;' }))
  const history = await ask(
    ownerUrl,
    `SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished FROM _prisma_migrations`,
  )
  expect(history).toEqual([
    {
      migration_name: '1_x',
      checksum: '17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a',
      applied_steps_count: 1,
      finished: true,
    },
  ])
})

test('a migration that fails leaves nothing behind and is tried again next time', async () => {
  const ownerUrl = await anEmptyDatabase()
  const broken = migrationsFolder({ '1_x': 'CREATE TABLE kept (id INT); SELECT * FROM nowhere;' })
  await expect(applyMigrations(ownerUrl, broken)).rejects.toThrow(StartError)
  await expect(applyMigrations(ownerUrl, broken)).rejects.toThrow(/1_x .*42P01.*nowhere/u)
  expect(await ask(ownerUrl, "SELECT to_regclass('kept') AS kept")).toEqual([{ kept: null }])
  expect(await applyMigrations(ownerUrl, migrationsFolder({ '1_x': 'CREATE TABLE kept (id INT);' }))).toEqual(['1_x'])
})

test('a value out of the database is not repeated in the error', async () => {
  const ownerUrl = await anEmptyDatabase()
  const folder = migrationsFolder({ '1_x': "SELECT 'bí mật'::int;" })
  await expect(applyMigrations(ownerUrl, folder)).rejects.toThrow(expect.not.stringContaining('bí mật'))
  await expect(applyMigrations(ownerUrl, folder)).rejects.toThrow('22P02')
})

test.each([
  ['an edited file', 'UPDATE _prisma_migrations SET checksum = repeat($$0$$, 64)', /edited/u],
  ['a newer database', 'UPDATE _prisma_migrations SET migration_name = $$9_future$$', /9_future.*newest version/u],
  ['a step half done', 'UPDATE _prisma_migrations SET finished_at = NULL', /half done/u],
])('%s is refused in words', async (_, change, words) => {
  const ownerUrl = await anEmptyDatabase()
  const folder = migrationsFolder({ '1_x': 'CREATE TABLE kept (id INT);' })
  await applyMigrations(ownerUrl, folder)
  await ask(ownerUrl, change)
  await expect(applyMigrations(ownerUrl, folder)).rejects.toThrow(StartError)
  await expect(applyMigrations(ownerUrl, folder)).rejects.toThrow(words)
})

test('a step that was rolled back by hand is applied again', async () => {
  const ownerUrl = await anEmptyDatabase()
  const folder = migrationsFolder({ '1_x': 'CREATE TABLE IF NOT EXISTS kept (id INT);' })
  await applyMigrations(ownerUrl, folder)
  await ask(ownerUrl, 'UPDATE _prisma_migrations SET rolled_back_at = finished_at')
  expect(await applyMigrations(ownerUrl, folder)).toEqual(['1_x'])
})

test.each([
  ['not an address', 'postgres', /not well formed/u],
  ['nobody at home', 'postgresql://me:hushhush@127.0.0.1:1/db', /127\.0\.0\.1:1\/db.*ECONNREFUSED/u],
])('%s is said in words, without the password', async (_, url, words) => {
  const folder = migrationsFolder({})
  await expect(applyMigrations(url, folder)).rejects.toThrow(StartError)
  await expect(applyMigrations(url, folder)).rejects.toThrow(words)
  await expect(applyMigrations(url, folder)).rejects.toThrow(expect.not.stringContaining('hushhush'))
})
