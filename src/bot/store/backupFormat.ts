import { z } from 'zod'

/** The first line of a backup; rows and files follow. */
export const headerSchema = z.object({
  format: z.literal('chi-hoi backup'),
  version: z.literal(1),
  id: z.string(),
  at: z.string(),
  server: z.string(),
  /** Names the key ring without telling anything of it. */
  ring: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string().nullable() })),
})
export type Header = z.infer<typeof headerSchema>

/** What comes after the header: the rows of a table in COPY text up to a line `\.`, a file's bytes, or the end. */
export const sectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('table'), table: z.string() }),
  z.object({ kind: z.literal('file'), id: z.string().regex(/^[A-Za-z0-9]{1,64}$/), size: z.int().min(0) }),
  z.object({ kind: z.literal('end'), rows: z.int(), files: z.int() }),
])

/** The second file, inside its encryption: sealed once more with the key of a day. */
export const keysSchema = z.object({
  format: z.literal('chi-hoi backup keys'),
  version: z.literal(1),
  id: z.string(),
  day: z.string(),
  sealed: z.base64(),
})

/** Inside the seal: rows of each table as COPY text. */
export const keyRowsSchema = z.array(
  z.object({ table: z.string(), columns: z.array(z.string()), text: z.string() }).readonly(),
)
export type KeyRows = z.infer<typeof keyRowsSchema>

export const line = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)
export const END_OF_ROWS = Buffer.from('\\.\n')

const NEWLINE = 10
const BATCH = 64 * 1024

/** Reads a backup from its chunks, in order. Throws when it ends too early. */
export interface SectionReader {
  readJson(): Promise<unknown>
  /** Rows of COPY text up to the line that ends them. */
  rows(): AsyncGenerator<Buffer, void>
  bytes(size: number): Promise<Buffer>
}

export function makeReader(chunks: AsyncIterable<Uint8Array>): SectionReader {
  const iterator = chunks[Symbol.asyncIterator]()
  let buffer: Buffer = Buffer.alloc(0)
  const more = async (): Promise<void> => {
    const next = await iterator.next()
    if (next.done === true) throw new Error('the backup is cut off')
    buffer = buffer.length === 0 ? Buffer.from(next.value) : Buffer.concat([buffer, next.value])
  }
  const take = (size: number): Buffer => {
    const taken = buffer.subarray(0, size)
    buffer = buffer.subarray(size)
    return taken
  }
  const readLine = async (): Promise<Buffer> => {
    for (let from = 0; ; ) {
      const at = buffer.indexOf(NEWLINE, from)
      if (at >= 0) return take(at + 1)
      from = buffer.length
      await more()
    }
  }
  return {
    readJson: async () => JSON.parse((await readLine()).toString('utf8')),
    async *rows() {
      let batch: Buffer[] = []
      let size = 0
      for (;;) {
        const row = await readLine()
        if (row.equals(END_OF_ROWS)) break
        batch.push(row)
        size += row.length
        if (size < BATCH) continue
        yield Buffer.concat(batch)
        batch = []
        size = 0
      }
      if (batch.length > 0) yield Buffer.concat(batch)
    },
    async bytes(size) {
      const parts: Buffer[] = []
      for (let left = size; left > 0; ) {
        if (buffer.length === 0) await more()
        const part = take(Math.min(left, buffer.length))
        parts.push(part)
        left -= part.length
      }
      return Buffer.concat(parts)
    },
  }
}
