import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { goal, median, round } from './figures.ts'
import type { Print } from './print.ts'

const FORMS = [3, 12, 40]
const PEERS = ['floor', 'conversations', 'telegraf', 'gramio', 'xstate']
const ROUNDS = 5
const ROUND_MS = 300
const CHATS = 20
/** As a bot that runs for weeks: a busy machine needs longer until all code is compiled. */
const WARM_STEPS = 5000

const measured = z.object({
  steps: z.number(),
  cpuUs: z.number(),
  p50Ms: z.number(),
  bytes: z.number(),
  mostBytes: z.number(),
})
type Measured = z.infer<typeof measured>

interface Figures extends Measured {
  readonly perFloor: number | undefined
}

/**
 * What one step of a form costs, ours beside those of others. All engines take turns in each round and are compared within it,
 * because the machine may be busy with other things; figures are medians over the rounds.
 */
export async function benchSteps(print: Print): Promise<void> {
  const folder = path.join(import.meta.dirname, '../../.cache/bench-peers')
  const peers = installPeers(folder) ? PEERS : []
  if (peers.length === 0) print({ bench: 'step', peers: 'not run: npm could not install them' })
  const workers = ['ours', ...peers].map((name) => ({ name, child: startWorker(name, folder) }))
  try {
    const growth = new Map<string, Figures[]>()
    for (const count of FORMS) {
      for (const [name, figures] of await measureForm(workers, count)) {
        print({ bench: 'step', engine: name, questions: count, ...shown(figures) })
        growth.set(name, [...(growth.get(name) ?? []), figures])
      }
    }
    for (const [name, figures] of growth) print({ bench: 'step.growth', engine: name, ...grown(figures) })
    print({ bench: 'step.goals', ...goals(growth) })
  } finally {
    for (const { child } of workers) child.kill()
  }
}

interface Worker {
  readonly name: string
  readonly child: ChildProcess
}

async function measureForm(workers: readonly Worker[], count: number): Promise<ReadonlyMap<string, Figures>> {
  for (const { child } of workers) await ask(child, { questions: count, chats: CHATS, ms: ROUND_MS, steps: WARM_STEPS })
  const many = new Map<string, Measured[]>()
  const single = new Map<string, Measured[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, child } of workers) {
      append(many, name, await ask(child, { questions: count, chats: CHATS, ms: ROUND_MS, steps: 500 }))
      append(single, name, await ask(child, { questions: count, chats: 1, ms: ROUND_MS / 3, steps: 0 }))
    }
  }
  const floor = many.get('floor')
  return new Map(
    [...many].map(([name, rounds]) => [
      name,
      {
        steps: rounds.reduce((sum, one) => sum + one.steps, 0),
        cpuUs: median(rounds.map((one) => one.cpuUs)),
        p50Ms: median((single.get(name) ?? []).map((one) => one.p50Ms)),
        bytes: median(rounds.map((one) => one.bytes)),
        mostBytes: median(rounds.map((one) => one.mostBytes)),
        perFloor:
          floor === undefined ? undefined : median(rounds.map((one, n) => one.cpuUs / (floor[n]?.cpuUs ?? Number.NaN))),
      },
    ]),
  )
}

async function ask(child: ChildProcess, order: object): Promise<Measured> {
  const gone = new AbortController()
  try {
    child.send(order)
    const dead = once(child, 'exit', { signal: gone.signal }).then(() => [undefined])
    const [answer]: unknown[] = await Promise.race([once(child, 'message', { signal: gone.signal }), dead])
    return measured.parse(answer)
  } finally {
    gone.abort()
  }
}

function startWorker(name: string, folder: string): ChildProcess {
  return fork(path.join(import.meta.dirname, 'stepWorker.ts'), [name, folder])
}

/** On first use; afterwards they are there. */
function installPeers(folder: string): boolean {
  if (existsSync(path.join(folder, 'node_modules/xstate/package.json'))) return true
  mkdirSync(folder, { recursive: true })
  copyFileSync(path.join(import.meta.dirname, 'peers/package.json'), path.join(folder, 'package.json'))
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  return spawnSync('npm', args, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
}

const shown = ({ steps, cpuUs, p50Ms, bytes, mostBytes, perFloor }: Figures) => ({
  steps,
  cpuUs: round(cpuUs, 1),
  p50Ms: round(p50Ms, 3),
  bytesPerStep: Math.round(bytes),
  mostBytes,
  ...(perFloor === undefined ? {} : { timesFloor: round(perFloor, 2) }),
})

/** From the shortest form to the longest; bytes from 12 questions on, because a form of 3 has not every kind of question. */
function grown(figures: readonly Figures[]) {
  const [first, second, last] = [figures[0], figures[1], figures.at(-1)]
  if (first === undefined || second === undefined || last === undefined) return {}
  return { cpu: round(last.cpuUs / first.cpuUs, 2), bytes: round(last.bytes / second.bytes, 2) }
}

function goals(growth: ReadonlyMap<string, readonly Figures[]>) {
  const ours = growth.get('ours') ?? []
  const conversations = growth.get('conversations')?.[1]
  const worst = Math.max(...ours.map((one) => one.perFloor ?? Number.NaN))
  const { cpu = Number.NaN, bytes = Number.NaN } = grown(ours)
  const faster = (conversations?.cpuUs ?? Number.NaN) / (ours[1]?.cpuUs ?? Number.NaN)
  return {
    timesFloor: goal(round(worst, 2), worst <= 1.5, '<= 1.5'),
    cpuGrowth: goal(cpu, cpu <= 1.25, '<= 1.25'),
    bytesGrowth: goal(bytes, bytes <= 1.1, '<= 1.1'),
    timesFasterThanConversations: goal(round(faster, 1), faster >= 10, '>= 10'),
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
