import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { diffSchema } from '../../scripts/schemaEngine.ts'
import { temporaryFolder } from '../support/folder.ts'

const schema = `
  datasource db {
    provider = "postgresql"
    schemas  = ["public", "vault"]
  }
  model Report {
    id   Int    @id
    note String
    @@schema("public")
  }
  model Sealed {
    id   Int    @id
    late String
    @@schema("vault")
  }
`

const migration = `
  CREATE SCHEMA "vault";
  CREATE TABLE "Report" (id INTEGER NOT NULL PRIMARY KEY, note TEXT NOT NULL);
  CREATE TABLE "vault"."Sealed" (id INTEGER NOT NULL PRIMARY KEY);
  CREATE INDEX by_hand ON "Report" (note) WHERE id > 0;
  CREATE FUNCTION vault.twice(n INT) RETURNS INT LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;
`

// One test, because a process can have one engine.
test('only what no migration makes is written, in both schemas; SQL by hand is left alone', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder()
  const places = { schemaFile: path.join(folder, 'schema.prisma'), migrations: path.join(folder, 'migrations') }
  writeFileSync(places.schemaFile, schema)
  mkdirSync(path.join(places.migrations, '1_first'), { recursive: true })
  writeFileSync(path.join(places.migrations, '1_first/migration.sql'), migration)
  const sql = await diffSchema(places)
  expect(sql).toBe('-- AlterTable\nALTER TABLE "vault"."Sealed" ADD COLUMN     "late" TEXT NOT NULL;\n')
})
