import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartError } from '../start/startError.ts'

/**
 * The key ring lives outside the database. `roots` seal and index everything; `days` wrap the keys of cases, so that a case
 * which was erased cannot be read from a backup once its day's key is destroyed (7 days).
 */
const ringSchema = z.strictObject({
  version: z.literal(1),
  roots: z.array(z.strictObject({ id: z.int().min(1).max(65_535), key: z.base64() })).min(1),
  days: z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.base64()),
})
type RingFile = z.infer<typeof ringSchema>

export interface KeyRing {
  readonly file: string
  /** A key for one purpose; from the newest root unless an older one is asked for. */
  derive(purpose: string, root?: number): Buffer
  readonly rootId: number
  /** The key that wraps on a day; undefined once it was destroyed. */
  dayKey(day: string): Buffer | undefined
  /** Makes the key of a day if it is missing and destroys those before `oldest`. */
  turnDays(today: string, oldest: string): void
}

/** Opens the key ring, or makes one beside the data, readable by its owner alone. */
export function openKeyRing(file: string): { readonly ring: KeyRing; readonly made: boolean } {
  const made = !existsSync(file)
  if (made) makeFile(file)
  checkMode(file)
  return { ring: ringIn(file), made }
}

function ringIn(file: string): KeyRing {
  let content = read(file)
  const cache = new Map<string, Buffer>()
  const newest = content.roots.reduce((a, b) => (b.id > a.id ? b : a))
  return {
    file,
    rootId: newest.id,
    derive(purpose, root = newest.id) {
      const name = `${root}|${purpose}`
      const cached = cache.get(name)
      if (cached !== undefined) return cached
      // Another process may have added a root since this one read the file.
      const found = rootIn(content, root) ?? rootIn((content = read(file)), root)
      if (found === undefined) throw new Error(`the key ring has no root ${root}`)
      const key = Buffer.from(hkdfSync('sha256', Buffer.from(found.key, 'base64'), '', `chihoi/${purpose}`, 32))
      cache.set(name, key)
      return key
    },
    dayKey(day) {
      const key = content.days[day] ?? (content = read(file)).days[day]
      return key === undefined ? undefined : Buffer.from(key, 'base64')
    },
    turnDays(today, oldest) {
      content = read(file)
      const kept = Object.fromEntries(Object.entries(content.days).filter(([day]) => day >= oldest))
      const days = kept[today] === undefined ? { ...kept, [today]: randomBytes(32).toString('base64') } : kept
      if (Object.keys(days).length === Object.keys(content.days).length && content.days[today] !== undefined) return
      content = { ...content, days }
      replace(file, content)
    },
  }
}

const rootIn = (content: RingFile, id: number) => content.roots.find((one) => one.id === id)

/** Adds a root: from the next start on everything is sealed with it, and the older ones go on opening. Answers its id. */
export function addRoot(file: string): number {
  const content = read(file)
  const id = Math.max(...content.roots.map((one) => one.id)) + 1
  replace(file, { ...content, roots: [...content.roots, { id, key: randomBytes(32).toString('base64') }] })
  return id
}

function read(file: string): RingFile {
  try {
    return ringSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new StartError({
      vi: `Không đọc được tệp khóa ${file}. Hãy phục hồi đúng tệp khóa của dữ liệu này; không có nó thì không mở được nội dung đã khóa.`,
      en: `The key ring ${file} cannot be read. Restore the key ring of these data; without it nothing that is sealed can be opened.`,
      cause: error,
    })
  }
}

/** Two starters at once: the link succeeds for one, the other reads what that one made. */
function makeFile(file: string): void {
  const fresh: RingFile = { version: 1, roots: [{ id: 1, key: randomBytes(32).toString('base64') }], days: {} }
  const temporary = placeFor(file, () => write(file, fresh))
  try {
    linkSync(temporary, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(temporary)
  }
}

function placeFor(file: string, make: () => string): string {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    return make()
  } catch (error) {
    throw new StartError({
      vi: `Không tạo được tệp khóa ${file}. Hãy chọn nơi khác bằng KEY_RING_FILE (hoặc DATA_DIR), hoặc cho phép ghi vào đó.`,
      en: `The key ring ${file} cannot be made. Choose another place with KEY_RING_FILE (or DATA_DIR), or allow writing there.`,
      cause: error,
    })
  }
}

function replace(file: string, content: RingFile): void {
  renameSync(write(file, content), file)
}

function write(file: string, content: RingFile): string {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}`)
  const fd = openSync(temporary, 'wx', 0o600)
  try {
    writeSync(fd, `${JSON.stringify(content, undefined, 2)}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return temporary
}

function checkMode(file: string): void {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}

/** Equality look-ups on an account without storing it: 16 bytes under a key of its persona (security reference §2.1). */
export const blindIndex = (key: Buffer, channel: string, address: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHmac('sha256', key).update(`${channel}:${address}`).digest().subarray(0, 16))

/** A keyed hash of a code or receipt in its canonical form. */
export const keyedHash = (key: Buffer, text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHmac('sha256', key).update(text).digest())
