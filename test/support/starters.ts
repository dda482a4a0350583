import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const starterFile = path.join(import.meta.dirname, '../bot/store/starter.ts')

const outcome = z.object({ adopted: z.boolean(), ownerUrl: z.string(), problem: z.string() })

export interface Starter extends z.infer<typeof outcome> {
  /** kill -9: nothing in the process gets a chance to tidy up. */
  kill(): Promise<void>
  leave(): Promise<void>
}

export interface StarterOptions {
  readonly dataDir: string
  readonly graceSeconds?: number
  readonly durability?: 'temporary' | 'durable'
  readonly packageDir?: string
  readonly user?: 'ours' | 'ordinary'
  readonly nodeArgs?: readonly string[]
}

/** Runs startEmbedded in a process of its own, which can be killed and can belong to another user. */
export async function startIn(options: StarterOptions): Promise<Starter> {
  const { dataDir, graceSeconds = 5, durability = 'temporary', packageDir, user = 'ours', nodeArgs = [] } = options
  const own = [starterFile, dataDir, String(graceSeconds), durability]
  const args = [...nodeArgs, ...own, ...(packageDir === undefined ? [] : [packageDir])]
  const way = user === 'ours' ? { file: process.execPath, before: [] } : ordinaryUser()
  const child = spawn(way.file, [...way.before, ...args], {
    ...way.options,
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.stdin.end()
    await ended
  })
  return {
    ...outcome.parse(JSON.parse(await firstLine(child))),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async leave() {
      child.stdin.end()
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const text of child.stdout ?? []) {
    said += String(text)
    if (said.includes('\n')) break
  }
  return said
}

interface Way {
  readonly file: string
  readonly before: readonly string[]
  readonly options?: { readonly uid: number; readonly gid: number }
}

const nobody = { uid: 65534, gid: 65534 }

/** Not root: nobody, or, where nobody cannot read this checkout, a namespace in which we are called nobody. */
function ordinaryUser(): Way {
  if (process.getuid?.() !== 0) return { file: process.execPath, before: [] }
  if (nobodyReadsUs()) return { file: process.execPath, before: [], options: nobody }
  return { file: 'unshare', before: ['--user', '--map-user=65534', '--map-group=65534', process.execPath] }
}

/** False where the checkout is in a folder of root's alone. */
export function nobodyReadsUs(): boolean {
  return spawnSync(process.execPath, [starterFile, '/dev/null/x'], { ...nobody, cwd: '/' }).status === 0
}

export function postmasterOf(dataDir: string): number {
  return Number.parseInt(readFileSync(path.join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10)
}

/** Waits until something holds; the test's own time limit is the end of patience. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(20)
}
