import { createHash } from 'node:crypto'
import { closeSync, createWriteStream, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { encrypterFor, type Lock, newBackupId, webStream } from '../keys/age.ts'
import type { KeyRing } from '../keys/keys.ts'
import { seal } from '../keys/seal.ts'
import type { Blobs } from './blobs.ts'
import { END_OF_ROWS, type Header, type KeyRows, line } from './backupFormat.ts'
import {
  type BackupTable,
  CASE_KEYS,
  columnList,
  quoted,
  readMigrations,
  readSequences,
  readTables,
  LEFT_OUT,
  SHORT_LIVED,
} from './backupTables.ts'
import { connectOwner } from './owner.ts'
import { dayOf } from './vault/caseKeys.ts'

export interface BackupOptions {
  readonly ownerUrl: string
  readonly ring: KeyRing
  readonly blobs: Blobs
  readonly file: string
  readonly lock: Lock
  readonly now: Date
}

export interface BackupDone {
  readonly id: string
  readonly rows: number
  readonly files: number
  /** Evidence that a row names and that is not there. */
  readonly missing: number
  readonly bytes: number
}

/**
 * One snapshot of both schemas and the sealed evidence, encrypted. The keys of cases and whatever else holds a woman's words
 * are in `<file>.keys`; the key ring is in neither. Both get their names when every byte is on the disk.
 */
export async function makeBackup(options: BackupOptions): Promise<BackupDone> {
  const client = await connectOwner(options.ownerUrl)
  const parts = [`${options.file}.keys`, options.file]
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const id = newBackupId()
    await writeKeys(client, id, options)
    const counts = { rows: 0, files: 0, missing: 0 }
    const zipped = createGzip({ level: 6 })
    const read = pipeline(Readable.from(sections(client, id, options, counts)), zipped)
    const sealed = await encrypterFor(options.lock).encrypt(webStream(zipped))
    await Promise.all([
      read,
      pipeline(Readable.fromWeb(sealed), createWriteStream(`${options.file}.part`, { mode: 0o600 })),
    ])
    await client.query('COMMIT')
    for (const part of parts) sync(`${part}.part`)
    for (const part of parts) renameSync(`${part}.part`, part)
    if (process.platform !== 'win32') sync(path.dirname(options.file))
    return { id, ...counts, bytes: statSync(options.file).size }
  } finally {
    for (const part of parts) rmSync(`${part}.part`, { force: true })
    await client.end()
  }
}

interface Counts {
  rows: number
  files: number
  missing: number
}

async function* sections(
  client: Client,
  id: string,
  { ring, blobs, now }: BackupOptions,
  counts: Counts,
): AsyncGenerator<Uint8Array> {
  const tables = (await readTables(client)).filter(({ table }) => table !== CASE_KEYS)
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  const header: Header = {
    format: 'chi-hoi backup',
    version: 1,
    id,
    at: now.toISOString(),
    server: rows[0]?.server_version ?? '?',
    ring: ringName(ring),
    migrations: [...(await readMigrations(client))],
    tables: tables.map(({ table, columns }) => ({ table, columns: [...columns] })),
    sequences: [...(await readSequences(client))],
  }
  yield line(header)
  for (const table of tables) {
    yield line({ kind: 'table', table: table.table })
    const copy = copyTo(`COPY ${source(table)} TO STDOUT`)
    for await (const chunk of client.query(copy)) {
      if (chunk instanceof Uint8Array) yield countRows(chunk, counts)
    }
    yield END_OF_ROWS
  }
  yield* evidence(client, blobs, counts)
  yield line({ kind: 'end', rows: counts.rows, files: counts.files })
}

/** Columns that are short-lived or left out are blank here. */
function source({ table, columns }: BackupTable): string {
  const blanks = [...SHORT_LIVED, ...LEFT_OUT].filter((one) => one.table === table)
  if (blanks.length === 0) return `${quoted(table)} (${columnList(columns)})`
  const list = columns.map((column) => blanks.find((one) => one.column === column)?.blank ?? columnList([column]))
  return `(SELECT ${list.join(', ')} FROM ${quoted(table)})`
}

const NEWLINE = 10

function countRows(chunk: Uint8Array, counts: Counts): Uint8Array {
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) counts.rows++
  return chunk
}

/** Evidence of the rows of this snapshot; a file is there before its row is written. */
async function* evidence(client: Client, blobs: Blobs, counts: Counts): AsyncGenerator<Uint8Array> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM public.file ORDER BY id')
  for (const { id } of rows) {
    const bytes = await blobs.get(id)
    if (bytes === undefined) {
      counts.missing++
      continue
    }
    counts.files++
    yield line({ kind: 'file', id, size: bytes.length })
    yield bytes
  }
}

/** Held in memory while it is sealed: about 200 bytes a case, and the words that wait. */
async function writeKeys(client: Client, id: string, { ring, file, lock, now }: BackupOptions): Promise<void> {
  const day = dayOf(now)
  ring.turnDays(day, '0000-00-00')
  const key = ring.dayKey(day)
  if (key === undefined) throw new Error('the key of today is missing')
  const tables = await readTables(client)
  const rows: KeyRows = []
  for (const { table, columns } of tables.filter((one) => one.table === CASE_KEYS))
    rows.push({ table, columns: [...columns], text: await copied(client, `${quoted(table)} (${columnList(columns)})`) })
  for (const { table, column } of SHORT_LIVED) {
    const query = `(SELECT id, ${columnList([column])} FROM ${quoted(table)} WHERE length(${columnList([column])}) > 0)`
    rows.push({ table, columns: ['id', column], text: await copied(client, query) })
  }
  const sealed = seal(key, 0, keysPlace(id, day), JSON.stringify(rows))
  const text = JSON.stringify({
    format: 'chi-hoi backup keys',
    version: 1,
    id,
    day,
    sealed: Buffer.from(sealed).toString('base64'),
  })
  writeFileSync(`${file}.keys.part`, await encrypterFor(lock).encrypt(text), { mode: 0o600 })
}

async function copied(client: Client, from: string): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of client.query(copyTo(`COPY ${from} TO STDOUT`)))
    if (chunk instanceof Uint8Array) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

export const keysPlace = (id: string, day: string) => ({ table: 'backup', column: 'keys', row: id, case: day })

/** Tells one key ring from another. */
export const ringName = (ring: KeyRing): string =>
  createHash('sha256').update(ring.derive('backup/ring/v1', 1)).digest('hex').slice(0, 16)

function sync(file: string): void {
  const fd = openSync(file, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
