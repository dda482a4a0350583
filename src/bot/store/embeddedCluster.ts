import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { embeddedProblem } from './embeddedProblems.ts'
import { runToEnd, type Runner } from './embeddedRunner.ts'
import { isAlive } from './embeddedUsers.ts'
import { errorCode } from './errorCode.ts'

/** Refuses a cluster of another major version; PostgreSQL would only say "incompatible". */
export function checkMajor(cluster: string, ours: string): void {
  const file = path.join(cluster, 'PG_VERSION')
  if (!existsSync(file)) return
  const found = readFileSync(file, 'utf8').trim()
  if (found !== ours) throw embeddedProblem.otherMajor(cluster, found, ours)
}

/**
 * Makes the cluster beside its place and renames it in: a kill half-way never leaves half a cluster, and of several
 * starters at once one wins.
 */
export async function makeCluster(cluster: string, runner: Runner, temporary: boolean): Promise<void> {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return
  removeLeftovers(cluster)
  const work = `${cluster}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  mkdirSync(work, { mode: 0o700 })
  try {
    if (runner.owner !== undefined) chownSync(work, runner.owner.uid, runner.owner.gid)
    const made = await runToEnd(
      runner.command('initdb', [...initArgs, ...(temporary ? ['--no-sync'] : []), '-D', work]),
    )
    if (!made.ok) throw embeddedProblem.initFailed(cluster, made.said)
    try {
      renameSync(work, cluster)
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
    }
    if (!temporary) syncFolder(path.dirname(cluster))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const initArgs = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  // Order and case from PostgreSQL itself, not from the host's C library, whose upgrades break indexes.
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
]

function removeLeftovers(cluster: string): void {
  const folder = path.dirname(cluster)
  const prefix = `${path.basename(cluster)}.new-`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const longestSocketPath = process.platform === 'darwin' ? 103 : 107

export const socketPort = 5432

/** The folder of the Unix socket: beside the data, or in the temporary folder when that path is too long. */
export function makeSocketFolder(dataDir: string, runner: Runner): string {
  const beside = path.join(dataDir, 'pg-socket')
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const fits = Buffer.byteLength(path.join(beside, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
  const folder = fits ? beside : path.join(os.tmpdir(), `chihoi-${hash}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    refuseStrangeFolder(folder, runner)
  }
  if (runner.owner !== undefined) chownSync(folder, runner.owner.uid, runner.owner.gid)
  chmodSync(folder, 0o700)
  return folder
}

/** In a shared temporary folder somebody else may have made it first, to listen in. */
function refuseStrangeFolder(folder: string, runner: Runner): void {
  const found = lstatSync(folder)
  const ours = [process.getuid?.(), runner.owner?.uid].includes(found.uid)
  if (!found.isDirectory() || !ours) throw embeddedProblem.unsafeSocket(folder)
}
