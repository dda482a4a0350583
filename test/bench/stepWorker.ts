import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { Handle, OpenEngine } from './engine.ts'
import { nullNetwork } from './network.ts'
import { openOurs } from './ours.ts'
import { expected, questions, script } from './script.ts'
import { makeStrings } from './strings.ts'

// One engine in a process of its own, so that none of them runs on code that another has warmed up or spoilt.

/** `chats`: how many are in flight, each of them strictly one step after another. For so long, and at least so many steps. */
const order = z.object({ questions: z.int(), chats: z.int(), ms: z.number(), steps: z.int() })

export interface Measured {
  readonly steps: number
  readonly cpuUs: number
  readonly p50Ms: number
  readonly bytes: number
  readonly mostBytes: number
}

const [name = 'ours', folder = '.'] = process.argv.slice(2)
const benches = new Map<number, Promise<Bench>>()

process.on('message', (raw) => {
  const { questions: count, ...rest } = order.parse(raw)
  const bench = benches.get(count) ?? openBench(count)
  benches.set(count, bench)
  bench
    .then((one) => one.measure(rest))
    .then(
      (measured) => process.send?.(measured),
      (error: unknown) => {
        process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
})

interface Bench {
  measure(given: Omit<z.infer<typeof order>, 'questions'>): Promise<Measured>
}

async function openBench(count: number): Promise<Bench> {
  const asked = questions(count)
  const steps = script(asked)
  const wanted = JSON.stringify(expected(asked))
  const network = nullNetwork()
  const strings = makeStrings()
  let right = 0
  const open = await engineNamed(name)
  const handle = await open({
    asked,
    network,
    strings,
    done: (answers) => void (right += JSON.stringify(answers) === wanted ? 1 : 0),
  })

  return {
    measure: async ({ chats, ms, steps: least }) => {
      const before = { right, ...strings.written }
      const times: number[] = []
      let forms = 0
      const started = performance.now()
      const cpu = process.cpuUsage()
      const officer = async (chat: number): Promise<void> => {
        for (; performance.now() - started < ms || times.length < least; forms++) {
          for (const step of steps) {
            const update = network.update(chat, step)
            const at = performance.now()
            await handle(update)
            times.push(performance.now() - at)
          }
        }
      }
      await Promise.all(Array.from({ length: chats }, (_, n) => officer(5_000_000_000 + n)))
      const { user, system } = process.cpuUsage(cpu)
      if (right - before.right !== forms)
        throw new Error(`${forms} forms were filled, ${right - before.right} are right`)
      times.sort((a, b) => a - b)
      return {
        steps: times.length,
        cpuUs: (user + system) / times.length,
        p50Ms: times[times.length >> 1] ?? 0,
        bytes: (strings.written.bytes - before.bytes) / times.length,
        mostBytes: strings.written.most,
      }
    },
  }
}

async function engineNamed(engine: string): Promise<OpenEngine> {
  if (engine === 'ours') return openOurs
  const engines: unknown = await import(new URL('peers/engines.mjs', import.meta.url).href)
  const found: unknown =
    typeof engines === 'object' && engines !== null
      ? Object.entries(engines).find(([one]) => one === engine)?.[1]
      : undefined
  if (!isPeer(found)) throw new Error(`no engine ${engine}`)
  const resolve = createRequire(path.join(folder, 'package.json')).resolve
  return (given) => found(given, (pack) => import(pathToFileURL(resolve(pack)).href))
}

type Peer = (given: Parameters<OpenEngine>[0], load: (pack: string) => Promise<unknown>) => Promise<Handle>

const isPeer = (value: unknown): value is Peer => typeof value === 'function'
