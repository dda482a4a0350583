import { existsSync, statfsSync } from 'node:fs'
import os from 'node:os'

const memory = '/dev/shm'
const enough = 1024 ** 3

/** Memory, where there is enough of it: a database is copied there in 30 ms, and on a busy disk in 600. */
export function quickParent(): string {
  if (process.env['TMPDIR'] !== undefined || !existsSync(memory)) return os.tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > enough ? memory : os.tmpdir()
}
