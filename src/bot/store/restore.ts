import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { decrypterFor, type Opener, webStream } from '../keys/age.ts'
import type { KeyRing } from '../keys/keys.ts'
import { openBytes, sealerFor } from '../keys/seal.ts'
import { StartError } from '../start/startError.ts'
import { keysPlace, ringName } from './backup.ts'
import type { Blobs } from './blobs.ts'
import {
  type Header,
  headerSchema,
  type KeyRows,
  keyRowsSchema,
  keysSchema,
  makeReader,
  sectionSchema,
  type SectionReader,
} from './backupFormat.ts'
import { CASE_KEYS, columnList, quoted, readMigrations, readTables } from './backupTables.ts'
import { asOwner, inTransaction } from './owner.ts'
import { restoreProblem } from './restoreProblems.ts'
import { FIRST_STATE, vaultPlace } from './union/vaultDoors.ts'

export interface RestoreOptions {
  readonly ownerUrl: string
  readonly ring: KeyRing
  readonly blobs: Blobs
  readonly file: string
  /** `<file>.keys`; without it no case can be read. */
  readonly keys?: string
  readonly opener: Opener
}

export interface RestoreDone {
  readonly at: string
  readonly server: string
  readonly rows: number
  readonly files: number
  /** Cases whose words can be read again. */
  readonly caseKeys: number
}

/** Fills an empty database of the same migrations, on any PostgreSQL from 15 on: all of it, or nothing. */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreDone> {
  const reader = makeReader(await plainChunks(options.file, options.opener))
  const header = await readHeader(reader, options.file)
  if (header.ring !== ringName(options.ring)) throw restoreProblem.otherRing(options.ring.file)
  const keys = options.keys === undefined ? [] : await readKeys(options.keys, header, options)
  const written: string[] = []
  try {
    return await asOwner(options.ownerUrl, (client) =>
      inTransaction(client, async () => {
        await checkMigrations(client, header)
        await emptyOrRefuse(client)
        const counts = await readSections(client, reader, { header, blobs: options.blobs, written })
        const caseKeys = await putKeys(client, keys)
        await settleBlanks(client, options.ring)
        for (const { name, last } of header.sequences)
          if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [quoted(name), last])
        return { at: header.at, server: header.server, ...counts, caseKeys }
      }),
    )
  } catch (error) {
    for (const id of written) await options.blobs.remove(id)
    throw error
  }
}

async function plainChunks(file: string, opener: Opener): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = decrypterFor(opener)
  const source = createReadStream(file)
  try {
    const plain = await decrypter.decrypt(webStream(source))
    const unzipped = createGunzip()
    // What goes wrong while reading is thrown where the chunks are read.
    Readable.fromWeb(plain)
      .on('error', (error) => unzipped.destroy(error))
      .pipe(unzipped)
    return whole(unzipped, file)
  } catch (cause) {
    source.destroy()
    throw restoreProblem.doesNotOpen(file, cause)
  }
}

async function* whole(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (cause) {
    throw restoreProblem.damaged(file, cause)
  }
}

async function readHeader(reader: SectionReader, file: string): Promise<Header> {
  try {
    return headerSchema.parse(await reader.readJson())
  } catch (cause) {
    if (cause instanceof StartError) throw cause
    throw restoreProblem.noBackup(file, cause)
  }
}

async function readKeys(file: string, header: Header, { opener, ring }: RestoreOptions): Promise<KeyRows> {
  let read: ReturnType<typeof keysSchema.parse>
  try {
    const text = await decrypterFor(opener).decrypt(new Uint8Array(readFileSync(file)), 'text')
    read = keysSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw restoreProblem.doesNotOpen(file, cause)
  }
  if (read.id !== header.id) throw restoreProblem.otherKeys(file)
  const key = ring.dayKey(read.day)
  if (key === undefined) throw restoreProblem.keysTooOld(read.day)
  const plain = openBytes(key, keysPlace(read.id, read.day), Buffer.from(read.sealed, 'base64'))
  return keyRowsSchema.parse(JSON.parse(plain.toString('utf8')))
}

