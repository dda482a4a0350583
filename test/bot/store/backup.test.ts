import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runBackup, runRestore } from '../../../src/bot/commands/backup.ts'
import { runInit } from '../../../src/bot/commands/init.ts'
import { caseId, fileId } from '../../../src/domain/ids.ts'
import { wordsOf } from '../../../src/bot/store/vault/cases.ts'
import { CASE_KEYS, LEFT_OUT, quoted, readTables, SHORT_LIVED } from '../../../src/bot/store/backupTables.ts'
import { turnCaseKeys } from '../../../src/bot/store/vault/caseKeys.ts'
import { aDesk, type Bot, type Desk, NOON, startBot, textOf } from '../../support/desk.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { startS3Server } from '../../support/s3Server.ts'

// Each test begins a province and opens it several times; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const DAY = 24 * 3600_000
const WORDS = 'Chồng tôi đánh tôi tối qua, tôi muốn hỏi về ly hôn'

interface Source {
  readonly desk: Desk
  readonly bot: Bot
  readonly file: string
  readonly identity: string
  readonly recipient: string
}

/** A province with a woman's case, a file of evidence and an alarm. */
async function aSource(): Promise<Source> {
  const desk = await aDesk()
  await runInit(desk.terminal, { name: 'Hội LHPN tỉnh Thử', from: '2021-01-01' })
  const bot = await startBot(desk)
  const { store } = bot.installation
  await askInConfidence(bot)
  const evidence = Buffer.from('%PDF-1.4 minh chứng')
  await bot.app.files.save({ bytes: evidence, name: 'a.pdf' })
  await bot.say('y', 'cứu tôi với, anh ta đang cầm dao đòi giết tôi')
  expect(await store.vault.case.count()).toBeGreaterThan(0)
  expect(await store.vault.alarm.count()).toBe(1)
  const identity = path.join(temporaryFolder(), 'id.txt')
  await runBackup(desk.terminal, undefined, { newIdentity: identity })
  const recipient = desk.lines.splice(0).at(-1) ?? ''
  const file = path.join(temporaryFolder(), 'b.age')
  return { desk, bot, file, identity, recipient }
}

/** Through the door as she would: whatever the screens are called, her words become a case. */
async function askInConfidence(bot: Bot): Promise<void> {
  const { store } = bot.installation
  const tries = ['hỏi riêng', '1', '1', WORDS, '1', '1', '1']
  await bot.say('x', 'xin chào')
  for (const words of tries) {
    if ((await store.vault.case.count()) > 0) return
    await bot.say('x', words)
  }
}

async function aTarget(source: Source, databaseUrl?: string): Promise<Desk> {
  const target = await aDesk(databaseUrl === undefined ? {} : { databaseUrl })
  copyRing(source.desk, target)
  return target
}

function copyRing(from: Desk, to: Desk): void {
  const ring = path.join(to.dataDir, 'key-ring.json')
  writeFileSync(ring, readFileSync(path.join(from.dataDir, 'key-ring.json')), { mode: 0o600 })
}

const DAILY = new Set(['public.setting', 'public.job_run'])

