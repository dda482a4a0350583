import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Sealer } from '../../keys/seal.ts'

/**
 * Events that could not go to the database at once: one sealed file each, on the disk before Zalo is answered, taken away when
 * the database has them. A name appears only with the whole of its content, so that a torn one is never read.
 */
export interface Spool {
  append(body: string): Promise<void>
  /** Oldest first. */
  names(): Promise<readonly string[]>
  /** undefined: another process was faster. Throws where the file does not open. */
  read(name: string): Promise<string | undefined>
  remove(name: string): Promise<void>
  /** Cannot be read: kept for a person to look at, and out of the way. */
  setAside(name: string): Promise<void>
}

export interface SpoolOptions {
  readonly dir: string
  readonly sealer: Pick<Sealer, 'seal' | 'open'>
  readonly now: () => Date
}

const END = '.event'

export function openSpool({ dir, sealer, now }: SpoolOptions): Spool {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  let count = 0
  const place = (name: string) => ({ table: 'zalo_spool', column: 'body', row: name })
  const whole = (name: string): string => path.join(dir, name)

  return {
    async append(body) {
      const time = String(now().getTime()).padStart(15, '0')
      const name = `${time}-${String(count++).padStart(9, '0')}-${randomBytes(4).toString('hex')}${END}`
      const part = whole(`${name}.part`)
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(sealer.seal(place(name), body))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, whole(name))
      await syncFolder(dir)
    },
    names: async () => (await readdir(dir)).filter((name) => name.endsWith(END)).sort(),
    read: async (name) => {
      const bytes = await readFile(whole(name)).catch(ignoreMissing)
      return bytes === undefined ? undefined : sealer.open(place(name), bytes)
    },
    remove: async (name) => {
      await unlink(whole(name)).catch(ignoreMissing)
    },
    setAside: async (name) => {
      await rename(whole(name), whole(`${name}.bad`)).catch(ignoreMissing)
    },
  }
}

/** Without it the name of a new file may be lost with the power, on file systems that know folders as files. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