async function checkMigrations(client: Client, header: Header): Promise<void> {
  const ours = await readMigrations(client)
  const same =
    ours.length === header.migrations.length &&
    header.migrations.every((one, index) => ours[index]?.name === one.name && ours[index]?.checksum === one.checksum)
  if (!same) throw restoreProblem.otherMigrations(header.migrations.at(-1)?.name ?? '?', ours.at(-1)?.name ?? '?')
}

/** What a bot without a province leaves behind while it waits is no content. */
async function emptyOrRefuse(client: Client): Promise<void> {
  const tables = (await readTables(client)).map((one) => one.table)
  await client.query(`LOCK TABLE ${tables.map(quoted).join(', ')} IN ACCESS EXCLUSIVE MODE`)
  await client.query(`DELETE FROM public.setting WHERE key = 'looked'`)
  await client.query('DELETE FROM public.job_run')
  for (const table of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
    if (rowCount !== 0) throw restoreProblem.notEmpty(table)
  }
}

async function readSections(
  client: Client,
  reader: SectionReader,
  { header, blobs, written }: { header: Header; blobs: Blobs; written: string[] },
): Promise<{ readonly rows: number; readonly files: number }> {
  for (let rows = 0; ; ) {
    const section = sectionSchema.parse(await reader.readJson())
    switch (section.kind) {
      case 'table': {
        const columns = header.tables.find((one) => one.table === section.table)?.columns
        if (columns === undefined) throw new Error('the backup holds a table that its header does not name')
        rows += await copyIn(client, `${quoted(section.table)} (${columnList(columns)})`, reader.rows())
        break
      }
      case 'file': {
        await blobs.put(section.id, await reader.bytes(section.size))
        written.push(section.id)
        break
      }
      case 'end':
        if (section.rows !== rows || section.files !== written.length) throw new Error('the backup is incomplete')
        return { rows, files: written.length }
    }
  }
}

async function copyIn(client: Client, target: string, rows: AsyncIterable<Uint8Array>): Promise<number> {
  const sink = client.query(copyFrom(`COPY ${target} FROM STDIN`))
  await pipeline(Readable.from(rows), sink)
  return sink.rowCount
}

/** Keys of cases are rows of their own; the other words go back into the rows they were taken from. */
async function putKeys(client: Client, keys: KeyRows): Promise<number> {
  let caseKeys = 0
  for (const { table, columns, text } of keys) {
    const target = `${quoted(table)} (${columnList(columns)})`
    if (table === CASE_KEYS) {
      caseKeys = await copyIn(client, target, chunk(text))
      continue
    }
    const [, column] = columns
    if (column === undefined) continue
    const name = columnList([column])
    await client.query(`CREATE TEMP TABLE words ON COMMIT DROP AS SELECT id, ${name} FROM ${quoted(table)} LIMIT 0`)
    await copyIn(client, `words (${columnList(columns)})`, chunk(text))
    await client.query(`UPDATE ${quoted(table)} t SET ${name} = w.${name} FROM words w WHERE w.id = t.id`)
    await client.query('DROP TABLE words')
  }
  return caseKeys
}

async function* chunk(text: string): AsyncGenerator<Uint8Array> {
  if (text !== '') yield Buffer.from(text)
}

/** What has no words any more is ended, so that nothing of the bot stumbles over it. */
async function settleBlanks(client: Client, ring: KeyRing): Promise<void> {
  await client.query(
    `UPDATE vault.outbox SET state = 'cancelled' WHERE body IS NULL AND state IN ('waiting', 'sending')`,
  )
  await client.query(
    `UPDATE public.inbox SET state = 'done', lane = NULL, "vaultLane" = NULL, code = 'lost'
     WHERE body IS NULL AND state IN ('waiting', 'dead')`,
  )
  const vault = sealerFor(ring, 'vault/v1')
  const blanks = [
    { table: 'conversation', column: 'state', where: 'length(state) = 0', text: FIRST_STATE },
    { table: 'alarm', column: 'body', where: 'length(body) = 0 AND lane IS NOT NULL', text: '' },
  ]
  for (const { table, column, where, text } of blanks) {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM vault.${table} WHERE ${where}`)
    for (const { id } of rows)
      await client.query(`UPDATE vault.${table} SET ${column} = $1 WHERE id = $2`, [
        vault.seal(vaultPlace(table, column, id), text),
        id,
      ])
  }
}