async function rowsOf({ env }: Desk): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: env['DATABASE_URL'] })
  await client.connect()
  try {
    const all: Record<string, readonly string[]> = {}
    for (const { table } of (await readTables(client)).filter((one) => !DAILY.has(one.table))) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${quoted(table)} t ORDER BY 1`)
      all[table] = rows.map((one) => one.row)
    }
    return all
  } finally {
    await client.end()
  }
}

const caseWords = async (bot: Bot): Promise<readonly string[]> => {
  const { store } = bot.installation
  const rows = await store.vault.case.findMany()
  const words = await Promise.all(rows.map((one) => wordsOf(store, store.vault, caseId(one.id), 'woman')))
  return words.flat().map((one) => one.text)
}

test('a backup with its keys and its key ring is the whole installation again', async () => {
  const source = await aSource()
  const { desk, file, identity, recipient } = source
  expect(await caseWords(source.bot)).not.toEqual([])
  await runBackup(desk.terminal, file, { recipient })
  const target = await aTarget(source)
  await runRestore(target.terminal, file, { identity, keys: `${file}.keys` })
  expect(await rowsOf(target)).toEqual(await rowsOf(desk))
  const bot = await startBot(target)
  expect(await caseWords(bot)).toEqual(await caseWords(source.bot))
  const [evidence] = await bot.installation.store.union.file.findMany()
  expect(readdirSync(path.join(target.dataDir, 'files'))).toEqual([evidence?.id])
  expect(textOf(await bot.say('new', 'xin chào'))).toContain('không phải người')
})

test('evidence goes through backups from a folder into a bucket and back, and is sealed in both', async () => {
  const s3 = await startS3Server()
  onTestFinished(() => s3.stop())
  const source = await aSource()
  const { desk, file, identity, recipient } = source
  await runBackup(desk.terminal, file, { recipient })
  const [id = ''] = readdirSync(path.join(desk.dataDir, 'files'))
  const kept = readFileSync(path.join(desk.dataDir, 'files', id))
  const target = await aTarget(source)
  Object.assign(target.env, {
    S3_ENDPOINT: `${s3.config.endpoint}/`,
    S3_REGION: s3.config.region,
    S3_ACCESS_KEY: s3.config.accessKeyId,
    S3_SECRET_KEY: s3.config.secretAccessKey,
  })
  await runRestore(target.terminal, file, { identity, keys: `${file}.keys` })
  expect([...s3.objects.keys()]).toEqual([`evidence/${id}`])
  expect(s3.objects.get(`evidence/${id}`)?.equals(kept)).toBe(true)
  expect(existsSync(path.join(target.dataDir, 'files'))).toBe(false)

  const { app } = await startBot(target)
  const read = await app.files.read(fileId(id))
  expect(Buffer.from(read?.bytes ?? []).includes('%PDF')).toBe(true)
  expect(kept.includes('%PDF')).toBe(false)
  await app.store.union.$transaction((tx) => app.files.drop(tx, fileId(id)))
  expect([...s3.objects.keys()]).toEqual([])
  const saved = await app.files.save({ bytes: read?.bytes ?? new Uint8Array(), name: 'x.pdf' })
  expect([saved.kind, s3.objects.size]).toEqual(['file', 1])

  const again = `${file}.2`
  await runBackup(target.terminal, again, { recipient })
  const third = await aTarget(source)
  await runRestore(third.terminal, again, { identity, keys: `${again}.keys` })
  const [other = ''] = readdirSync(path.join(third.dataDir, 'files'))
  expect(
    readFileSync(path.join(third.dataDir, 'files', other)).equals(s3.objects.get(`evidence/${other}`) ?? kept),
  ).toBe(true)
})

test('a backup alone opens no words, even with the key ring, and the bot runs on it', async () => {
  const source = await aSource()
  const { desk, file, identity, recipient } = source
  await runBackup(desk.terminal, file, { recipient })
  const target = await aTarget(source)
  await runRestore(target.terminal, file, { identity })
  const bot = await startBot(target)
  expect(await caseWords(bot)).toEqual([])
  const { store } = bot.installation
  const alarm = await store.vault.alarm.findFirstOrThrow()
  const place = { table: 'vault.alarm', column: 'body', row: alarm.id }
  expect(store.seals.vault.open(place, alarm.body)).toBe('')
  expect(textOf(await bot.say('x', 'xin chào'))).not.toBe('')
  expect(textOf(await bot.say('y', 'xin chào'))).not.toBe('')
})

test('after seven days the keys of a backup open nothing', async () => {
  const source = await aSource()
  const { desk, bot, file, identity, recipient } = source
  await runBackup(desk.terminal, file, { recipient })
  for (const days of [4, 8, 12]) {
    await bot.installation.store.vault.$transaction((tx) =>
      turnCaseKeys(bot.installation.store, tx, new Date(NOON.getTime() + days * DAY)),
    )
  }
  const target = await aTarget(source)
  await expect(runRestore(target.terminal, file, { identity, keys: `${file}.keys` })).rejects.toThrow('sau bảy ngày')
  expect(await runRestore(target.terminal, file, { identity })).toBe(0)
})

test('neither file says a word in the clear, and neither holds the key ring', async () => {
  const { desk, file, identity, recipient } = await aSource()
  await runBackup(desk.terminal, file, { recipient })
  for (const one of [file, `${file}.keys`]) {
    const bytes = readFileSync(one)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(bytes.includes('Thử')).toBe(false)
    expect(statSync(one).mode & 0o077).toBe(0)
  }
  expect(statSync(identity).mode & 0o077).toBe(0)
})

test('a restore that cannot be right is refused, and leaves nothing', async () => {
  const source = await aSource()
  const { desk, file, identity, recipient } = source
  await source.bot.app.files.save({
    bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(300_000)]),
    name: 'b',
  })
  await runBackup(desk.terminal, file, { recipient })
  await expect(runRestore(desk.terminal, file, { identity })).rejects.toThrow('không trống')
  const stranger = await aDesk()
  await expect(runRestore(stranger.terminal, file, { identity })).rejects.toThrow('không phải của dữ liệu')
  const other = path.join(temporaryFolder(), 'other.txt')
  await runBackup(desk.terminal, undefined, { newIdentity: other })
  const target = await aTarget(source)
  await expect(runRestore(target.terminal, file, { identity: other })).rejects.toThrow('Không mở được')
  writeFileSync(file, readFileSync(file).subarray(0, -40))
  await expect(runRestore(target.terminal, file, { identity })).rejects.toThrow('cắt ngắn')
  expect(Object.values(await rowsOf(target)).every((rows) => rows.length === 0)).toBe(true)
  expect(readdirSync(path.join(target.dataDir, 'files'))).toEqual([])
})

test('a passphrase of five words does as well', async () => {
  const source = await aSource()
  const passphraseFile = path.join(temporaryFolder(), 'p.txt')
  writeFileSync(passphraseFile, 'sông núi mây trời biển\n')
  await runBackup(source.desk.terminal, source.file, { passphraseFile })
  const target = await aTarget(source)
  expect(await runRestore(target.terminal, source.file, { passphraseFile })).toBe(0)
})

/** Columns of the vault that are in the backup itself: what finds a row again, and words sealed with the key of a case. */
const LASTING = [
  'vault.alarm.address',
  'vault.alarm.lane',
  'vault.alarm.receipt',
  'vault.audit_anchor.mac',
  'vault.audit_anchor.proof',
  'vault.audit_seal.mac',
  'vault.bubble.address',
  'vault.bubble.vaultLane',
  'vault.case.codeWord',
  'vault.case.receipt',
  'vault.case_file.body',
  'vault.case_message.body',
  'vault.conversation.address',
  'vault.conversation.exitWord',
  'vault.conversation.lane',
  'vault.door_try.subject',
  'vault.handover.body',
  'vault.one_time_link.hash',
]

test('every sealed column of the vault lasts for a reason, or goes with the keys', async () => {
  const desk = await aDesk()
  const client = new Client({ connectionString: desk.env['DATABASE_URL'] })
  await client.connect()
  const { rows } = await client.query<{ column: string }>(
    `SELECT table_schema || '.' || table_name || '.' || column_name AS column FROM information_schema.columns
     WHERE table_schema = 'vault' AND data_type = 'bytea'`,
  )
  await client.end()
  const short = SHORT_LIVED.map((one) => `${one.table}.${one.column}`)
  const left = LEFT_OUT.map((one) => `${one.table}.${one.column}`)
  const known = [...LASTING, ...short, ...left, `${CASE_KEYS}.wrapped`]
  expect(rows.map((one) => one.column).filter((one) => !known.includes(one))).toEqual([])
})

const DEBIAN = '/usr/lib/postgresql/15/bin'
const RUNUSER = '/usr/sbin/runuser'

test.skipIf(!existsSync(DEBIAN))('from PostgreSQL 18 to 15', async () => {
  const source = await aSource()
  const { desk, file, identity, recipient } = source
  await runBackup(desk.terminal, file, { recipient })
  const target = await aTarget(source, startDebian())
  await runRestore(target.terminal, file, { identity, keys: `${file}.keys` })
  expect(await rowsOf(target)).toEqual(await rowsOf(desk))
  const bot = await startBot(target)
  expect(textOf(await bot.say('new', 'xin chào'))).toContain('không phải người')
})

/** A server of Debian's own, on a socket; it refuses to run as root. */
function startDebian(): string {
  const dir = path.join(temporaryFolder(), 'pg15')
  mkdirSync(dir)
  chmodSync(dir, 0o777)
  const isRoot = process.getuid?.() === 0
  const as = (command: string, ...args: readonly string[]): void => {
    const [program, before] = isRoot ? [RUNUSER, ['-u', 'postgres', '--', command]] : [command, []]
    execFileSync(program, [...before, ...args], { cwd: dir, stdio: 'ignore' })
  }
  as(
    `${DEBIAN}/initdb`,
    '-D',
    `${dir}/data`,
    '-A',
    'trust',
    '--no-sync',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  )
  as(
    `${DEBIAN}/pg_ctl`,
    '-D',
    `${dir}/data`,
    '-w',
    '-o',
    `-c listen_addresses= -k ${dir} -F`,
    '-l',
    `${dir}/log`,
    'start',
  )
  onTestFinished(() => as(`${DEBIAN}/pg_ctl`, '-D', `${dir}/data`, '-m', 'immediate', 'stop'))
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(dir)}`
}
