import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** One process's share in the running server: the last one to leave stops it. */
export interface Share {
  /** Waits while another process, which thought itself the last, is stopping the server. */
  waitForStopping(): Promise<void>
  /** Starts the process that stops the server if this one is killed. */
  watch(postmaster: number, graceSeconds: number): void
  /** Leaves; runs `stop` when nobody else is left. */
  leave(stop: () => Promise<void>): Promise<void>
}

/**
 * Every process that uses the server has a file `<pid>-…` in the folder; whoever stops it first puts down a mark
 * `stopping-<pid>-…`. A starter writes its file and then looks for marks, a stopper writes its mark and then looks for
 * files: so at least one of two that meet sees the other, and nobody is left with a server that is going away.
 */
export function takeShare(folder: string): Share {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${process.pid}-${randomBytes(4).toString('hex')}`
  const file = path.join(folder, name)
  const mark = path.join(folder, `stopping-${name}`)
  writeFileSync(file, '')
  let watchdog: (() => void) | undefined

  return {
    async waitForStopping() {
      for (let i = 0; i < 1200 && livingNames(folder, 'stopping-').length > 0; i++) await wait(25)
    },
    watch(postmaster, graceSeconds) {
      watchdog = startWatchdog({ folder, name, postmaster, graceSeconds })
    },
    async leave(stop) {
      if (!existsSync(file)) return
      writeFileSync(mark, '')
      rmSync(file, { force: true })
      try {
        if (livingNames(folder, '').length === 0) await stop()
      } finally {
        rmSync(mark, { force: true })
        watchdog?.()
      }
    },
  }
}

/** Names with the given prefix whose process lives; files of the dead are removed. */
function livingNames(folder: string, prefix: '' | 'stopping-'): readonly string[] {
  return readdirSync(folder).filter((name) => {
    if (name.startsWith('stopping-') !== (prefix === 'stopping-')) return false
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) return true
    rmSync(path.join(folder, name), { force: true })
    return false
  })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

interface Watched {
  readonly folder: string
  readonly name: string
  readonly postmaster: number
  readonly graceSeconds: number
}

/**
 * A shell that reads from a pipe held by this process: when the process dies without leaving, the pipe closes, and
 * unless another process uses the server by then, the shell stops it. Returns the way to call it off.
 */
function startWatchdog({ folder, name, postmaster, graceSeconds }: Watched): () => void {
  const args = ['-c', watchdogScript, 'chihoi-watchdog', folder, name, String(postmaster), String(graceSeconds)]
  const child = spawn('/bin/sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
  child.unref()
  child.on('error', ignoreLateEnd)
  child.stdin.on('error', ignoreLateEnd)
  if (child.stdin instanceof Socket) child.stdin.unref()
  return () => child.kill('SIGKILL')
}

// The watchdog is a second line of defence: that it ended early must not end the program.
function ignoreLateEnd(): void {}

const watchdogScript = `
exec 2>/dev/null
cat >/dev/null
sleep "$4"
cd "$1" || exit 0
rm -f -- "$2"
: >"stopping-$$-watchdog"
for user in *; do
  case $user in stopping-*|'*') continue ;; esac
  if kill -0 "\${user%%-*}"; then rm -f "stopping-$$-watchdog"; exit 0; fi
done
read -r pid <../pg/postmaster.pid && [ "$pid" = "$3" ] && kill -INT "$3"
tries=0
while [ -e ../pg/postmaster.pid ] && [ $tries -lt 600 ]; do sleep 0.1; tries=$((tries + 1)); done
rm -f "stopping-$$-watchdog"
`
