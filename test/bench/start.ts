import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { goal, median, round } from './figures.ts'
import type { Print } from './print.ts'

const ROUNDS = 3
const IDLE_MS = 10_000
const LIMIT_MS = 60_000

const root = path.join(import.meta.dirname, '../..')

/** From the command to the printed address, on data that are there already, and what the bot and its database then hold in memory. */
export async function benchStart(print: Print): Promise<void> {
  if (!existsSync(path.join(root, 'src/bot/main.ts')))
    return print({ bench: 'start', notRun: 'there is no main.ts yet' })
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'chihoi-start-'))
  try {
    const cold = await startOnce(dataDir, 0)
    const warm: Started[] = []
    for (let n = 0; n < ROUNDS; n++) warm.push(await startOnce(dataDir, n === ROUNDS - 1 ? IDLE_MS : 0))
    const seconds = round(median(warm.map((one) => one.ms)) / 1000, 2)
    const { botMegabytes = Number.NaN, serverMegabytes = Number.NaN } = warm.at(-1) ?? {}
    const megabytes = round(botMegabytes + serverMegabytes, 0)
    print({
      bench: 'start',
      firstSeconds: round(cold.ms / 1000, 2),
      warmSeconds: goal(seconds, seconds <= 3, '<= 3'),
      warmCpuSeconds: round(median(warm.map((one) => one.cpuSeconds)), 2),
      idleMegabytes: goal(megabytes, megabytes <= 250, '<= 250'),
      botMegabytes: round(botMegabytes, 0),
      serverMegabytes: round(serverMegabytes, 0),
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

interface Started {
  readonly ms: number
  /** Of the bot alone: what the start costs on a machine that has nothing else to do. */
  readonly cpuSeconds: number
  readonly botMegabytes: number
  readonly serverMegabytes: number
}

async function startOnce(dataDir: string, idleMs: number): Promise<Started> {
  const started = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = once(child, 'exit')
  try {
    await address(child)
    const ms = performance.now() - started
    const bot = below(child.pid ?? 0)
    const cpuSeconds = bot.reduce((sum, pid) => sum + cpuOf(pid), 0)
    await sleep(idleMs)
    return { ms, cpuSeconds, botMegabytes: memoryOf(bot), serverMegabytes: memoryOf(serverIn(dataDir)) }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
    for (let waited = 0; serverIn(dataDir).length > 0 && waited < LIMIT_MS; waited += 50) await sleep(50)
  }
}

/** What it says afterwards is read too: who closes a pipe may end the one who writes. */
function address(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = () => reject(new Error(`npm start printed no address: ${said}`))
    const late = setTimeout(fail, LIMIT_MS)
    child.once('exit', fail)
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      if (!/http:\/\/(?:127\.0\.0\.1|localhost):\d+/.test(said)) return
      clearTimeout(late)
      resolve()
    })
  })
}

/** The node processes under npm; npm itself, which only waits, is not the bot. */
function below(parent: number): readonly number[] {
  const children = processes().filter((one) => parentOf(one) === parent)
  return children.flatMap((one) => [...(isNode(one) ? [one] : []), ...below(one)])
}

function serverIn(dataDir: string): readonly number[] {
  const file = path.join(dataDir, 'pg/postmaster.pid')
  if (!existsSync(file)) return []
  const postmaster = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return [postmaster, ...processes().filter((one) => parentOf(one) === postmaster)]
}

const processes = (): readonly number[] => readdirSync('/proc').map(Number).filter(Number.isInteger)

const parentOf = (pid: number): number => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1])

const isNode = (pid: number): boolean => read(`/proc/${pid}/cmdline`).includes('run.mjs') && !isShell(pid)

const isShell = (pid: number): boolean => /^Name:\s+(?:sh|bash|dash)$/m.test(read(`/proc/${pid}/status`))

/** Shared pages are counted once (PSS). */
const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024

/** In user mode and in the kernel, in hundredths of a second. */
function cpuOf(pid: number): number {
  const [, user = '0', system = '0'] = /\) \S(?: \S+){10} (\d+) (\d+)/.exec(read(`/proc/${pid}/stat`)) ?? []
  return (Number(user) + Number(system)) / 100
}

/** A process that has just gone has nothing to read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
