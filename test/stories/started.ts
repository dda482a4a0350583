import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

export interface Started {
  /** All it has written, to both of its outputs. */
  readonly written: () => string
  readonly child: ChildProcess
  /** Waits until this is written. */
  until(words: RegExp): Promise<RegExpExecArray>
  /** The exit code, or the signal it died of. */
  ended(): Promise<number | string | null>
}

/** A test that fails in the middle leaves nothing running. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** What `npm start` runs, or with `npm` npm itself, in an environment of which only this is told. */
export function startProgram(env: Readonly<Record<string, string>>, how: 'npm' | 'node' = 'node'): Started {
  const [program = '', ...args] = how === 'npm' ? ['npm', 'start'] : [process.execPath, 'scripts/run.mjs', 'start']
  const child = spawn(program, args, { cwd: root, env: { ...bare(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (written += text))
  const over = once(child, 'close')
  return {
    child,
    written: () => written,
    until: async (words) => {
      for (;;) {
        const found = words.exec(written)
        if (found !== null) return found
        if (child.exitCode !== null) throw new Error(`ended without ${words}: ${written}`)
        await Promise.race([once(child.stdout, 'data'), over])
      }
    },
    ended: async () => {
      await over
      return child.exitCode ?? child.signalCode
    },
  }
}

/** Nothing of the machine's own settings may decide what is told. */
function bare(): Readonly<Record<string, string>> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'APPDATA']
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  )
}
