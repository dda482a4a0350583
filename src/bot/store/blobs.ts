import { mkdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Sealed bytes by an id of ours, beside the database. What is put is there whole, or not at all. */
export interface Blobs {
  put(id: string, bytes: Uint8Array): Promise<void>
  /** Undefined where there is none. */
  get(id: string): Promise<Uint8Array | undefined>
  /** Done again it does nothing. */
  remove(id: string): Promise<void>
}

export function folderBlobs(dir: string): Blobs {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  return {
    async put(id, bytes) {
      const file = path.join(dir, id)
      await writeFile(`${file}.part`, bytes, { mode: 0o600, flush: true })
      await rename(`${file}.part`, file)
    },
    get: (id) => readFile(path.join(dir, id)).catch(missing),
    remove: (id) => rm(path.join(dir, id), { force: true }),
  }
}

function missing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
