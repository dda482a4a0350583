import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { socketPort } from './embeddedCluster.ts'
import { embeddedProblem } from './embeddedProblems.ts'
import type { Runner } from './embeddedRunner.ts'
import { isAlive } from './embeddedUsers.ts'
import { errorCode } from './errorCode.ts'

/** What is to run where. */
export interface Plan {
  readonly runner: Runner
  readonly cluster: string
  readonly host: string
  readonly settings: Readonly<Record<string, string>>
  readonly logFile: string
}

/** What runs where. */
export interface Server {
  readonly pid: number
  readonly host: string
}

/** The server that runs on this cluster, or one started now. */
export async function joinOrStart(plan: Plan): Promise<{ readonly server: Server; readonly adopted: boolean }> {
  let child = (await runningServer(plan.cluster)) === undefined ? spawnServer(plan) : undefined
  for (let attempt = 1, polls = 0; ; polls++) {
    const server = await runningServer(plan.cluster)
    if (server !== undefined) return { server, adopted: server.pid !== child?.pid }
    const said = child?.ended()
    if (child === undefined || said !== undefined) {
      // Another starter's server, or children of a killed one that are still going away: look again, then try again.
      const passing = said === undefined || /lock file|shared memory block|already/u.test(said)
      if (!passing || attempt >= 40) throw embeddedProblem.serverFailed(plan.logFile, said ?? 'it vanished.')
      await wait(250)
      if ((await runningServer(plan.cluster)) !== undefined) continue
      attempt++
      child = spawnServer(plan)
    }
    // After a power cut the server first replays its log, which may take minutes.
    if (polls > 24_000) throw embeddedProblem.serverFailed(plan.logFile, 'still recovering after ten minutes.')
    await wait(25)
  }
}

function spawnServer(plan: Plan) {
  const settings = { ...plan.settings, unix_socket_directories: `"${plan.host.replaceAll('"', '""')}"` }
  const args = ['-D', plan.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const { file, args: allArgs, options } = plan.runner.command('postgres', args)
  const env = { ...options.env, ...strangerInPidFile(plan.cluster) }
  const log = openSync(plan.logFile, 'a', 0o600)
  const from = statSync(plan.logFile).size
  // Its own process group: Ctrl-C reaches the bot, which then stops the server in order.
  const child = spawn(file, allArgs, { ...options, env, stdio: ['ignore', log, log], detached: true })
  closeSync(log)
  child.unref()
  let exited = false
  let unstarted: string | undefined
  child.on('error', (error) => {
    unstarted = error.message
  })
  child.on('exit', () => {
    exited = true
  })
  const ended = () =>
    unstarted ?? (exited ? lastWords(readFileSync(plan.logFile).subarray(from).toString(), child.pid) : undefined)
  return { pid: child.pid, ended }
}

/** Why this process ended. Other starters write to the same log, and what is no server yet has no number in it. */
function lastWords(log: string, pid: number | undefined): string {
  const isOurs = (line: string) => line.includes(`[${pid}] FATAL`) || line.includes(`[${pid}] PANIC`)
  const lines = log.split('\n').filter((line) => isOurs(line) || /error while loading|^\S*postgres: /u.test(line))
  return lines.slice(-2).join(' ') || 'it ended without a word.'
}

interface PidFile {
  readonly pid: number
  readonly host: string
}

/** Lines 1 and 5 of postmaster.pid: the process and its socket folder. */
function readPidFile(cluster: string): PidFile | undefined {
  try {
    const [pid, , , , host] = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), host: host ?? '' }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

async function runningServer(cluster: string): Promise<Server | undefined> {
  const found = readPidFile(cluster)
  if (found === undefined || found.host === '' || !isPostgres(found.pid)) return undefined
  const client = new Client({ ...ownerAt(found.host, 'postgres'), connectionTimeoutMillis: 5000 })
  client.on('error', ignoreLostPing)
  try {
    await client.connect()
    await client.end()
    return found
  } catch {
    // Not up yet, or going down: the caller looks again.
    return undefined
  }
}

function ignoreLostPing(): void {}

/** Alive, not a zombie, and not another program that got the same number after a restart of the machine or container. */
function isPostgres(pid: number): boolean {
  if (!existsSync('/proc/self/stat')) return isAlive(pid)
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.includes('(postgres)') && !stat.includes('(postgres) Z')
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

/** PostgreSQL refuses to start while the number in its pid file lives, unless told that it is an ancestor of its own. */
function strangerInPidFile(cluster: string): NodeJS.ProcessEnv {
  const pid = readPidFile(cluster)?.pid
  return pid === undefined || isPostgres(pid) ? {} : { PG_GRANDPARENT_PID: String(pid) }
}

export const ownerAt = (host: string, database: string) => ({ host, port: socketPort, user: 'postgres', database })

/** Fast shutdown: open transactions are rolled back, a last checkpoint is written. */
export async function stopServer(cluster: string, pid: number): Promise<void> {
  const isUp = () => readPidFile(cluster)?.pid === pid && isPostgres(pid)
  if (isUp()) process.kill(pid, 'SIGINT')
  for (let i = 0; i < 2400 && isUp(); i++) await wait(25)
}
