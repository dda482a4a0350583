import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Embedded, startEmbedded } from '../../../src/bot/store/embedded.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { quickParent } from '../../support/quickParent.ts'
import { postmasterOf, startIn, until } from '../../support/starters.ts'

// Making a cluster takes a second; tests that are not about that start from a copy.
const ready = mkdtempSync(path.join(quickParent(), 'chihoi-ready-'))

beforeAll(async () => {
  chmodSync(ready, 0o755)
  const server = await startEmbedded({ dataDir: ready, graceSeconds: 0 })
  await server.stop()
})

afterAll(() => rmSync(ready, { recursive: true, force: true }))

function readyFolder(): string {
  const dataDir = path.join(temporaryFolder(), 'data')
  const copied = spawnSync('cp', ['-a', ready, dataDir])
  expect(copied.status).toBe(0)
  return dataDir
}

async function startHere(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, settings, temporary: true, graceSeconds: 0 })
  onTestFinished(() => server.stop())
  return server
}

async function ask(ownerUrl: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

describe('a fresh folder', () => {
  test('becomes a server on a private Unix socket, checksummed and silent about what is said', async () => {
    const dataDir = path.join(temporaryFolder(), 'dữ liệu của Hội')
    const server = await startHere(dataDir)
    const shown = await ask(
      server.ownerUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('listen_addresses', 'data_checksums', 'log_statement',
        'log_min_messages', 'log_min_error_statement', 'log_error_verbosity', 'log_parameter_max_length',
        'log_parameter_max_length_on_error', 'server_encoding', 'TimeZone')`,
    )
    expect(Object.fromEntries(shown.map(({ name, setting }) => [name, setting]))).toEqual({
      TimeZone: 'UTC',
      data_checksums: 'on',
      listen_addresses: '',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      log_min_messages: 'log',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      log_statement: 'none',
      server_encoding: 'UTF8',
    })
    expect(server.version).toMatch(/^18\./u)
    expect(server.host).toBe(path.join(dataDir, 'pg-socket'))
    expect(statSync(server.host).mode & 0o777).toBe(0o700)
  })

  test('keeps every write on disk unless it is temporary', async () => {
    const server = await startEmbedded({ dataDir: readyFolder(), graceSeconds: 0 })
    onTestFinished(() => server.stop())
    const shown = await ask(
      server.ownerUrl,
      "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')",
    )
    expect(shown).toEqual([{ setting: 'on' }, { setting: 'on' }, { setting: 'on' }])
  })

  test('puts names in Vietnamese order wherever it runs', async () => {
    const server = await startHere(readyFolder())
    const rows = await ask(
      server.ownerUrl,
      `SELECT name FROM unnest(ARRAY['Đào', 'Dung', 'Ân', 'An', 'Êm', 'Em']) AS name ORDER BY name COLLATE "vi-x-icu"`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['An', 'Ân', 'Dung', 'Đào', 'Em', 'Êm'])
  })

  test('whose path is too long for a socket gets one in the temporary folder, for as long as it runs', async () => {
    const dataDir = path.join(temporaryFolder(), 'đường-dẫn-rất-dài-'.repeat(6))
    const server = await startEmbedded({ dataDir, temporary: true, graceSeconds: 0 })
    expect(server.host.startsWith(dataDir)).toBe(false)
    expect(statSync(server.host).mode & 0o777).toBe(0o700)
    expect(await ask(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await server.stop()
    expect(existsSync(server.host)).toBe(false)
  })

  test('the log never holds a value that a query failed on', async () => {
    const dataDir = readyFolder()
    const server = await startHere(dataDir)
    await expect(ask(server.ownerUrl, "SELECT 'chồng em đánh em'::int")).rejects.toThrow('chồng em')
    expect(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8')).not.toContain('chồng')
  })
})

describe('several processes', () => {
  test('that start at once on a fresh folder share one server', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    const starters = await Promise.all([1, 2, 3, 4].map(() => startIn({ dataDir, graceSeconds: 0 })))
    expect(starters.map(({ problem }) => problem)).toEqual(['', '', '', ''])
    expect(starters.filter(({ adopted }) => !adopted)).toHaveLength(1)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.new'))).toEqual([])
  })

  test('stop the server only when the last one leaves', async () => {
    const dataDir = readyFolder()
    const first = await startIn({ dataDir, graceSeconds: 0 })
    const second = await startIn({ dataDir, graceSeconds: 0 })
    expect(second.adopted).toBe(true)
    await first.leave()
    expect(await ask(second.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await second.leave()
    expect(existsSync(path.join(dataDir, 'pg/postmaster.pid'))).toBe(false)
  })

  test('a short one that is killed does not take the server from the others', async () => {
    const dataDir = readyFolder()
    const bot = await startHere(dataDir)
    const command = await startIn({ dataDir, graceSeconds: 0 })
    await command.kill()
    await until(() => readdirSync(path.join(dataDir, 'pg-users')).length === 1)
    expect(await ask(bot.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('after kill -9', () => {
  test('of the program the next start takes over the running server with its rows', async () => {
    const dataDir = readyFolder()
    const killed = await startIn({ dataDir, graceSeconds: 30 })
    await ask(killed.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven')
    const postmaster = postmasterOf(dataDir)
    await killed.kill()
    const next = await startHere(dataDir)
    expect(next.adopted).toBe(true)
    expect(postmasterOf(dataDir)).toBe(postmaster)
    expect(await ask(next.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
  })

  test('of the program a server that nobody takes over stops by itself', async () => {
    const dataDir = readyFolder()
    const killed = await startIn({ dataDir, graceSeconds: 0 })
    await killed.kill()
    await until(() => !existsSync(path.join(dataDir, 'pg/postmaster.pid')))
    expect(readdirSync(path.join(dataDir, 'pg')).includes('postmaster.pid')).toBe(false)
  })

  test('of program and server the next start brings the rows back', async () => {
    const dataDir = readyFolder()
    const killed = await startIn({ dataDir, graceSeconds: 30, durability: 'durable' })
    await ask(killed.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS seven')
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await killed.kill()
    const next = await startHere(dataDir)
    expect(next.adopted).toBe(false)
    expect(await ask(next.ownerUrl, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }])
  })

  test('half a cluster that was left behind is swept away', async () => {
    const dataDir = path.join(temporaryFolder(), 'data')
    mkdirSync(path.join(dataDir, 'pg.new-999999999-0'), { recursive: true })
    await startHere(dataDir)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.new'))).toEqual([])
  })
})
